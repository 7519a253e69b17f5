import { indicatorOf } from '../../domain/catalogue/index.ts'
import type { Indicator } from '../../domain/indicator.ts'
import { periodEnd } from '../../domain/period.ts'
import { isPresent, type Reading } from '../../domain/reading.ts'
import { cityName } from '../../domain/region.ts'
import { brainSymbol } from '../brainSymbols.ts'
import { coverageName, groupCoverage, withPartial } from '../coverage.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { MapArea, MapFigure, MapMarker } from '../kinds/mapFigure.ts'
import type { Symbol } from '../kinds/symbol.ts'
import { levelOf, lopsidedText, mapPartialNote } from '../mapClasses.ts'
import { absentFigure, citationsOf } from '../meaning.ts'
import { led, sentence } from '../text/findings.ts'
import { mapApproval, notReportedYet } from '../text/sentences.ts'
import { say, symbolName } from '../text/words.ts'
import { readingsByBrain, totalReading } from './ask.ts'
import { divergingBreaks, sequentialBreaks } from './breaks.ts'
import { cityPeriod, cityReadings, type CityReading } from './cityReadings.ts'
import type { DeskContext, DeskFigure } from './context.ts'
import { deskMeaning, standingWords } from './frame.ts'
import {
  drawnMeasure,
  isChange,
  measuredName,
  periodText,
  printerIn,
  refusalText,
} from './measureText.ts'

const ID = 'selection-map'
const name = { zh: '各市', en: 'By city' }

/** The cities by the chosen indicator and measure, with the selected brains as symbols. */
export const selectionMap: DeskFigure = {
  id: ID,
  name,
  build: (context) => {
    const { locale, selection } = context
    const indicator = indicatorOf(selection.indicator)
    if (!indicator) return absent(context, say(locale, '没有这项指标', 'No such indicator'))
    const measure = drawnMeasure(selection.measure)
    const reason = refusalText(indicator, measure, locale)
    if (reason) return absent(context, reason)
    const cities = cityReadings(context, indicator, measure)
    const values = cities.flatMap(({ reading }) => (isPresent(reading) ? [reading.value] : []))
    const diverging = isChange(measure)
    const breaks = breaksOf(values, diverging, measure === 'value' ? indicator.id : null)
    const own = { ...context, period: cityPeriod(context, indicator) }
    const areas = cities.map((city) => areaOf(context, indicator, breaks, city))
    const what = measuredName(indicator, measure, locale)
    const printer = printerIn(context, indicator, measure)
    return {
      ...deskMeaning(context, indicator, measure, {
        id: ID,
        title: say(locale, `各市${what}`, `${what} by city`),
        unit: printer.unit,
        finding: finding(own, indicator, areas),
        ...(indicator.reportedFrom === 'region' ? publishedMeaning(own, indicator) : {}),
      }),
      kind: 'map',
      indicator: indicator.id,
      areas,
      ...{ breaks, breakTexts: breaks.map((value) => withoutZeroes(printer.text(value))) },
      ramp: diverging ? 'diverging' : 'sequential',
      rampTitle: say(locale, `底色：${what}`, `Fill: ${what}`) + unitIn(printer.unit, locale),
      ...symbolsOf(context, indicator),
      absentStyle: values.length === 0 ? 'plain' : 'hatch',
      absentNote:
        values.length === 0
          ? say(locale, '未公开（不等于 0）', 'not public (not zero)')
          : say(
              locale,
              '未报送（不等于 0）；无大脑处留白',
              'not reported (not zero); blank: no brain',
            ),
      partialNote: mapPartialNote(areas, measure, locale),
      lopsided: lopsidedText(areas, locale),
      approval: mapApproval(context),
    } satisfies MapFigure
  },
}

const breaksOf = (
  values: readonly number[],
  diverging: boolean,
  policyOf: string | null,
): readonly number[] => {
  if (values.length === 0) return []
  return diverging ? divergingBreaks(values) : sequentialBreaks(values, policyOf)
}

const withoutZeroes = (text: string): string => text.replace(/\.0+$/, '')

/** A published statistic of the cities themselves: its own period and sources, nobody reports it. */
const publishedMeaning = (context: DeskContext, indicator: Indicator) => ({
  period: periodText(context, indicator, 'value'),
  asOf: periodEnd(context.period),
  scope: '',
  source: say(context.locale, '各市统计公报与新闻发布', 'City bulletins and press'),
  citations: citationsOf(context, indicator.sources),
})

const unitIn = (unit: string, locale: DeskContext['locale']): string =>
  unit === '' ? '' : say(locale, `（${unit}）`, ` (${unit})`)

const absent = (context: DeskContext, reason: string): AbsentFigure =>
  absentFigure(context, ID, say(context.locale, name.zh, name.en), reason)

