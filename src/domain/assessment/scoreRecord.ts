import type { Grade } from '../event.ts'

/** Where a value stands: the evidence of an item. */
export interface EvidenceCell {
  readonly indicator: string
  readonly entity: string
  readonly period: string
}

/** Points that people gave to a judged item, on a document. */
export interface JudgedPoints {
  readonly item: string
  readonly points: number
  readonly document: string
  readonly note: string | null
}

/** One item of a stored score: points and what they rest on. Null points: not known. */
export interface RecordedItem {
  readonly item: string
  readonly points: number | null
  readonly value: number | null
  readonly cell: EvidenceCell | null
  readonly document: string | null
  readonly note: string | null
}

/** A version of the score of a brain and year as it was stored; earlier versions stay. */
export interface ScoreRecord {
  readonly brain: string
  readonly year: number
  /** 1 for the first; a re-score is one more. */
  readonly version: number
  readonly card: string
  /** Version of the card; 0 for the product's own. */
  readonly cardVersion: number
  /** Readings up to this period. */
  readonly period: string
  readonly items: readonly RecordedItem[]
  readonly score: number | null
  readonly coverage: number
  readonly grade: Grade | null
  readonly published: boolean
  readonly by: string
  /** ISO instant. */
  readonly at: string
  /** Why; given with every re-score. */
  readonly reason: string | null
}

/** Every version of the score of a brain, newest year and newest version first. */
export const scoreHistory = (
  records: readonly ScoreRecord[],
  brain: string,
): readonly ScoreRecord[] =>
  records
    .filter((record) => record.brain === brain)
    .sort((a, b) => b.year - a.year || b.version - a.version)

/** The last version of a brain and year, draft or published: what a re-score follows. Null where there is none. */
export const lastRecord = (
  records: readonly ScoreRecord[],
  { brain, year }: Pick<ScoreRecord, 'brain' | 'year'>,
): ScoreRecord | null => scoreHistory(records, brain).find((record) => record.year === year) ?? null

/** Id of the event that the publication of a version appends; text order is that of the versions. */
export const publicationId = ({
  brain,
  year,
  version,
}: Pick<ScoreRecord, 'brain' | 'year' | 'version'>): string => {
  const suffix = `-assessed-${year}-${String(version).padStart(4, '0')}`
  return `${brain.slice(0, LONGEST_ID - suffix.length)}${suffix}`
}

/** Characters of an id. */
const LONGEST_ID = 80

/**
 * The version whose grade is in force for a brain and year: the last that was published, but for those whose event
 * was taken back by 登记更正. Null where none is.
 */
export const recordInForce = (
  records: readonly ScoreRecord[],
  { brain, year }: Pick<ScoreRecord, 'brain' | 'year'>,
  takenBack: ReadonlySet<string> = new Set(),
): ScoreRecord | null =>
  scoreHistory(records, brain).find(
    (record) => record.year === year && record.published && !takenBack.has(publicationId(record)),
  ) ?? null

/**
 * The versions of a year that count, by brain: the one in force; the last draft where none was published. Drafts
 * beside a publication count for nothing, nor does a publication that was taken back.
 */
export function currentRecords(
  records: readonly ScoreRecord[],
  year: number,
  takenBack: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, ScoreRecord> {
  const current = new Map<string, ScoreRecord>()
  for (const record of records) {
    if (record.year !== year || (record.published && takenBack.has(publicationId(record)))) continue
    const other = current.get(record.brain)
    if (!other || outranks(record, other)) current.set(record.brain, record)
  }
  return current
}

const outranks = (one: ScoreRecord, other: ScoreRecord): boolean =>
  one.published === other.published ? one.version > other.version : one.published

/** The judged points of a record, for a re-score that keeps them. */
export const judgedOf = ({ items }: ScoreRecord): readonly JudgedPoints[] =>
  items.flatMap(({ item, points, document, note }) =>
    document === null || points === null ? [] : [{ item, points, document, note }],
  )

/** An item that two versions score differently. */
export interface ItemChange {
  readonly item: string
  readonly before: RecordedItem | null
  readonly after: RecordedItem | null
}

/** Items whose points, value or document differ between two versions. */
export function itemChanges(before: ScoreRecord, after: ScoreRecord): readonly ItemChange[] {
  const [old, now] = [before, after].map(
    ({ items }) => new Map(items.map((entry) => [entry.item, entry])),
  )
  const ids = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])
  return [...ids]
    .map((item) => ({ item, before: old?.get(item) ?? null, after: now?.get(item) ?? null }))
    .filter((change) => !isSame(change))
}

const isSame = ({ before, after }: ItemChange): boolean =>
  before?.points === after?.points &&
  before?.value === after?.value &&
  before?.document === after?.document
