import { expectedOf, reportedOf, type StateCounts } from '../../domain/board/boardCounts.ts'
import type { BoardSummary } from '../../domain/board/boardSummary.ts'
import { formatPeriod } from '../../domain/period.ts'
import type { FigureContext } from '../definition.ts'
import type { Figure } from '../figure.ts'
import { meaning } from '../meaning.ts'
import { formatNumber } from '../text/number.ts'
import { say } from '../text/words.ts'
import { boardSource } from './boardContext.ts'
import { monthFinding } from './boardFinding.ts'

/** Months that the table shows at most. */
const SHOWN = 12

/** Which figure it is. */
export interface TableHead {
  readonly id: string
  readonly title: string
}

/** Months up to that of a summary, the newest first, by how their reports came in. */
export function reportingTable(
  context: FigureContext,
  { id, title }: TableHead,
  { today, months, counts, behind, column: last }: BoardSummary,
): Figure {
  const { locale } = context
  const from = Math.max(0, last + 1 - SHOWN)
  const shown = Array.from({ length: last + 1 - from }, (_, i) => last - i).filter(
    (column) => expectedOf(counts[column] ?? NOBODY) > 0,
  )
  const [first, end] = [shown.at(-1) ?? last, shown[0] ?? last].map((column) =>
    formatPeriod(months[column] ?? '', locale),
  )
  const now = counts[last] ?? NOBODY
  return {
    ...meaning(context, {
      ...{ id, title, asOf: today, source: boardSource(context) },
      unit: say(locale, '家', 'brains'),
      period: first === end ? (end ?? '') : say(locale, `${first}至${end}`, `${first} to ${end}`),
      scope: say(
        locale,
        `${reportedOf(now)}/${expectedOf(now)} 家报送`,
        `${reportedOf(now)} of ${expectedOf(now)} reported`,
      ),
      definition: say(
        locale,
        '应报送月报的产业大脑按报送结果分类；截止日为次月 15 日，遇节假日顺延至下一工作日',
        'Brains that owe the month by how their report came in; due on the 15th of the next month or the next work day',
      ),
      finding: monthFinding(context, months[last] ?? '', { counts: now, behind }),
    }),
    kind: 'table',
    columns: [
      { id: 'month', title: say(locale, '月份', 'Month'), align: 'start' },
      ...COLUMNS.map(({ id, zh, en }) => ({
        id,
        title: say(locale, zh, en),
        align: 'end' as const,
      })),
    ],
    rows: shown.map((column) => [
      formatPeriod(months[column] ?? '', locale),
      ...COLUMNS.map(({ of }) => of(counts[column] ?? NOBODY)),
    ]),
  }
}

const NOBODY: StateCounts = {
  ...{ onTime: 0, late: 0, partial: 0, inReview: 0 },
  ...{ returned: 0, overdue: 0, pending: 0, notExpected: 0 },
}

const rate = (counts: StateCounts): string =>
  expectedOf(counts) === 0 ? '—' : formatNumber((100 * reportedOf(counts)) / expectedOf(counts), 1)

const COLUMNS: readonly {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly of: (counts: StateCounts) => string
}[] = [
  { id: 'expected', zh: '应报', en: 'Owed', of: (counts) => `${expectedOf(counts)}` },
  { id: 'onTime', zh: '按时', en: 'On time', of: ({ onTime }) => `${onTime}` },
  { id: 'late', zh: '迟报', en: 'Late', of: ({ late }) => `${late}` },
  { id: 'partial', zh: '缺项', en: 'Incomplete', of: ({ partial }) => `${partial}` },
  {
    ...{ id: 'open', zh: '审核或退回', en: 'In review or returned' },
    of: ({ inReview, returned }) => `${inReview + returned}`,
  },
  {
    id: 'overdue',
    zh: '未报',
    en: 'Overdue',
    of: ({ overdue, pending }) => `${overdue + pending}`,
  },
  { id: 'rate', zh: '报送率（%）', en: 'Reported (%)', of: rate },
]
