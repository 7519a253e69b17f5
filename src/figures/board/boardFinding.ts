import { cellOf } from '../../domain/board/board.ts'
import { expectedOf, monthCounts, type StateCounts } from '../../domain/board/boardCounts.ts'
import { latecomers } from '../../domain/board/standing.ts'
import { formatPeriod } from '../../domain/period.ts'
import { say } from '../text/words.ts'
import { brainOfRow, type BoardContext } from './boardContext.ts'
import { cellWords } from './boardWords.ts'

/** Brains named in one sentence. */
const NAMED = 5

/** The parts of a month's count that are not empty: 按时51家，迟报2家，未报1家. */
export function countWords(counts: StateCounts, locale: BoardContext['locale']): string {
  const { onTime, late, partial, inReview, returned, overdue, pending } = counts
  const parts: readonly (readonly [number, string, string])[] = [
    [onTime, '按时', 'on time'],
    [late, '迟报', 'late'],
    [partial, '缺项', 'incomplete'],
    [inReview, '审核中', 'in review'],
    [returned, '退回待改', 'returned'],
    [overdue, '未报', 'not reported'],
    [pending, '未到期', 'not due yet'],
  ]
  return parts
    .filter(([count]) => count > 0)
    .map(([count, zh, en]) => say(locale, `${zh} ${count} 家`, `${count} ${en}`))
    .join(say(locale, '，', ', '))
}

/** What stands out in a month: how many owe it, how many reported and how, and who is behind. */
export function boardFinding(
  context: BoardContext,
  column: number,
  rows: readonly number[] = [...context.board.states.keys()],
): string {
  const { board, locale } = context
  const counts = monthCounts(board, rows)[column]
  const month = formatPeriod(board.months[column] ?? '', locale)
  const expected = counts ? expectedOf(counts) : 0
  if (!counts || expected === 0)
    return say(
      locale,
      `${month}没有应报送的产业大脑。`,
      `No brain was expected to report ${month}.`,
    )
  const head = say(
    locale,
    `${month}应报 ${expected} 家，${countWords(counts, locale)}`,
    `${expected} brains owe ${month}: ${countWords(counts, locale)}`,
  )
  const names = behindNames(context, column, rows)
  return names
    ? say(locale, `${head}：${names}。`, `${head} (${names}).`)
    : say(locale, `${head}。`, `${head}.`)
}

/** Those who have not reported, else those who came late; the first few by days. */
function behindNames(context: BoardContext, column: number, rows: readonly number[]): string {
  const { board, locale } = context
  const behind = latecomers(board, column, rows)
  const open = behind.filter(({ row }) => {
    const { state } = cellOf(board, row, column)
    return state === 'overdue' || state === 'returned'
  })
  const named = open.length > 0 ? open : behind
  const words = named.slice(0, NAMED).map(({ row }) => {
    const cell = cellWords(cellOf(board, row, column), locale)
    return say(locale, `${brainOfRow(context, row)}${cell}`, `${brainOfRow(context, row)}: ${cell}`)
  })
  const rest = named.length - words.length
  return [
    words.join(say(locale, '、', '; ')),
    rest > 0 ? say(locale, `等 ${named.length} 家`, ` and ${rest} more`) : '',
  ].join('')
}
