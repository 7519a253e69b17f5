import type { DryRunAnswer, DryRunCell, IntakeFile } from '../../src/contract/index.ts'
import type { Space } from '../space/space.ts'
import { judgeIntake } from './judgeIntake.ts'
import type { Asked, JudgedIntake } from './judgeIntake.ts'

export interface DryRunQuestion extends Asked {
  readonly file: IntakeFile
  readonly ignored: readonly string[]
}

/** The part of a dry run that hangs on the file and on what stands, not on what others hand in. */
export type FileVerdict = Omit<DryRunAnswer, 'base' | 'known' | 'latest'>

/** What a file would change, cell by cell, and what keeps it from being handed in. Stores nothing. */
export async function dryRun(space: Space, question: DryRunQuestion): Promise<DryRunAnswer> {
  const { brain, period, file } = question
  const [verdict] = await judgeFiles(space, [question])
  if (!verdict) throw new Error('a file was given no verdict')
  const { base, latest } = await space.store.handedIn(brain, period)
  const known = await space.store.draftOfFile(brain, period, file.sha256)
  return { ...verdict, base, known, latest }
}

/** The verdict on each file alone. */
export async function judgeFiles(
  space: Space,
  questions: readonly DryRunQuestion[],
): Promise<readonly FileVerdict[]> {
  const judged = await judgeIntake(space, questions)
  return questions.flatMap((question, i) => {
    const one = judged[i]
    return one ? [verdictOf(question, one)] : []
  })
}

function verdictOf(
  { brain, period, status, file, ignored, reason }: DryRunQuestion,
  { cells, findings }: JudgedIntake,
): FileVerdict {
  const counts = countsOf(cells)
  const answers = findings.flatMap(({ severity, id }) => (severity === 'warn' ? [id] : []))
  return {
    ...{ brain, period, status, file, counts },
    cells: [...cells],
    findings: [...findings],
    ignored: [...ignored],
    acceptable: findings.every(({ severity }) => severity === 'warn'),
    needs: { answers, reason: counts.revised > 0 && reason === null },
  }
}

const countsOf = (cells: readonly DryRunCell[]): DryRunAnswer['counts'] => {
  const counts = { added: 0, revised: 0, unchanged: 0, rejected: 0 }
  for (const { change } of cells) counts[change]++
  return counts
}
