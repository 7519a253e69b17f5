import type { AbsenceReason } from '../../src/domain/reading.ts'
import type { LocalText } from '../../src/domain/text.ts'

/** Where a cell stands in the file it came from; all null for a form or a JSON body. */
export interface CellPlace {
  readonly sheet: string | null
  /** A1 reference in workbooks, also in CSV: `C7`. */
  readonly cell: string | null
  /** JSON pointer in a JSON body: `/cells/3`. */
  readonly pointer: string | null
}

/** A cell as a file states it, its number and unit put right where that is safe. */
export interface IntakeCell {
  readonly place: CellPlace
  readonly indicator: string
  readonly period: string
  /** A value or a reason, never both. */
  readonly value: number | null
  readonly absent: AbsenceReason | null
  /** What was done to the written value: «由 12345 万元换算». */
  readonly note: LocalText | null
}

/** What is wrong with a file, or worth a question: where, which rule, what to do. */
export interface IntakeFinding {
  readonly place: CellPlace
  readonly rule: string
  /** `block` keeps the file out; `warn` asks the reporter for an explanation. */
  readonly severity: 'block' | 'warn'
  readonly text: LocalText
  readonly remedy: LocalText
}

/** A file that was read: for which brain and period, its cells, and what there is to say. */
export interface ReadIntake {
  readonly brain: string | null
  readonly period: string | null
  readonly status: 'preliminary' | 'final' | null
  readonly cells: readonly IntakeCell[]
  readonly findings: readonly IntakeFinding[]
  /** Columns and sheets that were left aside, by name: tolerated, and said. */
  readonly ignored: readonly string[]
}

/** The place of what concerns a file as a whole. */
export const NO_PLACE: CellPlace = { sheet: null, cell: null, pointer: null }

/** A place as a person reads it: `月报!C7`; `file` for the file as a whole. */
export const placeText = ({ sheet, cell, pointer }: CellPlace): string =>
  cell === null ? (pointer ?? sheet ?? 'file') : sheet === null ? cell : `${sheet}!${cell}`