function areaOf(
  context: DeskContext,
  indicator: Indicator,
  breaks: readonly number[],
  { id, reading, rank, change, brains }: CityReading,
): MapArea {
  const { locale, selection } = context
  const measure = drawnMeasure(selection.measure)
  const printer = printerIn(context, indicator, measure)
  const value = printer.print(reading)
  const coverage = indicator.reportedFrom === 'region' ? null : groupCoverage(reading)
  const ranked = selection.measure === 'rank' && rank !== null
  const place = rank === null ? '' : say(locale, `第${rank}位`, `#${rank}`)
  return {
    id,
    name: cityName(id, locale, { short: true }),
    value: ranked ? { ...value, text: place, unit: '' } : value,
    level: isPresent(reading) ? levelOf(reading.value, breaks) : null,
    rank,
    coverage,
    card: [
      { label: measuredName(indicator, measure, locale), text: printer.words(reading) },
      ...(coverage
        ? [
            {
              label: coverageName(measure, locale),
              text: `${coverage.covered}/${coverage.expected}`,
            },
          ]
        : []),
      ...changeLine(context, indicator, change),
      ...(place ? [{ label: say(locale, '位次', 'Rank'), text: place }] : []),
      ...(brains === null
        ? []
        : [
            {
              label: say(locale, '产业大脑', 'Brains'),
              text: say(locale, `${brains} 个`, `${brains}`),
            },
          ]),
    ],
  }
}

function changeLine(
  context: DeskContext,
  indicator: Indicator,
  change: { readonly measure: CityReading['change']['measure']; readonly reading: Reading | null },
): MapArea['card'] {
  const { locale } = context
  if (!change.reading || !isPresent(change.reading)) return []
  const { words } = printerIn(context, indicator, change.measure)
  return [{ label: say(locale, '同比', 'On the year'), text: words(change.reading) }]
}

/** The selected brains on the map, largest first, and the key to them. */
function symbolsOf(context: DeskContext, indicator: Indicator) {
  const { brains, states, locale } = context
  const sized = indicator.reportedFrom !== 'region' && indicator.aggregation.how === 'sum'
  const sizes = sized ? readingsByBrain(context, indicator.id, 'value') : null
  const counts = new Map<Symbol, number>()
  const markers: MapMarker[] = []
  for (const brain of brains) {
    const symbol = brainSymbol(states.get(brain.id))
    if (!symbol) continue
    counts.set(symbol, (counts.get(symbol) ?? 0) + 1)
    const reading = sizes?.get(brain.id)
    const size = indicator.unit === 'yi' && reading && isPresent(reading) ? reading.value : null
    markers.push({ id: brain.id, name: brain.name, area: brain.city, symbol, size })
  }
  markers.sort((a, b) => (b.size ?? 0) - (a.size ?? 0))
  const hasSizes = markers.some(({ size }) => size !== null)
  return {
    markers,
    symbols: KEY.flatMap((symbol) => {
      const count = counts.get(symbol)
      return count ? [{ symbol, name: symbolName(symbol, locale), count }] : []
    }),
    sizeNote: hasSizes
      ? say(locale, `符号大小＝${indicator.name.zh}`, `symbol size = ${indicator.name.en}`)
      : '',
  }
}

/** Symbols of the key, in the order of the programme. */
const KEY: readonly Symbol[] = [
  'designated',
  'accepted',
  'pilot',
  'pool',
  'rectification',
  'unknown',
]

/** The first and the last of the cities, and those that should have reported and did not. */
function finding(context: DeskContext, indicator: Indicator, areas: readonly MapArea[]): string {
  const { locale, selection } = context
  const measure = drawnMeasure(selection.measure)
  const known = areas.filter(({ level }) => level !== null)
  const sorted = [...known].sort((a, b) => (b.value.value ?? 0) - (a.value.value ?? 0))
  const missing = areas.filter(({ value }) => value.absent === 'notReported')
  const card = (area: MapArea | undefined): string =>
    withPartial(`${area?.name} ${area?.card[0]?.text}`, area?.coverage, locale)
  const lead = say(
    locale,
    `${periodText(context, indicator, measure)}各市${measuredName(indicator, measure, locale)}`,
    `${measuredName(indicator, measure, locale)} by city, ${periodText(context, indicator, measure)}`,
  )
  if (sorted.length === 0) return led(locale, lead, sentence(locale, [notReportedYet(context)]))
  return led(
    locale,
    lead,
    sentence(locale, [
      say(locale, `${card(sorted[0])}最高`, `${card(sorted[0])} is highest`),
      sorted.length > 1
        ? say(locale, `${card(sorted.at(-1))}最低`, `${card(sorted.at(-1))} lowest`)
        : null,
      missing.length > 0
        ? say(
            locale,
            `${missing.map((area) => area.name).join('、')}未报送`,
            `not reported: ${missing.map((area) => area.name).join(', ')}`,
          )
        : null,
      ...(indicator.reportedFrom === 'region'
        ? []
        : standingWords(context, totalReading(context, indicator.id, measure), measure)),
    ]),
  )
}
