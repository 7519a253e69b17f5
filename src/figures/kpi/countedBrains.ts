import { buildOut } from '../../domain/lifecycle.ts'
import { monthOf } from '../../domain/period.ts'
import { monthsBefore } from '../latest.ts'
import type { FigureContext, FigureDefinition } from '../definition.ts'
import { absentFigure, meaning } from '../meaning.ts'
import { formatNumber, quantity } from '../text/number.ts'
import { notCountable } from '../text/sentences.ts'
import { say } from '../text/words.ts'
import { programmeGoal } from '../goals.ts'
import { countableProgramme } from '../programme.ts'

const ID = 'counted-brains'
const name = { zh: '纳入建设', en: 'Brains counted' }

/** Brains in pilot, accepted or designated, against the latest dated goal. */
export const countedBrains: FigureDefinition = {
  id: ID,
  name,
  indicators: [],
  build: (context) => {
    const { locale, today } = context
    const title = say(locale, name.zh, name.en)
    const programme = countableProgramme(context)
    if (!programme) return absentFigure(context, ID, title, notCountable(context))
    const months = monthsBefore(monthOf(today), 36)
    const points = buildOut(programme.brains, programme.events, months)
    const now = points.at(-1)?.counted ?? 0
    if (now === 0) return absentFigure(context, ID, title, noEvents(context))
    const goal = programmeGoal(context)
    const done = goal ? (now / goal.value) * 100 : null
    return {
      ...meaning(context, {
        id: ID,
        title,
        period: say(locale, `截至 ${today}`, `as of ${today}`),
        definition: countingRule(context),
        asOf: today,
        unit: say(locale, '个', ''),
        finding: finding(context, now, goal?.value ?? null),
      }),
      kind: 'kpi',
      value: quantity(now, 'brains', locale),
      meta: say(locale, '试点＋验收＋挂牌', 'pilot to designated'),
      comparison:
        goal && done !== null
          ? {
              text: say(
                locale,
                `目标 ${goal.value} 个 · 完成 ${formatNumber(done, 1)}%`,
                `goal ${goal.value} · ${formatNumber(done, 1)}% reached`,
              ),
              below: done < 100,
            }
          : null,
      spark: { values: points.map((point) => point.counted), goal: goal?.value ?? null },
      share: null,
    }
  },
}

const noEvents = ({ locale }: FigureContext): string =>
  say(locale, '尚无建设过程记录', 'No lifecycle events are stored yet')

/** The counting rule that is printed with every count of brains. */
export const countingRule = ({ locale }: FigureContext): string =>
  say(
    locale,
    '建设试点、验收、挂牌之和；限期整改计入所在阶段，入库培育不计入',
    'Pilot, accepted and designated; brains under rectification stay in their stage, the pool is not counted',
  )

const finding = ({ locale }: FigureContext, now: number, goal: number | null): string =>
  goal === null
    ? say(locale, `纳入建设 ${now} 个。`, `${now} brains are counted.`)
    : say(
        locale,
        `纳入建设 ${now} 个，为目标 ${goal} 个的 ${formatNumber((now / goal) * 100, 1)}%。`,
        `${now} brains are counted, ${formatNumber((now / goal) * 100, 1)}% of the goal of ${goal}.`,
      )
