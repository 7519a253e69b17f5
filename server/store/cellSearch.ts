import type { ExpressionBuilder, Kysely } from 'kysely'

import type { Cadence } from '../../src/domain/period.ts'
import { padded } from './bulk.ts'
import { reportId } from './reportId.ts'
import type { CellFilter, CellPage, FoundCell, PeriodSpan } from './store.ts'
import type { ObservationRow, Tables } from './tables.ts'

const COLUMNS = [
  'indicator',
  'period',
  'entity',
  'value',
  'absent',
  'status',
  'origin',
  'known_at',
  'report',
] as const

type Cell = Pick<ObservationRow, (typeof COLUMNS)[number]>
type Seen = Tables & { seen: ObservationRow }

/** See Store.findCells. */
export async function findCells(
  db: Kysely<Tables>,
  filter: CellFilter,
  { limit, offset }: CellPage,
): Promise<readonly FoundCell[]> {
  if (isEmpty(filter)) return []
  const rows = await matching(db, filter)
    .select(COLUMNS)
    .orderBy('indicator')
    .orderBy('period')
    .orderBy('entity')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(({ known_at: knownAt, report, ...row }) => ({
    ...row,
    knownAt,
    report: reportId(report),
  }))
}

/** See Store.countCells. */
export async function countCells(db: Kysely<Tables>, filter: CellFilter): Promise<number> {
  if (isEmpty(filter)) return 0
  const row = await matching(db, filter)
    .select((eb) => eb.fn.countAll().as('cells'))
    .executeTakeFirstOrThrow()
  return Number(row.cells)
}

/** An empty list holds no cell; engines do not agree on `in ()`. */
const isEmpty = ({ indicators, entities, spans }: CellFilter): boolean =>
  [indicators, entities, spans].some((list) => list?.length === 0)

const matching = (db: Kysely<Tables>, { indicators, entities, spans, asOf }: CellFilter) =>
  (asOf === null ? standing(db) : knownBy(db, asOf))
    .$if(indicators !== null, (query) => query.where('indicator', 'in', padded(indicators ?? [])))
    .$if(entities !== null, (query) => query.where('entity', 'in', padded(entities ?? [])))
    .$if(spans !== null, (query) =>
      query.where((eb) => eb.or((spans ?? []).map((span) => inSpan(eb, span)))),
    )

const standing = (db: Kysely<Tables>) =>
  db.selectFrom(db.selectFrom('current').select(COLUMNS).as('cell'))

/** Of every cell the observation after which no later one was known by `asOf`. */
const knownBy = (db: Kysely<Tables>, asOf: number) =>
  db.selectFrom(
    db
      .selectFrom('observation as seen')
      .select(COLUMNS)
      .where('seen.known_at', '<=', asOf)
      .where((eb) => eb.not(eb.exists(laterThan(eb, asOf))))
      .as('cell'),
  )

const laterThan = (eb: ExpressionBuilder<Seen, 'seen'>, asOf: number) =>
  eb
    .selectFrom('observation as later')
    .select('later.seq')
    .whereRef('later.indicator', '=', 'seen.indicator')
    .whereRef('later.entity', '=', 'seen.entity')
    .whereRef('later.period', '=', 'seen.period')
    .where('later.known_at', '<=', asOf)
    .where((later) =>
      later.or([
        later('later.known_at', '>', later.ref('seen.known_at')),
        later.and([
          later('later.known_at', '=', later.ref('seen.known_at')),
          later('later.seq', '>', later.ref('seen.seq')),
        ]),
      ]),
    )

/** How the ids of a cadence look: within one shape, text order is order in time. */
const SHAPES: Readonly<Record<Cadence, string>> = {
  month: '____-__',
  quarter: '____-Q_',
  half: '____-H_',
  year: '____',
}

function inSpan(eb: ExpressionBuilder<{ cell: Cell }, 'cell'>, span: PeriodSpan) {
  const { cadence, first, last } = span
  const others = cadence === 'month' ? [SHAPES.quarter, SHAPES.half] : []
  return eb.and([
    eb('period', 'like', SHAPES[cadence]),
    ...others.map((shape) => eb('period', 'not like', shape)),
    eb('period', '>=', first),
    eb('period', '<=', last),
  ])
}
