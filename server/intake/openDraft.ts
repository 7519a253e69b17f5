import type { DraftDocument } from '../../src/contract/index.ts'
import type { StoredDraft } from '../store/draft.ts'
import { noDraft } from './draftProblems.ts'
import { dryRun } from './dryRun.ts'
import type { DryRunQuestion } from './dryRun.ts'
import { requireBrainInScope } from './intakeContext.ts'
import type { IntakeContext } from './intakeContext.ts'

export interface OpenedDraft extends StoredDraft {
  /** The draft's file asked about again. */
  readonly question: DryRunQuestion
}

type Reach = Pick<IntakeContext, 'space' | 'scope'>

/** A draft of a brain in scope, with its latest reason; throws 404. */
export async function openDraft(context: Reach, id: string): Promise<OpenedDraft> {
  const stored = await context.space.store.draft(id)
  if (!stored) throw noDraft(id)
  await requireBrainInScope(context, stored.head.brain).catch(() => {
    throw noDraft(id)
  })
  const { brain, period, status, file } = stored.head
  const { cells, findings, ignored } = stored.content
  const question = { brain, period, status, file, cells, findings, ignored }
  return { ...stored, question: { ...question, reason: reasonOf(stored) } }
}

/** The reason that was given last: at a submission, else with the file. */
const reasonOf = ({ steps, content }: StoredDraft): string | null =>
  steps.findLast(({ kind }) => kind === 'submitted')?.note ?? content.reason

/** A draft with its cells set against what stands now. */
export async function draftDocument(context: Reach, id: string): Promise<DraftDocument> {
  const { head, steps, question } = await openDraft(context, id)
  const now = await dryRun(context.space, question)
  return { head, steps: [...steps], reason: question.reason, now }
}
