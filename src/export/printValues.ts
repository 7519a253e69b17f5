import { isChart } from '../charts/chartFigure.ts'
import type { Locale } from '../domain/text.ts'
import type { Figure } from '../figures/figure.ts'
import { formatNumber } from '../figures/text/number.ts'
import { say } from '../figures/text/words.ts'
import { plainText } from './plainText.ts'
import { ems } from './ems.ts'
import { decimalsIn, valuesOf, type ValueCell, type ValueColumn } from './values.ts'

/** Longer tables are cut to their first rows: all are in the XLSX file. Ten years of months are not cut. */
const MOST_ROWS = 120
const FIRST_ROWS = 40
/** Longest list in a cell beside the numbers of a drawn figure, in characters. */
const LONGEST = 40

/** A column as it is printed: its head and its cells. */
export interface PrintedColumn {
  readonly title: string
  readonly cells: readonly string[]
  readonly isNumber: boolean
}

/** A table as it is printed, cleaned and cut. */
export interface PrintedTable {
  readonly columns: readonly PrintedColumn[]
  readonly count: number
}

export interface PrintedValues {
  readonly table: PrintedTable
  /** The one unit of all numbers, for the line above the table; empty where columns have their own. */
  readonly unit: string
  /** What the table leaves out, in words; empty where all is printed. */
  readonly rest: string
}

/** The values of a figure as a document prints them: numbers with their decimals, absent ones with their word. */
export function printValues(figure: Figure): PrintedValues {
  const { columns, rows } = valuesOf(figure)
  const units = new Set(columns.filter(({ kind }) => kind === 'number').map(({ unit }) => unit))
  const [only = ''] = units.size === 1 ? units : []
  const shown = rows.length > MOST_ROWS ? rows.slice(0, FIRST_ROWS) : rows
  const printed = columns.map((column, at): PrintedColumn => ({
    title: headOf(column, only, figure.locale),
    isNumber: column.kind === 'number',
    cells: shown.map((row, r) => printCell(row[at] ?? '', decimalsIn(column, r))),
  }))
  const isKept = (column: PrintedColumn, at: number): boolean =>
    at === 0 || !isChart(figure) || !isList(column)
  return {
    table: { columns: printed.filter(isKept), count: shown.length },
    unit: only,
    rest: restWords(
      figure,
      printed.filter((column, at) => !isKept(column, at)),
      rows.length - shown.length,
    ),
  }
}

/** Words beside numbers that would make every row a paragraph. */
const isList = ({ cells, isNumber }: PrintedColumn): boolean =>
  !isNumber && cells.some((cell) => ems(cell) > LONGEST)

/** 另有 n 行未列入本表: nothing is left out without a word, and none points to a file that may not be there. */
function restWords({ locale }: Figure, lists: readonly PrintedColumn[], rows: number): string {
  const names = lists.map(({ title }) => say(locale, `「${title}」`, `“${title}”`)).join('')
  return [
    rows > 0 && say(locale, `另有 ${rows} 行未列入本表`, `${rows} more rows are left out here`),
    names &&
      say(
        locale,
        `${names}一列文字较长，未列入本表`,
        `The column ${names} is too long for this table`,
      ),
  ]
    .filter(Boolean)
    .map((text) => `${String(text)}${say(locale, '。', '.')}`)
    .join(say(locale, '', ' '))
}

/** The unit stands in the head of a column where the table has several. */
const headOf = ({ title, unit }: ValueColumn, only: string, locale: Locale): string =>
  plainText(
    unit && unit !== only && !title.includes(unit)
      ? say(locale, `${title}（${unit}）`, `${title} (${unit})`)
      : title,
  )

/** A number as it is printed, a text, or the word for what is absent. */
function printCell(cell: ValueCell, decimals: number): string {
  if (typeof cell === 'number') return formatNumber(cell, decimals)
  return plainText(typeof cell === 'string' ? cell : cell.absent)
}
