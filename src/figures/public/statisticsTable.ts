import { STATISTICS } from '../../domain/catalogue/statistics.ts'
import type { Source } from '../../domain/brain.ts'
import type { Indicator } from '../../domain/indicator.ts'
import { periodEnd } from '../../domain/period.ts'
import { PROVINCE, cityName } from '../../domain/region.ts'
import type { Slice } from '../../domain/slice.ts'
import { textOf, type Locale, type LocalText } from '../../domain/text.ts'
import type { FigureContext, FigureDefinition } from '../definition.ts'
import { absentFigure, citationsOf, meaning } from '../meaning.ts'
import { publishedQuantity, quantityText } from '../text/number.ts'
import { sourceMark } from '../text/source.ts'
import { say } from '../text/words.ts'

/** One published statistic: the latest value of a region, and which publication states it. */
interface Published {
  readonly indicator: Indicator
  readonly region: string
  readonly period: string
  readonly value: number
  /** Publication that states it; undefined where the service does not say. */
  readonly source: Source | undefined
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
          return [{ indicator, region, period, value, source: sourceAt(context, slice, cell) }]
      }
      return []
    })
  }).sort((a, b) => b.period.localeCompare(a.period))
}

const sourceAt = ({ sources }: FigureContext, slice: Slice, cell: number): Source | undefined =>
  sources.find(({ id }) => id === slice.sources?.get(cell))

const isUnverified = ({ source }: Published): boolean => source?.confidence === 'C'

/** Behind a value that rests on a reprint; the key to it stands beside the title. */
const MARK = '*'

const valueText = (row: Published, locale: Locale): string =>
  quantityText(publishedQuantity(row.value, row.indicator.unit, locale)) +
  (isUnverified(row) ? MARK : '')

/** Who published it, and when: the publication as the citations below name it. */
const creditText = ({ source }: Published, locale: Locale): string =>
  source ? `${sourceMark(source, locale)} · ${source.date}` : '—'

/** The last day that any of the rows stands for; null where there are none. */
const latestEnd = (rows: readonly Published[]): string | null =>
  rows
    .map(({ period }) => periodEnd(period))
    .sort()
    .at(-1) ?? null

/** The publications of the rows, each once; where the service names none, those of the indicators. */
function sourcesOf(rows: readonly Published[]): string[] {
  const ids = rows.flatMap(({ source, indicator }) => (source ? [source.id] : indicator.sources))
  return [...new Set(ids)]
}

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
    return {
      ...meaning(context, {
        id,
        title,
        unit: rows.some(isUnverified)
          ? say(locale, `单位与期别见各行 · ${MARK} 待核`, `units by row · ${MARK} unverified`)
          : say(locale, '单位与期别见各行', 'units by row'),
        source: say(locale, '统计部门与新闻发布，见来源', 'Statistics offices and press releases'),
        definition: say(
          locale,
          '各地区、各部门公布数，期别不同，不相加',
          'As published by each region; periods differ, never added up',
        ),
        citations: citationsOf(context, sourcesOf(rows)),
        asOf: latestEnd(rows),
        indicators: [...new Set(rows.map(({ indicator }) => indicator.id))],
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
        valueText(row, locale),
        row.period,
      ]),
      more: {
        columns: [say(locale, '来源', 'Source')],
        rows: rows.map((row) => [creditText(row, locale)]),
      },
      traces: rows.map(({ indicator, region, period }) =>
        indicator.cadence === 'month' ? { indicator: indicator.id, entity: region, period } : null,
      ),
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
