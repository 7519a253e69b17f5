import { STATISTICS } from '../../domain/catalogue/statistics.ts'
import { UNITS, type Indicator } from '../../domain/indicator.ts'
import { PROVINCE, cityName } from '../../domain/region.ts'
import { textOf, type LocalText } from '../../domain/text.ts'
import type { FigureContext, FigureDefinition } from '../definition.ts'
import { absentFigure, citationsOf, meaning } from '../meaning.ts'
import { formatNumber } from '../text/number.ts'
import { say } from '../text/words.ts'

/** One published statistic: the latest value of a region. */
interface Published {
  readonly indicator: Indicator
  readonly region: string
  readonly period: string
  readonly value: number
}

/** Latest published value of every statistic and region, read from the slices. */
function published(context: FigureContext): Published[] {
  return STATISTICS.flatMap((indicator) => {
    const slice = context.cube.slices.get(indicator.id)
    if (!slice) return []
    return slice.entities.flatMap((region, row) => {
      for (let column = slice.periods.length - 1; column >= 0; column--) {
        const cell = row * slice.periods.length + column
        const [value, period] = [slice.values[cell], slice.periods[column]]
        if (slice.absence[cell] === 0 && value !== undefined && period !== undefined)
          return [{ indicator, region, period, value }]
      }
      return []
    })
  }).sort((a, b) => b.period.localeCompare(a.period))
}

/** Decimals as published: no zeros are added. */
const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0

/** Public statistics as a table: every row with its own period, because they differ. */
const statisticsTable = (id: string, name: LocalText, province: boolean): FigureDefinition => ({
  id,
  name,
  indicators: STATISTICS,
  spaces: ['main'],
  build: (context) => {
    const { locale } = context
    const title = textOf(name, locale)
    const rows = published(context).filter(({ region }) => (region === PROVINCE) === province)
    if (rows.length === 0)
      return absentFigure(
        context,
        id,
        title,
        say(locale, '没有公开的统计数据', 'No public statistics'),
      )
    const sources = [...new Set(rows.flatMap(({ indicator }) => indicator.sources))]
    return {
      ...meaning(context, {
        id,
        title,
        unit: say(locale, '各行自带单位与期别', 'each row has its unit and period'),
        source: say(locale, '统计部门与新闻发布，见来源', 'Statistics offices and press releases'),
        definition: say(
          locale,
          '各地区、各部门公布数，期别不同，不相加',
          'As published by each region; periods differ, never added up',
        ),
        citations: citationsOf(context, sources),
        finding: say(
          locale,
          `已收录 ${rows.length} 项公开统计。`,
          `${rows.length} public statistics are kept.`,
        ),
      }),
      kind: 'table',
      columns: [
        ...(province
          ? []
          : [{ id: 'region', title: say(locale, '市', 'City'), align: 'start' as const }]),
        { id: 'indicator', title: say(locale, '指标', 'Indicator'), align: 'start' },
        { id: 'value', title: say(locale, '数值', 'Value'), align: 'end' },
        { id: 'period', title: say(locale, '期', 'Period'), align: 'end' },
      ],
      rows: rows.map((row) => [
        ...(province ? [] : [cityName(row.region, locale, { short: true })]),
        textOf(row.indicator.name, locale),
        `${formatNumber(row.value, decimalsOf(row.value))} ${textOf(UNITS[row.indicator.unit], locale)}`.trim(),
        row.period,
      ]),
    }
  },
})

export const provinceStatistics = statisticsTable(
  'province-statistics',
  { zh: '全省已公开统计', en: 'Published for the province' },
  true,
)

export const cityStatistics = statisticsTable(
  'city-statistics',
  { zh: '各市已公开统计', en: 'Published for the cities' },
  false,
)
