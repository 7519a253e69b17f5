import type { CompiledQuery, Kysely } from 'kysely'

import { bulk, padded } from './bulk.ts'
import type { CellWrite } from './store.ts'
import type { CellOriginRow, ObservationRow, Tables } from './tables.ts'

/** What is held of a cell before a write. */
export type KnownCell = Pick<
  ObservationRow,
  'indicator' | 'period' | 'entity' | 'value' | 'absent' | 'status' | 'known_at'
>

const EMPTY: ObservationRow = {
  seq: 0,
  indicator: '',
  period: '',
  entity: '',
  value: null,
  absent: null,
  status: 'final',
  origin: 'reported',
  known_at: 0,
  report: 0,
}

const NOWHERE: CellOriginRow = { report: 0, indicator: '', period: '', sheet: null, cell: '' }

const currentValues = (row: ObservationRow): unknown[] => [
  row.indicator,
  row.period,
  row.entity,
  row.value,
  row.absent,
  row.status,
  row.origin,
  row.known_at,
  row.report,
]

/** The hot statements of the intake, each SQL text compiled once by the query builder. */
export function makeCellStatements(db: Kysely<Tables>) {
  const insertObservations = bulk<ObservationRow>(
    (rows) =>
      db.insertInto('observation').values(Array<ObservationRow>(rows).fill(EMPTY)).compile(),
    (row) => [row.seq, ...currentValues(row)],
  )
  const upsertCurrent = bulk<ObservationRow>((rows) => compileUpsert(db, rows), currentValues)
  const insertOrigins = bulk<CellOriginRow>(
    (rows) =>
      db.insertInto('cell_origin').values(Array<CellOriginRow>(rows).fill(NOWHERE)).compile(),
    (row) => [row.report, row.indicator, row.period, row.sheet, row.cell],
  )
  return { insertObservations, insertOrigins, upsertCurrent, knownCells: makeKnownCells(db) }
}

export type CellStatements = ReturnType<typeof makeCellStatements>

function compileUpsert(db: Kysely<Tables>, rows: number): CompiledQuery {
  const { seq: _, ...empty } = EMPTY
  return db
    .insertInto('current')
    .values(Array<typeof empty>(rows).fill(empty))
    .onConflict((conflict) =>
      conflict.columns(['indicator', 'period', 'entity']).doUpdateSet((eb) => ({
        value: eb.ref('excluded.value'),
        absent: eb.ref('excluded.absent'),
        status: eb.ref('excluded.status'),
        origin: eb.ref('excluded.origin'),
        known_at: eb.ref('excluded.known_at'),
        report: eb.ref('excluded.report'),
      })),
    )
    .compile()
}

export const cellKey = (cell: { indicator: string; period: string; entity: string }): string =>
  `${cell.indicator}|${cell.period}|${cell.entity}`

function makeKnownCells(db: Kysely<Tables>) {
  const compiled = new Map<string, CompiledQuery>()
  const statement = (lists: readonly (readonly string[])[]): CompiledQuery => {
    const shape = lists.map((list) => list.length).join('|')
    const known = compiled.get(shape) ?? compileKnownCells(db, lists)
    compiled.set(shape, known)
    return known
  }
  return async (trx: Kysely<Tables>, cells: readonly CellWrite[]) => {
    const lists = (['indicator', 'period', 'entity'] as const).map((part) =>
      padded([...new Set(cells.map((cell) => cell[part]))]),
    )
    const query = { ...statement(lists), parameters: lists.flat() }
    const { rows } = await trx.executeQuery<KnownCell>(query)
    return new Map(rows.map((row) => [cellKey(row), row]))
  }
}

function compileKnownCells(
  db: Kysely<Tables>,
  [indicators = [], periods = [], entities = []]: readonly (readonly string[])[],
): CompiledQuery {
  return db
    .selectFrom('current')
    .select(['indicator', 'period', 'entity', 'value', 'absent', 'status', 'known_at'])
    .where('indicator', 'in', indicators)
    .where('period', 'in', periods)
    .where('entity', 'in', entities)
    .compile()
}
