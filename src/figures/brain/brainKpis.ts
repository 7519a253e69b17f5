import {
  clusterRevenue,
  computeRacksBuilt,
  platformsAlgorithms,
  platformsDataAggregated,
  serviceFirmsServed,
} from '../../domain/catalogue/headline.ts'
import { domainName } from '../../domain/domainName.ts'
import type { Indicator } from '../../domain/indicator.ts'
import { formatPeriod } from '../../domain/period.ts'
import { isPresent } from '../../domain/reading.ts'
import { textOf } from '../../domain/text.ts'
import type { FigureContext } from '../definition.ts'
import type { KpiFigure } from '../kinds/kpiFigure.ts'
import { absentFigure, reportedMeaning } from '../meaning.ts'
import { formatChange, quantity, withPercent } from '../text/number.ts'
import { say } from '../text/words.ts'
import { assessmentKpi } from './assessmentKpi.ts'
import type { BrainKpi } from './brainKpi.ts'
import { historyOf, lastReading, reasonText, type LastReading } from './history.ts'
import { rankStrip } from './rankStrip.ts'
import { domainScope, standingOf, type Standing } from './standing.ts'

const SHOWN: readonly Indicator[] = [
  clusterRevenue,
  serviceFirmsServed,
  computeRacksBuilt,
  platformsDataAggregated,
  platformsAlgorithms,
]

/** Five reported figures and the latest yearly assessment. */
export const brainKpis = (context: FigureContext, brain: string): readonly BrainKpi[] => [
  ...SHOWN.map((indicator) => reportedKpiOf(context, indicator, brain)),
  assessmentKpi(context, brain),
]

function reportedKpiOf(context: FigureContext, indicator: Indicator, brain: string): BrainKpi {
  const { locale } = context
  const history = historyOf(context, indicator, brain)
  const last = lastReading(history)
  const id = `brain-${indicator.id}`
  const title = textOf(indicator.name, locale)
  if (!last) {
    const words = reasonText(context, indicator, history)
    return { figure: absentFigure(context, id, title, words), strip: null, cell: null }
  }
  const scope = domainScope(context, brain)
  const standing = scope && standingOf(context, indicator, brain, last.period, scope)
  return {
    figure: kpiFigure(context, indicator, brain, last, standing),
    strip: standing && rankStrip(standing),
    cell: { indicator: indicator.id, period: last.period },
  }
}

function kpiFigure(
  context: FigureContext,
  indicator: Indicator,
  brain: string,
  last: LastReading,
  standing: Standing | null,
): KpiFigure {
  const { locale } = context
  const title = textOf(indicator.name, locale)
  const value = quantity(last.value, indicator.unit, locale, { decimals: shown(indicator) })
  const comparison = changeText(context, indicator, brain, last)
  const when = formatPeriod(last.period, locale, { cumulative: indicator.kind === 'flow' })
  const name = context.cube.byId.get(brain)?.name ?? ''
  return {
    ...reportedMeaning(context, indicator, last.period, {
      id: `brain-${indicator.id}`,
      title,
      unit: value.unit,
      scope: name,
      notes: standingNotes(context, indicator, brain, standing),
      finding: say(
        locale,
        `${name}${when}${title} ${value.text} ${value.unit}${comparison ? `，${comparison.text}` : ''}。`,
        `${name}: ${title}, ${when}: ${value.text} ${value.unit}${comparison ? `, ${comparison.text}` : ''}.`,
      ),
    }),
    kind: 'kpi',
    value,
    meta: metaOf(context, indicator, last),
    comparison,
    spark: null,
    share: null,
  }
}

/** 集群营业收入在化工领域的位次 3/14: what the strip of a tile shows. */
function standingNotes(
  { locale, cube }: FigureContext,
  indicator: Indicator,
  brain: string,
  standing: Standing | null,
): string[] {
  if (standing === null || standing.rank === null || standing.of < 2) return []
  const rank = `${standing.rank}/${standing.of}`
  const domain = domainName(cube.byId.get(brain)?.domain ?? null, locale)
  const name = textOf(indicator.name, locale)
  return [
    say(locale, `${name}在${domain}领域的位次 ${rank}`, `${name}, rank in ${domain}: ${rank}`),
  ]
}

/** A tile prints at most two decimals, hundreds none. */
const shown = ({ decimals, unit }: Indicator): number => (unit === 'yi' ? 0 : Math.min(2, decimals))

/** 1—10月 or 10月末; a value that was carried says how late it is. */
function metaOf(
  { locale }: FigureContext,
  indicator: Indicator,
  { period, late }: LastReading,
): string {
  const cumulative = indicator.kind === 'flow'
  const when =
    locale === 'en'
      ? formatPeriod(period, locale, { cumulative })
      : formatPeriod(period, locale, { cumulative }).slice(5) + (cumulative ? '' : '末')
  return late === 0 ? when : say(locale, `${when} · 迟 ${late} 期`, `${when} · ${late} late`)
}

function changeText(
  context: FigureContext,
  indicator: Indicator,
  brain: string,
  { period }: LastReading,
): KpiFigure['comparison'] {
  const { readings, periods } = historyOf(context, indicator, brain, 'yearOnYear')
  const reading = readings[periods.indexOf(period)]
  if (!reading || !isPresent(reading)) return null
  const text = withPercent(formatChange(reading.value, context.locale))
  return { text: say(context.locale, `同比 ${text}`, `${text} on the year`), below: false }
}
