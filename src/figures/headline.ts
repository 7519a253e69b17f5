import { isCountable } from '../domain/brain.ts'
import { isCounted } from '../domain/lifecycle.ts'
import { workDaysBetween } from '../domain/calendar.ts'
import type { FigureContext } from './definition.ts'
import { programmeGoal } from './goals.ts'
import { formatNumber } from './text/number.ts'
import { say } from './text/words.ts'

/** A piece of the sentence at the top; numbers are strong, exceptions warn. */
export interface Phrase {
  readonly text: string
  readonly tone: 'plain' | 'strong' | 'warn'
}

const plain = (text: string): Phrase => ({ text, tone: 'plain' })
const strong = (text: string): Phrase => ({ text, tone: 'strong' })
const warn = (text: string): Phrase => ({ text, tone: 'warn' })

/** The one conclusion that opens a screen: where we stand, and what is urgent. */
export const headline = (context: FigureContext): Phrase[] =>
  context.space === 'main' && !isCountable(context.cube.brains)
    ? publicHeadline(context)
    : programmeHeadline(context)

function programmeHeadline(context: FigureContext): Phrase[] {
  const { locale, states, calendar, today } = context
  const counted = [...states.values()].filter(isCounted)
  const goal = programmeGoal(context)
  const days = counted
    .flatMap(({ measures }) =>
      measures.flatMap(({ due }) => (due ? [workDaysBetween(calendar, today, due)] : [])),
    )
    .sort((a, b) => a - b)
  const open = counted.filter(({ measures }) => measures.length > 0).length
  const done = goal ? `${formatNumber((counted.length / goal.value) * 100, 1)}%` : ''
  return [
    plain(say(locale, '纳入建设 ', '')),
    strong(say(locale, `${counted.length} 个`, `${counted.length} brains`)),
    ...(goal
      ? [
          plain(say(locale, `，为 ${goal.period.slice(0, 4)} 年目标的 `, ' counted, ')),
          strong(done),
          plain(say(locale, '', ` of the ${goal.period.slice(0, 4)} goal`)),
        ]
      : [plain(say(locale, '', ' counted'))]),
    ...(open > 0
      ? [
          plain(say(locale, '；', '; ')),
          warn(say(locale, `${open} 个限期整改`, `${open} under rectification`)),
        ]
      : []),
    ...(days[0] !== undefined
      ? [plain(say(locale, '，最近一项', ', the next ')), ...remaining(context, days[0])]
      : []),
    plain(say(locale, '。', '.')),
  ]
}

const remaining = ({ locale }: FigureContext, days: number): Phrase[] =>
  days < 0
    ? [
        plain(say(locale, '已逾期 ', 'overdue by ')),
        warn(say(locale, `${-days} 个工作日`, `${-days} work days`)),
      ]
    : [
        plain(say(locale, '剩 ', 'in ')),
        strong(say(locale, `${days} 个工作日`, `${days} work days`)),
      ]

/** The conclusion of a space that holds public facts only: counts of different 口径, side by side. */
function publicHeadline({ locale, cited, cube }: FigureContext): Phrase[] {
  const value = (subject: string): string =>
    `${cited.find((point) => point.subject === subject)?.value ?? '—'}`
  if (cited.length === 0)
    return [
      plain(
        say(
          locale,
          '尚无公开数字，也未接入报送。',
          'Nothing is public and nothing is reported yet.',
        ),
      ),
    ]
  return [
    plain(say(locale, '公布建设试点 ', 'Published: ')),
    strong(say(locale, `${value('office.pilots')} 个`, `${value('office.pilots')} pilots`)),
    plain(say(locale, '、入库培育 ', ', ')),
    strong(say(locale, `${value('office.pool')} 个`, `${value('office.pool')} in the pool`)),
    plain(say(locale, '，媒体报道累计 ', '; the press counts ')),
    strong(say(locale, `${value('press.brains')} 个`, value('press.brains'))),
    plain(
      say(
        locale,
        '（口径不同，不可相加）；逐一可查 ',
        ' (another rule, never added); named one by one: ',
      ),
    ),
    strong(say(locale, `${cube.brains.length} 个`, `${cube.brains.length}`)),
    plain(say(locale, '，运行数据未公开。', '; no operating figures are public.')),
  ]
}
