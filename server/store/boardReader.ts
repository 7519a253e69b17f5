import { sql } from 'kysely'
import type { Kysely } from 'kysely'

import { padded } from './bulk.ts'
import type { Tables } from './tables.ts'

/** Which reports a board is made of. */
export interface BoardQuery {
  /** First and last month. */
  readonly from: string
  readonly to: string
  /** Ids of the indicators that a whole report has. */
  readonly indicators: readonly string[]
  /** Instant whose knowledge counts, in milliseconds since 1970; null for all of it. */
  readonly asOf: number | null
}

/** The months before a board, as they were known at an instant. */
export interface EarlierQuery {
  /** The first month of the board. */
  readonly before: string
  readonly asOf: number | null
}

/** What was reported of one brain for one month; reports that were taken back are left out. */
export interface BoardHead {
  readonly brain: string
  readonly period: string
  /** When the first report was handed in: of a draft its last submission, not the day of its publication. */
  readonly at: number
  readonly reports: number
  /** Indicators of the month with a value or a reason other than 未报送. */
  readonly cells: number
  /** Warnings that they were published with, of cells that no later report has changed. */
  readonly warned: number
}

/**
 * See Store.boardHeads. A report speaks for its own period: cells of other months that it brings along are not
 * their report. A single report with as many cells as it should have is taken as whole; only the others are counted
 * cell by cell.
 */
export async function readBoardHeads(
  db: Kysely<Tables>,
  query: BoardQuery,
): Promise<readonly BoardHead[]> {
  const rows = await heads(db, query).execute()
  const counted = byMonth(await cellsOf(db, query), ({ cells }) => cells)
  const warnings = byMonth(await warningsOf(db, query), ({ warned }) => warned)
  return rows.map(({ brain, period, at, reports, most, least }) => {
    const isPlain = Number(reports) === 1 && most === query.indicators.length && least === most
    const cells = isPlain ? most : (counted.get(`${brain}|${period}`) ?? 0)
    const warned = warnings.get(`${brain}|${period}`) ?? 0
    return { brain, period, at: Number(at), reports: Number(reports), cells, warned }
  })
}

const byMonth = <Row extends { readonly brain: string | null; readonly period: string | null }>(
  rows: readonly Row[],
  of: (row: Row) => number | string | bigint,
): ReadonlyMap<string, number> =>
  new Map(rows.map((row) => [`${row.brain ?? ''}|${row.period ?? ''}`, Number(of(row))]))

/** See Store.firstReported. */
export const readFirstReported = (
  db: Kysely<Tables>,
  { before, asOf }: EarlierQuery,
): Promise<readonly Pick<BoardHead, 'brain' | 'period'>[]> =>
  untaken(db, asOf)
    .where('report.period', '<', before)
    .select((eb) => [
      eb.ref('report.brain').$notNull().as('brain'),
      eb.fn.min('report.period').$notNull().as('period'),
    ])
    .groupBy('report.brain')
    .execute()

/** Reports of a brain and month that were not taken back. */
const standing = (db: Kysely<Tables>, { from, to, asOf }: BoardQuery) =>
  untaken(db, asOf).where('report.period', '>=', from).where('report.period', '<=', to)

const untaken = (db: Kysely<Tables>, asOf: number | null) =>
  db
    .selectFrom('report')
    .where('report.brain', 'is not', null)
    .where('report.undoes', 'is', null)
    .where('report.no', 'not in', undone(db, asOf))
    .$if(asOf !== null, (part) => part.where('report.known_at', '<=', asOf ?? 0))

/** One row a brain and month: reports that stand, and how many cells they have. */
const heads = (db: Kysely<Tables>, query: BoardQuery) =>
  standing(db, query)
    .leftJoin(handedIn(db).as('handed'), 'handed.report', 'report.no')
    .select((eb) => [
      eb.ref('report.brain').$notNull().as('brain'),
      eb.ref('report.period').$notNull().as('period'),
      eb.fn.min(eb.fn.coalesce('handed.at', 'report.known_at')).as('at'),
      eb.fn.countAll<number>().as('reports'),
      eb.fn.max('report.cells').as('most'),
      eb.fn.min('report.cells').as('least'),
    ])
    .groupBy(['report.brain', 'report.period'])

