import type { Indicator } from '../../../src/domain/indicator.ts'
import type { IntakeFinding } from '../intakeCell.ts'
import type { Upload } from '../upload.ts'
import { FILE_LIMITS } from '../workbook/limits.ts'
import type { Table, TableCell } from '../workbook/table.ts'
import { roleOf, wordKey } from './columnWords.ts'
import type { Entry, ReadEntries, StatedUnit } from './entry.ts'
import { brainOf, periodOf } from './fileIdentity.ts'
import type { Column, Header } from './findHeader.ts'
import type { IndicatorNames } from './indicatorNames.ts'
import { TABLE_FAULTS } from './tableFaults.ts'
import { placeIn, rowsBelow, type RowView } from './tableView.ts'

/** Rows below a table that name people, dates and remarks. */
const FOOT =
  /^(填表|填报|制表|审核|复核|负责|单位负责|统计负责|联系|电话|手机|备注|注\d*$|注[:：]|说明|日期|报出|preparedby|checkedby|note|remark)/u

/** A table with an indicator a row: the columns by what they hold. */
interface LongTable {
  readonly table: Table
  readonly upload: Upload
  readonly names: IndicatorNames
  readonly columns: Readonly<Partial<Record<Column['role'], Column>>>
  readonly values: readonly Column[]
  /** Of figures whose row names none; empty where the file names none at all. */
  readonly period: string
  readonly findings: IntakeFinding[]
}

/** Reads a table with an indicator a row. */
export function readLong(
  table: Table,
  header: Header,
  upload: Upload,
  names: IndicatorNames,
  period: string,
): ReadEntries {
  const findings = doubleColumns(table, header)
  if (findings.length > 0) return { entries: [], findings }
  const values = header.columns.filter(({ role }) => role === 'value')
  const columns = Object.fromEntries(header.columns.map((column) => [column.role, column]))
  const long: LongTable = { table, upload, names, columns, values, period, findings }
  const entries = rowsBelow(table, header.row).flatMap((row) => rowEntries(row, long))
  return { entries, findings }
}

/** Two columns of values are told apart by their periods only; of the others there is one each. */
function doubleColumns(table: Table, { row, columns }: Header): IntakeFinding[] {
  const first = new Map<string, Column>()
  return columns.flatMap((column) => {
    if (column.role === 'unknown' || column.role === 'quiet') return []
    const key = `${column.role}${column.period ?? ''}`
    const earlier = first.get(key)
    if (!earlier) {
      first.set(key, column)
      return []
    }
    const place = placeIn(table, column.column, row)
    return [TABLE_FAULTS.doubleColumn(place, column.title, earlier.title)]
  })
}

function rowEntries(row: RowView, long: LongTable): Entry[] {
  const { columns, values, table, upload, findings } = long
  const at = (role: Column['role']): TableCell | null => {
    const column = columns[role]?.column
    return column === undefined ? null : row.at(column)
  }
  const reason = row.cells.get(columns.reason?.column ?? 0) ?? null
  const isGiven =
    values.some(({ column }) => row.cells.has(column) || row.goesOn(column)) || reason !== null
  const word = (at('code') ?? at('name'))?.text ?? ''
  if (!isGiven || isRepeatedHead(at) || FOOT.test(wordKey(word))) return []
  const found = indicatorOf(row, at('code'), at('name'), long)
  if (!found) return []
  const named = at('brain')
  const brain = named ? brainOf(table, named, upload, findings) : null
  if (named && brain === null) return []
  const written = at('period')
  const period = written ? periodOf(table, written, upload, findings) : long.period
  if (period === null) return []
  return values.map((value): Entry => ({
    ...{ row: row.row, column: value.column, indicator: found.indicator, brain },
    ...{ period: value.period ?? period, cell: row.cells.get(value.column) ?? null, reason },
    unit: unitOf(at('unit'), found.unit, value, row.row, columns.name?.column ?? 1),
  }))
}

/** The head stands again where pages were joined. */
const isRepeatedHead = (at: (role: Column['role']) => TableCell | null): boolean =>
  [at('code'), at('name')].some((cell) => /^(code|name)$/.test(roleOf(cell?.text ?? '') ?? ''))

/** The unit of the row, of its name in brackets, or of the column's title. */
function unitOf(
  cell: TableCell | null,
  named: string,
  value: Column,
  row: number,
  nameColumn: number,
): StatedUnit | null {
  if (cell) return { text: cell.text, row, column: cell.column }
  if (named !== '') return { text: named, row, column: nameColumn }
  return value.unit === '' ? null : { text: value.unit, row, column: value.column }
}

function indicatorOf(
  row: RowView,
  code: TableCell | null,
  name: TableCell | null,
  { table, names, values, columns, findings }: LongTable,
): { indicator: Indicator; unit: string } | null {
  const [byCode, byName] = [code, name].map((cell) => (cell ? names.find(cell.text) : null))
  const written = code ?? name
  const column = written?.column ?? columns.name?.column ?? values[0]?.column ?? 1
  const place = placeIn(table, column, row.row)
  const told = (finding: IntakeFinding): null => {
    findings.push(finding)
    return null
  }
  if (!written)
    return told(TABLE_FAULTS.noIndicator(placeIn(table, values[0]?.column ?? 1, row.row)))
  const candidates = byCode?.indicators.length ? byCode.indicators : (byName?.indicators ?? [])
  const named = byName?.indicators ?? []
  const both = candidates.filter((one) => named.length === 0 || named.includes(one))
  const [indicator, second] = both
  if (indicator && !second) return { indicator, unit: byName?.unit ?? '' }
  const [first] = candidates
  const [other] = named
  if (indicator && second) return told(TABLE_FAULTS.ambiguousName(place, written.text, both))
  if (first && other) return told(TABLE_FAULTS.nameMismatch(place, first, other))
  const close = findings.length < FILE_LIMITS.findings ? names.suggest(written.text) : null
  return told(TABLE_FAULTS.unknownIndicator(place, written.text, close))
}
