import type { ObservationStatus } from '../../src/domain/slice.ts'
import type { CellWrite } from './store.ts'

/** What is known of a cell at the instant to which a report speaks. */
export interface Previous {
  readonly value: number | null
  readonly absent: string | null
  readonly status: ObservationStatus
}

export type CellChange = 'added' | 'revised' | 'unchanged'

/**
 * How a reported cell relates to what was known:
 * the same reading is unchanged (a final one confirms a preliminary one and is appended as added);
 * a value that differs from an earlier value, or takes it back, is a revision and needs a reason;
 * a value where there was only an absence is new.
 */
export function changeOf(previous: Previous | null, cell: CellWrite): CellChange {
  if (!previous) return 'added'
  const same = previous.value === cell.value && previous.absent === cell.absent
  if (same)
    return previous.status === 'preliminary' && cell.status === 'final' ? 'added' : 'unchanged'
  return previous.value === null ? 'added' : 'revised'
}
