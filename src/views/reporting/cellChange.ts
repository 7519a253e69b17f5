import type { DryRunAnswer, DryRunCell } from '../../stores/intake.ts'

/** What becomes of a cell, in the order in which it is filtered by. */
export const CELL_CHANGES = ['added', 'confirmed', 'revised', 'unchanged', 'rejected'] as const
export type CellChange = (typeof CELL_CHANGES)[number]

/** As the service says; `confirmed` where a final report states a preliminary figure again. */
export function cellChange(
  { change, before, value, absent }: DryRunCell,
  { status }: Pick<DryRunAnswer, 'status'>,
): CellChange {
  const isSame = before !== null && before.value === value && before.absent === absent
  const isConfirmed = status === 'final' && before?.status === 'preliminary'
  return change === 'added' && isSame && isConfirmed ? 'confirmed' : change
}
