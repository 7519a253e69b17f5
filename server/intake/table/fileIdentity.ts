import type { IntakeFinding } from '../intakeCell.ts'
import type { Upload } from '../upload.ts'
import type { Table, TableCell } from '../workbook/table.ts'
import { brainNames } from './brainNames.ts'
import { headCells, statusOf, type HeadCells } from './headCells.ts'
import { periodOfCell } from './periodOfCell.ts'
import { TABLE_FAULTS } from './tableFaults.ts'
import { placeIn } from './tableView.ts'

/** Whose figures a table holds, of which period and status, as far as it says. */
export interface Identity {
  readonly brain: string | null
  readonly period: string | null
  readonly status: 'preliminary' | 'final' | null
  readonly findings: readonly IntakeFinding[]
}

/** Reads brain, period and status above the head of a table and holds them to what is expected. */
export function readIdentity(table: Table, headerRow: number, upload: Upload): Identity {
  const head = headCells(table, headerRow)
  const findings: IntakeFinding[] = []
  const brain = head.brain ? brainOf(table, head.brain, upload, findings) : null
  const period = headPeriod(table, head, upload, findings)
  const status = head.status ? statusOf(head.status.text) : null
  if (head.status && !status)
    findings.push(
      TABLE_FAULTS.status(placeIn(table, head.status.column, head.status.row), head.status.text),
    )
  return { brain, period, status, findings }
}

/** The brain that a cell names; says so once where it is another one than expected, or unknown. */
export function brainOf(
  table: Table,
  { column, row, text }: TableCell,
  { brains, expect }: Upload,
  findings: IntakeFinding[],
): string | null {
  const names = brainNames(brains)
  const brain = text === expect.brain ? expect.brain : names.find(text)
  const place = placeIn(table, column, row)
  const nameOf = (id: string | null, written: string): string =>
    id === null ? written : (brains.get(id) ?? id)
  const tell = (finding: IntakeFinding): void => {
    if (!findings.some(({ text: told }) => told.zh === finding.text.zh)) findings.push(finding)
  }
  if (expect.brain !== null && brain !== expect.brain)
    tell(TABLE_FAULTS.otherBrain(place, nameOf(brain, text), nameOf(expect.brain, '')))
  else if (brain === null) tell(TABLE_FAULTS.unknownBrain(place, text, names.suggest(text)))
  return brain
}

function headPeriod(
  table: Table,
  { period: cell, titled }: HeadCells,
  upload: Upload,
  findings: IntakeFinding[],
): string | null {
  if (!cell && !titled) return null
  const at = cell ?? titled?.cell
  const period = cell ? periodOf(table, cell, upload, findings) : (titled?.period ?? null)
  const expected = upload.expect.period
  if (at && period !== null && expected !== null && period !== expected)
    findings.push(TABLE_FAULTS.otherPeriod(placeIn(table, at.column, at.row), period, expected))
  return period
}

/** The period that a cell names, completed where it has no year; says so where it is not clear. */
export function periodOf(
  table: Table,
  cell: TableCell,
  { expect, today }: Upload,
  findings: IntakeFinding[],
): string | null {
  const written = periodOfCell(cell)
  const place = placeIn(table, cell.column, cell.row)
  if (!written) {
    findings.push(TABLE_FAULTS.period(place, cell.text))
    return null
  }
  if (written.kind === 'period') return written.period
  const month = String(written.month).padStart(2, '0')
  if (expect.period !== null) return `${expect.period.slice(0, 4)}-${month}`
  const year = Number(today.slice(0, 4)) - (month < today.slice(5, 7) ? 0 : 1)
  findings.push(TABLE_FAULTS.periodYear(place, `${year}-${month}`))
  return `${year}-${month}`
}
