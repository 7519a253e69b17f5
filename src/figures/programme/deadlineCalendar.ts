import { monthOf, formatPeriod } from '../../domain/period.ts'
import { DEADLINE_KINDS, type Deadline } from '../../domain/programme/deadlines.ts'
import { textOf } from '../../domain/text.ts'
import type { FigureContext, FigureDefinition } from '../definition.ts'
import { meaning } from '../meaning.ts'
import { DEADLINE_NAMES } from '../text/deadlineWords.ts'
import { capital, say } from '../text/words.ts'
import { deadlineDefinition } from './deadlineTable.ts'
import { noCourse } from './noCourse.ts'
import { brainName, programmeDeadlines } from './programmeDeadlines.ts'

const ID = 'programme-calendar'
const name = { zh: '期限日历', en: 'Calendar of deadlines' }

/** Brains that a month names before it counts the rest. */
const NAMED = 4

/** What ends month by month, by kind; what is over stands first. */
export const deadlineCalendar: FigureDefinition = {
  id: ID,
  name,
  indicators: [],
  build: (context) => {
    const { locale, today } = context
    const title = textOf(name, locale)
    const deadlines = programmeDeadlines(context)
    if (deadlines.length === 0)
      return noCourse(context, ID, title, { zh: '没有在计的期限', en: 'No deadline is running' })
    const months = [...byMonth(context, deadlines)]
    const [fullest] = [...months].sort((a, b) => b[1].length - a[1].length)
    return {
      ...meaning(context, {
        ...{ id: ID, title, asOf: today },
        unit: say(locale, '项', 'deadlines'),
        period: say(locale, `截至 ${today}`, `as of ${today}`),
        definition: deadlineDefinition(context),
        finding: say(
          locale,
          `${months.length} 组期限，最多的是${fullest?.[0] ?? ''}，${fullest?.[1].length ?? 0} 项。`,
          `${months.length} groups; the fullest is ${fullest?.[0] ?? ''} with ${fullest?.[1].length ?? 0}.`,
        ),
      }),
      kind: 'table',
      columns: [
        { id: 'month', title: say(locale, '月份', 'Month'), align: 'start' },
        ...DEADLINE_KINDS.map((kind) => ({
          ...{ id: kind, title: capital(textOf(DEADLINE_NAMES[kind], locale)) },
          align: 'end' as const,
        })),
        { id: 'total', title: say(locale, '合计', 'Total'), align: 'end' },
        { id: 'brains', title: say(locale, '产业大脑', 'Brains'), align: 'start' },
      ],
      rows: months.map(([month, group]) => [
        month,
        ...DEADLINE_KINDS.map((kind) => `${group.filter((one) => one.kind === kind).length}`),
        `${group.length}`,
        namesOf(context, group),
      ]),
    }
  },
}

/** Deadlines by the month of their day, those that are over apart; ascending. */
function byMonth(
  { locale }: FigureContext,
  deadlines: readonly Deadline[],
): ReadonlyMap<string, readonly Deadline[]> {
  const months = new Map<string, Deadline[]>()
  for (const deadline of deadlines) {
    const month =
      deadline.level === 'overdue'
        ? say(locale, '已逾期', 'overdue')
        : formatPeriod(monthOf(deadline.due), locale)
    months.set(month, [...(months.get(month) ?? []), deadline])
  }
  return months
}

function namesOf(context: FigureContext, group: readonly Deadline[]): string {
  const { locale } = context
  const brains = [...new Set(group.map(({ brain }) => brain))]
  const named = brains.slice(0, NAMED).map((brain) => brainName(context, brain))
  const words = named.join(say(locale, '、', ', '))
  return brains.length > NAMED
    ? say(locale, `${words} 等 ${brains.length} 个`, `${words} and ${brains.length - NAMED} more`)
    : words
}
