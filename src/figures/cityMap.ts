import {
  computeRacksInUse,
  clusterRevenue,
  serviceFirmsServed,
} from '../domain/catalogue/headline.ts'
import type { Indicator } from '../domain/indicator.ts'
import { formatPeriod } from '../domain/period.ts'
import { absent, isPresent, valueOrNull, type Reading } from '../domain/reading.ts'
import { CITIES, cityName } from '../domain/region.ts'
import type { Measure } from '../domain/query.ts'
import { textOf, type Locale } from '../domain/text.ts'
import { matchedGroups, yearOnYearName } from './comparable.ts'
import { brainMarkers, brainSymbol, brainSymbols } from './brainSymbols.ts'
import type { FigureContext, FigureDefinition } from './definition.ts'
import { groupCoverage, partialLine, withPartial } from './coverage.ts'
import type { MapArea, MapFigure } from './kinds/mapFigure.ts'
import { groupReadings, hasData, latestMonth, provinceReading } from './latest.ts'
import { absentFigure, coverageText, reportedMeaning } from './meaning.ts'
import { formatChange, quantityOf, withPercent } from './text/number.ts'
import { mapApproval, nextDue, notReportedYet } from './text/sentences.ts'
import { levelOf, lopsidedText, mapPartialNote } from './mapClasses.ts'
import { say } from './text/words.ts'

/** Indicators that the map can show, with round class breaks tied to policy values. */
export const MAP_INDICATORS: readonly {
  readonly indicator: Indicator
  readonly breaks: readonly number[]
}[] = [
  { indicator: clusterRevenue, breaks: [500, 1000, 2000, 3000] },
  { indicator: computeRacksInUse, breaks: [1000, 2000, 4000, 6000] },
  { indicator: serviceFirmsServed, breaks: [1000, 3000, 6000, 9000] },
]

/** Choropleth of the cities by one reported indicator, with every brain as a symbol. */
export const cityMap = (indicator: Indicator, breaks: readonly number[]): FigureDefinition => ({
  id: `city-map-${indicator.id}`,
  name: { zh: `各市${indicator.name.zh}`, en: `${indicator.name.en} by city` },
  indicators: [...new Set([indicator, clusterRevenue])],
  build: (context) => {
    const { locale } = context
    const title = say(locale, `各市${indicator.name.zh}`, `${indicator.name.en} by city`)
    const period = latestMonth(context)
    const id = `city-map-${indicator.id}`
    if (!hasData(context, indicator.id, period))
      return absentFigure(
        context,
        id,
        title,
        notReportedYet(context, indicator.id),
        nextDue(context),
      )
    const areas = cityAreas(context, indicator, breaks, period)
    const { unit } = quantityOf({ value: 0, covered: 0, expected: 0 }, indicator.unit, locale)
    return {
      ...reportedMeaning(context, indicator, period, {
        id,
        title,
        unit,
        scope: coverageText(provinceReading(context, indicator.id, period), context),
        finding: finding(context, areas, title, period, indicator),
      }),
      kind: 'map',
      indicator: indicator.id,
      areas,
      breaks,
      breakTexts: breaks.map(
        (value) =>
          quantityOf({ value, covered: 1, expected: 1 }, indicator.unit, locale, { size: 0 }).text,
      ),
      rampTitle: say(
        locale,
        `底色：${indicator.name.zh}（${unit}）`,
        `Fill: ${indicator.name.en} (${unit})`,
      ),
      ...brainLayer(context, period),
      absentStyle: 'hatch',
      absentNote: say(locale, '未报送（不等于 0）', 'not reported (not zero)'),
      partialNote: mapPartialNote(areas, 'value', locale),
      lopsided: lopsidedText(areas, locale),
      approval: mapApproval(context),
    } satisfies MapFigure
  },
})

const brainLayer = (context: FigureContext, period: string) => ({
  markers: brainMarkers(context, period),
  symbols: brainSymbols(context),
  sizeNote: hasData(context, clusterRevenue.id, period)
    ? say(context.locale, '符号大小＝集群营收', 'symbol size = cluster revenue')
    : '',
})

