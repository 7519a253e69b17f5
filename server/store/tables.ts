import type { AbsenceReason } from '../../src/domain/reading.ts'
import type { ObservationOrigin, ObservationStatus } from '../../src/domain/slice.ts'

/** The tables as Kysely sees them. Instants are milliseconds since 1970; `entry` is JSON text. */
export interface Tables {
  brain: { id: string; position: number; entry: string; registered_at: number }
  token: { hash: string; brain: string; created: number; revoked: number | null }
  event: { seq: number; id: string; brain: string; entry: string; known_at: number }
  report: ReportRow
  observation: ObservationRow
  current: Omit<ObservationRow, 'seq'>
  change: { subject: string; seq: number }
  target: { id: string; entry: string }
  source: { id: string; entry: string }
  cited: { id: string; entry: string }
  gap: { id: string; entry: string }
  holiday: { date: string; kind: 'off' | 'work' }
  meta: { key: string; value: string }
}

export interface ReportRow {
  no: number
  brain: string | null
  period: string | null
  sender: string
  reason: string | null
  received_at: number
  known_at: number
  sha256: string
  cells: number
  source: string | null
  origin: ObservationOrigin
}

export interface ObservationRow {
  seq: number
  indicator: string
  period: string
  entity: string
  value: number | null
  absent: AbsenceReason | null
  status: ObservationStatus
  origin: ObservationOrigin
  known_at: number
  report: number
}

/** Raised by one with every change of the tables; a newer store is refused by an older service. */
export const SCHEMA_VERSION = 1

/** Tables in the subset that SQLite and PostgreSQL share; engines append their own clauses. */
export const TABLES: readonly string[] = [
  `create table brain (id text primary key, position integer not null, entry text not null,
    registered_at bigint not null)`,
  `create table token (hash text primary key, brain text not null references brain (id),
    created bigint not null, revoked bigint)`,
  `create table event (seq integer primary key, id text not null unique,
    brain text not null references brain (id), entry text not null, known_at bigint not null)`,
  `create table report (no integer primary key, brain text references brain (id), period text,
    sender text not null, reason text, received_at bigint not null, known_at bigint not null,
    sha256 text not null, cells integer not null, source text, origin text not null)`,
  `create index report_sha256 on report (sha256)`,
  `create table observation (seq integer primary key, indicator text not null,
    period text not null, entity text not null, value double precision, absent text,
    status text not null, origin text not null, known_at bigint not null,
    report integer not null references report (no),
    check ((value is null) <> (absent is null)))`,
  `create index observation_cell on observation (indicator, entity, period, known_at)`,
  `create table current (indicator text not null, period text not null, entity text not null,
    value double precision, absent text, status text not null, origin text not null,
    known_at bigint not null, report integer not null,
    primary key (indicator, period, entity))`,
  `create table change (subject text primary key, seq integer not null unique)`,
  `create table target (id text primary key, entry text not null)`,
  `create table source (id text primary key, entry text not null)`,
  `create table cited (id text primary key, entry text not null)`,
  `create table gap (id text primary key, entry text not null)`,
  `create table holiday (date text primary key, kind text not null)`,
  `create table meta (key text primary key, value text not null)`,
]

/** Tables to which rows are only ever appended. */
export const APPEND_ONLY = ['observation', 'report', 'event'] as const
