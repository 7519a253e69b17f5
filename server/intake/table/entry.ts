import type { Indicator } from '../../../src/domain/indicator.ts'
import type { IntakeFinding } from '../intakeCell.ts'
import type { TableCell } from '../workbook/table.ts'

/** A place of a table where a figure of an indicator and a period may stand. */
export interface Entry {
  readonly row: number
  readonly column: number
  readonly indicator: Indicator
  readonly period: string
  readonly cell: TableCell | null
  /** The cell beside it that says why there is no figure. */
  readonly reason: TableCell | null
  readonly unit: StatedUnit | null
  /** The brain that the row itself names. */
  readonly brain: string | null
}

/** A unit as the table states it, and where. */
export interface StatedUnit {
  readonly text: string
  readonly row: number
  readonly column: number
}

export interface ReadEntries {
  readonly entries: readonly Entry[]
  readonly findings: readonly IntakeFinding[]
}
