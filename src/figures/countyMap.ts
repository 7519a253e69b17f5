import type { Brain } from '../domain/brain.ts'
import {
  clusterRevenue,
  computeRacksInUse,
  serviceFirmsServed,
} from '../domain/catalogue/headline.ts'
import { countiesOf } from '../domain/county.ts'
import { formatPeriod } from '../domain/period.ts'
import { cityName } from '../domain/region.ts'
import { textOf } from '../domain/text.ts'
import { countyOrZone } from '../domain/zone.ts'
import { brainMarkers, brainSymbols } from './brainSymbols.ts'
import { countyAreas, UNKNOWN, type CountyMap } from './countyAreas.ts'
import { withPartial } from './coverage.ts'
import type { FigureContext, FigureDefinition } from './definition.ts'
import type { MapArea, MapFigure } from './kinds/mapFigure.ts'
import { hasData, latestMonth } from './latest.ts'
import { lopsidedText, mapPartialNote } from './mapClasses.ts'
import { absentFigure, citationsOf, meaning, reportedMeaning } from './meaning.ts'
import { creditText } from './text/creditText.ts'
import { quantity } from './text/number.ts'
import { mapApproval, nextDue, notReportedYet } from './text/sentences.ts'
import { say } from './text/words.ts'

/** The indicators of the wall's map in its order, with breaks of a county's size; 100 亿 and 1,000 架 are policy values. */
export const COUNTY_INDICATORS: readonly Omit<CountyMap, 'city'>[] = [
  { indicator: clusterRevenue, breaks: [100, 200, 400, 800] },
  { indicator: computeRacksInUse, breaks: [500, 1000, 2000, 3000] },
  { indicator: serviceFirmsServed, breaks: [300, 1000, 2000, 3000] },
]

/**
 * One city's counties by a reported indicator, with its brains as symbols. Zones and brains whose county is
 * not public have no area: they stand in `beside`. Where nothing is reported the map still shows the places
 * that publications name, without a fill.
 */
export const countyMap = ({ city, indicator, breaks }: CountyMap): FigureDefinition => {
  const id = `county-map-${city}-${indicator.id}`
  const name = {
    zh: `${cityName(city, 'zh-CN')}各区县${indicator.name.zh}`,
    en: `${indicator.name.en} by county, ${cityName(city, 'en')}`,
  }
  return {
    id,
    name,
    indicators: [...new Set([indicator, clusterRevenue])],
    build: (context) => {
      const period = latestMonth(context)
      const brains = context.cube.brains.filter((brain) => brain.city === city)
      const reported = hasData(context, indicator.id, period)
      if (!reported && brains.length === 0)
        return absentFigure(
          context,
          id,
          textOf(name, context.locale),
          notReportedYet(context, indicator.id),
          nextDue(context),
        )
      return draw(context, { city, indicator, breaks, id, name, period, brains, reported })
    },
  }
}

interface Ask extends CountyMap, Pick<FigureDefinition, 'id' | 'name'> {
  readonly period: string
  /** The brains of the city. */
  readonly brains: readonly Brain[]
  /** Whether anybody in the province has reported the indicator. */
  readonly reported: boolean
}

