import type { z } from 'zod/mini'

import type {
  BrainEntry,
  ChangeEvent,
  CitedPointEntry,
  EventEntry,
  GapEntry,
  ReportEntry,
  SourceEntry,
  TargetEntry,
  ObservationEntry,
} from '../../src/contract/index.ts'
import type { Cadence } from '../../src/domain/period.ts'
import type { AbsenceReason } from '../../src/domain/reading.ts'
import type { ObservationOrigin } from '../../src/domain/slice.ts'
import type { BoardHead, BoardQuery, EarlierQuery } from './boardReader.ts'
import type { CellPage, FoundCell, SliceCell, Written } from './cells.ts'
import type { DraftPublished, DraftRefusal, DraftStore } from './draft.ts'
import type { FindingWrite } from './findingWriter.ts'
import type { EventWrite, Holiday, RecordStore } from './record.ts'

export type { CellPage, EventWrite, FoundCell, Holiday, SliceCell, Written }

export type StoredReport = z.infer<typeof ReportEntry>
export type StoredObservation = z.infer<typeof ObservationEntry>
/** One cell to be written: a value or a reason, never both. */
export interface CellWrite {
  readonly indicator: string
  readonly period: string
  readonly entity: string
  readonly value: number | null
  readonly absent: AbsenceReason | null
  readonly status: 'preliminary' | 'final'
  /** Where the report's file states it; null or not given for a message. */
  readonly place?: CellPlaceWrite | null
}

export interface CellPlaceWrite {
  readonly sheet: string | null
  readonly cell: string
}

/** One report to be written. Instants are milliseconds since 1970 (UTC). */
export interface ReportWrite {
  readonly brain: string | null
  readonly period: string | null
  readonly by: string
  readonly reason: string | null
  readonly receivedAt: number
  readonly knownAt: number
  readonly sha256: string
  readonly source: string | null
  readonly origin: ObservationOrigin
  readonly cells: readonly CellWrite[]
  /** The file it came in; null or not given for a message. */
  readonly file?: { readonly name: string; readonly sha256: string } | null
  /** The draft that it publishes, in the same step. */
  readonly draft?: DraftPublished
  /** Warnings that it is published with. */
  readonly findings?: readonly FindingWrite[]
}

/**
 * Stored with counts, refused because these cells (positions) change a value without a reason or because
 * its draft cannot be published any more, or failed alone while the others of its commit went through.
 */
export type ReportOutcome =
  | ({ readonly kind: 'stored'; readonly report: string } & ReportCounts)
  | { readonly kind: 'unexplained'; readonly cells: readonly number[] }
  | { readonly kind: 'draftRefused'; readonly refusal: DraftRefusal }
  | { readonly kind: 'failed'; readonly error: unknown }

export interface ReportCounts {
  readonly added: number
  readonly revised: number
  readonly unchanged: number
}

export interface StoredRegistry {
  readonly brains: readonly BrainEntry[]
  readonly events: readonly EventEntry[]
  readonly targets: readonly z.infer<typeof TargetEntry>[]
  readonly sources: readonly z.infer<typeof SourceEntry>[]
  readonly cited: readonly z.infer<typeof CitedPointEntry>[]
  readonly gaps: readonly z.infer<typeof GapEntry>[]
  readonly holidays: readonly Holiday[]
}

/** Reference data of a space; each list replaces entries of the same key and never deletes. */
export interface ReferenceData {
  readonly targets: readonly z.infer<typeof TargetEntry>[]
  readonly sources: readonly z.infer<typeof SourceEntry>[]
  readonly cited: readonly z.infer<typeof CitedPointEntry>[]
  readonly gaps: readonly z.infer<typeof GapEntry>[]
  readonly holidays: readonly Holiday[]
}

/** Who wrote registry entries, why, and since when each is known where that is not the instant of writing. */
export interface BrainsTold {
  readonly by: string
  readonly reason: string | null
  readonly knownAt?: (brain: string) => number
}

/** Entries that somebody changes, and events that go with them. */
export interface BrainsEdit {
  readonly brains: readonly BrainEntry[]
  /** Of each brain the version that was seen; a brain that is not listed must be new. */
  readonly versions: ReadonlyMap<string, number>
  readonly events: readonly EventEntry[]
  readonly by: string
  readonly reason: string | null
  readonly at: number
}

/** Stored with the ids of brains, or refused whole because these brains were changed by somebody else. */
export type BrainsOutcome =
  | {
      readonly kind: 'stored'
      readonly added: readonly string[]
      readonly changed: readonly string[]
      readonly events: number
    }
  | { readonly kind: 'stale'; readonly brains: readonly string[] }

