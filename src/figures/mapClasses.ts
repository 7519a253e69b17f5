import { isCompared, type Measure } from '../domain/measure/question.ts'
import type { Locale, LocalText } from '../domain/text.ts'
import { isPartial } from './coverage.ts'
import type { MapArea } from './kinds/mapFigure.ts'
import { say } from './text/words.ts'

/** Class of a value: how many breaks it reaches (a value on a break belongs to the upper class). */
export const levelOf = (value: number, breaks: readonly number[]): number =>
  breaks.filter((limit) => value >= limit).length

const LOPSIDED = 0.6
/** Five classes, seven on a diverging ramp. */
const CLASSES = [0, 1, 2, 3, 4, 5, 6]

const OF_CITIES: LocalText = { zh: '个市', en: 'cities' }

/** A warning when one class holds more than 60 % of the areas that have a value. */
export function lopsidedText(
  areas: readonly MapArea[],
  locale: Locale,
  of: LocalText = OF_CITIES,
): string | null {
  const levels = areas.flatMap(({ level }) => (level === null ? [] : [level]))
  const largest = Math.max(0, ...CLASSES.map((n) => levels.filter((x) => x === n).length))
  if (levels.length < 5 || largest / levels.length <= LOPSIDED) return null
  return say(
    locale,
    `${largest}/${levels.length} ${of.zh}落在同一档，底色区分度低`,
    `${largest} of ${levels.length} ${of.en} share one class: the fill tells little`,
  )
}

/** Key to the fractions behind the values of areas of which a part is missing; empty where none is. */
export function mapPartialNote(
  areas: readonly MapArea[],
  measure: Measure,
  locale: Locale,
): string {
  const example = areas.find(({ coverage }) => isPartial(coverage))?.coverage
  if (!example) return ''
  const part = `${example.covered}/${example.expected}`
  return isCompared(measure)
    ? say(locale, `${part}：可比/应报家数，不全`, `${part}: comparable of due, incomplete`)
    : say(locale, `${part}：已报/应报家数，未报齐`, `${part}: reported of due, incomplete`)
}
