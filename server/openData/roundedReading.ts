import type { Indicator } from '../../src/domain/indicator.ts'
import type { Measure } from '../../src/domain/query.ts'

/** Decimals beyond the indicator's own that averages, rates, shares and changes are given with. */
const MORE_DECIMALS = 4

/**
 * A reading without the noise of binary fractions (470.54999999995). An amount and a total of amounts
 * have the indicator's own decimals, because each part has no more; every other reading has four more.
 */
export function roundedReading(
  value: number,
  { aggregation, decimals }: Indicator,
  measure: Measure,
): number {
  const amount = (measure === 'value' || measure === 'single') && aggregation.how === 'sum'
  return Number(value.toFixed(amount ? decimals : decimals + MORE_DECIMALS))
}
