import { INTERVAL_LEVEL, intervalOf } from './conformal.ts'

/** An error with what it must not be judged by: trials of its own year or its own brain. */
export interface PlacedError {
  readonly brain: string
  readonly year: number
  readonly error: number
}

export interface HeldShare {
  /** Share of errors inside the interval of others, 0–1. */
  readonly share: number
  /** Whether so low a share may be chance where the interval holds what it should. */
  readonly isCredible: boolean
}

/** Least errors that an interval is made of here. */
const LEAST = 10
/** 5 % point of the one-sided normal test. */
const SIGNIFICANT = 1.645

/**
 * How often the interval of the other years would have held, or that of the other half of the brains where only one
 * year is known. Its own scatter: of the errors tested, and of those the interval was made of (given n of them what an
 * interval holds is Beta-distributed: Vovk 2012, Conditional validity of inductive conformal predictors).
 */
export function heldShare(errors: readonly PlacedError[]): HeldShare {
  let [held, variance] = [0, 0]
  const folds = foldsOf(errors)
  const all = folds.reduce((sum, { tested }) => sum + tested.length, 0)
  for (const { tested, others } of folds) {
    const { low, high } = intervalOf(others.map(({ error }) => error))
    held += tested.filter(({ error }) => error >= low && error <= high).length
    const spread =
      INTERVAL_LEVEL * (1 - INTERVAL_LEVEL) * (1 / tested.length + 1 / (others.length + 2))
    variance += (tested.length / all) ** 2 * spread
  }
  const share = held / all
  return { share, isCredible: share >= INTERVAL_LEVEL - SIGNIFICANT * Math.sqrt(variance) }
}

interface Fold {
  readonly tested: readonly PlacedError[]
  readonly others: readonly PlacedError[]
}

function foldsOf(errors: readonly PlacedError[]): readonly Fold[] {
  const years = [...new Set(errors.map(({ year }) => year))]
  const byYear = years
    .map((year) => split(errors, (error) => error.year === year))
    .filter(({ others }) => others.length >= LEAST)
  if (byYear.length > 0) return byYear
  const brains = [...new Set(errors.map(({ brain }) => brain))].sort()
  const half = new Set(brains.filter((_, i) => i % 2 === 0))
  return [true, false].map((side) => split(errors, ({ brain }) => half.has(brain) === side))
}

const split = (
  errors: readonly PlacedError[],
  isTested: (error: PlacedError) => boolean,
): Fold => ({
  tested: errors.filter(isTested),
  others: errors.filter((error) => !isTested(error)),
})
