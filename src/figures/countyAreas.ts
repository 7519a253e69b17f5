import { countiesOf, regionName } from '../domain/county.ts'
import { UNKNOWN_GROUP } from '../domain/measure/group.ts'
import type { Indicator } from '../domain/indicator.ts'
import { runQuery, type Measure, type Scope } from '../domain/query.ts'
import { isPresent, valueOrNull, type Reading } from '../domain/reading.ts'
import { textOf } from '../domain/text.ts'
import { zonesOf } from '../domain/zone.ts'
import { brainSymbol } from './brainSymbols.ts'
import { groupCoverage, partialLine } from './coverage.ts'
import type { FigureContext } from './definition.ts'
import type { MapArea } from './kinds/mapFigure.ts'
import { levelOf } from './mapClasses.ts'
import { formatChange, quantityOf, withPercent } from './text/number.ts'
import { say, symbolName } from './text/words.ts'

/** What a map of counties shows: one city, one indicator, the limits of its classes. */
export interface CountyMap {
  readonly city: string
  readonly indicator: Indicator
  readonly breaks: readonly number[]
}

/** Group of the city's brains whose county no source states. */
export const UNKNOWN = UNKNOWN_GROUP

/** Brains that a card names; the rest is counted. */
const CARD_BRAINS = 3

interface Row {
  readonly members: readonly string[]
  readonly reading: Reading
}

const NOBODY: Row = { members: [], reading: { absent: 'notApplicable', expected: 0 } }

/**
 * Every county and zone of the city, then places of its brains that are neither, `UNKNOWN` last. A place
 * without a brain is `notApplicable`, never zero. Ranks are among the places that are known.
 */
export function countyAreas(
  context: FigureContext,
  { city, indicator, breaks, period }: CountyMap & { readonly period: string },
): MapArea[] {
  const ask = (measure: Measure, scope: Scope = {}): ReadonlyMap<string, Row> => {
    const result = runQuery(context.cube, {
      ...{ indicator: indicator.id, groupBy: 'county', periods: [period], measure },
      scope: { cities: [city], ...scope },
    })
    return new Map(
      result.groups.map(({ id, members }, g) => [id, { members, reading: result.reading(g, 0) }]),
    )
  }
  const rows = ask('value')
  const known = [...countiesOf(city), ...zonesOf(city)].map(({ id }) => id)
  const ids = [...new Set([...known, ...rows.keys()])]
  const ranks = ask('rank', { counties: ids.filter((id) => id !== UNKNOWN) })
  const changes = ask('yearOnYear')
  return ids.map((id) => {
    const { members, reading } = rows.get(id) ?? NOBODY
    const rank = valueOrNull(ranks.get(id)?.reading ?? NOBODY.reading)
    const change = changes.get(id)?.reading ?? NOBODY.reading
    const value = quantityOf(reading, indicator.unit, context.locale, { size: 0 })
    const level = isPresent(reading) ? levelOf(reading.value, breaks) : null
    const coverage = groupCoverage(reading)
    const place = { id, name: placeName(context, id), value, level, rank, coverage }
    const first = {
      label: textOf(indicator.name, context.locale),
      text: value.value === null ? value.text : `${value.text} ${value.unit}`,
    }
    return {
      ...place,
      card:
        members.length === 0
          ? [noBrain(context)]
          : [
              first,
              ...partialLine(reading, context.locale),
              ...standing(context, rank, change),
              ...brainLines(context, members),
            ],
    }
  })
}

/** 历下区, in English without «District»: a label's room is short. */
function placeName({ locale }: FigureContext, id: string): string {
  if (id === UNKNOWN) return say(locale, '区县未公开', 'County not public')
  const name = regionName(id, locale)
  return locale === 'en' ? name.replace(/ (District|County|City)$/, '') : name
}

const noBrain = ({ locale, space }: FigureContext): MapArea['card'][number] => ({
  label: say(locale, '产业大脑', 'Brains'),
  text: space === 'main' ? say(locale, '公开来源未提及', 'none named') : say(locale, '无', 'none'),
})

/** Rank in the city and change on the year, where there are any. */
function standing(
  { locale }: FigureContext,
  rank: number | null,
  change: Reading,
): MapArea['card'][number][] {
  const growth = isPresent(change) ? formatChange(change.value, locale) : null
  return [
    ...(rank === null
      ? []
      : [{ label: say(locale, '居全市', 'Rank'), text: say(locale, `第 ${rank} 位`, `${rank}`) }]),
    ...(growth === null
      ? []
      : [
          {
            label: say(locale, '同比', 'On the year'),
            text: withPercent(growth),
          },
        ]),
  ]
}

/** The brains by name with what their symbol says. */
function brainLines(
  { cube, states, locale }: FigureContext,
  members: readonly string[],
): MapArea['card'][number][] {
  const drawn = members.flatMap((id) => {
    const symbol = brainSymbol(states.get(id))
    const name = cube.byId.get(id)?.name
    return symbol && name
      ? [{ label: name.replace('产业大脑', ''), text: symbolName(symbol, locale) }]
      : []
  })
  const more = drawn.length - CARD_BRAINS
  if (more <= 0) return drawn
  return [
    ...drawn.slice(0, CARD_BRAINS),
    { label: say(locale, '另有', 'more'), text: say(locale, `${more} 个`, `${more}`) },
  ]
}
