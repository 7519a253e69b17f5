import type { StatementWrite } from '../../src/contract/index.ts'
import type { RuleSet } from '../../src/domain/eligibility/ruleSet.ts'
import { statementSubjects } from '../../src/domain/eligibility/statementSubjects.ts'
import { finding } from '../http/problem.ts'
import type { Finding } from '../http/problem.ts'
import type { StoredRecord } from '../store/record.ts'
import { isSame, statementKey } from './statementKept.ts'
import type { Standing, StoredStatement } from './statementKept.ts'

/** What statements are judged by. */
export interface StatementGround {
  readonly sets: readonly RuleSet[]
  readonly holds: (brain: string) => boolean
  readonly standing: Standing
}

/** What a statement breaks by itself. */
export function statementFaults(
  statement: StatementWrite,
  i: number,
  { sets, holds, standing }: StatementGround,
): readonly Finding[] {
  const { brain, batch } = statement
  const at = (field: string): string => `/statements/${i}/${field}`
  if (!holds(brain))
    return [finding(at('brain'), 'unknownBrain', '先登记该产业大脑。', 'Register the brain first.')]
  const set = sets.find((one) => one.batch === batch)
  if (!set)
    return [
      finding(
        at('batch'),
        'unknownBatch',
        `没有 ${batch} 年度的规则集；先导入。`,
        `There is no rule set of ${batch}: import it first.`,
      ),
    ]
  return verdictFaults(statement, at, set, standing.get(statementKey(statement)))
}

/** A need is met or not; a clause is waived, and no longer so. */
function verdictFaults(
  { subject, verdict, reason }: StatementWrite,
  at: (field: string) => string,
  set: RuleSet,
  held: StoredRecord | undefined,
): readonly Finding[] {
  const { needs, waivable } = statementSubjects(set)
  const isClause = waivable.includes(subject)
  const isKnown = verdict === 'waived' ? isClause : needs.includes(subject)
  if (!isKnown && !(isClause && verdict === 'notMet')) {
    const allowed = verdict === 'waived' ? waivable : needs
    return [
      finding(
        at('subject'),
        verdict === 'waived' ? 'notWaivable' : 'unknownSubject',
        `取下列之一：${allowed.join('、') || '（无）'}。`,
        `Use one of: ${allowed.join(', ') || '(none)'}.`,
      ),
    ]
  }
  if (!isClause) return []
  if (verdict === 'notMet' && !held)
    return [
      finding(
        at('subject'),
        'noWaiver',
        '该条款未获豁免，无须撤回。',
        'The clause was not waived: nothing is to be taken back.',
      ),
    ]
  if (reason !== null) return []
  return [
    finding(
      at('reason'),
      'reason',
      '写明为何豁免，或为何撤回豁免。',
      'Say why it is waived, or why it no longer is.',
    ),
  ]
}

/** One submission says one thing of a subject. */
export function repeatedStatements(statements: readonly StatementWrite[]): readonly Finding[] {
  const first = new Map<string, number>()
  return statements.flatMap((statement, i) => {
    const key = statementKey(statement)
    const other = first.get(key)
    if (other === undefined) first.set(key, i)
    if (other === undefined) return []
    return [
      finding(
        `/statements/${i}/subject`,
        'repeated',
        `与 /statements/${other} 是同一事项：只留一条。`,
        `This is the subject of /statements/${other} again: keep one of them.`,
      ),
    ]
  })
}

/** Another version stands than the one that was seen, and it says something else. */
export function unseenStatement(
  statement: StatementWrite,
  i: number,
  standing: Standing,
): readonly Finding[] {
  const held = standing.get(statementKey(statement))
  const n = held?.n ?? 0
  if (statement.version === n || (held && isSame(held, statement))) return []
  const place = `/statements/${i}/version`
  if (!held)
    return [finding(place, 'version', '还没有这项说明：写 0。', 'Nothing is stated yet: give 0.')]
  const { verdict, document, by, date } = held.entry as StoredStatement
  const [zh, en] = VERDICT_WORDS[verdict]
  return [
    finding(
      place,
      'version',
      `现有说明：${zh}（${document}），${by} 于 ${date} 出具，第 ${n} 版；看过后写 ${n} 重试。`,
      `What stands: ${en} (${document}), by ${by} on ${date}, version ${n}. Look at it and try again with ${n}.`,
    ),
  ]
}

const VERDICT_WORDS: Readonly<Record<StatementWrite['verdict'], readonly [string, string]>> = {
  met: ['满足', 'met'],
  notMet: ['不满足或不予豁免', 'not met or not waived'],
  waived: ['豁免', 'waived'],
}
