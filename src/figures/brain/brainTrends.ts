import type { Brain } from '../../domain/brain.ts'
import { clusterRevenue } from '../../domain/catalogue/headline.ts'
import { indicatorOf } from '../../domain/catalogue/index.ts'
import { domainName } from '../../domain/domainName.ts'
import type { Indicator } from '../../domain/indicator.ts'
import { isCounted } from '../../domain/lifecycle.ts'
import type { Measure } from '../../domain/measure/question.ts'
import { DEFAULT_SELECTION } from '../../domain/selection.ts'
import type { Locale } from '../../domain/text.ts'
import type { FigureContext } from '../definition.ts'
import { monthsUpTo } from '../desk/ask.ts'
import type { DeskContext } from '../desk/context.ts'
import { lineSeries, preliminaryOf } from '../desk/lineSeries.ts'
import { isAmount, measuredName, periodText, printerIn } from '../desk/measureText.ts'
import { peersOf } from '../desk/peers.ts'
import type { LineFigure, LineSeries } from '../kinds/lineFigure.ts'
import { latestMonth } from '../latest.ts'
import { reportedMeaning } from '../meaning.ts'
import { led, sentence } from '../text/findings.ts'
import { say } from '../text/words.ts'

const MONTHS = 13

/** What the four small trends of a profile show. */
const SHOWN: readonly (readonly [id: string, measure: Measure])[] = [
  [clusterRevenue.id, 'yearOnYear'],
  ['service.firmsServed', 'value'],
  ['compute.rackUtilisation', 'value'],
  ['platforms.dataAggregated', 'value'],
]

/** A brain's last 13 months beside the median and the middle half of its domain; what it never reported is left out. */
export function brainTrends(context: FigureContext, brain: Brain): readonly LineFigure[] {
  const { cube, states } = context
  const brains = cube.brains.filter(
    ({ id, domain }) => id === brain.id || (domain === brain.domain && isIn(states.get(id))),
  )
  return SHOWN.flatMap(([id, measure]) => {
    const indicator = indicatorOf(id)
    if (!indicator || !cube.slices.has(id)) return []
    const selection = { ...DEFAULT_SELECTION, indicator: id, measure, focus: brain.id }
    const desk = { ...context, selection, brains, period: latestMonth(context) }
    const figure = trendOf(desk, brain, indicator, measure)
    return figure ? [figure] : []
  })
}

const isIn = (state: Parameters<typeof isCounted>[0] | undefined): boolean =>
  state !== undefined && isCounted(state)

function trendOf(
  desk: DeskContext,
  brain: Brain,
  indicator: Indicator,
  measure: Measure,
): LineFigure | null {
  const { locale } = desk
  const periods = monthsUpTo(desk, MONTHS)
  const peers = peersOf(desk, indicator, measure, periods, brain.id)
  if (peers.own.every((value) => value === null)) return null
  const { factor, unit } = printerIn(desk, indicator, measure)
  const scaled = (values: readonly (number | null)[]) =>
    values.map((value) => (value === null ? null : value * factor))
  const line = lineSeries(desk, indicator, measure, {
    ...{ id: brain.id, name: say(locale, '本脑', 'own'), tone: 'fact', values: peers.own },
    preliminary: preliminaryOf(desk, indicator, [brain.id], periods),
  })
  const own = { ...line, endText: shortMonth(line.endText, locale) }
  const median = lineSeries(desk, indicator, measure, {
    ...{ id: 'median', name: say(locale, '中位数', 'median'), tone: 'reference' },
    ...{ values: peers.median, preliminary: [] },
  })
  const title = measuredName(indicator, measure, locale)
  return {
    ...reportedMeaning(desk, indicator, desk.period, {
      id: `brain-trend-${indicator.id}`,
      title,
      unit,
      scope: brain.name,
      notes: [],
      period: periodText(desk, indicator, measure),
      finding: finding(desk, brain, indicator, measure, [own, median]),
    }),
    kind: 'line',
    periods,
    panels: [
      {
        ...{ id: brain.id, title: '', series: [own, median], targets: [], events: [] },
        band: {
          name: say(locale, '领域四分位', 'middle half of the domain'),
          ...{ low: scaled(peers.low), high: scaled(peers.high) },
        },
      },
    ],
    focus: null,
    fromZero: isAmount(measure) && indicator.kind !== 'rate',
  }
}

/** A small plot has no room for the year: (2026-09) reads 9月. */
const shortMonth = (text: string, locale: Locale): string =>
  text.replace(/ \(\d{4}-(\d\d)\)$/, (_, month: string) =>
    say(locale, ` · ${Number(month)}月`, ` (${month})`),
  )

/** …：本脑3.4，化工中位数7.3. */
function finding(
  desk: DeskContext,
  brain: Brain,
  indicator: Indicator,
  measure: Measure,
  [own, median]: readonly [LineSeries, LineSeries],
): string {
  const { locale } = desk
  const { unit } = printerIn(desk, indicator, measure)
  const lead = `${periodText(desk, indicator, measure)}${say(locale, '', ' ')}${measuredName(indicator, measure, locale)}`
  const domain = domainName(brain.domain, locale)
  return led(
    locale,
    lead,
    sentence(locale, [
      `${brain.name} ${own.endText} ${unit}`.trim(),
      median.endText
        ? say(
            locale,
            `${domain}中位数 ${median.endText} ${unit}`,
            `median of ${domain} ${median.endText} ${unit}`,
          ).trim()
        : null,
    ]),
  )
}
