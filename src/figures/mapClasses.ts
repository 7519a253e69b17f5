import type { Locale } from '../domain/text.ts'
import type { MapArea } from './figure.ts'
import { say } from './text/words.ts'

/** Class of a value: how many breaks it reaches (a value on a break belongs to the upper class). */
export const levelOf = (value: number, breaks: readonly number[]): number =>
  breaks.filter((limit) => value >= limit).length

const LOPSIDED = 0.6

/** A warning when one class holds more than 60 % of the areas that have a value. */
export function lopsidedText(areas: readonly MapArea[], locale: Locale): string | null {
  const levels = areas.flatMap(({ level }) => (level === null ? [] : [level]))
  const largest = Math.max(0, ...[0, 1, 2, 3, 4].map((n) => levels.filter((x) => x === n).length))
  if (levels.length < 5 || largest / levels.length <= LOPSIDED) return null
  return say(
    locale,
    `${largest}/${levels.length} 个市落在同一档，底色区分度低`,
    `${largest} of ${levels.length} cities share one class: the fill tells little`,
  )
}
