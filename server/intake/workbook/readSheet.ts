import { decimalOf } from '../../../src/domain/decimal.ts'
import type { IntakeFinding } from '../intakeCell.ts'
import { tooManyColumns, tooManyRows } from './cellFaults.ts'
import { dayOfSerial } from './dateSerial.ts'
import { FileRefused } from './fileRefused.ts'
import { FILE_LIMITS } from './limits.ts'
import type { NumberLook } from './numberLooks.ts'
import { parseXml } from './parseXml.ts'
import { readReference, referenceOf } from './reference.ts'
import { decodedText } from './sharedStrings.ts'
import type { CellRange, Table, TableCell } from './table.ts'
import type { Attributes } from './xmlScanner.ts'

/** What a sheet shares with the others of its workbook. */
export interface SheetContext {
  readonly strings: readonly string[]
  readonly looks: readonly NumberLook[]
  readonly is1904: boolean
}

type IsReport = (rows: Table['rows']) => boolean

/** Rows of an Excel sheet. */
const LAST_ROW = 1_048_576

/**
 * Reads a sheet up to the limits. Once its first rows are read, `isReport` says whether the rest is wanted. Throws
 * FileRefused where the part cannot be read.
 */
export function readSheet(
  part: Uint8Array,
  sheet: { readonly name: string; readonly hidden: boolean },
  context: SheetContext,
  isReport: IsReport,
): Table {
  const reader = new SheetReader(sheet.name, context, isReport)
  parseXml(part, reader)
  const { rows, merges, hiddenRows, hiddenColumns, findings } = reader
  return { ...sheet, rows, merges, hiddenRows, hiddenColumns, findings }
}

/** The state of reading one sheet (ECMA-376 part 1, §18.3). */
class SheetReader {
  readonly rows: TableCell[][] = []
  readonly merges: CellRange[] = []
  readonly hiddenRows = new Set<number>()
  readonly hiddenColumns = new Set<number>()
  readonly findings: IntakeFinding[] = []
  readonly #name: string
  readonly #context: SheetContext
  readonly #isReport: IsReport
  #isDecided = false
  #elements = 0
  #row = 0
  #column = 0
  #cells = 0
  #isBeyond = false
  #attributes: Attributes = {}
  #value: string | null = null
  #formula: string | null = null
  #into: 'value' | 'formula' | null = null
  #isHint = false

  constructor(name: string, context: SheetContext, isReport: IsReport) {
    this.#name = name
    this.#context = context
    this.#isReport = isReport
  }

