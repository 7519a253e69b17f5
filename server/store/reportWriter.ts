import type { ControlledTransaction, Kysely } from 'kysely'

import { bumpChanges } from './changes.ts'
import { cellKey } from './cellStatements.ts'
import type { CellStatements, KnownCell } from './cellStatements.ts'
import type { DraftPublished } from './draft.ts'
import { movable, takeStep } from './draftWriter.ts'
import { writeFindings } from './findingWriter.ts'
import { nextNumbers, writeHead } from './reportHead.ts'
import type { Numbers } from './reportHead.ts'
import { reportId } from './reportId.ts'
import { changeOf } from './revision.ts'
import type { CellChange, Previous } from './revision.ts'
import type { CellWrite, ReportOutcome, ReportWrite, Written } from './store.ts'
import type { CellOriginRow, ObservationRow, Tables } from './tables.ts'

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
  const draft = report.draft ? await movable(trx, report.draft, 'published') : null
  if (draft && 'kind' in draft) return { kind: 'draftRefused', refusal: draft }
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
  await statements.insertOrigins(trx, originsOf(fresh, no))
  await writeFindings(trx, no, report.findings ?? [])
  if (draft && report.draft) await publish(trx, draft.no, report.draft, no)
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

/** The report's place in its draft's history. */
const publish = (
  trx: Kysely<Tables>,
  draft: number,
  { by, at, note }: DraftPublished,
  no: number,
): Promise<void> =>
  takeStep(trx, draft, { kind: 'published', by, at, note, detail: { report: reportId(no) } }, no)

const originsOf = (fresh: readonly Judged[], report: number): CellOriginRow[] =>
  fresh.flatMap(({ cell: { indicator, period, place } }) =>
    place ? [{ report, indicator, period, ...place }] : [],
  )

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
