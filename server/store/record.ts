import type { EventEntry, RecordKind } from '../../src/contract/index.ts'
import type { Written } from './cells.ts'

/** A weekday that is off, or a weekend day that is worked. */
export interface Holiday {
  readonly date: string
  readonly kind: 'off' | 'work'
}

/** An event and since when it is known. */
export interface EventWrite {
  readonly entry: EventEntry
  readonly knownAt: number
}

/** The next version of a record; `n` is one more than the version that was seen. */
export interface RecordWrite {
  readonly kind: RecordKind
  readonly key: string
  readonly n: number
  /** The brain that it is about; null where it is about none. */
  readonly brain: string | null
  readonly entry: unknown
  readonly knownAt: number
  readonly actor: string
  readonly reason: string | null
}

/** One version of a record as it is kept. */
export interface StoredRecord extends Omit<RecordWrite, 'knownAt'> {
  readonly knownAt: number
}

/** What belongs together: records, the events that follow from them, days of the calendar. */
export interface ProgrammeWrite {
  readonly records: readonly RecordWrite[]
  readonly events: readonly EventWrite[]
  readonly holidays: readonly Holiday[]
  /** Years whose days off are replaced by those given. */
  readonly holidayYears: readonly number[]
}

/**
 * Stored, or refused whole: somebody else wrote the version first, or an event's id is taken by another event.
 */
export type ProgrammeOutcome =
  | { readonly kind: 'stored'; readonly changed: number }
  | { readonly kind: 'stale'; readonly keys: readonly string[] }
  | { readonly kind: 'conflict'; readonly events: readonly EventEntry[] }

/** The part of a store that keeps the programme's rules and files: versions are appended, never changed. */
export interface RecordStore {
  /** Writes all or nothing. */
  appendProgramme(write: ProgrammeWrite): Promise<Written<ProgrammeOutcome>>
  /** Every version known by an instant, in the order of writing. */
  records(asOf: number | null): Promise<readonly StoredRecord[]>
  /** Every version of one record, oldest first. */
  recordVersions(kind: RecordKind, key: string): Promise<readonly StoredRecord[]>
}
