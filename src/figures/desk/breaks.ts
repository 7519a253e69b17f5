import { MAP_INDICATORS } from '../cityMap.ts'
import { levelOf } from '../mapClasses.ts'

/** Steps of a round number: a break is one of them times a power of ten. */
const ROUND = [1, 1.5, 2, 3, 4, 5, 6, 8, 10]

/** The nearest round number of the same sign. */
export function roundNumber(value: number): number {
  const size = Math.abs(value)
  if (!(size > 0)) return 0
  const power = 10 ** Math.floor(Math.log10(size))
  const nearest = ROUND.reduce((best, step) =>
    Math.abs(step - size / power) < Math.abs(best - size / power) ? step : best,
  )
  return Math.sign(value) * Number((nearest * power).toPrecision(12))
}

const part = (sorted: readonly number[], of: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? 0

const ascending = (values: readonly number[]): number[] =>
  [...new Set(values)].sort((a, b) => a - b)

/**
 * Four breaks of five classes. The policy values of the indicator where they tell the areas apart (no class
 * holds more than 60 %); otherwise our rule: the four quintiles of the areas, each moved to the nearest
 * round number, equal ones once.
 */
export function sequentialBreaks(
  values: readonly number[],
  indicator: string | null,
): readonly number[] {
  const policy = MAP_INDICATORS.find((entry) => entry.indicator.id === indicator)?.breaks
  if (policy && !isLopsided(values, policy)) return policy
  const sorted = [...values].sort((a, b) => a - b)
  const quintiles = [0.2, 0.4, 0.6, 0.8].map((of) => roundNumber(part(sorted, of)))
  return ascending(quintiles)
}

const SHARE = 0.6

function isLopsided(values: readonly number[], breaks: readonly number[]): boolean {
  const counts = new Map<number, number>()
  for (const value of values) {
    const level = levelOf(value, breaks)
    counts.set(level, (counts.get(level) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values()) > values.length * SHARE
}

/**
 * Six breaks of seven classes, the same on both sides of zero: one, two and three times a round step, three
 * of which reach about the upper fifth of the absolute changes. The middle class is «hardly changed».
 */
export function divergingBreaks(values: readonly number[]): readonly number[] {
  const sizes = values.map(Math.abs).sort((a, b) => a - b)
  const step = Math.max(roundNumber(part(sizes, 0.8) / 3), 0.1)
  return [-3, -2, -1, 1, 2, 3].map((times) => Number((times * step).toPrecision(12)))
}
