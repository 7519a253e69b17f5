import { expectedOf, monthCounts, type StateCounts } from '../../domain/board/boardCounts.ts'
import { behindIn, type Behind } from '../../domain/board/boardSummary.ts'
import { formatPeriod } from '../../domain/period.ts'
import type { FigureContext } from '../definition.ts'
import { say } from '../text/words.ts'
import { brainWords, type BoardContext } from './boardContext.ts'
import { cellWords } from './boardWords.ts'

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

/** What stands out in a month of the board, among some rows: see monthFinding. */
export function boardFinding(
  context: BoardContext,
  column: number,
  rows: readonly number[] = [...context.board.states.keys()],
): string {
  const { board } = context
  return monthFinding(context, board.months[column] ?? '', {
    counts: monthCounts(board, rows)[column],
    behind: behindIn(board, column, rows),
  })
}

/** How many owe a month, how many reported and how, and who is behind. */
export function monthFinding(
  context: FigureContext,
  period: string,
  { counts, behind }: { readonly counts: StateCounts | undefined; readonly behind: Behind },
): string {
  const { locale } = context
  const month = formatPeriod(period, locale)
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
  const names = behindNames(context, behind)
  return names
    ? say(locale, `${head}：${names}。`, `${head} (${names}).`)
    : say(locale, `${head}。`, `${head}.`)
}

function behindNames(context: FigureContext, { total, worst }: Behind): string {
  const { locale } = context
  const words = worst.map((one) => {
    const [name, cell] = [brainWords(context, one.brain), cellWords(one, locale)]
    return say(locale, `${name}${cell}`, `${name}: ${cell}`)
  })
  const rest = total - worst.length
  return [
    words.join(say(locale, '、', '; ')),
    rest > 0 ? say(locale, `等 ${total} 家`, ` and ${rest} more`) : '',
  ].join('')
}
