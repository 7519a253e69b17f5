import { statisticsRevenue as indicator } from '../../domain/catalogue/industryStatistics.ts'
import { CITIES, cityName } from '../../domain/region.ts'
import { textOf } from '../../domain/text.ts'
import { brainMarkers, brainSymbols } from '../brainSymbols.ts'
import type { FigureContext, FigureDefinition } from '../definition.ts'
import type { MapArea, MapFigure } from '../kinds/mapFigure.ts'
import { levelOf } from '../mapClasses.ts'
import { absentFigure, citationsOf, meaning } from '../meaning.ts'
import { namedInPublic } from '../programme.ts'
import { quantity, quantityOf } from '../text/number.ts'
import { mapApproval } from '../text/sentences.ts'
import { say } from '../text/words.ts'

const ID = 'public-map'
/** Brains that a city's card names; the rest is counted. */
const CARD_BRAINS = 3
const BREAKS = [2000, 5000, 8000, 10_000]

/** Published revenue of the cities and the brains that public sources name. */
export const publicMap: FigureDefinition = {
  id: ID,
  name: { zh: '公开可查的产业大脑', en: 'Brains named in public' },
  indicators: [indicator],
  spaces: ['main'],
  build: (context) => {
    const { locale } = context
    const period = latestPeriod(context)
    if (period === null && context.cube.brains.length === 0)
      return absentFigure(
        context,
        ID,
        say(locale, '公开可查的产业大脑', 'Brains named in public'),
        say(locale, '没有公开的大脑与统计数据', 'No brain and no statistics are public'),
      )
    const areas = CITIES.map((id) => area(context, id, period))
    const { unit } = quantity(0, indicator.unit, locale)
    const year = period?.slice(0, 4) ?? ''
    const known = areas.filter(({ level }) => level !== null)
    const named = namedInPublic(context).length
    const own = context.cube.brains.length - named
    const title = titleOf(context)
    return {
      ...meaning(context, {
        id: ID,
        title,
        scope: say(
          locale,
          `${known.length}/16 市公布底色指标`,
          `${known.length} of 16 cities publish the fill`,
        ),
        definition: textOf(indicator.definition, locale),
        source: say(locale, '各市统计公报与新闻发布', 'City bulletins and press'),
        citations: citationsOf(context, indicator.sources),
        asOf: context.today,
        indicators: [indicator.id],
        notes: [
          say(
            locale,
            '底色为全市规上工业，不是大脑的数据',
            'The fill is the city’s industry, not the brains’',
          ),
        ],
        finding: say(
          locale,
          `公开来源点名 ${named} 个产业大脑${own > 0 ? `，另登记 ${own} 个` : ''}；${known.length} 个市公布了${year && `${year}年`}规上工业营业收入。`,
          `Public sources name ${named} brains${own > 0 ? `, ${own} more are registered` : ''}; ${known.length} cities publish their industrial revenue.`,
        ),
      }),
      kind: 'map',
      indicator: indicator.id,
      areas,
      breaks: BREAKS,
      breakTexts: BREAKS.map((value) => quantity(value, indicator.unit, locale, { size: 0 }).text),
      rampTitle: say(
        locale,
        `底色：规上工业营收（${[unit, year].filter(Boolean).join('，')}）`,
        `Fill: industrial revenue (${[unit, year].filter(Boolean).join(', ')})`,
      ),
      markers: brainMarkers(context, null),
      symbols: brainSymbols(context),
      sizeNote: '',
      absentStyle: 'plain',
      absentNote: say(locale, '未公开（不等于 0）', 'not public (not zero)'),
      lopsided: null,
      approval: mapApproval(context),
    } satisfies MapFigure
  },
}

/** Brains that are registered stand on the map too, and then the title says so. */
const titleOf = (context: FigureContext): string =>
  namedInPublic(context).length === context.cube.brains.length
    ? say(context.locale, '公开可查的产业大脑', 'Brains named in public')
    : say(context.locale, '公开可查与已登记的产业大脑', 'Brains named in public or registered')

/** The latest period for which any city has a value. */
function latestPeriod({ cube }: FigureContext): string | null {
  const slice = cube.slices.get(indicator.id)
  if (!slice) return null
  const width = slice.periods.length
  for (let column = width - 1; column >= 0; column--) {
    const any = slice.entities.some(
      (id, row) => CITIES.includes(id) && slice.absence[row * width + column] === 0,
    )
    if (any) return slice.periods[column] ?? null
  }
  return null
}

/** The place without the city it lies in. */
const placeIn = (place: string, city: string): string => place.replace(cityName(city, 'zh-CN'), '')

function area({ cube, locale }: FigureContext, id: string, period: string | null): MapArea {
  const slice = cube.slices.get(indicator.id)
  const row = slice?.entities.indexOf(id) ?? -1
  const column = slice && period ? slice.periods.indexOf(period) : -1
  const cell = slice && row >= 0 && column >= 0 ? row * slice.periods.length + column : -1
  const value = cell >= 0 && slice?.absence[cell] === 0 ? slice.values[cell] : undefined
  const brains = cube.brains.filter(({ city }) => city === id)
  const printed =
    value === undefined
      ? quantityOf({ absent: 'notPublic', expected: 0 }, indicator.unit, locale)
      : quantity(value, indicator.unit, locale, { size: 0 })
  return {
    id,
    name: cityName(id, locale, { short: true }),
    value: printed,
    level: value === undefined ? null : levelOf(value, BREAKS),
    rank: null,
    card: [
      {
        label: say(locale, '规上工业营收', 'Revenue'),
        text: value === undefined ? printed.text : `${printed.text} ${printed.unit}`,
      },
      ...brains.slice(0, CARD_BRAINS).map(({ name, place }) => ({
        label: name.replace('产业大脑', ''),
        text: placeIn(place, id),
      })),
      ...(brains.length > CARD_BRAINS
        ? [
            {
              label: say(locale, '另有', 'more'),
              text: say(
                locale,
                `${brains.length - CARD_BRAINS} 个`,
                `${brains.length - CARD_BRAINS}`,
              ),
            },
          ]
        : []),
    ],
  }
}
