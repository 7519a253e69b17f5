import type { DraftState, DraftStepKind, RecordKind } from '../../src/contract/index.ts'
import type { AbsenceReason } from '../../src/domain/reading.ts'
import type { ObservationOrigin, ObservationStatus } from '../../src/domain/slice.ts'

/** The tables as Kysely sees them. Instants are milliseconds since 1970; `entry` is JSON text. */
export interface Tables {
  brain: { id: string; position: number; entry: string; registered_at: number }
  brain_entry: BrainEntryRow
  token: { hash: string; brain: string; created: number; revoked: number | null }
  event: { seq: number; id: string; brain: string; entry: string; known_at: number }
  report: ReportRow
  observation: ObservationRow
  current: Omit<ObservationRow, 'seq'>
  cell_origin: CellOriginRow
  report_finding: ReportFindingRow
  draft: DraftRow
  draft_step: DraftStepRow
  draft_state: DraftStateRow
  record: RecordRow
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
  file_sha256: string | null
  file_name: string | null
  /** Number of the report that this one takes back. */
  undoes: number | null
}

/** One version of a registry entry, never changed; `n` counts those of a brain from 1. */
export interface BrainEntryRow {
  seq: number
  brain: string
  n: number
  entry: string
  known_at: number
  actor: string
  reason: string | null
}

/**
 * One version of something that the programme keeps beside brains and events, never changed: a rule set, a score
 * card, a list, a statement, a score, a step of a case. `n` counts those of a kind and key from 1.
 */
export interface RecordRow {
  seq: number
  kind: RecordKind
  key: string
  n: number
  /** The brain that it is about; null where it is about none. */
  brain: string | null
  /** JSON text. */
  entry: string
  known_at: number
  actor: string
  reason: string | null
}

/** Where a report's file states a cell. */
export interface CellOriginRow {
  report: number
  indicator: string
  period: string
  sheet: string | null
  cell: string
}

/** What the quality gate said of a report that was published; `n` counts those of a report from 1. */
export interface ReportFindingRow {
  report: number
  n: number
  rule: string
  /** The cell; null for the report as a whole. */
  indicator: string | null
  period: string | null
  /** JSON text: where, in what words, and what was answered. */
  entry: string
}

/** What was handed in, never changed; `content` is JSON text. */
export interface DraftRow {
  no: number
  brain: string
  period: string
  status: 'preliminary' | 'final'
  sender: string
  at: number
  sha256: string
  file_name: string
  file_bytes: number
  base: string
  cells: number
  warnings: number
  content: string
}

/** One step of a draft, never changed; `detail` is JSON text. */
export interface DraftStepRow {
  seq: number
  draft: number
  n: number
  kind: DraftStepKind
  actor: string
  at: number
  note: string | null
  detail: string
}

/** The latest step of each draft as a state: a projection, as `current` is of `observation`. */
export interface DraftStateRow {
  draft: number
  brain: string
  period: string
  state: DraftState
  version: number
  updated_at: number
  report: number | null
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

/** One version of the tables: what it adds to the one before. */
export interface SchemaStep {
  readonly version: number
  readonly statements: readonly string[]
  /** Its tables to which rows are only ever appended. */
  readonly appendOnly: readonly (keyof Tables)[]
}

const FIRST: readonly string[] = [
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

/** Drafts, the place of a cell in its file, the file of a report, and reports that take one back. */
const DRAFTS: readonly string[] = [
  `alter table report add column file_sha256 text`,
  `alter table report add column file_name text`,
  `alter table report add column undoes integer references report (no)`,
  `create index report_brain on report (brain, period)`,
  `create table cell_origin (report integer not null references report (no),
    indicator text not null, period text not null, sheet text, cell text not null,
    primary key (report, indicator, period))`,
  `create table draft (no integer primary key, brain text not null references brain (id),
    period text not null, status text not null, sender text not null, at bigint not null,
    sha256 text not null, file_name text not null, file_bytes bigint not null,
    base text not null, cells integer not null, warnings integer not null, content text not null)`,
  `create index draft_sha256 on draft (sha256)`,
  `create index draft_brain on draft (brain, period)`,
  `create table draft_step (seq integer primary key, draft integer not null references draft (no),
    n integer not null, kind text not null, actor text not null, at bigint not null, note text,
    detail text not null, unique (draft, n))`,
  `create table draft_state (draft integer primary key references draft (no),
    brain text not null, period text not null, state text not null, version integer not null,
    updated_at bigint not null, report integer references report (no))`,
  `create index draft_state_period on draft_state (state, period)`,
  `create index draft_state_report on draft_state (report)`,
]

/**
 * Every version of a registry entry. What an older store holds is its first one, known from the beginning:
 * what stood there before was not kept.
 */
const BRAIN_ENTRIES: readonly string[] = [
  `create table brain_entry (seq integer primary key, brain text not null references brain (id),
    n integer not null, entry text not null, known_at bigint not null, actor text not null,
    reason text, unique (brain, n))`,
  `insert into brain_entry (brain, n, entry, known_at, actor)
    select id, 1, entry, 0, 'registry' from brain order by position`,
]

/** What the programme keeps beside brains and events. */
const RECORDS: readonly string[] = [
  `create table record (seq integer primary key, kind text not null, key text not null,
    n integer not null, brain text references brain (id), entry text not null,
    known_at bigint not null, actor text not null, reason text, unique (kind, key, n))`,
]

/** What the quality gate said of published reports; of earlier ones it was not kept. */
const FINDINGS: readonly string[] = [
  `create table report_finding (report integer not null references report (no), n integer not null,
    rule text not null, indicator text, period text, entry text not null, primary key (report, n))`,
]

/** Drafts of a state in the order in which they came. */
const QUEUE: readonly string[] = [`create index draft_state_order on draft_state (state, draft)`]

/**
 * The tables, version by version, in the subset that SQLite and PostgreSQL share; engines append their own
 * clauses. A new store takes every step, an older one those it lacks; a step that was released is never changed.
 */
export const SCHEMA: readonly SchemaStep[] = [
  { version: 1, statements: FIRST, appendOnly: ['observation', 'report', 'event'] },
  { version: 2, statements: DRAFTS, appendOnly: ['cell_origin', 'draft', 'draft_step'] },
  { version: 3, statements: BRAIN_ENTRIES, appendOnly: ['brain_entry'] },
  { version: 4, statements: RECORDS, appendOnly: ['record'] },
  { version: 5, statements: FINDINGS, appendOnly: ['report_finding'] },
  { version: 6, statements: QUEUE, appendOnly: [] },
]

/** The version this service writes; a newer store is refused. */
export const SCHEMA_VERSION = 6

/** Tables to which rows are only ever appended. */
export const APPEND_ONLY = SCHEMA.flatMap(({ appendOnly }) => appendOnly)
