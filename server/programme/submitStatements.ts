import { StatementSubmission } from '../../src/contract/index.ts'
import type { StatementWrite } from '../../src/contract/index.ts'
import { overlaidRuleSets } from '../../src/domain/eligibility/notices.ts'
import type { RuleSet } from '../../src/domain/eligibility/ruleSet.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Finding } from '../http/problem.ts'
import { MAX_FINDINGS, requireSchema } from '../intake/schemaFindings.ts'
import { brokenRules } from '../intake/submitReport.ts'
import type { RecordWrite } from '../store/record.ts'
import { writeAll } from './editor.ts'
import type { ProgrammeEditor } from './editor.ts'
import { latest } from './programmeDocument.ts'
import { repeatedStatements, statementFaults, unseenStatement } from './statementFindings.ts'
import { isSame, statementKey } from './statementKept.ts'
import type { Standing, StoredStatement } from './statementKept.ts'

/**
 * Takes what somebody entitled states about brains, all or none; the same statement again changes nothing.
 * Throws 400, 409 where another statement stands than the one that was seen, 422 where one breaks a rule.
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
  const standing: Standing = new Map(
    records.filter(({ kind }) => kind === 'statement').map((record) => [record.key, record]),
  )
  const findings = statements.flatMap((one, i) =>
    statementFaults(one, i, { sets, holds, standing }),
  )
  const repeated = repeatedStatements(statements)
  if (findings.length + repeated.length > 0) throw brokenRules([...findings, ...repeated])
  const unseen = statements.flatMap((one, i) => unseenStatement(one, i, standing))
  if (unseen.length > 0) throw statedMeanwhile(unseen)
  const fresh = freshOf(editor, statements, standing)
  if (fresh.length > 0) await writeAll(space, { records: fresh })
  return { added: fresh.length, unchanged: statements.length - fresh.length }
}

async function heldBrains({ space, scope }: ProgrammeEditor): Promise<(brain: string) => boolean> {
  const holds = await space.rows(scope)
  const { brains } = await space.store.registry(null)
  const known = new Set(brains.map(({ id }) => id))
  return (brain) => known.has(brain) && holds(brain)
}

const statedMeanwhile = (findings: readonly Finding[]): HttpProblem =>
  new HttpProblem(
    409,
    'changedMeanwhile',
    {
      zh: '他人已先出具说明，未存入任何数据。',
      en: 'Somebody else stated something first; nothing was stored.',
    },
    findings.slice(0, MAX_FINDINGS),
  )

/** The next version of each statement that says something else than the one that stands. */
function freshOf(
  { space, by }: ProgrammeEditor,
  statements: readonly StatementWrite[],
  standing: Standing,
): readonly RecordWrite[] {
  const knownAt = space.clock.knownNow()
  return statements.flatMap(({ version: _, ...statement }): RecordWrite[] => {
    const key = statementKey(statement)
    const held = standing.get(key)
    if (held && isSame(held, statement)) return []
    const entry: StoredStatement = { ...statement, by, date: space.clock.today() }
    return [
      {
        ...{ kind: 'statement', key, n: (held?.n ?? 0) + 1, brain: statement.brain, knownAt },
        ...{ entry, actor: by, reason: statement.reason },
      },
    ]
  })
}
