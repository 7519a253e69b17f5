import { isCounted } from '../domain/lifecycle.ts'
import { isProvisional, workDaysBetween } from '../domain/calendar.ts'
import type { FigureContext } from './definition.ts'
import { programmeGoal } from './goals.ts'
import { countableProgramme, isUnfilledDemo, namedInPublic, type Programme } from './programme.ts'
import { formatNumber } from './text/number.ts'
import { unfilledDemo } from './text/sentences.ts'
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
export function headline(context: FigureContext): Phrase[] {
  const programme = countableProgramme(context)
  if (programme) return programmeHeadline(context, programme)
  if (isUnfilledDemo(context))
    return [plain(unfilledDemo(context.locale) + say(context.locale, '。', '.'))]
  return context.cited.length > 0 ? publicHeadline(context) : registeredHeadline(context)
}

function programmeHeadline(context: FigureContext, { states }: Programme): Phrase[] {
  const { locale, calendar, today } = context
  const counted = [...states.values()].filter(isCounted)
  const goal = programmeGoal(context)
  const days = counted
    .flatMap(({ measures }) =>
      measures.flatMap(({ due }) =>
        due
          ? [
              {
                days: workDaysBetween(calendar, today, due),
                about: isProvisional(calendar, today, due),
              },
            ]
          : [],
      ),
    )
    .sort((a, b) => a.days - b.days)
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

/** `about`: some of the days lie in a year whose holidays are not announced yet. */
function remaining(
  { locale }: FigureContext,
  { days, about }: { readonly days: number; readonly about: boolean },
): Phrase[] {
  const size = Math.abs(days)
  const text = say(
    locale,
    `${about ? '约' : ''} ${size} 个工作日`,
    `${about ? 'about ' : ''}${size} work days`,
  )
  return days < 0
    ? [plain(say(locale, '已逾期', 'overdue by ')), warn(text)]
    : [plain(say(locale, '剩', 'in ')), strong(text)]
}

/** The conclusion where the register cannot be counted: published counts of different 口径, side by side. */
function publicHeadline(context: FigureContext): Phrase[] {
  const { locale, cited } = context
  const named = namedInPublic(context).length
  const value = (subject: string): string =>
    `${cited.find((point) => point.subject === subject)?.value ?? '—'}`
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
    strong(say(locale, `${named} 个`, `${named}`)),
    ...onRegister(context),
  ]
}

/** How many brains have been registered so far: beside the published counts, never in them. */
function onRegister(context: FigureContext): Phrase[] {
  const { locale, cube } = context
  const count = cube.brains.length - namedInPublic(context).length
  return count === 0
    ? [plain(say(locale, '，运行数据未公开。', '; no operating figures are public.'))]
    : [
        plain(say(locale, '；本系统已登记 ', '; registered here: ')),
        strong(say(locale, `${count} 个`, `${count}`)),
        plain(say(locale, '。', '.')),
      ]
}

/** Brains may be registered, but nothing is published of the programme and no 试点 is recorded. */
function registeredHeadline({ locale, cube }: FigureContext): Phrase[] {
  const count = cube.brains.length
  if (count === 0)
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
    plain(say(locale, '已登记 ', 'Registered: ')),
    strong(say(locale, `${count} 个`, `${count} brains`)),
    plain(say(locale, '产业大脑，尚无建设过程记录。', '; no lifecycle events are stored yet.')),
  ]
}
