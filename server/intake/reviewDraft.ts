import type {
  DraftHead,
  DraftStep,
  IntakeFindingEntry,
  ReportReceipt,
} from '../../src/contract/index.ts'
import type { FindingWrite } from '../store/findingWriter.ts'
import type { CellPlaceWrite, CellWrite, ReportOutcome } from '../store/store.ts'
import { draftRefused, handedInSince, notAcceptable, reasonMissing } from './draftProblems.ts'
import { dryRun } from './dryRun.ts'
import type { IntakeCell } from './intakeCell.ts'
import { senderOf } from './intakeContext.ts'
import type { IntakeContext } from './intakeContext.ts'
import { openDraft } from './openDraft.ts'

interface Seen {
  readonly version: number
}

/** Gives a draft back to its reporter with a reason. Throws 404 or 409. */
export const returnDraft = (
  context: IntakeContext,
  id: string,
  { version, reason }: Seen & { readonly reason: string },
): Promise<DraftHead> => move(context, id, { kind: 'returned', version, note: reason })

/** Takes a draft back before it is published. Throws 404 or 409. */
export const withdrawDraft = (
  context: IntakeContext,
  id: string,
  { version, reason }: Seen & { readonly reason: string | null },
): Promise<DraftHead> => move(context, id, { kind: 'withdrawn', version, note: reason })

async function move(
  context: IntakeContext,
  id: string,
  step:
    | (Seen & { readonly kind: 'returned'; readonly note: string })
    | (Seen & { readonly kind: 'withdrawn'; readonly note: string | null }),
): Promise<DraftHead> {
  await openDraft(context, id)
  const taken = { id, by: senderOf(context), at: context.clock() }
  const outcome = await context.space.store.moveDraft({ ...step, ...taken })
  if (outcome.kind === 'moved') return outcome.draft
  if (outcome.kind === 'handedInSince') throw handedInSince(outcome.latest)
  throw draftRefused(outcome, id)
}

export interface Publication {
  readonly version: number
  /** 初步 or 最终; null takes what the reporter said. */
  readonly status: 'preliminary' | 'final' | null
  /** Null takes the reporter's reason. */
  readonly reason: string | null
}

/**
 * Publishes a submitted draft as one report that names its reporter, its file and the place of each cell; the
 * figures and the draft's state change together or not at all. Throws 404, 409 or 422.
 */
export async function publishDraft(
  context: IntakeContext,
  id: string,
  { version, status, reason }: Publication,
): Promise<ReportReceipt> {
  const { head, steps, content, question: asked } = await openDraft(context, id)
  const question = { ...asked, status: status ?? head.status, reason: reason ?? asked.reason }
  const { findings, acceptable } = await dryRun(context.space, question)
  if (!acceptable) throw notAcceptable(findings.filter(({ severity }) => severity === 'block'))
  return publishJudged(context, head, {
    ...{ cells: content.cells, status: question.status, reason: question.reason },
    ...{ version, note: reason, findings: answered(findings, steps) },
  })
}

/** Warnings beside what was said to them when the draft was handed in last. */
function answered(
  findings: readonly IntakeFindingEntry[],
  steps: readonly DraftStep[],
): readonly FindingWrite[] {
  const last = steps.findLast(({ kind }) => kind === 'submitted')
  const answers = new Map(last?.answers.map(({ finding, text }) => [finding, text]))
  return findings.map(({ id, rule, indicator, period, place, text }) => ({
    ...{ rule, indicator, period, place, text, answer: answers.get(id) ?? null },
  }))
}

interface Judged {
  readonly cells: readonly IntakeCell[]
  readonly status: 'preliminary' | 'final'
  readonly reason: string | null
  readonly version: number
  readonly note: string | null
  /** Warnings that it is published with. */
  readonly findings?: readonly FindingWrite[]
}

/** Publishes a draft whose cells were judged just now. Throws 404, 409 or 422. */
export async function publishJudged(
  context: IntakeContext,
  { id, brain, period, by, file, savedAt }: DraftHead,
  { cells, status, reason, version, note, findings = [] }: Judged,
): Promise<ReportReceipt> {
  const { space, clock } = context
  const knownAt = space.clock.knownNow()
  const outcome = await space.submit({
    ...{ brain, period, by, knownAt, file, reason },
    receivedAt: Date.parse(savedAt),
    sha256: file.sha256,
    source: null,
    origin: 'reported',
    cells: cells.map((cell) => cellOf(cell, brain, status)),
    findings,
    draft: { id, version, by: senderOf(context), at: clock(), note },
  })
  return receiptOf(outcome, { id, brain, period, knownAt })
}

const cellOf = (
  { indicator, period, value, absent, place }: IntakeCell,
  entity: string,
  status: CellWrite['status'],
): CellWrite => ({ indicator, period, entity, value, absent, status, place: placeOf(place) })

const placeOf = ({ sheet, cell }: IntakeCell['place']): CellPlaceWrite | null =>
  cell === null ? null : { sheet, cell }

function receiptOf(
  outcome: ReportOutcome,
  { id, brain, period, knownAt }: { id: string; brain: string; period: string; knownAt: number },
): ReportReceipt {
  if (outcome.kind === 'failed') throw outcome.error
  if (outcome.kind === 'draftRefused') throw draftRefused(outcome.refusal, id)
  if (outcome.kind === 'unexplained') throw reasonMissing(outcome.cells.length)
  const { report, added, revised, unchanged } = outcome
  const known = new Date(knownAt).toISOString()
  return { report, brain, period, knownAt: known, added, revised, unchanged }
}
