import { FILE_LIMITS } from '../workbook/limits.ts'
import type { Table, TableCell } from '../workbook/table.ts'
import { roleOf, splitBrackets, type ColumnRole } from './columnWords.ts'
import type { IndicatorNames, Named } from './indicatorNames.ts'
import { periodOfCell } from './periodOfCell.ts'

/** One column with a title: what it holds, and the unit, indicators or period that its title names. */
export interface Column {
  readonly column: number
  readonly title: string
  readonly role: ColumnRole | 'indicator' | 'unknown'
  readonly unit: string
  readonly named: Named
  readonly period: string | null
}

/** The row of titles; `long` has an indicator a row, `wide` an indicator a column. */
export interface Header {
  readonly row: number
  readonly layout: 'long' | 'wide'
  readonly columns: readonly Column[]
}

const NOBODY: Named = { indicators: [], unit: '' }

/** The first row that reads as the head of a report; null where no row near the top does. */
export function findHeader(rows: Table['rows'], names: IndicatorNames): Header | null {
  for (const cells of rows) {
    const row = cells[0]?.row ?? 0
    if (row > FILE_LIMITS.headRows) return null
    if (cells.length < 2) continue
    const columns = cells.map((cell) => columnOf(cell, names))
    const layout = layoutOf(columns)
    if (layout) return { row, layout, columns }
  }
  return null
}

function columnOf(cell: TableCell, names: IndicatorNames): Column {
  const title = cell.text.replace(/\s+/gu, ' ').trim()
  const plain = { column: cell.column, title, unit: '', named: NOBODY, period: null }
  const role = roleOf(title)
  if (role) return { ...plain, role }
  const named = cell.kind === 'text' ? names.find(title) : NOBODY
  if (named.indicators.length > 0) return { ...plain, role: 'indicator', unit: named.unit, named }
  const { word, inside } = splitBrackets(title)
  if (roleOf(word) === 'value') return { ...plain, role: 'value', unit: inside }
  const period = periodOfCell(cell)
  if (period?.kind === 'period') return { ...plain, role: 'value', period: period.period }
  return { ...plain, role: 'unknown' }
}

function layoutOf(columns: readonly Column[]): Header['layout'] | null {
  const has = (...roles: Column['role'][]) => columns.some(({ role }) => roles.includes(role))
  const indicators = new Set(columns.flatMap(({ named }) => named.indicators.map(({ id }) => id)))
  if (has('code', 'name') && has('value') && indicators.size === 0) return 'long'
  if (has('value')) return null
  return indicators.size > 1 || (indicators.size === 1 && has('period', 'brain')) ? 'wide' : null
}
