import type { Context, Hono } from 'hono'

import {
  PROGRAMME_LIMITS,
  RULE_FILES,
  RuleFileDryRun,
  RuleFileReceipt,
} from '../../src/contract/index.ts'
import type { RuleFile } from '../../src/contract/index.ts'
import type { Asker } from '../auth/gate.ts'
import { wholeSpaceOnly } from '../auth/rights.ts'
import { attachment, XLSX } from '../http/attachment.ts'
import { described } from '../http/openapi.ts'
import type { QueryParameter } from '../http/openapi.ts'
import { badQuery } from '../http/parseInstant.ts'
import { localeOf, notFound } from '../http/problem.ts'
import { fileNameOf } from '../intake/fileName.ts'
import { readBody } from '../intake/readJson.ts'
import { editorOf } from '../programme/editor.ts'
import { dryRunRules, importRules } from '../programme/ruleFiles/importRules.ts'
import type { RuleQuestion } from '../programme/ruleFiles/importRules.ts'
import { RULE_KINDS } from '../programme/ruleFiles/ruleKinds.ts'
import type { RuleKind } from '../programme/ruleFiles/ruleKinds.ts'
import { ruleJson, ruleWorkbook } from '../programme/ruleFiles/writeRuleFile.ts'
import { answer, bodyOf } from './answer.ts'
import type { AppDeps } from './deps.ts'
import { reasonOf } from './intakeQuery.ts'
import { noteBy } from './noteBy.ts'

function whatOf(c: Context): RuleFile {
  const what = RULE_FILES.find((one) => one === c.req.param('what'))
  if (what) return what
  const names = RULE_FILES.join(', ')
  throw notFound({ zh: `只有 ${names}。`, en: `There are ${names} only.` })
}

function yearOf(c: Context): number | null {
  const text = c.req.query('year')
  if (text === undefined) return null
  if (/^20\d\d$/.test(text)) return Number(text)
  throw badQuery('year', { zh: '年份写作 2027。', en: 'Write a year as 2027.' })
}

function baseOf(c: Context): number | null {
  const text = c.req.query('base')
  if (text === undefined || text === '') return null
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw badQuery('base', { zh: '取校核结果中的 base。', en: 'Use the base of a dry run.' })
}

async function questionOf(c: Context): Promise<RuleQuestion> {
  const [what, year] = [whatOf(c), yearOf(c)]
  const contentType = c.req.header('content-type') ?? ''
  const fileName = fileNameOf(c.req.header('x-file-name'), contentType)
  const bytes = await readBody(bodyOf(c), PROGRAMME_LIMITS.fileBytes)
  return { what, year, file: { bytes, fileName, contentType } }
}

/** Rules hold for every brain of the space; events are of single brains. Throws 403. */
function requireReach({ principal, scope, space }: Asker, what: RuleFile): void {
  if (what !== 'events' && scope.kind !== 'all') throw wholeSpaceOnly(principal, space?.id ?? null)
}

const YEAR: QueryParameter = {
  name: 'year',
  text: { zh: '工作日历：文件须含的年份', en: 'Calendar: the year that the file must hold' },
  example: '2027',
}

const IMPORT_QUERY: readonly QueryParameter[] = [
  YEAR,
  {
    name: 'base',
    text: {
      zh: '校核结果中的 base：其间有更改则拒绝',
      en: 'The base of the dry run that was seen',
    },
  },
  { name: 'reason', text: { zh: '更改原因', en: 'Why it changes' } },
]

/** Rule sets, score cards, lists, calendar and events as files: out and in again, with the same checks. */
export function ruleFileRoutes(app: Hono, deps: AppDeps): void {
  imports(app, deps)
  exports(app, deps)
}

function imports(app: Hono, deps: AppDeps): void {
  const note = noteBy(deps)
  app.post(
    '/api/:space/rules/:what/dry-run',
    described(
      {
        summary: 'What a file of rules (XLSX, CSV, JSON) would change; nothing is stored',
        zh: '试导：一份规则文件会改动什么，不存入',
        ...{ group: 'reports', access: 'registry', answers: { 200: RuleFileDryRun } },
        ...{ problems: [400, 404, 413], query: [YEAR] },
      },
      async (c, asker) => {
        requireReach(asker, whatOf(c))
        return answer(await dryRunRules(editorOf(asker), await questionOf(c)))
      },
    ),
  )

  app.post(
    '/api/:space/rules/:what',
    described(
      {
        summary: 'Import a file of rules (XLSX, CSV, JSON), whole or not at all',
        zh: '导入规则文件，要么全部，要么不导入',
        ...{ group: 'reports', access: 'registry', answers: { 200: RuleFileReceipt } },
        ...{ problems: [400, 404, 409, 413, 422], query: IMPORT_QUERY },
      },
      async (c, asker) => {
        requireReach(asker, whatOf(c))
        const editor = editorOf(asker)
        const said = { base: baseOf(c), reason: reasonOf(c.req) }
        const question = await questionOf(c)
        const receipt = await editor.space.inTurn(() => importRules(editor, question, said))
        const { what, file } = question
        const { added, changed, removed } = receipt
        const detail = { file: file.fileName, added, changed, removed: removed.length }
        note(asker.principal, 'programme.import', {
          ...{ space: editor.space.id, subject: what, detail },
        })
        return answer(receipt)
      },
    ),
  )
}

function exports(app: Hono, deps: AppDeps): void {
  const note = noteBy(deps)
  app.get(
    '/api/:space/rules/:what',
    described(
      {
        summary: 'Rules as a file (XLSX or JSON) that can be imported again',
        zh: '规则文件（XLSX 或 JSON），改后可再导入',
        ...{ group: 'reports', access: ['registry', 'assess'], answers: { 200: null } },
        problems: [400, 404],
        query: [
          {
            ...{ name: 'format', text: { zh: '文件格式', en: 'Format of the file' } },
            ...{ values: ['xlsx', 'json'], fallback: 'xlsx' },
          },
        ],
      },
      async (c, asker) => {
        const what = whatOf(c)
        const format = c.req.query('format') ?? 'xlsx'
        if (format !== 'xlsx' && format !== 'json')
          throw badQuery('format', { zh: '取 xlsx 或 json。', en: 'Use xlsx or json.' })
        const { space } = editorOf(asker)
        const kind = RULE_KINDS[what] as RuleKind<unknown>
        const entries = await heldIn(asker, kind)
        const locale = localeOf(c.req.header('accept-language'))
        note(asker.principal, 'programme.export', {
          ...{ space: space.id, subject: what, detail: { format } },
        })
        const name = `${locale === 'en' ? what : kind.table.sheet.zh}-${space.clock.today()}.${format}`
        return format === 'xlsx'
          ? attachment(await ruleWorkbook(kind.table, entries, locale), name, XLSX)
          : attachment(Buffer.from(ruleJson(what, entries)), name, 'application/json')
      },
    ),
  )
}

/** What stands, events within the scope alone. */
async function heldIn(asker: Asker, kind: RuleKind<unknown>): Promise<readonly unknown[]> {
  const { space, scope } = editorOf(asker)
  const [records, registry] = [await space.store.records(null), await space.store.registry(null)]
  const holds = await space.rows(scope)
  const events = registry.events.filter(({ brain }) => holds(brain))
  return kind.held({ records, registry: { ...registry, events } })
}
