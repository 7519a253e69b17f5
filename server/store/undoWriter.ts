import type { Kysely } from 'kysely'

import { bumpChanges } from './changes.ts'
import { cellKey } from './cellStatements.ts'
import type { CellStatements } from './cellStatements.ts'
import type { RestoredCell, SupersededCell, UndoOutcome, UndoWrite } from './draft.ts'
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
    const cells = await cellsOf(trx, report)
    if (cells.length === 0) return refused({ kind: 'nothing' })
    const by = cells.flatMap((cell) => superseding(cell) ?? [])
    if (by.length > 0) return refused({ kind: 'superseded', by })
    const no = await writeCounterReport(trx, report, cells.length, undo)
    const numbers = await nextNumbers(trx)
    const rows = cells.map((cell) => ({
      ...restored(cell),
      ...{ seq: numbers.observation++, known_at: undo.knownAt, report: no },
    }))
    await statements.insertObservations(trx, rows)
    await statements.upsertCurrent(trx, rows)
    await noteOnDraft(trx, report, no, undo)
    const emptied = cells.filter(({ earlier }) => earlier === null)
    return {
      outcome: {
        kind: 'stored',
        report: reportId(no),
        restored: cells.length - emptied.length,
        emptied: emptied.length,
      },
      changes: await bumpChanges(trx, new Set(rows.map(({ indicator }) => indicator))),
    }
  })

/** See Store.undoPreview. */
export async function readUndo(
  db: Kysely<Tables>,
  id: string,
): Promise<readonly RestoredCell[] | null> {
  const report = await undoable(db, id)
  if (report === null) return null
  return (await cellsOf(db, report)).map((cell) => ({
    ...{ indicator: cell.own.indicator, period: cell.own.period },
    now: { value: cell.latest.value, absent: cell.latest.absent },
    before: cell.earlier && { value: cell.earlier.value, absent: cell.earlier.absent },
    later: superseding(cell)?.report ?? null,
  }))
}

const refused = (outcome: UndoOutcome): Written<UndoOutcome> => ({ outcome, changes: [] })

/** The later report to which a cell belongs; null where it shows what the report itself said. */
function superseding({ own, latest, holder }: UndoneCell): SupersededCell | null {
  const { indicator, period, report } = own
  if (latest.report === report || holder === report) return null
  return { indicator, period, report: reportId(holder > report ? holder : latest.report) }
}

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

/** An observation of a report, what was known of its cell before, null where nothing was, and what is known now. */
interface UndoneCell {
  readonly own: ObservationRow
  readonly earlier: ObservationRow | null
  readonly latest: ObservationRow
  /** The report whose word the cell shows: a counter-report gives it back to whoever had it before. */
  readonly holder: number
}

async function cellsOf(
  trx: Kysely<Tables>,
  { no, brain }: { no: number; brain: string },
): Promise<readonly UndoneCell[]> {
  const rows = await trx
    .selectFrom('observation')
    .selectAll()
    .where('indicator', 'in', (eb) => eb.selectFrom('change').select('subject'))
    .where('entity', '=', brain)
    .orderBy('known_at')
    .orderBy('seq')
    .execute()
  const undoes = await undoneReports(trx, brain)
  const of = rows.filter(({ report }) => report === no)
  const history = new Map<string, ObservationRow[]>(of.map((row) => [cellKey(row), []]))
  for (const row of rows) history.get(cellKey(row))?.push(row)
  return of.map((own) => {
    const known = history.get(cellKey(own)) ?? []
    const earlier = known[known.findIndex(({ seq }) => seq === own.seq) - 1] ?? null
    return { own, earlier, latest: known.at(-1) ?? own, holder: holderOf(known, undoes) ?? no }
  })
}

/** Counter-reports of a brain with what each takes back. */
async function undoneReports(
  trx: Kysely<Tables>,
  brain: string,
): Promise<ReadonlyMap<number, number>> {
  const rows = await trx
    .selectFrom('report')
    .select((eb) => ['no', eb.ref('undoes').$notNull().as('undoes')])
    .where('brain', '=', brain)
    .where('undoes', 'is not', null)
    .execute()
  return new Map(rows.map(({ no, undoes }) => [no, undoes]))
}

/** The report whose word a cell shows in the end, from all that was said of it, oldest first. */
function holderOf(
  known: readonly ObservationRow[],
  undoes: ReadonlyMap<number, number>,
): number | undefined {
  const holders: number[] = []
  const heldBefore = new Map<number, number | undefined>()
  for (const { report } of known) {
    heldBefore.set(report, holders.at(-1))
    const undone = undoes.get(report)
    holders.push((undone === undefined ? undefined : heldBefore.get(undone)) ?? report)
  }
  return holders.at(-1)
}

/** What stood before, with its status; where nothing stood, the cell is not reported again. */
const restored = ({ own, earlier }: UndoneCell): ObservationRow =>
  earlier ?? { ...own, value: null, absent: 'notReported', status: 'revised' }

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
