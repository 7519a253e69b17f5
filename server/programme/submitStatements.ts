import { StatementSubmission } from '../../src/contract/index.ts'
import type { StatementEntry, StatementWrite } from '../../src/contract/index.ts'
import { overlaidRuleSets } from '../../src/domain/eligibility/notices.ts'
import type { RuleSet } from '../../src/domain/eligibility/ruleSet.ts'
import { statementSubjects } from '../../src/domain/eligibility/statementSubjects.ts'
import { finding } from '../http/problem.ts'
import type { Finding } from '../http/problem.ts'
import { requireSchema } from '../intake/schemaFindings.ts'
import { brokenRules } from '../intake/submitReport.ts'
import type { RecordWrite, StoredRecord } from '../store/record.ts'
import { writeAll } from './editor.ts'
import type { ProgrammeEditor } from './editor.ts'
import { latest } from './programmeDocument.ts'

export const statementKey = ({ brain, batch, subject }: StatementWrite): string =>
  `${brain}|${batch}|${subject}`

/**
 * Takes what somebody entitled states about brains, all or none; the same statement again changes nothing.
 * Throws 400, 409 or 422.
 */
export async function submitStatements(
  editor: ProgrammeEditor,
  value: unknown,
): Promise<{ readonly added: number; readonly unchanged: number }> {
  const { space } = editor
  const { statements } = requireSchema(StatementSubmission, value)
  const records = await space.store.records(null)
  const sets = overlaidRuleSets(latest<RuleSet>(records, 'ruleSet').map(({ entry }) => entry))
  const holds = await heldBrains(editor)
  const findings = statements.flatMap((statement, i) => faultsOf(statement, i, sets, holds))
  if (findings.length > 0) throw brokenRules(findings)
  const fresh = freshOf(editor, statements, records)
  if (fresh.length > 0) await writeAll(space, { records: fresh })
  return { added: fresh.length, unchanged: statements.length - fresh.length }
}

async function heldBrains({ space, scope }: ProgrammeEditor): Promise<(brain: string) => boolean> {
  const holds = await space.rows(scope)
  const { brains } = await space.store.registry(null)
  const known = new Set(brains.map(({ id }) => id))
  return (brain) => known.has(brain) && holds(brain)
}

function faultsOf(
  { brain, batch, subject, verdict, reason }: StatementWrite,
  i: number,
  sets: readonly RuleSet[],
  holds: (brain: string) => boolean,
): Finding[] {
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
  const { needs, waivable } = statementSubjects(set)
  const allowed = verdict === 'waived' ? waivable : needs
  if (!allowed.includes(subject))
    return [
      finding(
        at('subject'),
        verdict === 'waived' ? 'notWaivable' : 'unknownSubject',
        `取下列之一：${allowed.join('、') || '（无）'}。`,
        `Use one of: ${allowed.join(', ') || '(none)'}.`,
      ),
    ]
  if (verdict === 'waived' && reason === null)
    return [finding(at('reason'), 'reason', '写明为何豁免。', 'Say why it is waived.')]
  return []
}

const said = ({ verdict, document, reason }: StatementWrite): string =>
  JSON.stringify([verdict, document, reason])

/** The next version of each statement that says something else than the one that stands. */
function freshOf(
  { space, by }: ProgrammeEditor,
  statements: readonly StatementWrite[],
  records: readonly StoredRecord[],
): RecordWrite[] {
  const standing = new Map(
    records.filter(({ kind }) => kind === 'statement').map((record) => [record.key, record]),
  )
  const knownAt = space.clock.knownNow()
  const fresh = new Map<string, RecordWrite>()
  for (const statement of statements) {
    const key = statementKey(statement)
    const held = standing.get(key)
    if (held && said(held.entry as StatementEntry) === said(statement)) continue
    fresh.set(key, {
      ...{ kind: 'statement', key, n: (held?.n ?? 0) + 1, brain: statement.brain, knownAt },
      entry: { ...statement, by, date: space.clock.today() } satisfies StatementEntry,
      ...{ actor: by, reason: statement.reason },
    })
  }
  return [...fresh.values()]
}