function draw(context: FigureContext, ask: Ask): MapFigure {
  const { locale } = context
  const { city, indicator, period, brains, reported } = ask
  const mapped = new Set(countiesOf(city).map(({ id }) => id))
  const markers = brainMarkers(context, period, (brain) =>
    brain.city === city ? (countyOrZone(brain) ?? UNKNOWN) : null,
  )
  const areas = countyAreas(context, ask)
  const onMap = areas.filter(({ id }) => mapped.has(id))
  const hasValues = areas.some(({ level }) => level !== null)
  const breaks = hasValues ? ask.breaks : []
  const { unit } = quantity(0, indicator.unit, locale)
  return {
    ...meaningOf(context, ask, areas),
    kind: 'map',
    indicator: indicator.id,
    areas: onMap,
    beside: areas
      .filter(({ id }) => !mapped.has(id))
      .map((area) => ({ ...area, markers: markers.filter((marker) => marker.area === area.id) })),
    breaks,
    breakTexts: breaks.map((value) => quantity(value, indicator.unit, locale, { size: 0 }).text),
    rampTitle: hasValues
      ? say(locale, `底色：${indicator.name.zh}（${unit}）`, `Fill: ${indicator.name.en} (${unit})`)
      : '',
    markers: markers.filter(({ area }) => mapped.has(area)),
    symbols: brainSymbols(context, brains),
    sizeNote: hasData(context, clusterRevenue.id, period)
      ? say(locale, '符号大小＝集群营收', 'symbol size = cluster revenue')
      : '',
    absentStyle: reported ? 'hatch' : 'plain',
    absentNote:
      reported || context.space !== 'main'
        ? say(locale, '未报送（不等于 0）', 'not reported (not zero)')
        : say(locale, '未公开（不等于 0）', 'not public (not zero)'),
    partialNote: mapPartialNote(areas, 'value', locale),
    lopsided: lopsidedText(onMap, locale, { zh: '个区县', en: 'counties' }),
    approval: mapApproval(context),
  }
}

function meaningOf(context: FigureContext, ask: Ask, areas: readonly MapArea[]) {
  const { locale } = context
  const { id, indicator, period, brains, reported } = ask
  const notes = [
    say(
      locale,
      '功能区没有界线数据，与区县未公开的大脑列于图旁',
      'Zones have no boundary data: they stand beside the map, as do brains whose county is not public',
    ),
  ]
  if (reported) {
    const { unit } = quantity(0, indicator.unit, locale)
    const title = textOf(ask.name, locale)
    const own = reportedMeaning(context, indicator, period, {
      ...{ id, title, unit, finding: reportedFinding(context, ask, areas) },
    })
    return { ...own, notes: [...own.notes, ...notes] }
  }
  const place = cityName(ask.city, locale)
  return meaning(context, {
    ...{ id, notes, finding: namedFinding(context, ask) },
    title: say(locale, `${place}各区县产业大脑`, `Brains by county, ${place}`),
    definition: textOf(indicator.definition, locale),
    source: creditText(context.credit, locale) ?? say(locale, '公开来源', 'Public sources'),
    citations: citationsOf(context, [...new Set(brains.flatMap(({ sources }) => sources))]),
    asOf: context.today,
  })
}

function reportedFinding(
  { locale }: FigureContext,
  { indicator, period, name, city, brains }: Ask,
  areas: readonly MapArea[],
): string {
  const title = textOf(name, locale)
  const when = formatPeriod(period, locale, { cumulative: indicator.kind === 'flow' })
  if (brains.length === 0)
    return say(
      locale,
      `${title}：${cityName(city, locale)}尚无产业大脑。`,
      `${title}: ${cityName(city, locale)} has no brain yet.`,
    )
  const top = areas.find(({ rank }) => rank === 1)
  const missing = areas.filter(({ value }) => value.absent === 'notReported')
  const most = top ? withPartial(`${top.value.text} ${top.value.unit}`, top.coverage, locale) : ''
  const lead = top
    ? say(locale, `${top.name}最高，${most}`, `${top.name} leads with ${most}`)
    : say(locale, '各区县均未报送', 'no county has reported')
  const names = missing.map((area) => area.name)
  const gap =
    top && names.length > 0
      ? say(locale, `；${names.join('、')}未报送`, `; not reported: ${names.join(', ')}`)
      : ''
  return say(locale, `${when}${title}：${lead}${gap}。`, `${title}, ${when}: ${lead}${gap}.`)
}

function namedFinding(context: FigureContext, { city, brains }: Ask): string {
  const { locale } = context
  const place = cityName(city, locale)
  const why = notReportedYet(context)
  return brains.every(({ origin }) => origin === 'public')
    ? say(
        locale,
        `公开来源点名${place} ${brains.length} 个产业大脑；${why}。`,
        `Public sources name ${brains.length} brains in ${place}. ${why}.`,
      )
    : say(
        locale,
        `${place}有 ${brains.length} 个产业大脑；${why}。`,
        `${place} has ${brains.length} brains. ${why}.`,
      )
}
