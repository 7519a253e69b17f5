import { monthOf, periodEnd, periodRange } from '../../domain/period.ts'
import { textOf } from '../../domain/text.ts'
import type { FigureDefinition } from '../definition.ts'
import { programmeGoals } from '../goals.ts'
import { absentFigure, citationsOf, meaning } from '../meaning.ts'
import { say } from '../text/words.ts'

const ID = 'cited-build-out'
const name = { zh: '公开数字与目标', en: 'Published counts and goals' }
const SUBJECTS = ['office.pilots', 'office.pool', 'press.brains']

/** Goals and published counts as separate points: 32 + 18 of the office and 112 of the press never join. */
export const citedBuildOut: FigureDefinition = {
  id: ID,
  name,
  indicators: [],
  spaces: ['main'],
  build: (context) => {
    const { locale } = context
    const title = say(locale, name.zh, name.en)
    const cited = context.cited.filter(
      ({ subject, date }) => SUBJECTS.includes(subject) && date.length >= 7,
    )
    const goals = programmeGoals(context)
    if (cited.length === 0 && goals.length === 0)
      return absentFigure(
        context,
        ID,
        title,
        say(locale, '没有公开的数量与目标', 'Nothing published'),
      )
    const sources = [...goals, ...cited].map(({ source }) => source)
    return {
      ...meaning(context, {
        id: ID,
        title,
        unit: say(locale, '个', 'brains'),
        period: say(locale, '2023—2026', '2023–2026'),
        definition: say(
          locale,
          '各数字口径不同：省数经办公布的试点、入库培育与媒体报道的“累计打造”，分别列示，不相加、不连线',
          'Different counting rules: the office’s pilots and pool, and the press’s “built so far”; shown apart, never added or joined',
        ),
        source: say(locale, '公开来源，见各点', 'Public sources, see each point'),
        citations: citationsOf(context, [...new Set(sources)]),
        asOf:
          cited
            .map(({ date }) => date)
            .sort()
            .at(-1) ?? context.today,
        finding: cited
          .map(({ label, value, date }) =>
            say(
              locale,
              `${textOf(label, locale)} ${value}（${date}）`,
              `${textOf(label, locale)}: ${value} (${date})`,
            ),
          )
          .join(say(locale, '；', '; ')),
      }),
      kind: 'area',
      periods: periodRange('2023-01', monthOf(context.today)),
      layers: [],
      crest: null,
      outer: null,
      goals: goals.map((goal) => ({
        period: monthOf(periodEnd(goal.period)),
        value: goal.value,
        label: say(
          locale,
          `${goal.period}年底目标 ${goal.value}`,
          `end-${goal.period} goal ${goal.value}`,
        ),
      })),
      points: cited.map((point) => ({
        id: point.id,
        period: monthOf(point.date),
        value: point.value,
        label: `${textOf(SHORT[point.subject] ?? point.label, locale)} ${point.value}`,
      })),
    }
  },
}

const SHORT: Readonly<Record<string, { zh: string; en: string }>> = {
  'office.pilots': { zh: '公布试点', en: 'pilots published' },
  'office.pool': { zh: '公布入库', en: 'pool published' },
  'press.brains': { zh: '媒体报道（待核）', en: 'press (unverified)' },
}
