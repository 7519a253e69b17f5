import { shiftPeriod } from '../period.ts'

/** The `count` months up to one, that one first. */
export const monthsOf = (month: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => shiftPeriod(month, -i))
