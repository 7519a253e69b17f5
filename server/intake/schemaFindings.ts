import * as z from 'zod/mini'

import { PRINTABLE_LINE } from '../../src/contract/common.ts'
import type { LocalText } from '../../src/domain/text.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Finding } from '../http/problem.ts'

/** Findings listed at most in one answer. */
export const MAX_FINDINGS = 50

type SchemaIssue = z.core.$ZodIssue

/** JSON pointer of a path (RFC 6901). */
export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** Checks a value against a contract schema; throws 400 with place, rule and remedy of each fault. */
export function requireSchema<Schema extends z.core.$ZodType>(
  schema: Schema,
  value: unknown,
): z.core.output<Schema> {
  const result = z.safeParse(schema, value)
  if (result.success) return result.data
  throw new HttpProblem(
    400,
    'notAccepted',
    { zh: '请求内容不符合格式。', en: 'The request does not follow the format.' },
    result.error.issues.flatMap(findingsOf).slice(0, MAX_FINDINGS),
  )
}

function findingsOf(issue: SchemaIssue): Finding[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      place: pointer([...issue.path, key]),
      rule: 'unknownKey',
      remedy: { zh: `删除未定义的字段“${key}”。`, en: `Remove the unknown field "${key}".` },
    }))
  const [branch] = branchesOf(issue)
  if (branch)
    return branch.flatMap((one) => findingsOf({ ...one, path: [...issue.path, ...one.path] }))
  return [{ place: pointer(issue.path) || '/', rule: ruleOf(issue), remedy: remedyOf(issue) }]
}

/** What each form of a value that may have several forms lacks, the nearest form first. */
function branchesOf(issue: SchemaIssue): readonly (readonly SchemaIssue[])[] {
  if (issue.code !== 'invalid_union') return []
  const isOther = (one: SchemaIssue): boolean => one.code === 'invalid_value'
  const distance = (branch: readonly SchemaIssue[]): number =>
    branch.filter(isOther).length * MAX_FINDINGS + branch.length
  return [...(issue.errors as readonly (readonly SchemaIssue[])[])].sort(
    (a, b) => distance(a) - distance(b),
  )
}

const isNonFinite = (issue: SchemaIssue): boolean =>
  issue.code === 'invalid_type' &&
  'received' in issue &&
  /Infinity|NaN/.test(String(issue.received))

const ruleOf = (issue: SchemaIssue): string => {
  if (isNonFinite(issue)) return 'finite'
  const names: Partial<Record<SchemaIssue['code'], string>> = {
    invalid_type: 'type',
    invalid_format: 'format',
    invalid_value: 'choice',
    too_big: 'tooMuch',
    too_small: 'tooLittle',
  }
  return names[issue.code] ?? issue.code
}

function remedyOf(issue: SchemaIssue): LocalText {
  if (isNonFinite(issue))
    return {
      zh: '给出有限的数值；没有数值时用 absent 说明原因。',
      en: 'Give a finite number; where there is none, give its reason in "absent".',
    }
  switch (issue.code) {
    case 'invalid_type':
      return typeRemedy(issue.expected)
    case 'invalid_value':
      return choice(issue.values)
    case 'invalid_format':
      return formatRemedy(issue)
    case 'too_big':
      return { zh: `不超过 ${issue.maximum}。`, en: `At most ${issue.maximum}.` }
    case 'too_small':
      return { zh: `不少于 ${issue.minimum}。`, en: `At least ${issue.minimum}.` }
    default:
      return { zh: '见接口说明 /api/openapi.json。', en: 'See /api/openapi.json.' }
  }
}

/** What to write, by the name of a JSON type. */
const TYPES: Readonly<Partial<Record<string, LocalText>>> = {
  object: { zh: '对象 {…}', en: 'an object {…}' },
  array: { zh: '列表 […]', en: 'a list […]' },
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数值，不加引号', en: 'a number, without quotes' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  null: { zh: 'null', en: 'null' },
}

function typeRemedy(expected: string): LocalText {
  const words = TYPES[expected] ?? { zh: expected, en: expected }
  return { zh: `此处应填${words.zh}。`, en: `Give ${words.en} here.` }
}

const choice = (values: readonly unknown[]): LocalText => ({
  zh: `取下列之一：${values.join('、')}。`,
  en: `Use one of: ${values.join(', ')}.`,
})

function formatRemedy(issue: SchemaIssue): LocalText {
  if ('format' in issue && issue.format === 'datetime')
    return {
      zh: '用 UTC 时刻，如 2026-11-16T08:00:00Z。',
      en: 'Use an instant in UTC such as 2026-11-16T08:00:00Z.',
    }
  const last = issue.path.at(-1)
  if (last === 'period')
    return {
      zh: '期写作 2026-10、2026-Q3、2026-H1 或 2026。',
      en: 'Write a period as 2026-10, 2026-Q3, 2026-H1 or 2026.',
    }
  const pattern = 'pattern' in issue ? String(issue.pattern) : ''
  if (pattern === String(PRINTABLE_LINE))
    return {
      zh: '写成一行可见文字：不含换行、控制字符与不可见的格式字符。',
      en: 'Write one line of visible text: no line break, control or invisible format character.',
    }
  return { zh: `须符合 ${pattern}。`, en: `Must match ${pattern}.` }
}
