import { decimalsOf, roundDecimal, shiftDecimal } from '../../../src/domain/decimal.ts'
import { UNITS, type Indicator } from '../../../src/domain/indicator.ts'
import type { AbsenceReason } from '../../../src/domain/reading.ts'
import type { LocalText } from '../../../src/domain/text.ts'
import { readWrittenNumber, writtenReason } from '../../../src/domain/writtenNumber.ts'
import { bareMagnitude, unitShift } from '../../../src/domain/writtenUnit.ts'
import type { CellPlace, IntakeFinding } from '../intakeCell.ts'
import type { TableCell } from '../workbook/table.ts'
import { VALUE_FAULTS } from './valueFaults.ts'

/** What an entry states: nothing, a value or a reason in the indicator's terms, or a fault. */
export type EntryValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: number; readonly note: LocalText | null }
  | { readonly kind: 'absent'; readonly reason: AbsenceReason }
  | { readonly kind: 'fault'; readonly finding: IntakeFinding }

/** What is read of an entry, and where faults of its cell, its reason and its unit are shown. */
export interface EntryText {
  readonly indicator: Indicator
  readonly cell: TableCell | null
  readonly reason: string
  /** Empty where none is stated. */
  readonly unit: string
  readonly places: {
    readonly value: CellPlace
    readonly reason: CellPlace
    readonly unit: CellPlace
  }
}

/** Reads one entry: texts to numbers, units to the indicator's, each safe step told in the note. */
export function readEntry(entry: EntryText): EntryValue {
  const { cell, reason: written, places } = entry
  const reason = written.trim() === '' ? null : writtenReason(written)
  if (reason === undefined) return fault(VALUE_FAULTS.reason(places.reason, written))
  const value: EntryValue = cell ? readCell(cell, entry) : { kind: 'empty' }
  if (reason === null) return value
  const isOther = value.kind === 'absent' && value.reason !== reason
  if (value.kind === 'value' || isOther) return fault(VALUE_FAULTS.valueOrAbsent(places.value))
  return value.kind === 'fault' && !isDash(cell) ? value : { kind: 'absent', reason }
}

const isDash = (cell: TableCell | null): boolean =>
  cell?.kind === 'text' && readWrittenNumber(cell.text).kind === 'dash'

const fault = (finding: IntakeFinding): EntryValue => ({ kind: 'fault', finding })

function readCell(cell: TableCell, entry: EntryText): EntryValue {
  const { value: place } = entry.places
  switch (cell.kind) {
    case 'error':
      return fault(VALUE_FAULTS.errorValue(place, cell.text))
    case 'uncalculated':
      return fault(VALUE_FAULTS.uncalculated(place))
    case 'date':
      return fault(VALUE_FAULTS.date(place, cell.text))
    case 'boolean':
      return fault(VALUE_FAULTS.notNumber(place, cell.text))
    case 'number':
      return readNumber(cell, entry)
    case 'text':
      return readText(cell, entry)
  }
}

/** A number shown as 12.3% is 0.123 in the file. */
function readNumber(cell: TableCell, entry: EntryText): EntryValue {
  if (cell.look !== 'percent')
    return inUnit({ decimal: cell.text, own: '', written: '' }, cell, entry)
  const decimal = shiftDecimal(cell.text, 2)
  return inUnit({ decimal, own: '%', written: `${decimal}%` }, cell, entry)
}

function readText(cell: TableCell, entry: EntryText): EntryValue {
  const read = readWrittenNumber(cell.text)
  switch (read.kind) {
    case 'empty':
      return read
    case 'absent':
      return { kind: 'absent', reason: read.reason }
    case 'dash':
    case 'unclear':
      return fault(VALUE_FAULTS.notNumber(entry.places.value, cell.text, read.remedy))
    case 'number': {
      const { decimal, unit: own, tidied } = read
      return inUnit({ decimal, own, written: tidied ? cell.text.trim() : '' }, cell, entry)
    }
  }
}

/** A decimal with its own unit, and the text where more than plain digits stood there. */
interface Written {
  readonly decimal: string
  readonly own: string
  readonly written: string
}

function inUnit(written: Written, cell: TableCell, entry: EntryText): EntryValue {
  const { indicator, unit: stated, places } = entry
  const { own, decimal } = written
  if (stated !== '' && unitShift(stated, indicator.unit) === null)
    return fault(VALUE_FAULTS.unit(places.unit, stated, indicator))
  const shift =
    own === ''
      ? unitShift(stated || indicator.unit, indicator.unit)
      : ownShift(own, stated, indicator)
  if (shift === 'unclear')
    return fault(
      VALUE_FAULTS.magnitude(places.value, cell.text, stated || UNITS[indicator.unit].zh),
    )
  if (shift === null) return fault(VALUE_FAULTS.unit(places.value, own, indicator))
  const shifted = shiftDecimal(decimal, shift)
  const { decimals } = indicator
  const rounded = decimals > 0 ? roundDecimal(shifted, decimals) : shifted
  if (Number(rounded) === 0 && Number(shifted) !== 0)
    return fault(
      VALUE_FAULTS.vanishes(places.value, `${decimal} ${own || stated}`.trim(), indicator),
    )
  const isRounded = decimalsOf(shifted) > decimalsOf(rounded)
  const note = noteOf(written, cell, entry, { shift, rounded, isRounded })
  return { kind: 'value', value: Number(rounded), note }
}

/**
 * Powers of ten for a unit that stands in the cell itself. «1.2万» alone counts what the unit of the table counts;
 * where that has a magnitude of its own, only the same one is clear.
 */
function ownShift(own: string, stated: string, { unit }: Indicator): number | null | 'unclear' {
  const bare = bareMagnitude(own)
  if (bare === undefined) return unitShift(own, unit)
  const ruling = stated || UNITS[unit].zh
  const base = ruling.normalize('NFKC').replace(/^[百千万亿]+/u, '')
  const power = unitShift(`${own}${base}`, unit)
  const rulingPower = unitShift(ruling, unit)
  if (power === null) return null
  return base === ruling.normalize('NFKC') || power === rulingPower ? power : 'unclear'
}

interface Step {
  readonly shift: number
  readonly rounded: string
  readonly isRounded: boolean
}

function noteOf(
  { decimal, own, written }: Written,
  cell: TableCell,
  { indicator, unit }: EntryText,
  { shift, rounded, isRounded }: Step,
): LocalText | null {
  const { zh, en } = UNITS[indicator.unit]
  const from = own || unit
  const notes: LocalText[] = []
  if (cell.formula !== 'none') notes.push({ zh: '取公式的计算结果', en: 'result of a formula' })
  if (shift !== 0)
    notes.push({
      zh: `由 ${decimal} ${from}换算为 ${rounded} ${zh}`,
      en: `${decimal} ${from} converted to ${rounded} ${en}`,
    })
  else if (written !== '') notes.push({ zh: `由“${written}”读出`, en: `read from "${written}"` })
  if (isRounded)
    notes.push({
      zh: `按 ${indicator.decimals} 位小数四舍五入`,
      en: `rounded to ${indicator.decimals} decimals`,
    })
  if (notes.length === 0) return null
  return {
    zh: notes.map((note) => note.zh).join('；'),
    en: notes.map((note) => note.en).join('; '),
  }
}
