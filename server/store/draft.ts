import type { DraftHead, DraftState, DraftStep, WarningAnswer } from '../../src/contract/index.ts'
import type { IntakeCell, IntakeFinding } from '../intake/intakeCell.ts'
import type { CellPage, FoundCell, Written } from './cells.ts'

/** What was read from a file, kept as it was read. */
export interface DraftContent {
  readonly cells: readonly IntakeCell[]
  readonly findings: readonly IntakeFinding[]
  readonly ignored: readonly string[]
  /** Why earlier figures change, as it was said with the file. */
  readonly reason: string | null
}

/** A reporter's word on a submission. */
export interface SubmissionWords {
  readonly answers: readonly WarningAnswer[]
  readonly reason: string | null
}

/** One draft to be kept. Instants are milliseconds since 1970 (UTC). */
export interface DraftWrite {
  readonly brain: string
  readonly period: string
  readonly status: 'preliminary' | 'final'
  readonly by: string
  readonly at: number
  readonly sha256: string
  readonly fileName: string
  readonly fileBytes: number
  /** What the reporter knew of others' submissions; null takes what stands at the moment of writing. */
  readonly base: string | null
  readonly warnings: number
  readonly content: DraftContent
  /** Handed in at once; null keeps it as a draft. */
  readonly submit: SubmissionWords | null
}

/** What was handed in last for a brain and period: drafts and reports; equal states are equal texts. */
export interface HandedIn {
  readonly base: string
  readonly latest: DraftHead | null
}

export type DraftOutcome =
  | { readonly kind: 'saved'; readonly draft: DraftHead }
  /** The same file is there already for this brain and period. */
  | { readonly kind: 'known'; readonly draft: DraftHead }
  /** Someone handed in since. */
  | { readonly kind: 'handedInSince'; readonly latest: DraftHead | null }

interface Move {
  readonly id: string
  readonly version: number
  readonly by: string
  readonly at: number
}

/** A step of a draft that stores no figures; publishing goes with its report. */
export type DraftMove = Move &
  (
    | { readonly kind: 'submitted'; readonly base: string | null; readonly words: SubmissionWords }
    | { readonly kind: 'returned'; readonly note: string }
    | { readonly kind: 'withdrawn'; readonly note: string | null }
  )

/** Which draft a report publishes. */
export interface DraftPublished extends Move {
  readonly note: string | null
}

export type DraftRefusal =
  | { readonly kind: 'missing' }
  /** Another step was taken since the version that was seen. */
  | { readonly kind: 'changedSince'; readonly draft: DraftHead }
  /** The state allows no such step. */
  | { readonly kind: 'notAllowed'; readonly draft: DraftHead }

export type MoveOutcome =
  | { readonly kind: 'moved'; readonly draft: DraftHead }
  | { readonly kind: 'handedInSince'; readonly latest: DraftHead | null }
  | DraftRefusal

export interface StoredDraft {
  readonly head: DraftHead
  readonly base: string
  readonly steps: readonly DraftStep[]
  readonly content: DraftContent
}

/** Each list that is given must hold the draft, null means any. */
export interface DraftFilter {
  readonly states: readonly DraftState[] | null
  readonly brains: readonly string[] | null
  readonly period: string | null
}

/** The next so many of a queue, behind a draft that was seen; null begins with the oldest. */
export interface QueuePage {
  readonly limit: number
  readonly after: string | null
}

export interface UndoWrite {
  readonly report: string
  readonly by: string
  readonly reason: string
  readonly receivedAt: number
  readonly knownAt: number
  readonly sha256: string
}

export type UndoOutcome =
  | {
      readonly kind: 'stored'
      readonly report: string
      readonly restored: number
      readonly emptied: number
    }
  /** No such report of a brain. */
  | { readonly kind: 'missing' }
  /** The report changed no cell. */
  | { readonly kind: 'nothing' }
  /** Later reports changed cells of it. */
  | { readonly kind: 'superseded'; readonly by: readonly SupersededCell[] }

type Reading = Pick<FoundCell, 'value' | 'absent'>

/** A cell of a report: what stands, what stood before it (null: nothing), and the later report that changed it. */
export interface RestoredCell {
  readonly indicator: string
  readonly period: string
  readonly now: Reading
  readonly before: Reading | null
  readonly later: string | null
}

export interface SupersededCell {
  readonly indicator: string
  readonly period: string
  readonly report: string
}

/** Which cells: every indicator with every period of every entity. */
export interface StandingQuery {
  readonly entities: readonly string[]
  readonly indicators: readonly string[]
  readonly periods: readonly string[]
}

/** Cells of an indicator in some periods that hold one of the values. */
export interface EqualQuery {
  readonly indicator: string
  readonly periods: readonly string[]
  readonly values: readonly number[]
}

/** The part of a store that keeps what is handed in before it is published. */
export interface DraftStore {
  /** Cells as they stand. */
  standingCells(query: StandingQuery): Promise<readonly FoundCell[]>
  /** Who reports one of the values. */
  entitiesWith(query: EqualQuery): Promise<readonly string[]>
  /** Keeps drafts in order under one commit; each whole or not at all. */
  saveDrafts(drafts: readonly DraftWrite[]): Promise<readonly DraftOutcome[]>
  moveDraft(move: DraftMove): Promise<MoveOutcome>
  draft(id: string): Promise<StoredDraft | null>
  /** The latest first. */
  findDrafts(filter: DraftFilter, page: CellPage): Promise<readonly DraftHead[]>
  /** The oldest first. */
  draftQueue(filter: DraftFilter, page: QueuePage): Promise<readonly DraftHead[]>
  countDrafts(filter: DraftFilter): Promise<number>
  /** The draft that the same file made for a brain and period, unless it went back. */
  draftOfFile(brain: string, period: string, sha256: string): Promise<DraftHead | null>
  handedIn(brain: string, period: string): Promise<HandedIn>
  /** Brains whose drafts and reports came in a file, with its name. */
  ownersOfFile(sha256: string): Promise<readonly FileOwner[]>
  /** What undoReport would restore; null where there is no such report of a brain. */
  undoPreview(report: string): Promise<readonly RestoredCell[] | null>
  /** Appends a report that restores what stood before each cell of another one. */
  undoReport(undo: UndoWrite): Promise<Written<UndoOutcome>>
}

export interface FileOwner {
  readonly brain: string
  readonly name: string
}
