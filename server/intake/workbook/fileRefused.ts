import type { CellPlace, IntakeFinding } from '../intakeCell.ts'
import { FILE_FAULTS, type FileRule } from './fileFaults.ts'

/** The place of what concerns a whole file, or a whole sheet. */
export const placeOf = (sheet: string | null = null, cell: string | null = null): CellPlace => ({
  sheet,
  cell,
  pointer: null,
})

/** Thrown inside the reader where a file cannot be read on; its edge turns it into a finding. */
export class FileRefused extends Error {
  readonly finding: IntakeFinding

  constructor(rule: FileRule, place: CellPlace = placeOf()) {
    super(rule)
    this.name = 'FileRefused'
    this.finding = { place, rule, severity: 'block', ...FILE_FAULTS[rule] }
  }
}

/** Runs a reader; gives what it read, or the finding for which it stopped. */
export function orRefused<T>(read: () => T): T | FileRefused {
  try {
    return read()
  } catch (error) {
    if (error instanceof FileRefused) return error
    throw error
  }
}
