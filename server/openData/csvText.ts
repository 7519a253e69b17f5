/** One column: its heading and what stands in it. */
export interface Column<Row> {
  readonly title: string
  readonly cell: (row: Row) => CsvCell
}

export type CsvCell = string | number | boolean | null

/** Byte order mark: without it spreadsheets read UTF-8 as the machine's own code page. */
const BOM = '\uFEFF'

/** With these a spreadsheet takes a text for a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n]/

/**
 * CSV as RFC 4180 has it (CRLF, quotes doubled), in UTF-8 with BOM. Numbers stand as they are stored; a text
 * that begins like a formula gets an apostrophe before it.
 */
export function csvText<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const head = columns.map(({ title }) => field(title)).join(',')
  const lines = rows.map((row) => columns.map(({ cell }) => field(cell(row))).join(','))
  return `${BOM}${[head, ...lines].join('\r\n')}\r\n`
}

function field(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
