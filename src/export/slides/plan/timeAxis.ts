import { inches } from './chartPlan.ts'

/** Steps between named periods: of months they keep to halves and years. */
const STEPS = [1, 2, 3, 6, 12, 24, 36, 60, 120, 240] as const
/** Space between the names of two periods in inches. */
const SPACE = 0.22

/** Every so many periods have a name, so that all of them stand level and apart. */
export function everyOf(periods: readonly string[], width: number, size: number): number {
  const name = Math.max(...periods.map((period) => inches(period, size)), 0.1) + SPACE
  const room = Math.max(1, Math.floor(width / name))
  const least = Math.ceil(periods.length / room)
  return STEPS.find((step) => step >= least) ?? least
}
