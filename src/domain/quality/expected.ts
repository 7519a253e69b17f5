import { median } from './robust.ts'
import type { JudgedCell } from './rule.ts'

/** Paces of a flow that an expectation rests on. */
const RECENT = 3

/**
 * Order of magnitude to expect of a cell: the last reading of a stock, rate or index; of a flow what the
 * year has brought so far and the median pace of the last three readings since then. Null without history.
 */
export function expectedMagnitude(cell: JudgedCell): number | null {
  const last = cell.before.at(-1)
  if (!last) return null
  if (cell.indicator.kind !== 'flow') return last.value
  const paces = cell.paces.slice(-RECENT).map(({ pace }) => pace)
  const pace = paces.length ? median(paces) : last.value / last.index
  const isSameYear = last.year === cell.time.year
  return (isSameYear ? last.value : 0) + pace * (cell.time.index - (isSameYear ? last.index : 0))
}
