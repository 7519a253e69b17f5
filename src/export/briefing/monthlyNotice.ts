import { cellOf } from '../../domain/board/board.ts'
import { expectedOf, monthCounts, reportedOf } from '../../domain/board/boardCounts.ts'
import { summaryOf } from '../../domain/board/boardSummary.ts'
import { remindersOf } from '../../domain/board/reminders.ts'
import { latecomers } from '../../domain/board/standing.ts'
import { formatPeriod } from '../../domain/period.ts'
import { textOf } from '../../domain/text.ts'
import type { BoardContext } from '../../figures/board/boardContext.ts'
import { brainOfRow } from '../../figures/board/boardContext.ts'
import { boardFinding } from '../../figures/board/boardFinding.ts'
import { cellWords } from '../../figures/board/boardWords.ts'
import { reminderLines, reminderTable } from '../../figures/board/reminderTable.ts'
import { reportingStatus } from '../../figures/board/reportingStatus.ts'
import { reportingTable } from '../../figures/board/reportingTable.ts'
import type { Figure } from '../../figures/figure.ts'
import { formatNumber } from '../../figures/text/number.ts'
import { say } from '../../figures/text/words.ts'
import { emptyBriefing } from '../briefing.ts'
import type { Briefing, BriefingFigure, BriefingHead, BriefingItem } from '../briefing.ts'
import { dayWords } from '../dayWords.ts'
import { frozenFigure } from './frozenFigure.ts'
import { refusalOf } from './refusalOf.ts'

/** Brains named in the text; the table behind it has all of them. */
const NAMED = 20

type Text = Omit<Extract<BriefingItem, { kind: 'text' }>, 'id' | 'kind'>

/**
 * 通报 on the reports of one month, written from the board: what came in, who is behind, what is asked. A draft
 * and marked as one: whom it is sent to and by when to report late is for the office to fill in.
 */
export function monthlyNotice(
  context: BoardContext,
  column: number,
  head: Omit<BriefingHead, 'title' | 'space' | 'locale' | 'period'>,
): Briefing {
  const { board, locale, space } = context
  const period = board.months[column] ?? ''
  const month = formatPeriod(period, locale)
  const title = say(
    locale,
    `关于${month}产业大脑月报报送情况的通报（草稿）`,
    `Notice on the monthly reports of ${month} (draft)`,
  )
  const lines = reminderLines(context, remindersOf(board, column))
  const items: Omit<BriefingItem, 'id'>[] = [
    text(opening(context, month)),
    text({ title: say(locale, '总体情况', 'Overview'), text: overview(context, column) }),
    ...shown(statusOf(context, column), monthByMonth(context)),
    text({
      title: say(locale, '迟报、未报和缺项情况', 'Late, missing and incomplete reports'),
      text: behind(context, column),
    }),
    ...shown(reminderTable(context, lines, column)),
    text(closing(context)),
  ]
  return {
    ...emptyBriefing({ ...head, title, space, locale, period }),
    items: items.map((item, i) => ({ ...item, id: `i${i + 1}` }) as BriefingItem),
  }
}

const text = (item: Text): Omit<BriefingItem, 'id'> => ({ kind: 'text', ...item })

/** The months up to that of the notice. */
const statusOf = (context: BoardContext, column: number): Figure =>
  reportingTable(
    context,
    { id: reportingStatus.id, title: textOf(reportingStatus.name, context.locale) },
    summaryOf(context.board, { column }),
  )

const monthByMonth = ({ locale }: BoardContext): string =>
  say(locale, '各月报送情况见下表。', 'The table shows the months one by one.')

/** A figure with its link back to the board; nothing for one without data. */
function shown(figure: Figure, sentence?: string): Omit<BriefingItem, 'id'>[] {
  if (refusalOf(figure) !== null) return []
  const item: Omit<BriefingFigure, 'id'> = {
    ...{ kind: 'figure', query: 'board', figure: frozenFigure(figure) },
    ...(sentence === undefined ? {} : { sentence }),
  }
  return [item]
}

function opening({ locale, board, space }: BoardContext, month: string): Text {
  const day = dayWords(board.today, locale)
  const demo = space === 'demo' ? say(locale, '（演示数据）', ' (demonstration data)') : ''
  return {
    title: '',
    text: [
      say(
        locale,
        '各产业大脑组织单位、揭榜单位：',
        'To the organising and lead units of the industry brains:',
      ),
      say(
        locale,
        `现将${month}产业大脑月报报送情况（截至${day}）通报如下${demo}。`,
        `This is how the monthly reports of ${month} stood on ${day}${demo}.`,
      ),
    ].join('\n'),
  }
}

function overview(context: BoardContext, column: number): string {
  const { board, locale } = context
  const all = monthCounts(board)
  const [now, before] = [all[column], all[column - 1]]
  const sentences = [boardFinding(context, column)]
  if (now && expectedOf(now) > 0) {
    const rate = (counts: typeof now): number => (100 * reportedOf(counts)) / expectedOf(counts)
    const last = before && expectedOf(before) > 0 ? rate(before) : null
    sentences.push(
      say(
        locale,
        `报送率 ${formatNumber(rate(now), 1)}%${last === null ? '' : `，上月为 ${formatNumber(last, 1)}%`}。`,
        `${formatNumber(rate(now), 1)}% have reported${last === null ? '' : `, against ${formatNumber(last, 1)}% the month before`}.`,
      ),
    )
  }
  return sentences.join(say(locale, '', ' '))
}

/** One line a brain that is behind in the month, and who has several months open. */
function behind(context: BoardContext, column: number): string {
  const { board, locale } = context
  const late = latecomers(board, column)
  const lines = late
    .slice(0, NAMED)
    .map(
      ({ row }, i) =>
        `${i + 1}. ${brainOfRow(context, row)}${say(locale, '：', ': ')}${cellWords(cellOf(board, row, column), locale)}${say(locale, '。', '.')}`,
    )
  const rest = late.length - lines.length
  const repeated = remindersOf(board, column).filter(({ months }) => months.length > 1).length
  return [
    ...(lines.length > 0
      ? lines
      : [say(locale, '本月没有迟报、未报的产业大脑。', 'No brain is late or missing this month.')]),
    ...(rest > 0
      ? [say(locale, `其余 ${rest} 家见附表。`, `${rest} more stand in the table.`)]
      : []),
    ...(repeated > 0
      ? [
          say(
            locale,
            `有 ${repeated} 家两个月以上的事项未结，见附表。`,
            `${repeated} brains have two months or more open: see the table.`,
          ),
        ]
      : []),
  ].join('\n')
}

const closing = ({ locale }: BoardContext): Text => ({
  title: say(locale, '有关要求', 'What is asked'),
  text: [
    say(
      locale,
      '请逾期未报、退回待改的单位于（补报期限）前完成补报；缺少指标的，请补齐或注明不适用、未统计的原因。',
      'Units with overdue or returned reports complete them by (day to be set); missing indicators are supplied or their absence is explained.',
    ),
    say(
      locale,
      '本件为系统依据月报台账生成的草稿，未经审核，不是正式文件；主送范围、补报期限和落款由发文单位确定。',
      'This draft was written from the monthly board; it has not been reviewed and is no official document. Addressees, the day and the signature are for the issuing office.',
    ),
  ].join('\n'),
})
