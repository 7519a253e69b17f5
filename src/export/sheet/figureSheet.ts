import type { CellObject, Row, Sheet } from 'write-excel-file/universal'

import { say } from '../../figures/text/words.ts'
import { ExportRefused, type Exported } from '../exported.ts'
import { valuesOf, type ValueColumn } from '../values.ts'
import { wordsOf, type ExportWords } from '../words.ts'
import { columnWidth } from './columnWidth.ts'
import { spannedRow, type Span } from './spannedRow.ts'
import { textCell } from './textCell.ts'
import { isBehindNumbers, QUIET, valueRows } from './valueRows.ts'

/** Title, subtitle, badge or marking with the unit, head: they stay in view. */
export const HEAD_ROWS = 4

/** Rows that a sheet of Excel has. */
const MOST_ROWS = 1_048_576

/** Narrower tables give their titles and notes this room, in characters. */
const NARROWEST_TABLE = 60

/**
 * The sheet of one figure: title, subtitle, unit top right, head, the values as numbers with their format; below
 * them source, 口径, as-of and notes, which also stand in the sheet about all figures.
 * @throws ExportRefused where the figure must not leave the screen or has more rows than a sheet.
 */
export function figureSheet(item: Exported, sheet: string): Sheet<Blob> {
  const words = wordsOf(item)
  const table = valuesOf(item.figure)
  const { columns } = table
  const unit = sharedUnit(columns)
  const widths = withRoom(
    columns.map((column, at) => columnWidth(table, column, at, headOf(column, unit))),
  )
  const span: Span = { columns: columns.length, width: sum(widths), lines: 2 }
  const foot = footRows(item, words, { ...span, lines: 24 })
  if (table.rows.length + HEAD_ROWS + foot.length > MOST_ROWS) throw tooLong(item)
  return {
    sheet,
    stickyRowsCount: HEAD_ROWS,
    orientation: 'landscape',
    columns: widths.map((width) => ({ width })),
    data: [
      spannedRow(words.title, span, { fontWeight: 'bold', fontSize: 14 }),
      spannedRow(words.subtitle, span, QUIET),
      unitRow(item, words, columns.length, unit),
      columns.map((column, at) => headCell(column, unit, isBehindNumbers(columns, at))),
      ...valueRows(table, widths),
      ...foot,
    ],
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** A small table's last column takes the rest of the room. */
const withRoom = (widths: readonly number[]): number[] => {
  const missing = NARROWEST_TABLE - sum(widths)
  return widths.map((width, at) =>
    at === widths.length - 1 && missing > 0 ? width + missing : width,
  )
}

/** The unit of all numbers, where they have the same. */
function sharedUnit(columns: readonly ValueColumn[]): string {
  const units = columns.filter(({ kind }) => kind === 'number').map(({ unit }) => unit)
  const [first = ''] = units
  return units.every((unit) => unit === first) ? first : ''
}

function unitRow(
  { figure: { locale } }: Exported,
  { badge, marking }: ExportWords,
  width: number,
  unit: string,
): Row {
  const left = badge || marking
  const right = unit && say(locale, `单位：${unit}`, `Unit: ${unit}`)
  if (width === 1) return [textCell([left, right].filter(Boolean).join(' · '), QUIET)]
  return [
    textCell(left, { fontWeight: 'bold' }),
    ...Array.from({ length: width - 2 }, () => null),
    textCell(right, { ...QUIET, align: 'right' }),
  ]
}

const headOf = ({ title, unit }: ValueColumn, shared: string): string =>
  unit === '' || unit === shared ? title : `${title} (${unit})`

const headCell = (column: ValueColumn, shared: string, indented: boolean): CellObject =>
  textCell(headOf(column, shared), {
    ...{ fontWeight: 'bold', wrap: true, alignVertical: 'bottom' },
    ...{ bottomBorderStyle: 'thin', bottomBorderColor: '#8C8C8C' },
    align: column.kind === 'number' ? 'right' : 'left',
    ...(indented ? { indent: 1 } : {}),
  })

function footRows(
  { figure: { locale } }: Exported,
  { facts, notes }: ExportWords,
  span: Span,
): Row[] {
  const colon = say(locale, '：', ': ')
  const lines = [
    ...facts.map((fact) => fact.name + colon + fact.text),
    ...notes.map((note, i) => `${say(locale, '注', 'Note ')}${i + 1}${colon}${note}`),
  ]
  return [[], ...lines.map((line) => spannedRow(line, span, QUIET))]
}

const tooLong = ({ figure: { id, title, locale } }: Exported): ExportRefused =>
  new ExportRefused(
    id,
    say(
      locale,
      `${title}：行数超过一张工作表，请先筛选或改用 CSV`,
      `${title}: more rows than a sheet holds; filter it first, or take CSV`,
    ),
  )
