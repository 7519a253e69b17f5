import { intervalOf, type ErrorInterval } from './conformal.ts'
import { heldShare } from './heldShare.ts'

/** One past year: what was foreseen from the same month, and what came. */
export interface Trial {
  readonly brain: string
  readonly year: number
  readonly method: number
  readonly naive: number
  readonly actual: number
  readonly scale: number
}

/** How a method did in past years, against doing nothing. */
export interface BackTest {
  readonly trials: number
  readonly brains: number
  readonly years: readonly number[]
  /**
   * `beats`: significantly better than naive · `notBetter` · `unreliable`: better, but its interval held significantly
   * less than 80 % · `shortHistory`: too few trials to tell.
   */
  readonly verdict: 'beats' | 'notBetter' | 'unreliable' | 'shortHistory'
  /** 1 − mean error of the method over that of naive; null without trials. */
  readonly skill: number | null
  /** Errors that 80 % of the trials keep; null in a short history. */
  readonly interval: ErrorInterval | null
  /** Share of trials inside the interval of the others, 0–1; null in a short history. */
  readonly coverage: number | null
}

/** Least trials and brains from which anything is concluded. */
const LEAST_TRIALS = 20
const LEAST_BRAINS = 10
/** Least gain in mean error, and the 5 % point of the one-sided normal test. */
const LEAST_SKILL = 0.05
const SIGNIFICANT = 1.645

/**
 * Judges a method out of sample: every trial was foreseen from what was known in its own month (rolling origin,
 * Hyndman & Athanasopoulos, FPP3, 5.10). It beats naive when its mean absolute scaled error is at least 5 % smaller
 * and the loss difference, averaged for each brain, is above zero at 5 % (Diebold & Mariano 1995).
 */
export function backTest(trials: readonly Trial[]): BackTest {
  const brains = new Set(trials.map(({ brain }) => brain)).size
  const years = [...new Set(trials.map(({ year }) => year))].sort((a, b) => a - b)
  const head = { trials: trials.length, brains, years, skill: skillOf(trials) }
  if (trials.length < LEAST_TRIALS || brains < LEAST_BRAINS)
    return { ...head, verdict: 'shortHistory', interval: null, coverage: null }
  const errors = trials.map((trial) => ({ ...trial, error: errorOf(trial) }))
  const { share, isCredible } = heldShare(errors)
  const beats = (head.skill ?? 0) >= LEAST_SKILL && statisticOf(trials) >= SIGNIFICANT
  return {
    ...head,
    verdict: beats ? (isCredible ? 'beats' : 'unreliable') : 'notBetter',
    interval: intervalOf(errors.map(({ error }) => error)),
    coverage: share,
  }
}

const errorOf = ({ actual, method, scale }: Trial): number => (actual - method) / scale

const naiveErrorOf = ({ actual, naive, scale }: Trial): number => (actual - naive) / scale

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

function skillOf(trials: readonly Trial[]): number | null {
  if (trials.length === 0) return null
  const naive = mean(trials.map((trial) => Math.abs(naiveErrorOf(trial))))
  return naive > 0 ? 1 - mean(trials.map((trial) => Math.abs(errorOf(trial)))) / naive : 0
}

/** Student's t of the loss difference, one value for each brain: years of one brain are not independent. */
function statisticOf(trials: readonly Trial[]): number {
  const byBrain = new Map<string, number[]>()
  for (const trial of trials) {
    const gain = Math.abs(naiveErrorOf(trial)) - Math.abs(errorOf(trial))
    byBrain.set(trial.brain, [...(byBrain.get(trial.brain) ?? []), gain])
  }
  const gains = [...byBrain.values()].map(mean)
  const middle = mean(gains)
  const variance = gains.reduce((sum, gain) => sum + (gain - middle) ** 2, 0) / (gains.length - 1)
  if (variance === 0) return middle > 0 ? Infinity : 0
  return (middle / Math.sqrt(variance)) * Math.sqrt(gains.length)
}
