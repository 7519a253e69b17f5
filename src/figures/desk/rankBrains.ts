import type { Brain } from '../../domain/brain.ts'
import type { Indicator } from '../../domain/indicator.ts'
import type { Measure } from '../../domain/measure/question.ts'
import { isPresent, type Present } from '../../domain/reading.ts'
import { once, readingsByBrain } from './ask.ts'
import type { DeskContext } from './context.ts'

/** A brain with a reading, and its place among the selected ones. */
export interface Ranked {
  readonly brain: Brain
  readonly reading: Present
  /** 1 is best by the indicator's direction; equal readings share a rank (1, 2, 2, 4). */
  readonly rank: number
}

/** Values closer than this part of themselves are equal, as in the domain's ranking. */
const SAME = 1e-9

/** The selected brains that have a reading, best first. */
export const rankBrains = (
  context: DeskContext,
  indicator: Indicator,
  measure: Measure,
): readonly Ranked[] =>
  once(context, `ranked|${indicator.id}|${measure}`, () => ranked(context, indicator, measure))

function ranked(context: DeskContext, { id, direction }: Indicator, measure: Measure): Ranked[] {
  const readings = readingsByBrain(context, id, measure)
  const sign = direction === 'down' ? 1 : -1
  const present = context.brains.flatMap((brain) => {
    const reading = readings.get(brain.id)
    return reading && isPresent(reading) ? [{ brain, reading }] : []
  })
  present.sort((a, b) => sign * (a.reading.value - b.reading.value))
  let rank = 0
  let last = NaN
  return present.map(({ brain, reading }, i) => {
    const { value } = reading
    if (!(Math.abs(value - last) <= Math.abs(value) * SAME)) rank = i + 1
    last = value
    return { brain, reading, rank }
  })
}