/** One version of a registry entry. */
export interface BrainVersion {
  readonly version: number
  readonly knownAt: number
  readonly by: string
  readonly reason: string | null
  readonly entry: BrainEntry
}

export type EventsOutcome =
  | { readonly kind: 'stored'; readonly added: number; readonly unchanged: number }
  | { readonly kind: 'unknownBrain' | 'conflict'; readonly events: readonly number[] }

export interface StoreCounts {
  readonly observations: number
  readonly lastKnownAt: number | null
}

/**
 * The store of one space. Every write is one transaction that is durable when its promise resolves;
 * observations, reports and events are only ever appended.
 */
export interface Store extends DraftStore, RecordStore {
  /** Writes reports in order, each whole or not at all; they share one commit. */
  appendReports(reports: readonly ReportWrite[]): Promise<Written<readonly ReportOutcome[]>>
  /** Adds or corrects registry entries; returns the ids that were new and takes their tokens' hashes. */
  registerBrains(
    brains: readonly BrainEntry[],
    tokenHashes: ReadonlyMap<string, string>,
    at: number,
    told?: BrainsTold,
  ): Promise<Written<readonly string[]>>
  /** Adds and changes entries and appends their events, all or none; every version is kept. */
  editBrains(edit: BrainsEdit): Promise<Written<BrainsOutcome>>
  /** All versions of an entry, newest first; empty for an unknown brain. */
  brainHistory(brain: string): Promise<readonly BrainVersion[]>
  /** Since when each brain is in the register itself: the instant of its first entry that is not a publication's. */
  registeredSince(): Promise<ReadonlyMap<string, number>>
  /** The version of every entry as it stands. */
  brainVersions(): Promise<ReadonlyMap<string, number>>
  /** All events or none. The same event again is unchanged; another one under its id is a conflict. */
  appendEvents(events: readonly EventWrite[]): Promise<Written<EventsOutcome>>
  putReference(data: ReferenceData): Promise<Written<number>>
  /** Keeps a new token's hash and revokes the brain's older ones; false for an unknown brain. */
  issueToken(brain: string, hash: string, at: number): Promise<boolean>
  /** The brain of a token that is not revoked. */
  brainOfToken(hash: string): Promise<string | null>
  /** As of an instant: entries as they stood then, without brains and events that became known later. */
  registry(asOf: number | null): Promise<StoredRegistry>
  sliceCells(indicator: string, asOf: number | null): Promise<readonly SliceCell[]>
  /** Cells that pass a filter, ordered by indicator, period and entity: one page of them. */
  findCells(filter: CellFilter, page: CellPage): Promise<readonly FoundCell[]>
  countCells(filter: CellFilter): Promise<number>
  /** All observations of a cell (of all periods without one), newest first. */
  history(cell: HistoryQuery): Promise<readonly StoredObservation[]>
  report(id: string): Promise<StoredReport | null>
  /** What was reported of every brain for the months of a board. */
  boardHeads(query: BoardQuery): Promise<readonly BoardHead[]>
  /** The earliest month before a board that was reported of each brain; none for brains without one. */
  firstReported(query: EarlierQuery): Promise<readonly Pick<BoardHead, 'brain' | 'period'>[]>
  /** Number of the latest step of any draft, 0 before the first. */
  lastDraftStep(): Promise<number>
  /** Name of the sender of the latest simulated report: the credit line of simulated data. */
  simulatedBy(): Promise<string | null>
  changesSince(version: number): Promise<readonly ChangeEvent[]>
  /** Of all observations, or of those about these entities. */
  counts(entities?: readonly string[]): Promise<StoreCounts>
  meta(key: string): Promise<string | null>
  setMeta(key: string, value: string): Promise<void>
  close(): Promise<void>
}

/** Which cells: each list that is given must hold the cell, null means any. */
export interface CellFilter {
  readonly indicators: readonly string[] | null
  readonly entities: readonly string[] | null
  /** Periods of each cadence from first to last; none of a cadence that is not listed. */
  readonly spans: readonly PeriodSpan[] | null
  readonly asOf: number | null
}

export interface PeriodSpan {
  readonly cadence: Cadence
  readonly first: string
  readonly last: string
}

export interface HistoryQuery {
  readonly indicator: string
  readonly entity: string
  readonly period: string | null
  readonly asOf: number | null
  readonly limit: number
}
