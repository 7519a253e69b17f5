import type { ControlledTransaction, Kysely } from 'kysely'

import { bumpChanges } from './changes.ts'
import { cellKey } from './cellStatements.ts'
import type { CellStatements, KnownCell } from './cellStatements.ts'
import { changeOf } from './revision.ts'
import type { CellChange, Previous } from './revision.ts'
import type { CellWrite, ReportOutcome, ReportWrite, Written } from './store.ts'
import type { ObservationRow, Tables } from './tables.ts'

/** Next free numbers; one writer at a time, so they are counted within the transaction. */
interface Numbers {
  report: number
  observation: number
}

interface Judged {
  readonly cell: CellWrite
  readonly change: CellChange
  /** Newer knowledge of the cell is already held: history takes it, `current` does not. */
  readonly late: boolean
}

/** Writes reports in order under one commit, each behind a savepoint of its own. */
export async function writeReports(
  db: Kysely<Tables>,
  statements: CellStatements,
  reports: readonly ReportWrite[],
): Promise<Written<readonly ReportOutcome[]>> {
  const trx = await db.startTransaction().execute()
  try {
    const numbers = await nextNumbers(trx)
    const touched = new Set<string>()
    const outcome: ReportOutcome[] = []
    for (const report of reports)
      outcome.push(
        await guarded(trx, numbers, () => writeReport(trx, statements, numbers, report, touched)),
      )
    const changes = await bumpChanges(trx, touched)
    await trx.commit().execute()
    return { outcome, changes }
  } catch (error) {
    await trx.rollback().execute()
    throw error
  }
}

async function nextNumbers(trx: Kysely<Tables>): Promise<Numbers> {
  const row = await trx
    .selectNoFrom((eb) => [
      eb
        .selectFrom('report')
        .select((e) => e.fn.max('no').as('n'))
        .as('report'),
      eb
        .selectFrom('observation')
        .select((e) => e.fn.max('seq').as('n'))
        .as('observation'),
    ])
    .executeTakeFirstOrThrow()
  return { report: Number(row.report ?? 0) + 1, observation: Number(row.observation ?? 0) + 1 }
}

async function guarded(
  trx: ControlledTransaction<Tables>,
  numbers: Numbers,
  write: () => Promise<ReportOutcome>,
): Promise<ReportOutcome> {
  const savepoint = await trx.savepoint('report').execute()
  const before = { ...numbers }
  try {
    const outcome = await write()
    await savepoint.releaseSavepoint('report').execute()
    return outcome
  } catch (error) {
    await savepoint.rollbackToSavepoint('report').execute()
    Object.assign(numbers, before)
    return { kind: 'failed', error }
  }
}

async function writeReport(
  trx: Kysely<Tables>,
  statements: CellStatements,
  numbers: Numbers,
  report: ReportWrite,
  touched: Set<string>,
): Promise<ReportOutcome> {
  const judged = await judge(trx, statements, report)
  const revised = judged.flatMap(({ change }, i) => (change === 'revised' ? [i] : []))
  if (revised.length > 0 && report.reason === null) return { kind: 'unexplained', cells: revised }
  const fresh = judged.filter(({ change }) => change !== 'unchanged')
  const unchanged = judged.length - fresh.length
  const no = await writeHead(trx, numbers, report, fresh.length === 0)
  const rows = fresh.map((one) => rowOf(one, report, no, numbers))
  await statements.insertObservations(trx, rows)
  await statements.upsertCurrent(
    trx,
    rows.filter((_, i) => fresh[i]?.late === false),
  )
  for (const row of rows) touched.add(row.indicator)
  return {
    kind: 'stored',
    report: reportId(no),
    added: fresh.length - revised.length,
    revised: revised.length,
    unchanged,
  }
}

async function judge(
  trx: Kysely<Tables>,
  statements: CellStatements,
  report: ReportWrite,
): Promise<Judged[]> {
  const known = await statements.knownCells(trx, report.cells)
  const judged: Judged[] = []
  for (const cell of report.cells) {
    const held = known.get(cellKey(cell)) ?? null
    const late = held !== null && held.known_at > report.knownAt
    const previous = late ? await knownThen(trx, held, report.knownAt) : held
    judged.push({ cell, change: changeOf(previous, cell), late })
  }
  return judged
}

/** The cell as it was known at an instant; needed only when reports arrive out of order. */
async function knownThen(
  trx: Kysely<Tables>,
  cell: KnownCell,
  instant: number,
): Promise<Previous | null> {
  const row = await trx
    .selectFrom('observation')
    .select(['value', 'absent', 'status'])
    .where('indicator', '=', cell.indicator)
    .where('entity', '=', cell.entity)
    .where('period', '=', cell.period)
    .where('known_at', '<=', instant)
    .orderBy('known_at', 'desc')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Writes the report's head; the same bytes again that change nothing keep their first head. */
async function writeHead(
  trx: Kysely<Tables>,
  numbers: Numbers,
  report: ReportWrite,
  changesNothing: boolean,
): Promise<number> {
  const earlier = changesNothing ? await sameReport(trx, report) : null
  if (earlier !== null) return earlier
  const no = numbers.report++
  await trx
    .insertInto('report')
    .values({
      no,
      brain: report.brain,
      period: report.period,
      sender: report.by,
      reason: report.reason,
      received_at: report.receivedAt,
      known_at: report.knownAt,
      sha256: report.sha256,
      cells: report.cells.length,
      source: report.source,
      origin: report.origin,
    })
    .execute()
  return no
}

async function sameReport(trx: Kysely<Tables>, report: ReportWrite): Promise<number | null> {
  const row = await trx
    .selectFrom('report')
    .select('no')
    .where('sha256', '=', report.sha256)
    .where('brain', report.brain === null ? 'is' : '=', report.brain)
    .orderBy('no')
    .limit(1)
    .executeTakeFirst()
  return row?.no ?? null
}

function rowOf(one: Judged, report: ReportWrite, no: number, numbers: Numbers): ObservationRow {
  const { indicator, period, entity, value, absent, status } = one.cell
  return {
    seq: numbers.observation++,
    indicator,
    period,
    entity,
    value,
    absent,
    status: one.change === 'revised' ? 'revised' : status,
    origin: report.origin,
    known_at: report.knownAt,
    report: no,
  }
}

/** Public form of a report's number: R12. */
export const reportId = (no: number): string => `R${no}`

/** The number of a report id; null for anything else. */
export function reportNumber(id: string): number | null {
  const match = /^R([1-9]\d{0,14})$/.exec(id)
  return match ? Number(match[1]) : null
}
