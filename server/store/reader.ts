import { sql } from 'kysely'
import type { Kysely } from 'kysely'

import { readBrains } from './brainReader.ts'
import { padded } from './bulk.ts'
import { reportId, reportNumber } from './reportId.ts'
import type {
  HistoryQuery,
  SliceCell,
  StoreCounts,
  StoredObservation,
  StoredRegistry,
  StoredReport,
} from './store.ts'
import type { ReportRow, Tables } from './tables.ts'

const iso = (instant: number): string => new Date(instant).toISOString()

const SLICE_COLUMNS = ['period', 'entity', 'value', 'absent', 'status', 'origin'] as const

/** Cells of one indicator: the projection, or of every cell the latest observation known by `asOf`. */
export async function readSlice(
  db: Kysely<Tables>,
  indicator: string,
  asOf: number | null,
): Promise<readonly SliceCell[]> {
  if (asOf === null)
    return db
      .selectFrom('current')
      .innerJoin('report', 'report.no', 'current.report')
      .select(['current.period', 'entity', 'value', 'absent', 'status', 'current.origin'])
      .select(['current.known_at as knownAt', 'report.source'])
      .where('indicator', '=', indicator)
      .execute()
  const ranked = db
    .selectFrom('observation')
    .select([...SLICE_COLUMNS, 'known_at as knownAt', 'report'])
    .select(
      sql<number>`row_number() over (partition by period, entity order by known_at desc, seq desc)`.as(
        'age',
      ),
    )
    .where('indicator', '=', indicator)
    .where('known_at', '<=', asOf)
  return db
    .selectFrom(ranked.as('ranked'))
    .innerJoin('report', 'report.no', 'ranked.report')
    .select(['ranked.period', 'entity', 'value', 'absent', 'status', 'ranked.origin'])
    .select(['knownAt', 'report.source'])
    .where('age', '=', 1)
    .execute()
}

/** See Store.history. */
export async function readHistory(
  db: Kysely<Tables>,
  { indicator, entity, period, asOf, limit }: HistoryQuery,
): Promise<readonly StoredObservation[]> {
  const rows = await db
    .selectFrom('observation')
    .innerJoin('report', 'report.no', 'observation.report')
    .leftJoin('cell_origin as place', (join) =>
      join
        .onRef('place.report', '=', 'observation.report')
        .onRef('place.indicator', '=', 'observation.indicator')
        .onRef('place.period', '=', 'observation.period'),
    )
    .selectAll('observation')
    .select(['place.sheet', 'place.cell', 'file_sha256', 'file_name', 'undoes'])
    .where('observation.indicator', '=', indicator)
    .where('entity', '=', entity)
    .$if(period !== null, (query) => query.where('observation.period', '=', period ?? ''))
    .$if(asOf !== null, (query) => query.where('observation.known_at', '<=', asOf ?? 0))
    .orderBy('observation.known_at', 'desc')
    .orderBy('observation.seq', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ known_at, report, sheet, cell, file_sha256, file_name, undoes, ...row }) => ({
    ...row,
    knownAt: iso(known_at),
    report: reportId(report),
    place: cell === null ? null : { sheet, cell },
    file: fileOf({ file_sha256, file_name }),
    undoes: undoes === null ? null : reportId(undoes),
  }))
}

const fileOf = ({
  file_sha256: sha256,
  file_name: name,
}: Pick<ReportRow, 'file_sha256' | 'file_name'>) =>
  sha256 === null || name === null ? null : { name, sha256 }

/** See Store.report. */
export async function readReport(db: Kysely<Tables>, id: string): Promise<StoredReport | null> {
  const no = reportNumber(id)
  if (no === null) return null
  const row = await db.selectFrom('report').selectAll().where('no', '=', no).executeTakeFirst()
  if (!row) return null
  const { brain, period, reason, sha256, cells, source } = row
  return {
    id,
    brain,
    period,
    by: row.sender,
    reason,
    receivedAt: iso(row.received_at),
    knownAt: iso(row.known_at),
    sha256,
    cells,
    source,
    file: fileOf(row),
    undoes: row.undoes === null ? null : reportId(row.undoes),
    undoneBy: await undoneBy(db, row),
  }
}

/** The latest report that takes one back. */
async function undoneBy(db: Kysely<Tables>, { no, brain }: ReportRow): Promise<string | null> {
  if (brain === null) return null
  const row = await db
    .selectFrom('report')
    .select((eb) => eb.fn.max('no').as('no'))
    .where('brain', '=', brain)
    .where('undoes', '=', no)
    .executeTakeFirst()
  return row?.no == null ? null : reportId(row.no)
}

/** See Store.registry. */
export async function readRegistry(
  db: Kysely<Tables>,
  asOf: number | null,
): Promise<StoredRegistry> {
  const brains = await readBrains(db, asOf)
  const events = await db
    .selectFrom('event')
    .select('entry')
    .$if(asOf !== null, (query) => query.where('known_at', '<=', asOf ?? 0))
    .orderBy('seq')
    .execute()
  const keyed = (table: 'target' | 'source' | 'cited' | 'gap') =>
    db.selectFrom(table).select('entry').orderBy('id').execute()
  const holidays = await db.selectFrom('holiday').selectAll().orderBy('date').execute()
  return {
    brains: parsed(brains),
    events: parsed(events),
    targets: parsed(await keyed('target')),
    sources: parsed(await keyed('source')),
    cited: parsed(await keyed('cited')),
    gaps: parsed(await keyed('gap')),
    holidays,
  }
}

/** Entries were written by this store from checked values. */
const parsed = <T>(rows: readonly { entry: string }[]): T[] =>
  rows.map(({ entry }) => JSON.parse(entry) as T)

/** See Store.counts. */
export async function readCounts(
  db: Kysely<Tables>,
  entities: readonly string[] | null,
): Promise<StoreCounts> {
  if (entities?.length === 0) return { observations: 0, lastKnownAt: null }
  const row = await db
    .selectFrom('observation')
    .$if(entities !== null, (query) => query.where('entity', 'in', padded(entities ?? [])))
    .select((eb) => [
      eb.fn.countAll().as('observations'),
      eb.fn.max<number | null>('known_at').as('lastKnownAt'),
    ])
    .executeTakeFirstOrThrow()
  return { observations: Number(row.observations), lastKnownAt: row.lastKnownAt }
}

/** See Store.simulatedBy. */
export async function readSimulatedBy(db: Kysely<Tables>): Promise<string | null> {
  const row = await db
    .selectFrom('report')
    .select('sender')
    .where('origin', '=', 'simulated')
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.sender ?? null
}
