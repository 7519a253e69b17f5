import { buildOut, isCounted } from '../domain/lifecycle.ts'
import { comparePeriods, monthOf, periodEnd, periodRange } from '../domain/period.ts'
import type { FigureContext, FigureDefinition } from './definition.ts'
import type { AreaFigure } from './kinds/areaFigure.ts'
import { programmeGoals } from './goals.ts'
import { countingRule } from './kpi/countedBrains.ts'
import { absentFigure, citationsOf, meaning } from './meaning.ts'
import { countableProgramme, type Programme } from './programme.ts'
import { formatNumber } from './text/number.ts'
import { notCountable } from './text/sentences.ts'
import { say, symbolName } from './text/words.ts'

const ID = 'build-out'
const name = { zh: '建设进度与目标', en: 'Build-out against the goals' }

/** Brains in pilot, accepted and designated by month, against the dated goals of the programme. */
export const buildOutFigure: FigureDefinition = {
  id: ID,
  name,
  indicators: [],
  build: (context) => {
    const title = say(context.locale, name.zh, name.en)
    const programme = countableProgramme(context)
    if (!programme) return absentFigure(context, ID, title, notCountable(context))
    const first = firstMonth(programme)
    if (!first || ![...programme.states.values()].some(isCounted))
      return absentFigure(
        context,
        ID,
        title,
        say(context.locale, '尚无建设过程记录', 'No lifecycle events yet'),
      )
    return figure(context, programme, title, periodRange(first, monthOf(context.today)))
  },
}

/** January of the year of the first event: the axis starts at a year's beginning. */
function firstMonth({ events }: Programme): string | null {
  const first = events.reduce<string | null>(
    (min, { date }) => (min === null || date < min ? date : min),
    null,
  )
  return first === null ? null : `${first.slice(0, 4)}-01`
}

function figure(
  context: FigureContext,
  { brains, events }: Programme,
  title: string,
  periods: string[],
): AreaFigure {
  const { locale } = context
  const points = buildOut(brains, events, periods)
  const goals = programmeGoals(context).map((target) => ({
    period: monthOf(periodEnd(target.period)),
    value: target.value,
    label: say(
      locale,
      `${target.period.slice(0, 4)}年底目标 ${target.value}`,
      `end-${target.period.slice(0, 4)} goal ${target.value}`,
    ),
  }))
  const counted = points.map((point) => point.counted)
  return {
    ...meaning(context, {
      id: ID,
      title,
      unit: say(locale, '个', 'brains'),
      period: `${periods[0]?.replace('-', '.')}—${periods.at(-1)?.replace('-', '.')}`,
      definition: countingRule(context),
      asOf: context.today,
      citations: citationsOf(
        context,
        programmeGoals(context).map(({ source }) => source),
      ),
      notes: [
        say(
          locale,
          '阶梯为已公布目标之间的参照，虚线为最后一期目标之后的延续',
          'The stair refers to published goals; dashed beyond the last one',
        ),
      ],
      finding: finding(context, counted.at(-1) ?? 0, goals),
    }),
    kind: 'area',
    periods,
    layers: (['designated', 'accepted', 'pilot'] as const).map((stage) => ({
      id: stage,
      name: symbolName(stage, locale),
      values: points.map((point) => point[stage]),
    })),
    crest: { name: say(locale, '个', 'brains'), values: counted },
    outer: {
      name: say(locale, '含入库', 'with pool'),
      values: points.map((point) => point.counted + point.pool),
    },
    goals: goals.filter(({ period }) => comparePeriods(period, periods[0] ?? period) >= 0),
    points: [],
  }
}

function finding(
  { locale }: FigureContext,
  now: number,
  goals: readonly { readonly label: string; readonly value: number }[],
): string {
  const goal = goals.at(-1)
  if (!goal) return say(locale, `纳入建设 ${now} 个。`, `${now} brains are counted.`)
  const done = formatNumber((now / goal.value) * 100, 1)
  return say(
    locale,
    `纳入建设 ${now} 个，为${goal.label.replace(/ \d+$/, '')} ${goal.value} 个的 ${done}%。`,
    `${now} brains are counted: ${done}% of ${goal.label}.`,
  )
}
