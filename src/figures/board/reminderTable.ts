import type { Reminder } from '../../domain/board/reminders.ts'
import { formatPeriod } from '../../domain/period.ts'
import type { Figure } from '../figure.ts'
import { absentFigure, meaning } from '../meaning.ts'
import { say } from '../text/words.ts'
import { boardSource, nameOfRow, unitOfRow, type BoardContext } from './boardContext.ts'
import { cellWords } from './boardWords.ts'

const ID = 'board-reminders'

/** One line of the list: who is reminded of what. */
export interface ReminderLine {
  readonly brain: string
  readonly name: string
  readonly place: string
  readonly unit: string
  readonly days: number
  /** What is open, month by month: 2026年10月：逾期 4 个工作日. */
  readonly what: string
}

/** Reminders in words, in their order. */
export const reminderLines = (
  context: BoardContext,
  reminders: readonly Reminder[],
): readonly ReminderLine[] => reminders.map((reminder) => lineOf(context, reminder))

function lineOf(context: BoardContext, { row, months, days }: Reminder): ReminderLine {
  const { board, cube, locale } = context
  const brain = board.brains[row] ?? ''
  const what = months.map((open) => {
    const month = formatPeriod(board.months[open.column] ?? '', locale)
    return say(locale, `${month}${cellWords(open, locale)}`, `${month}: ${cellWords(open, locale)}`)
  })
  return {
    ...{ brain, days, name: nameOfRow(context, row), unit: unitOfRow(context, row) },
    place: cube.byId.get(brain)?.place ?? '',
    what: what.join(say(locale, '；', '; ')),
  }
}

/** The list as plain text, a line each, to be pasted into a message. */
export const reminderText = (
  lines: readonly ReminderLine[],
  { locale, credit }: BoardContext,
): string =>
  [
    ...(credit === null ? [] : [say(locale, '【演示】', '[Demo]')]),
    ...lines.map(({ name, place, unit, what }, i) =>
      say(
        locale,
        `${i + 1}. ${name}（${place}，揭榜单位：${unit}）：${what}`,
        `${i + 1}. ${name} (${place}; lead unit: ${unit}): ${what}`,
      ),
    ),
  ].join('\n')

/** 催报名单 as a figure: for files. */
export function reminderTable(
  context: BoardContext,
  lines: readonly ReminderLine[],
  until: number,
): Figure {
  const { board, locale } = context
  const title = say(locale, '月报催报名单', 'Reminders for monthly reports')
  if (lines.length === 0)
    return absentFigure(
      context,
      ID,
      title,
      say(locale, '没有需要催报的产业大脑', 'No brain has to be reminded'),
    )
  const last = formatPeriod(board.months[until] ?? '', locale)
  return {
    ...meaning(context, {
      ...{ id: ID, title, asOf: board.today, source: boardSource(context) },
      period: say(locale, `至${last}`, `up to ${last}`),
      definition: say(
        locale,
        '应报月报逾期未报、退回待改或缺少指标的产业大脑；逾期按工作日计，自报送截止日次日起',
        'Brains whose monthly report is overdue, was returned or lacks indicators; work days are counted from the day after the due day',
      ),
      finding: say(
        locale,
        `${lines.length} 个产业大脑需要催报，最长逾期 ${lines[0]?.days ?? 0} 个工作日。`,
        `${lines.length} brains have to be reminded, the longest ${lines[0]?.days ?? 0} work days over.`,
      ),
    }),
    kind: 'table',
    columns: [
      { id: 'name', title: say(locale, '产业大脑', 'Brain'), align: 'start' },
      { id: 'place', title: say(locale, '所在地', 'Place'), align: 'start' },
      { id: 'unit', title: say(locale, '揭榜单位', 'Lead unit'), align: 'start' },
      { id: 'days', title: say(locale, '逾期工作日', 'Work days over'), align: 'end' },
      { id: 'what', title: say(locale, '待报事项', 'What is open'), align: 'start' },
    ],
    rows: lines.map(({ name, place, unit, days, what }) => [name, place, unit, `${days}`, what]),
    ids: lines.map(({ brain }) => brain),
  }
}