const undone = (db: Kysely<Tables>, asOf: number | null) =>
  db
    .selectFrom('report')
    .select((eb) => eb.ref('undoes').$notNull().as('no'))
    .where('undoes', 'is not', null)
    .$if(asOf !== null, (part) => part.where('known_at', '<=', asOf ?? 0))

/** When the drafts that became reports were handed in last. */
const handedIn = (db: Kysely<Tables>) =>
  db
    .selectFrom('draft_state')
    .innerJoin('draft_step', 'draft_step.draft', 'draft_state.draft')
    .select((eb) => ['draft_state.report', eb.fn.max('draft_step.at').as('at')])
    .where('draft_state.report', 'is not', null)
    .where('draft_step.kind', '=', 'submitted')
    .groupBy('draft_state.report')

/** Cells of the months of which the heads do not say whether they are whole. */
function cellsOf(db: Kysely<Tables>, query: BoardQuery) {
  const doubtful = heads(db, query).having((eb) =>
    eb.or([
      eb(eb.fn.countAll(), '>', 1),
      eb(eb.fn.max('report.cells'), '<>', query.indicators.length),
    ]),
  )
  // An observation has every column of a current cell.
  const table = (
    query.asOf === null ? 'current as cell' : 'observation as cell'
  ) as 'current as cell'
  return db
    .selectFrom(doubtful.as('doubtful'))
    .innerJoin(table, (join) =>
      join.onRef('cell.period', '=', 'doubtful.period').onRef('cell.entity', '=', 'doubtful.brain'),
    )
    .select(['doubtful.brain', 'doubtful.period'])
    .select((eb) => eb.fn.count('cell.indicator').distinct().as('cells'))
    .where('cell.indicator', 'in', padded(query.indicators))
    .where((eb) =>
      eb.or([eb('cell.value', 'is not', null), eb('cell.absent', '<>', 'notReported')]),
    )
    .$if(query.asOf !== null, (part) => part.where('cell.known_at', '<=', query.asOf ?? 0))
    .groupBy(['doubtful.brain', 'doubtful.period'])
    .execute()
}

/** One row a brain and month with warnings; the same rule at the same cell counts once. */
const warningsOf = (db: Kysely<Tables>, query: BoardQuery) =>
  db
    .selectFrom(
      standing(db, query)
        .innerJoin('report_finding as finding', 'finding.report', 'report.no')
        .select(['report.brain', 'report.period', 'finding.rule', 'finding.indicator'])
        .select('finding.period as of')
        .distinct()
        .where((eb) => eb.not(eb.exists(laterChange(db, query))))
        .as('warning'),
    )
    .select(['brain', 'period'])
    .select((eb) => eb.fn.countAll().as('warned'))
    .groupBy(['brain', 'period'])
    .execute()

/** What a later report says of the finding's cell. */
const laterChange = (db: Kysely<Tables>, { asOf }: BoardQuery) =>
  db
    .selectFrom('observation as later')
    .select('later.seq')
    .whereRef('later.indicator', '=', sql.ref('finding.indicator'))
    .whereRef('later.period', '=', sql.ref('finding.period'))
    .whereRef('later.entity', '=', sql.ref('report.brain'))
    .whereRef('later.report', '>', sql.ref('finding.report'))
    .$if(asOf !== null, (part) => part.where('later.known_at', '<=', asOf ?? 0))

/** See Store.lastDraftStep. */
export async function readLastDraftStep(db: Kysely<Tables>): Promise<number> {
  const row = await db
    .selectFrom('draft_step')
    .select((eb) => eb.fn.max<number | null>('seq').as('seq'))
    .executeTakeFirst()
  return row?.seq ?? 0
}
