import type { Indicator } from '../indicator.ts'

/**
 * Deviation that says nothing, in the unit: five steps of the last decimal, and for whole numbers three
 * times the square root of what is counted (the spread of a Poisson count).
 */
export function slackOf({ decimals, kind }: Indicator, level: number): number {
  const steps = 5 * 10 ** -decimals
  const isCount = decimals === 0 && (kind === 'stock' || kind === 'flow')
  return isCount ? Math.max(steps, 3 * Math.sqrt(Math.max(0, level))) : steps
}
