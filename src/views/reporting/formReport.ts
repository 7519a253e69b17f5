import { UNITS } from '../../domain/indicator.ts'
import type { Indicator } from '../../domain/indicator.ts'
import { isJanuary } from '../../domain/period.ts'
import { isReportedReason } from '../../domain/reading.ts'
import type { AbsenceReason } from '../../domain/reading.ts'
import type { LocalText } from '../../domain/text.ts'
import { readWrittenNumber } from '../../domain/writtenNumber.ts'

/** What stands in one line of the form: the number as it was typed, or the reason why there is none. */
export interface FormEntry {
  readonly text: string
  readonly absent: AbsenceReason | ''
}

export type FormEntries = Readonly<Record<string, FormEntry>>

const NOTHING: FormEntry = { text: '', absent: '' }

/** A cell of a report as the service takes it. */
interface FormCell {
  readonly indicator: string
  readonly unit: string
  readonly value?: number
  readonly absent?: AbsenceReason
}

export type ReadEntry =
  | { readonly kind: 'empty' }
  | { readonly kind: 'cell'; readonly cell: FormCell }
  | { readonly kind: 'fault'; readonly remedy: LocalText }

const BOTH: LocalText = {
  zh: '数值与缺报原因只能填一个。',
  en: 'Give either a figure or a reason, not both.',
}

/** Reads one line of the form; a unit that was typed behind the number goes along with it. */
export function readEntry({ text, absent }: FormEntry, { id, unit }: Indicator): ReadEntry {
  const own = UNITS[unit].zh
  const written = readWrittenNumber(text)
  if (written.kind === 'unclear' || written.kind === 'dash')
    return { kind: 'fault', remedy: written.remedy }
  if (written.kind === 'empty')
    return absent === ''
      ? { kind: 'empty' }
      : { kind: 'cell', cell: { indicator: id, unit: own, absent } }
  if (absent !== '') return { kind: 'fault', remedy: BOTH }
  if (written.kind === 'absent')
    return { kind: 'cell', cell: { indicator: id, unit: own, absent: written.reason } }
  const value = Number(written.decimal)
  return { kind: 'cell', cell: { indicator: id, unit: written.unit || own, value } }
}

/** The lines of a form that was not touched: in January flows are reported with February. */
export const blankEntries = (indicators: readonly Indicator[], period: string): FormEntries =>
  Object.fromEntries(
    indicators.map(({ id, kind }) => [
      id,
      kind === 'flow' && isJanuary(period) ? { text: '', absent: 'mergedJanuary' } : NOTHING,
    ]),
  )

/** Lines that were kept in this browser, over blank ones; what is broken or foreign is dropped. */
export function keptEntries(kept: unknown, blank: FormEntries): FormEntries {
  const entries = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(blank).map(([id, entry]) => [id, entryOf(entries[id]) ?? entry]),
  )
}

function entryOf(value: unknown): FormEntry | null {
  if (typeof value !== 'object' || value === null) return null
  const { text, absent } = value as Partial<Record<keyof FormEntry, unknown>>
  if (typeof text !== 'string' || text.length > 60 || typeof absent !== 'string') return null
  const isReason = absent === '' || isReportedReason(absent as AbsenceReason)
  return isReason ? { text, absent: absent as FormEntry['absent'] } : null
}

export interface FormHead {
  readonly brain: string
  readonly period: string
  readonly status: 'preliminary' | 'final'
  /** Who fills the form in. */
  readonly by: string
}

/** The form as a file: a report in JSON with the lines that were filled in. */
export function formFile(head: FormHead, cells: readonly FormCell[]): File {
  const report = JSON.stringify({ ...head, cells })
  return new File([report], `form-${head.period}.json`, { type: 'application/json' })
}
