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
export type { StandingValue, UndoReceipt, WarningAnswer }

/** What a reporter says when a file is handed in. */
export interface SubmissionWords {
  readonly answers: readonly WarningAnswer[]
  readonly reason: string
}

/** Pages of a list that are read to find its oldest drafts. */
const OLDEST_PAGES = 5

/** Handing in, reviewing and publishing in the space that the page looks at. Everything rejects with a DataError. */
export const useIntake = defineStore('intake', () => {
  const { intake: connect, client: documents, openData } = usePorts()
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

  /** Drafts from the oldest on, at most OLDEST_PAGES pages of them, and how many there are. */
  async function oldest(question: DraftQuestion) {
    const first = await drafts(question)
    const pages = Math.ceil(first.total / first.size)
    const rows = pages <= 1 ? [...first.rows] : []
    for (let page = pages; page > Math.max(0, pages - OLDEST_PAGES) && pages > 1; page--)
      rows.unshift(...(await drafts({ ...question, page })).rows)
    return { rows: rows.reverse(), total: first.total }
  }

  const withdraw = async ({ id, version }: DraftHead) =>
    (await (await connect()).withdraw(place.id, id, { version })).draft
  const giveBack = async ({ id, version }: DraftHead, reason: string) =>
    (await (await connect()).giveBack(place.id, id, { version, reason })).draft
  const publish = async ({ id, version }: DraftHead, how: Omit<DraftPublication, 'version'>) =>
    (await connect()).publish(place.id, id, { version, ...how })
  const undo = async (report: string, reason: string) =>
    (await connect()).undo(place.id, report, { reason })

  const archive = async (
    file: File,
    choice: ArchiveChoice & { readonly signal: AbortSignal },
    listener: LineListener<ArchiveLine>,
  ) => (await connect()).archive(place.id, file, choice, listener)

  /** What stands for a brain from one period to another; with a report: what stood before it. */
  async function standing(brain: string, from: string, to: string, before?: string) {
    const knownAt = before && (await documents.report(place.id, before)).knownAt
    const asOf = knownAt ? new Date(Date.parse(knownAt) - 1).toISOString() : place.asOf
    return readStanding(await openData(), place.id, { brain, from, to, asOf })
  }

  return {
    ...{ template, tryFile, annotated, handIn, drafts, draft, oldest },
    ...{ withdraw, giveBack, publish, undo, archive, standing },
  }
})