function cityAreas(
  context: FigureContext,
  indicator: Indicator,
  breaks: readonly number[],
  period: string,
): MapArea[] {
  const { locale } = context
  const read = (measure?: Measure) =>
    new Map(
      groupReadings(context, indicator.id, period, 'city', measure).map((group) => [
        group.id,
        group,
      ]),
    )
  const [values, ranks, changes] = [read(), read('rank'), read('yearOnYear')]
  const matched = matchedGroups(context, indicator.id, period, 'city')
  return CITIES.map((id) => {
    const { members, reading } = values.get(id) ?? { members: [], reading: absent('notApplicable') }
    const rank = valueOrNull(ranks.get(id)?.reading ?? absent('notApplicable'))
    return {
      id,
      name: cityName(id, locale, { short: true }),
      value: quantityOf(reading, indicator.unit, locale, { size: 0 }),
      level: isPresent(reading) ? levelOf(reading.value, breaks) : null,
      rank,
      coverage: groupCoverage(reading),
      card: cardOf(context, indicator, members, reading, rank, {
        reading: changes.get(id)?.reading,
        matched: matched.has(id),
      }),
    }
  })
}

/** Lines of a city's card: value, rank, change, brains in the programme. */
function cardOf(
  { locale, states }: FigureContext,
  indicator: Indicator,
  members: readonly string[],
  reading: Reading,
  rank: number | null,
  change: { readonly reading: Reading | undefined; readonly matched: boolean },
): MapArea['card'] {
  const value = quantityOf(reading, indicator.unit, locale, { size: 0 })
  const growth =
    change.reading && isPresent(change.reading) ? formatChange(change.reading.value, locale) : null
  return [
    {
      label: textOf(indicator.name, locale),
      text: isPresent(reading) ? `${value.text} ${value.unit}` : value.text,
    },
    ...partialLine(reading, locale),
    ...(rank === null
      ? []
      : [{ label: say(locale, '居全省', 'Rank'), text: say(locale, `第 ${rank} 位`, `${rank}`) }]),
    ...(growth === null
      ? []
      : [
          {
            label: yearOnYearName(change.matched, locale),
            text: withPercent(growth),
          },
        ]),
    { label: say(locale, '产业大脑', 'Brains'), text: brainsText(members, states, locale) },
  ]
}

/** Brains of a city as the headline counts them; those in the pool beside, for they stand on the map too. */
function brainsText(
  members: readonly string[],
  states: FigureContext['states'],
  locale: Locale,
): string {
  const drawn = members.filter((id) => brainSymbol(states.get(id)) !== null)
  const pool = drawn.filter((id) => brainSymbol(states.get(id)) === 'pool').length
  const others = drawn.length - pool
  if (pool === 0) return say(locale, `${others} 个`, `${others}`)
  return say(locale, `${others} 个 · 入库 ${pool}`, `${others}, pool ${pool}`)
}

function finding(
  { locale }: FigureContext,
  areas: readonly MapArea[],
  title: string,
  period: string,
  indicator: Indicator,
): string {
  const top = areas.find((area) => area.rank === 1)
  const missing = areas.filter((area) => area.value.absent === 'notReported')
  const when = formatPeriod(period, locale, { cumulative: indicator.kind === 'flow' })
  const most = top ? withPartial(`${top.value.text} ${top.value.unit}`, top.coverage, locale) : ''
  const lead = top
    ? say(locale, `${top.name}最高，${most}`, `${top.name} leads with ${most}`)
    : say(locale, '各市均未报送', 'no city has reported')
  const gap = missing.length
    ? say(
        locale,
        `；${missing.map((area) => area.name).join('、')}未报送`,
        `; not reported: ${missing.map((area) => area.name).join(', ')}`,
      )
    : ''
  return say(locale, `${when}${title}：${lead}${gap}。`, `${title}, ${when}: ${lead}${gap}.`)
}
