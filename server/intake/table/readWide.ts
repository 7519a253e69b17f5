import { isUnitWord } from '../../../src/domain/writtenUnit.ts'
import type { IntakeFinding } from '../intakeCell.ts'
import type { Upload } from '../upload.ts'
import type { Table, TableCell } from '../workbook/table.ts'
import type { Entry, ReadEntries, StatedUnit } from './entry.ts'
import { brainOf, periodOf } from './fileIdentity.ts'
import type { Column, Header } from './findHeader.ts'
import type { IndicatorNames } from './indicatorNames.ts'
import { TABLE_FAULTS } from './tableFaults.ts'
import { placeIn, rowsBelow, type RowView } from './tableView.ts'

/** Reads a table with an indicator a column; a row below the head may hold units, or the names beside codes. */
export function readWide(
  table: Table,
  header: Header,
  upload: Upload,
  names: IndicatorNames,
  period: string,
): ReadEntries {
  const findings: IntakeFinding[] = []
  const columns = header.columns.filter(({ role }) => role === 'indicator')
  const columnOf = (role: Column['role']) =>
    header.columns.find((column) => column.role === role)?.column
  for (const { named, title, column } of columns)
    if (named.indicators.length > 1)
      findings.push(
        TABLE_FAULTS.ambiguousName(placeIn(table, column, header.row), title, named.indicators),
      )
  const units = new Map<number, StatedUnit>(
    columns.flatMap(({ column, unit }) =>
      unit === '' ? [] : [[column, { text: unit, row: header.row, column }] as const],
    ),
  )
  const entries = rowsBelow(table, header.row).flatMap((row): Entry[] => {
    const cells = columns.flatMap(({ column }) => row.cells.get(column) ?? [])
    if (cells.length === 0) return []
    if (cells.every((cell) => cell.kind === 'text' && isTitle(cell, names))) {
      for (const { column, text } of cells)
        if (isUnitWord(text)) units.set(column, { text, row: row.row, column })
      return []
    }
    const at = (role: Column['role']): TableCell | null => {
      const column = columnOf(role)
      return column === undefined ? null : row.at(column)
    }
    const [named, written] = [at('brain'), at('period')]
    const brain = named ? brainOf(table, named, upload, findings) : null
    const own = written ? periodOf(table, written, upload, findings) : period
    if (own === null || (named && brain === null)) return []
    return rowEntries(row, columns, units, { brain, period: own })
  })
  return { entries, findings }
}

const isTitle = ({ text }: TableCell, names: IndicatorNames): boolean =>
  isUnitWord(text) || names.find(text).indicators.length > 0

const rowEntries = (
  { row, cells }: RowView,
  columns: readonly Column[],
  units: ReadonlyMap<number, StatedUnit>,
  of: Pick<Entry, 'brain' | 'period'>,
): Entry[] =>
  columns.flatMap(({ column, named: { indicators } }) => {
    const [indicator, second] = indicators
    if (!indicator || second) return []
    const unit = units.get(column) ?? null
    return [{ ...of, row, column, indicator, cell: cells.get(column) ?? null, reason: null, unit }]
  })