  readonly open = (name: string, attributes: Attributes): boolean | undefined => {
    if (++this.#elements > FILE_LIMITS.elements) return this.#stop()
    if (name === 'row') return this.#openRow(attributes)
    if (name === 'c') this.#openCell(attributes)
    else if (name === 'v' || name === 't' || name === 'f') {
      if (this.#isBeyond && name !== 'f') return this.#stop()
      this.#openText(name)
    } else if (name === 'rPh') this.#isHint = true
    else if (name === 'col') this.#hideColumns(attributes)
    else if (name === 'mergeCell') this.#merge(attributes.ref ?? '')
    return undefined
  }

  readonly text = (text: string): void => {
    if (this.#into === 'formula')
      this.#formula = (this.#formula ?? '') + text.slice(0, FILE_LIMITS.text)
    else if (this.#into === 'value' && (this.#value?.length ?? 0) < FILE_LIMITS.text)
      this.#value = (this.#value ?? '') + text
  }

  readonly close = (name: string): void => {
    if (name === 'c') this.#closeCell()
    else if (name === 'v' || name === 't' || name === 'f') this.#into = null
    else if (name === 'rPh') this.#isHint = false
  }

  /** Something follows behind the last row that is read. */
  #stop(): true {
    this.findings.push(tooManyRows(this.#name))
    return true
  }

  #openRow({ r, hidden }: Attributes): boolean {
    const row = r === undefined ? this.#row + 1 : Number(r)
    if (!Number.isInteger(row) || row <= this.#row || row > LAST_ROW) throw this.#corrupt()
    this.#row = row
    this.#column = 0
    this.#isBeyond = row > FILE_LIMITS.rows || this.#cells >= FILE_LIMITS.cells
    if (isOn(hidden) && !this.#isBeyond) this.hiddenRows.add(row)
    if (row <= FILE_LIMITS.headRows || this.#isDecided) return false
    this.#isDecided = true
    return !this.#isReport(this.rows)
  }

  #openCell(attributes: Attributes): void {
    const { r } = attributes
    const at = r === undefined ? { column: this.#column + 1, row: this.#row } : readReference(r)
    if (!at || at.row !== this.#row || at.column <= this.#column) throw this.#corrupt()
    this.#column = at.column
    this.#attributes = attributes
    this.#value = null
    this.#formula = null
  }

  #openText(name: 'v' | 't' | 'f'): void {
    if (name === 'f') this.#formula = ''
    this.#into = name === 'f' ? 'formula' : this.#isHint ? null : 'value'
  }

  #closeCell(): void {
    const cell = this.#isBeyond ? null : this.#cell()
    if (!cell) return
    if (cell.column > FILE_LIMITS.columns) {
      if (this.findings.length === 0)
        this.findings.push(tooManyColumns(this.#name, referenceOf(cell.column, cell.row)))
      return
    }
    this.#cells++
    const last = this.rows.at(-1)
    if (last?.[0]?.row === cell.row) last.push(cell)
    else this.rows.push([cell])
  }

  #cell(): TableCell | null {
    const [row, column] = [this.#row, this.#column]
    const formula =
      this.#formula === null ? 'none' : this.#formula.includes('[') ? 'external' : 'own'
    const place = { row, column, formula, look: 'plain' } as const
    if (this.#value === null)
      return this.#formula === null ? null : { ...place, kind: 'uncalculated', text: '' }
    const { t = 'n' } = this.#attributes
    if (t === 'n') return { ...place, ...this.#number(this.#value) }
    const text = t === 's' ? this.#shared(this.#value) : decodedText(this.#value)
    if (t === 'e') return { ...place, kind: 'error', text }
    if (t === 'b') return { ...place, kind: 'boolean', text: text === '1' ? 'TRUE' : 'FALSE' }
    if (t === 'd') return { ...place, kind: 'date', text: text.slice(0, 10) }
    return text.trim() === '' ? null : { ...place, kind: 'text', text }
  }

  #number(written: string): Pick<TableCell, 'kind' | 'text' | 'look'> {
    const number = Number(written)
    if (written.trim() === '' || !Number.isFinite(number)) throw this.#corrupt()
    const look = this.#context.looks[Number(this.#attributes.s ?? 0)] ?? 'plain'
    const day = look === 'date' ? dayOfSerial(number, this.#context.is1904) : null
    if (day !== null) return { kind: 'date', text: day, look: 'plain' }
    return { kind: 'number', text: decimalOf(number), look: look === 'date' ? 'plain' : look }
  }

  #shared(index: string): string {
    const text = this.#context.strings[Number(index)]
    if (text === undefined) throw this.#corrupt()
    return text
  }

  #hideColumns({ min, max, hidden }: Attributes): void {
    if (!isOn(hidden)) return
    const last = Math.min(Number(max), FILE_LIMITS.columns)
    for (let column = Number(min); column <= last; column++) this.hiddenColumns.add(column)
  }

  #merge(reference: string): void {
    const [from, to] = reference.split(':').map(readReference)
    if (!from || !to || this.merges.length >= FILE_LIMITS.merges) return
    this.merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column })
  }

  #corrupt(): FileRefused {
    const place = { sheet: this.#name, cell: null, pointer: null }
    return new FileRefused('corrupt', place)
  }
}

const isOn = (attribute: string | undefined): boolean => attribute === '1' || attribute === 'true'
