import { defineStore } from 'pinia'

import type {
  ArchiveLine,
  DraftDocument,
  DraftHead,
  DraftPublication,
  DraftState,
  DraftStep,
  DryRunAnswer,
  DryRunCell,
  IntakeFindingEntry,
  UndoPreview,
  UndoReceipt,
  WarningAnswer,
} from '../contract/intake.ts'
import { DRAFT_STATES, INTAKE_LIMITS } from '../contract/intake.ts'
import type { ArchiveChoice, DraftQuestion, ReportTarget } from '../data/intakeClient.ts'
import type { GivenFile } from '../data/requestFile.ts'
import type { LineListener } from '../data/requestLines.ts'
import { usePorts } from './ports.ts'
import { readStanding } from './readStanding.ts'
import type { StandingValue } from './readStanding.ts'
import { useSpace } from './space.ts'

export { DRAFT_STATES, INTAKE_LIMITS }
export type { ArchiveChoice, ArchiveLine, DraftDocument, DraftHead, DraftState, DraftStep }
export type { DryRunAnswer, DryRunCell, GivenFile, IntakeFindingEntry, ReportTarget }
export type { StandingValue, UndoPreview, UndoReceipt, WarningAnswer }

/** What a reporter says when a file is handed in. */
export interface SubmissionWords {
  readonly answers: readonly WarningAnswer[]
  readonly reason: string
}

/** Handing in, reviewing and publishing in the space that the page looks at. Everything rejects with a DataError. */
export const useIntake = defineStore('intake', () => {
  const { intake: connect, openData } = usePorts()
  const place = useSpace()

  const template = async (target: ReportTarget) => (await connect()).template(place.id, target)
  const tryFile = async (file: File, target: ReportTarget, signal?: AbortSignal) =>
    (await connect()).dryRun(place.id, file, target, signal)
  const annotated = async (file: File, target: ReportTarget) =>
    (await connect()).annotated(place.id, file, target)

  /** Keeps the file as a draft and hands it in; a file that is there already goes on where it was left. */
  async function handIn(
    file: File,
    { base, brain, period }: Pick<DryRunAnswer, 'base' | 'brain' | 'period'>,
    { answers, reason }: SubmissionWords,
  ): Promise<DraftHead> {
    const client = await connect()
    const { draft } = await client.saveDraft(place.id, file, { brain, period, base })
    if (draft.state !== 'draft') return draft
    const words = { answers: [...answers], ...(reason && { reason }) }
    const { version, id } = draft
    return (await client.submit(place.id, id, { version, ...words })).draft
  }

  const drafts = async (question: DraftQuestion) =>
    (await connect()).drafts(place.id, { size: INTAKE_LIMITS.page, ...question })
  const draft = async (id: string) => (await connect()).draft(place.id, id)

  /** Drafts from the oldest on, behind one that was seen: a page of them. */
  const queue = (question: DraftQuestion, after?: string) =>
    drafts({ ...question, order: 'oldest', ...(after !== undefined && { after }) })

  const withdraw = async ({ id, version }: DraftHead) =>
    (await (await connect()).withdraw(place.id, id, { version })).draft
  const giveBack = async ({ id, version }: DraftHead, reason: string) =>
    (await (await connect()).giveBack(place.id, id, { version, reason })).draft
  const publish = async ({ id, version }: DraftHead, how: Omit<DraftPublication, 'version'>) =>
    (await connect()).publish(place.id, id, { version, ...how })
  const undoPreview = async (report: string) =>
    (await (await connect()).undoPreview(place.id, report)).cells
  const undo = async (report: string, reason: string) =>
    (await connect()).undo(place.id, report, { reason })

  const archive = async (
    file: File,
    choice: ArchiveChoice & { readonly signal: AbortSignal },
    listener: LineListener<ArchiveLine>,
  ) => (await connect()).archive(place.id, file, choice, listener)

  /** What stands for a brain from one period to another. */
  const standing = async (brain: string, from: string, to: string) =>
    readStanding(await openData(), place.id, { brain, from, to, asOf: place.asOf })

  return {
    ...{ template, tryFile, annotated, handIn, drafts, draft, queue },
    ...{ withdraw, giveBack, publish, undoPreview, undo, archive, standing },
  }
})
