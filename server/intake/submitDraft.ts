import type { DraftReceipt, WarningAnswer } from '../../src/contract/index.ts'
import type { DraftWrite, SubmissionWords } from '../store/draft.ts'
import { draftRefused, handedInSince, notAcceptable, nothingNew } from './draftProblems.ts'
import { reasonMissing, unanswered } from './draftProblems.ts'
import { dryRun } from './dryRun.ts'
import type { DryRunQuestion, FileVerdict } from './dryRun.ts'
import type { IntakeContext } from './intakeContext.ts'
import { senderOf } from './intakeContext.ts'
import { openDraft } from './openDraft.ts'

export interface DraftRequest {
  readonly question: DryRunQuestion
  readonly bytes: Uint8Array
  /** Of the dry run that the reporter saw; null does not ask. */
  readonly base: string | null
  /** Handed in at once, with these words; null keeps a draft. */
  readonly submit: SubmissionWords | null
}

/**
 * Keeps a file and its cells as a draft, whole or not at all. The same file again names the earlier draft and
 * stores nothing. Throws HttpProblem 409 or 422.
 */
export async function saveDraft(
  context: IntakeContext,
  { question, bytes, base, submit }: DraftRequest,
): Promise<DraftReceipt> {
  const { space, files } = context
  const seen = await dryRun(space, question)
  if (seen.known) return { draft: seen.known, known: true }
  requireAcceptable(seen)
  if (submit) requireWords(seen, submit)
  if (base !== null && base !== seen.base) throw handedInSince(seen.latest)
  await files.put(bytes)
  const [outcome] = await space.store.saveDrafts([
    writeOf(context, question, seen, { base: base ?? seen.base, submit }),
  ])
  if (!outcome) throw new Error('the store gave no outcome of a draft')
  if (outcome.kind === 'handedInSince') throw handedInSince(outcome.latest)
  return { draft: outcome.draft, known: outcome.kind === 'known' }
}

/** A draft as the store keeps it. */
export function writeOf(
  context: IntakeContext,
  { brain, period, status, file, cells, findings, ignored, reason }: DryRunQuestion,
  { needs }: Pick<FileVerdict, 'needs'>,
  { base, submit }: Pick<DraftWrite, 'base' | 'submit'>,
): DraftWrite {
  return {
    ...{ brain, period, status, base, submit },
    by: senderOf(context),
    at: context.clock(),
    sha256: file.sha256,
    fileName: file.name,
    fileBytes: file.bytes,
    warnings: needs.answers.length,
    content: { cells, findings, ignored, reason },
  }
}

/** Hands a draft in: every warning answered, revised cells explained. Throws HttpProblem 404, 409 or 422. */
export async function submitDraft(
  context: IntakeContext,
  id: string,
  {
    version,
    base,
    answers,
    reason,
  }: {
    readonly version: number
    readonly base: string | null
    readonly answers: readonly WarningAnswer[]
    readonly reason: string | null
  },
): Promise<DraftReceipt> {
  const stored = await openDraft(context, id)
  const { question } = stored
  const said = reason ?? question.reason
  const seen = await dryRun(context.space, { ...question, reason: said })
  requireAcceptable(seen)
  requireWords(seen, { answers, reason: said })
  const outcome = await context.space.store.moveDraft({
    ...{ kind: 'submitted', id, version, by: senderOf(context), at: context.clock() },
    base: base ?? stored.base,
    words: { answers, reason: said },
  })
  if (outcome.kind === 'moved') return { draft: outcome.draft, known: false }
  if (outcome.kind === 'handedInSince') throw handedInSince(outcome.latest)
  throw draftRefused(outcome, id)
}

/** Nothing blocks, and something is new; throws 422. */
export function requireAcceptable({ findings, acceptable, counts }: FileVerdict): void {
  if (!acceptable) throw notAcceptable(findings.filter(({ severity }) => severity === 'block'))
  if (counts.added + counts.revised === 0) throw nothingNew()
}

/** Every warning has an answer and every revision its reason. */
export function requireWords(
  { findings, counts }: FileVerdict,
  { answers, reason }: SubmissionWords,
): void {
  const answered = new Set(answers.map(({ finding }) => finding))
  const open = findings.filter(({ severity, id }) => severity === 'warn' && !answered.has(id))
  if (open.length > 0) throw unanswered(open)
  if (counts.revised > 0 && reason === null) throw reasonMissing(counts.revised)
}
