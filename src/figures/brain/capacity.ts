import type { Brain } from '../../domain/brain.ts'
import {
  computeRacksBuilt,
  computeRacksInUse,
  computeRacksPlanned,
  computeRackUtilisation,
} from '../../domain/catalogue/headline.ts'
import { thresholdsOf } from '../../domain/eligibility/needs.ts'
import { ruleSetOf } from '../../domain/eligibility/notices.ts'
import type { CountNeed, ReadingNeed } from '../../domain/eligibility/ruleSet.ts'
import type { Indicator } from '../../domain/indicator.ts'
import { formatPeriod } from '../../domain/period.ts'
import { textOf } from '../../domain/text.ts'
import type { TraceLink } from '../../domain/traceTarget.ts'
import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { BarFigure } from '../kinds/barFigure.ts'
import { absentFigure } from '../meaning.ts'
import { ruleSetsIn } from '../programme/eligibilityView.ts'
import { formatNumber } from '../text/number.ts'
import { sentence } from '../text/findings.ts'
import { say } from '../text/words.ts'
import type { BrainFigure } from './brainFigure.ts'
import { brainMeaning } from './brainMeaning.ts'
import { historyOf, lastReading, type LastReading } from './history.ts'
import { nothingReported } from './nothingReported.ts'

const ID = 'brain-capacity'
const name = { zh: '数据中心', en: 'Data centre' }

/** Planned, built and in use on one scale: lengths and the place of the threshold between 0 and 1. */
export interface CapacityPanel {
  readonly figure: BarFigure | AbsentFigure
  readonly bars: readonly {
    readonly id: 'planned' | 'built' | 'inUse'
    readonly length: number
    readonly trace: TraceLink
  }[]
  readonly line: number | null
}

interface Known {
  readonly id: 'planned' | 'built' | 'inUse'
  readonly indicator: Indicator
  readonly last: LastReading
}

const BARS = [
  ['planned', computeRacksPlanned],
  ['built', computeRacksBuilt],
  ['inUse', computeRacksInUse],
] as const

export const brainCapacity: BrainFigure = {
  id: ID,
  name,
  build: (context, brain) => capacityPanel(context, brain).figure,
}

/** The racks of a brain's data centre beside the number of the 2023 notice. */
export function capacityPanel(context: FigureContext, brain: Brain): CapacityPanel {
  const known = BARS.flatMap(([id, indicator]): Known[] => {
    const last = lastReading(historyOf(context, indicator, brain.id))
    return last ? [{ id, indicator, last }] : []
  })
  if (known.length === 0) {
    const title = say(context.locale, name.zh, name.en)
    const reason = nothingReported(context, brain, computeRacksPlanned)
    return { figure: absentFigure(context, ID, title, reason), bars: [], line: null }
  }
  const racks = racksAsked(context)
  const full = Math.max(racks ?? 0, ...known.map(({ last }) => last.value)) * 1.06 || 1
  return {
    figure: figureOf(context, brain, known, racks),
    bars: known.map(({ id, indicator, last }) => ({
      ...{ id, length: last.value / full },
      trace: { indicator: indicator.id, entity: brain.id, period: last.period },
    })),
    line: racks === null ? null : racks / full,
  }
}

/** The racks that the call of 2023 asks for; later calls name no number. */
function racksAsked(context: FigureContext): number | null {
  const set = ruleSetOf(ruleSetsIn(context), 2023)
  const need = set && thresholdsOf(set).find((one) => asksFor(one, computeRacksPlanned.id))
  return need?.least ?? null
}

const asksFor = (need: ReadingNeed | CountNeed, indicator: string): boolean =>
  need.kind === 'reading' && need.indicator === indicator

function figureOf(
  context: FigureContext,
  brain: Brain,
  known: readonly Known[],
  racks: number | null,
): BarFigure {
  const { locale } = context
  const used = utilisationText(context, brain)
  const periods = known.map(({ last }) => last.period)
  return {
    ...brainMeaning(
      context,
      brain,
      known.map(({ indicator }) => indicator.id),
      periods,
      {
        id: ID,
        title: say(locale, name.zh, name.en),
        unit: say(locale, '架', 'racks'),
        period: [...new Set(periods)].map((period) => formatPeriod(period, locale)).join(' / '),
        definition: [...known.map(({ indicator }) => textOf(indicator.definition, locale))].join(
          say(locale, '', ' '),
        ),
        notes: used ? [used] : [],
        finding: finding(context, brain, known, used),
      },
    ),
    kind: 'bar',
    layout: 'plain',
    series: [{ id: 'racks', name: say(locale, '标准机架', 'standard racks'), role: 'fact' }],
    columns: [say(locale, '架', 'racks')],
    rows: known.map(({ id, indicator, last }) => ({
      ...{ id, label: textOf(indicator.name, locale), tone: 'fact', warning: null },
      values: [last.value],
      columns: [{ text: formatNumber(last.value), below: false }],
    })),
    breakAfter: null,
    threshold:
      racks === null
        ? null
        : {
            value: racks,
            label: say(
              locale,
              `2023 年门槛 ${formatNumber(racks)} 架`,
              `${formatNumber(racks)} racks (2023)`,
            ),
          },
  }
}

/** 上架率 78.5%; empty where it is not known. */
function utilisationText(context: FigureContext, { id }: Brain): string {
  const rate = lastReading(historyOf(context, computeRackUtilisation, id))
  const text = rate ? `${formatNumber(rate.value, 1)}%` : ''
  return text && say(context.locale, `上架率 ${text}`, `utilisation ${text}`)
}

const finding = (
  { locale }: FigureContext,
  brain: Brain,
  known: readonly Known[],
  used: string,
): string =>
  sentence(locale, [
    ...known.map(
      ({ indicator, last }, i) =>
        (i === 0 ? say(locale, brain.name, `${brain.name}: `) : '') +
        `${textOf(indicator.name, locale)} ${formatNumber(last.value)} ${say(locale, '架', 'racks')}`,
    ),
    used,
  ])
