import type { IntakeFinding } from '../intakeCell.ts'
import { tooManyColumns, tooManyRows } from './cellFaults.ts'
import { decodeText } from './decodeText.ts'
import { placeOf } from './fileRefused.ts'
import { FILE_LIMITS } from './limits.ts'
import { referenceOf } from './reference.ts'
import type { Table, TableCell } from './table.ts'

const SEPARATORS = [',', '\t', ';', '|'] as const
/** Characters that decide on the separator. */
const LOOKED_AT = 4_000

/**
 * A CSV as a table without a name: separated by commas, tabs, semicolons or strokes, texts in quotes (RFC 4180),
 * any line ends. Throws FileRefused `encoding`; a quote that is never closed becomes a finding.
 */
export function readCsv(bytes: Uint8Array): Table {
  const text = decodeText(bytes)
  const declared = /^sep=(.)\r?\n/i.exec(text)
  const separator = declared?.[1] ?? separatorOf(text.slice(0, LOOKED_AT))
  const records = new CsvReader(text, separator, declared ? 1 : 0)
  records.read(declared?.[0].length ?? 0)
  return {
    ...{
      name: null,
      hidden: false,
      merges: [],
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
    },
    rows: records.rows,
    findings: records.findings,
  }
}

/** The sign that most lines have, and most often: quoted texts apart. */
function separatorOf(text: string): string {
  const lines = text.replace(/"[^"]*"/g, '').split(/\r\n|\r|\n/)
  const score = (sign: string): number =>
    lines.reduce((sum, line) => sum + Math.min(8, line.split(sign).length - 1), 0)
  const [best] = [...SEPARATORS].sort((a, b) => score(b) - score(a))
  return best ?? ','
}

class CsvReader {
  readonly rows: TableCell[][] = []
  readonly findings: IntakeFinding[] = []
  readonly #text: string
  readonly #separator: string
  #row: number
  #column = 1
  #cells: TableCell[] = []
  #count = 0

  constructor(text: string, separator: string, row: number) {
    this.#text = text
    this.#separator = separator
    this.#row = row + 1
  }

  read(from: number): void {
    const text = this.#text
    for (let at = from; at < text.length;) {
      if (this.#row > FILE_LIMITS.rows || this.#count > FILE_LIMITS.cells) {
        if (/[^\s,;|"]/.test(text.slice(at))) this.findings.push(tooManyRows(null))
        return
      }
      at = text[at] === '"' ? this.#quoted(at) : this.#bare(at)
      if (text[at] === this.#separator) {
        this.#column++
        at++
      } else at = this.#endLine(at)
    }
    this.#closeRow()
  }

  #bare(at: number): number {
    let end = at
    for (; end < this.#text.length; end++) {
      const sign = this.#text[end]
      if (sign === this.#separator || sign === '\n' || sign === '\r') break
    }
    this.#add(this.#text.slice(at, end))
    return end
  }

  /** What stands between a closing quote and the next separator belongs to the text. */
  #quoted(at: number): number {
    let end = at
    do end = this.#text.indexOf('"', end + (end === at ? 1 : 2))
    while (end !== -1 && this.#text[end + 1] === '"')
    if (end === -1) {
      this.findings.push(openQuote(referenceOf(this.#column, this.#row)))
      return this.#text.length
    }
    const rest = /^[^\r\n]*/.exec(this.#text.slice(end + 1, end + 1 + FILE_LIMITS.text))?.[0] ?? ''
    const [tail = ''] = rest.split(this.#separator)
    this.#add(this.#text.slice(at + 1, end).replaceAll('""', '"') + tail)
    return end + 1 + tail.length
  }

  #add(text: string): void {
    if (text.trim() === '') return
    const [row, column] = [this.#row, this.#column]
    if (column > FILE_LIMITS.columns) {
      if (this.findings.length === 0)
        this.findings.push(tooManyColumns(null, referenceOf(column, row)))
      return
    }
    this.#count++
    const value = { text: text.slice(0, FILE_LIMITS.text), kind: 'text' } as const
    this.#cells.push({ row, column, look: 'plain', formula: 'none', ...value })
  }

  #endLine(at: number): number {
    this.#closeRow()
    this.#row++
    this.#column = 1
    return at + (this.#text.startsWith('\r\n', at) ? 2 : 1)
  }

  #closeRow(): void {
    if (this.#cells.length > 0) this.rows.push(this.#cells)
    this.#cells = []
  }
}

const openQuote = (cell: string): IntakeFinding => ({
  ...{ place: placeOf(null, cell), rule: 'csvQuote', severity: 'block' },
  text: {
    zh: '引号没有成对，后面的内容无法读取。',
    en: 'A quote is never closed; what follows cannot be read.',
  },
  remedy: {
    zh: '补上或删去多余的引号，或用 Excel 另存为 CSV。',
    en: 'Close or remove the quote, or save the CSV from Excel again.',
  },
})
