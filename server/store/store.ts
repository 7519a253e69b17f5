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
import type { ObservationOrigin, ObservationStatus } from '../../src/domain/slice.ts'

export type StoredReport = z.infer<typeof ReportEntry>
export type StoredObservation = z.infer<typeof ObservationEntry>
export interface Holiday {
  readonly date: string
  readonly kind: 'off' | 'work'
}

/** One cell to be written: a value or a reason, never both. */
export interface CellWrite {
  readonly indicator: string
  readonly period: string
  readonly entity: string
  readonly value: number | null
  readonly absent: AbsenceReason | null
  readonly status: 'preliminary' | 'final'
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
}

/**
 * Stored with counts, refused because these cells (positions) change a value without a reason,
 * or failed alone while the others of its commit went through.
 */
export type ReportOutcome =
  | ({ readonly kind: 'stored'; readonly report: string } & ReportCounts)
  | { readonly kind: 'unexplained'; readonly cells: readonly number[] }
  | { readonly kind: 'failed'; readonly error: unknown }

export interface ReportCounts {
  readonly added: number
  readonly revised: number
  readonly unchanged: number
}

/** The cell of a slice as it stands now or stood at an instant. */
export interface SliceCell {
  readonly period: string
  readonly entity: string
  readonly value: number | null
  readonly absent: AbsenceReason | null
  readonly status: ObservationStatus
  readonly origin: ObservationOrigin
  readonly knownAt: number
  /** Id of the publication that states the value; null or not given for what a brain reports. */
  readonly source?: string | null
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

export interface EventWrite {
  readonly entry: EventEntry
  readonly knownAt: number
}

export type EventsOutcome =
  | { readonly kind: 'stored'; readonly added: number; readonly unchanged: number }
  | { readonly kind: 'unknownBrain' | 'conflict'; readonly events: readonly number[] }

/** What a write made newer; versions are change sequence numbers, so they only grow. */
export interface Written<T> {
  readonly outcome: T
  readonly changes: readonly ChangeEvent[]
}

export interface StoreCounts {
  readonly observations: number
  readonly lastKnownAt: number | null
}

/**
 * The store of one space. Every write is one transaction that is durable when its promise resolves;
 * observations, reports and events are only ever appended.
 */
export interface Store {
  /** Writes reports in order, each whole or not at all; they share one commit. */
  appendReports(reports: readonly ReportWrite[]): Promise<Written<readonly ReportOutcome[]>>
  /** Adds or corrects registry entries; returns the ids that were new and takes their tokens' hashes. */
  registerBrains(
    brains: readonly BrainEntry[],
    tokenHashes: ReadonlyMap<string, string>,
    at: number,
  ): Promise<Written<readonly string[]>>
  /** All events or none. The same event again is unchanged; another one under its id is a conflict. */
  appendEvents(events: readonly EventWrite[]): Promise<Written<EventsOutcome>>
  putReference(data: ReferenceData): Promise<Written<number>>
  /** Keeps a new token's hash and revokes the brain's older ones; false for an unknown brain. */
  issueToken(brain: string, hash: string, at: number): Promise<boolean>
  /** The brain of a token that is not revoked. */
  brainOfToken(hash: string): Promise<string | null>
  /** `asOf` leaves out events that became known later. */
  registry(asOf: number | null): Promise<StoredRegistry>
  sliceCells(indicator: string, asOf: number | null): Promise<readonly SliceCell[]>
  /** Cells that pass a filter, ordered by indicator, period and entity: one page of them. */
  findCells(filter: CellFilter, page: CellPage): Promise<readonly FoundCell[]>
  countCells(filter: CellFilter): Promise<number>
  /** All observations of a cell (of all periods without one), newest first. */
  history(cell: HistoryQuery): Promise<readonly StoredObservation[]>
  report(id: string): Promise<StoredReport | null>
  /** Name of the sender of the latest simulated report: the credit line of simulated data. */
  simulatedBy(): Promise<string | null>
  changesSince(version: number): Promise<readonly ChangeEvent[]>
  counts(): Promise<StoreCounts>
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

export interface CellPage {
  readonly limit: number
  readonly offset: number
}

/** A cell with its indicator and the report that it came from. */
export interface FoundCell extends SliceCell {
  readonly indicator: string
  readonly report: string
}

export interface HistoryQuery {
  readonly indicator: string
  readonly entity: string
  readonly period: string | null
  readonly asOf: number | null
  readonly limit: number
}
