import type { Indicator } from '../../domain/indicator.ts'
import type { Measure } from '../../domain/measure/question.ts'
import { isPresent } from '../../domain/reading.ts'
import { ask } from './ask.ts'
import type { DeskContext } from './context.ts'
import { quartilesOf } from './quartiles.ts'

/** One brain over time beside the quartiles of all selected ones; null where nothing is known. */
export interface Peers {
  readonly own: readonly (number | null)[]
  readonly low: readonly (number | null)[]
  readonly median: readonly (number | null)[]
  readonly high: readonly (number | null)[]
}

/** Fewer readings than these have no middle half. */
const ENOUGH = 4

/** Readings of a brain and the quartiles of the selection, period by period. */
export function peersOf(
  context: DeskContext,
  { id }: Indicator,
  measure: Measure,
  periods: readonly string[],
  brain: string,
): Peers {
  const result = ask(context, { indicator: id, measure, groupBy: 'brain', periods })
  const at = result.groups.findIndex((group) => group.id === brain)
  const buffer = new Float64Array(result.groups.length)
  const own: (number | null)[] = []
  const quartiles = periods.map((_, p) => {
    let count = 0
    for (let g = 0; g < result.groups.length; g++) {
      const reading = result.reading(g, p)
      if (isPresent(reading)) buffer[count++] = reading.value
      if (g === at) own.push(isPresent(reading) ? reading.value : null)
    }
    return count < ENOUGH ? null : quartilesOf(buffer.subarray(0, count))
  })
  return {
    own,
    low: quartiles.map((q) => q?.low ?? null),
    median: quartiles.map((q) => q?.middle ?? null),
    high: quartiles.map((q) => q?.high ?? null),
  }
}
