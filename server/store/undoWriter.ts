import type { Kysely } from 'kysely'

import { bumpChanges } from './changes.ts'
import { cellKey } from './cellStatements.ts'
import type { CellStatements } from './cellStatements.ts'
import type { UndoOutcome, UndoWrite } from './draft.ts'
import { takeStep } from './draftWriter.ts'
import { reportId, reportNumber } from './reportId.ts'
import { nextNumbers, NO_FILE } from './reportHead.ts'
import type { Written } from './store.ts'
import type { ObservationRow, ReportRow, Tables } from './tables.ts'

/** See Store.undoReport. */
export const writeUndo = (
  db: Kysely<Tables>,
  statements: CellStatements,
  undo: UndoWrite,
): Promise<Written<UndoOutcome>> =>
  db.transaction().execute(async (trx) => {
    const report = await undoable(trx, undo.report)
    if (report === null) return refused({ kind: 'missing' })
    const { own, history } = await cellsOf(trx, report)
    if (own.length === 0) return refused({ kind: 'nothing' })
    const later = own.flatMap((row) => {
      const latest = history.get(cellKey(row))?.at(-1)
      return latest && latest.report !== report.no ? [latest] : []
    })
    if (later.length > 0) return refused({ kind: 'superseded', by: later.map(superseding) })
    const no = await writeCounterReport(trx, report, own.length, undo)
    const numbers = await nextNumbers(trx)
    const rows = own.map((row) => ({
      ...restored(row, history.get(cellKey(row)) ?? []),
      ...{ seq: numbers.observation++, known_at: undo.knownAt, report: no },
    }))
    await statements.insertObservations(trx, rows)
    await statements.upsertCurrent(trx, rows)
    await noteOnDraft(trx, report, no, undo)
    const emptied = own.filter((row) => before(row, history.get(cellKey(row)) ?? []) === null)
    return {
      outcome: {
        kind: 'stored',
        report: reportId(no),
        restored: own.length - emptied.length,
        emptied: emptied.length,
      },
      changes: await bumpChanges(trx, new Set(rows.map(({ indicator }) => indicator))),
    }
  })

const refused = (outcome: UndoOutcome): Written<UndoOutcome> => ({ outcome, changes: [] })

const superseding = ({ indicator, period, report }: ObservationRow) => ({
  indicator,
  period,
  report: reportId(report),
})

/** A report of a brain; public facts are put right in their files. */
async function undoable(
  trx: Kysely<Tables>,
  id: string,
): Promise<(ReportRow & { readonly brain: string }) | null> {
  const no = reportNumber(id)
  if (no === null) return null
  const row = await trx.selectFrom('report').selectAll().where('no', '=', no).executeTakeFirst()
  return row && row.brain !== null ? { ...row, brain: row.brain } : null
}

/** The report's observations, and of each of their cells everything that is known, oldest first. */
async function cellsOf(trx: Kysely<Tables>, { no, brain }: { no: number; brain: string }) {
  const rows = await trx
    .selectFrom('observation')
    .selectAll()
    .where('indicator', 'in', (eb) => eb.selectFrom('change').select('subject'))
    .where('entity', '=', brain)
    .orderBy('known_at')
    .orderBy('seq')
    .execute()
  const own = rows.filter(({ report }) => report === no)
  const history = new Map<string, ObservationRow[]>(own.map((row) => [cellKey(row), []]))
  for (const row of rows) history.get(cellKey(row))?.push(row)
  return { own, history }
}

const before = (row: ObservationRow, history: readonly ObservationRow[]): ObservationRow | null =>
  history[history.findIndex(({ seq }) => seq === row.seq) - 1] ?? null

/** What stood before, with its status; where nothing stood, the cell is not reported again. */
function restored(row: ObservationRow, history: readonly ObservationRow[]): ObservationRow {
  const earlier = before(row, history)
  if (earlier) return earlier
  return { ...row, value: null, absent: 'notReported', status: 'revised' }
}

async function writeCounterReport(
  trx: Kysely<Tables>,
  { no: undoes, brain, period }: ReportRow,
  cells: number,
  { by, reason, receivedAt, knownAt, sha256 }: UndoWrite,
): Promise<number> {
  const { report: no } = await nextNumbers(trx)
  const head = { no, brain, period, sender: by, reason, received_at: receivedAt }
  const rest = { known_at: knownAt, sha256, cells, source: null, origin: 'reported' as const }
  await trx
    .insertInto('report')
    .values({ ...head, ...rest, ...NO_FILE, undoes })
    .execute()
  return no
}

async function noteOnDraft(
  trx: Kysely<Tables>,
  { no }: ReportRow,
  counter: number,
  { by, reason, receivedAt }: UndoWrite,
): Promise<void> {
  const draft = await trx
    .selectFrom('draft_state')
    .select('draft')
    .where('report', '=', no)
    .executeTakeFirst()
  if (!draft) return
  const detail = { report: reportId(counter) }
  await takeStep(trx, draft.draft, { kind: 'undone', by, at: receivedAt, note: reason, detail })
}
