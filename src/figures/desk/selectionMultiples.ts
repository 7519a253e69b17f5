import type { Indicator } from '../../domain/indicator.ts'
import type { Measure } from '../../domain/measure/question.ts'
import type { GroupBy } from '../../domain/query.ts'
import { isPresent, type Reading } from '../../domain/reading.ts'
import { cityName } from '../../domain/region.ts'
import { domainName } from '../../domain/domainName.ts'
import { coverageOf, linePartialNote, withPartial } from '../coverage.ts'
import type { LinePanel } from '../kinds/lineFigure.ts'
import { absentFigure } from '../meaning.ts'
import { led, sentence } from '../text/findings.ts'
import { isDomain, say } from '../text/words.ts'
import { ask, monthsUpTo, pointsOf, totalReading } from './ask.ts'
import type { DeskContext, DeskFigure } from './context.ts'
import { deskMeaning, focusOf, readyFor, standingWords } from './frame.ts'
import { lineSeries } from './lineSeries.ts'
import { drawnMeasure, isAmount, measuredName, periodText, printerIn } from './measureText.ts'

const ID = 'selection-multiples'
const MONTHS = 36
type Kind = Extract<GroupBy, 'domain' | 'city'>

/** One small plot a domain on a shared scale; a city each where only one domain is left. */
export const selectionMultiples: DeskFigure = {
  id: ID,
  name: { zh: '分领域走势', en: 'Trend by domain' },
  build: (context) => {
    const { locale, selection } = context
    const by = kindOf(context)
    const title = titleOf(by, context)
    const state = readyFor(context, ID, title)
    if (state.kind === 'absent') return state
    const { indicator } = state
    const measure = drawnMeasure(selection.measure)
    const panels = panelsOf(context, indicator, measure, by)
    if (panels.length === 0)
      return absentFigure(context, ID, title, nothingText(context, indicator))
    return {
      ...deskMeaning(context, indicator, measure, {
        id: ID,
        title: say(
          locale,
          `${title}：${measuredName(indicator, measure, locale)}`,
          `${title}: ${measuredName(indicator, measure, locale)}`,
        ),
        unit: printerIn(context, indicator, measure).unit,
        finding: finding(context, indicator, measure, by),
      }),
      kind: 'line',
      periods: monthsUpTo(context, MONTHS),
      panels,
      partialNote: linePartialNote(
        panels.flatMap(({ series }) => series),
        measure,
        locale,
      ),
      focus: groupOfFocus(context, by),
      fromZero: isAmount(measure),
    }
  },
}

const kindOf = ({ brains }: DeskContext): Kind => {
  const first = brains[0]?.domain
  return brains.every(({ domain }) => domain === first) ? 'city' : 'domain'
}

const titleOf = (by: Kind, { locale }: DeskContext): string =>
  by === 'city'
    ? say(locale, '各市走势', 'Trend by city')
    : say(locale, '各领域走势', 'Trend by domain')

const groupName = (id: string, by: Kind, { locale }: DeskContext): string =>
  by === 'city'
    ? cityName(id, locale, { short: true })
    : domainName(isDomain(id) ? id : null, locale)

function groupOfFocus(context: DeskContext, by: Kind): string | null {
  const brain = focusOf(context)
  return brain ? (by === 'city' ? brain.city : (brain.domain ?? 'unknown')) : null
}

const nothingText = ({ locale }: DeskContext, { name }: Indicator): string =>
  say(
    locale,
    `「${name.zh}」在这段时间没有可以合计的读数`,
    `“${name.en}” has no reading in this time that adds up`,
  )

/** Groups without any reading have no plot. */
function panelsOf(
  context: DeskContext,
  indicator: Indicator,
  measure: Measure,
  by: Kind,
): LinePanel[] {
  const periods = monthsUpTo(context, MONTHS)
  const result = ask(context, { indicator: indicator.id, measure, groupBy: by, periods })
  return result.groups.flatMap(({ id }, g): LinePanel[] => {
    const points = pointsOf(result, g)
    if (points.values.every((value) => value === null)) return []
    const name = groupName(id, by, context)
    const series = lineSeries(context, indicator, measure, {
      ...{ id, name, tone: isDomain(id) ? id : 'fact', ...points, preliminary: [] },
    })
    return [{ id, title: name, series: [series], band: null, targets: [], events: [] }]
  })
}

/** The highest and the lowest of the groups in the printed month. */
function finding(context: DeskContext, indicator: Indicator, measure: Measure, by: Kind): string {
  const { locale } = context
  const { words } = printerIn(context, indicator, measure)
  const result = ask(context, {
    ...{ indicator: indicator.id, measure, groupBy: by },
    periods: monthsUpTo(context, MONTHS),
  })
  const known = result.groups
    .flatMap(({ id }, g) => {
      const reading = result.reading(g, MONTHS - 1)
      return isPresent(reading) ? [{ name: groupName(id, by, context), reading }] : []
    })
    .sort((a, b) => b.reading.value - a.reading.value)
  const [first, last] = [known[0], known.at(-1)]
  const printed = (reading: Reading): string =>
    withPartial(words(reading), coverageOf(reading), locale)
  const lead = say(
    locale,
    `${periodText(context, indicator, measure)}${measuredName(indicator, measure, locale)}`,
    `${measuredName(indicator, measure, locale)}, ${periodText(context, indicator, measure)}`,
  )
  if (!first || !last)
    return led(
      locale,
      lead,
      sentence(locale, [say(locale, '本期无读数', 'no reading in this period')]),
    )
  return led(
    locale,
    lead,
    sentence(locale, [
      say(
        locale,
        `${first.name}最高，${printed(first.reading)}`,
        `${first.name} is highest, ${printed(first.reading)}`,
      ),
      last === first
        ? null
        : say(
            locale,
            `${last.name}最低，${printed(last.reading)}`,
            `${last.name} lowest, ${printed(last.reading)}`,
          ),
      ...standingWords(context, totalReading(context, indicator.id, measure), measure),
    ]),
  )
}
