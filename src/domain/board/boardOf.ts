import type { Calendar } from '../calendar.ts'
import { reportDue } from '../calendar.ts'
import { NEVER_EXPECTED } from '../expectation.ts'
import type { Expectation } from '../expectation.ts'
import { ordinal, periodOf } from '../period.ts'
import type { Board } from './board.ts'
import { STATE_LETTERS } from './boardState.ts'
import type { BoardState } from './boardState.ts'
import { dayNumber, workDayCount } from './workDayCount.ts'
import type { WorkDayCount } from './workDayCount.ts'

/** What was reported of one brain for one month. Days are day numbers in Asia/Shanghai. */
export interface BoardReport {
  readonly brain: string
  readonly period: string
  /** Day on which the first report of the month was handed in. */
  readonly day: number
  /** Indicators of the month with a value or a reason other than 未报送. */
  readonly cells: number
  /** Reports of the month that stand. */
  readonly reports: number
  /** Warnings that what stands was published with; none where it is not given. */
  readonly warned?: number
}

/** What is handed in and not yet published, or was given back: the latest of its brain and month. */
export interface BoardDraft {
  readonly brain: string
  readonly period: string
  readonly state: 'submitted' | 'returned'
  /** Day of that step, as a day number. */
  readonly day: number
}

export interface BoardInput {
  readonly today: string
  readonly calendar: Calendar
  /** Month ids, ascending without gaps. */
  readonly months: readonly string[]
  readonly brains: readonly string[]
  /** When each brain owes reports; brains without an entry never do. */
  readonly windows: ReadonlyMap<string, Expectation>
  /** Indicators of a whole report. */
  readonly expected: number
  readonly reports: readonly BoardReport[]
  readonly drafts: readonly BoardDraft[]
}

interface Found {
  readonly reports: readonly (BoardReport | undefined)[]
  readonly drafts: ReadonlyMap<number, BoardDraft>
}

interface Column {
  readonly ordinal: number
  readonly due: number
}

interface Clock {
  readonly today: number
  readonly between: WorkDayCount
}

/**
 * The board of some brains and months. A report is late when it was handed in after its due day, by the work
 * days since then; a day that was begun counts, so that late is never 0. What a brain does not owe is
 * `notExpected` whatever came; a published report stands before a draft that would correct it.
 */
export function boardOf(input: BoardInput): Board {
  const { months, brains, calendar, today, windows, expected } = input
  const due = months.map((month) => reportDue(calendar, month))
  const columns = months.map((month, i) => ({
    ordinal: ordinal(periodOf(month)),
    due: dayNumber(due[i] ?? today),
  }))
  const [first, now] = [columns[0]?.due ?? dayNumber(today), dayNumber(today)]
  const clock = { today: now, between: workDayCount(calendar, Math.min(first, now), now) }
  const found = placed(input)
  const sparse = noSparse()
  const states = brains.map((brain, row) => {
    const window = windows.get(brain) ?? NEVER_EXPECTED
    let letters = ''
    for (const [i, column] of columns.entries()) {
      const at = row * months.length + i
      const isExpected = column.ordinal >= window.from && column.ordinal <= window.until
      const state = isExpected ? told(found, at, column, clock, expected, sparse) : 'notExpected'
      letters += STATE_LETTERS[state]
    }
    return letters
  })
  return { today, months, due, expected, brains, states, ...sparse }
}

/** Reports and drafts by position; those of other brains or months are left out. */
function placed({ brains, months, reports, drafts }: BoardInput): Found {
  const rows = new Map(brains.map((brain, row) => [brain, row * months.length]))
  const columns = new Map(months.map((month, column) => [month, column]))
  const positionOf = ({ brain, period }: { brain: string; period: string }): number =>
    (rows.get(brain) ?? NaN) + (columns.get(period) ?? NaN)
  const byPosition = new Array<BoardReport | undefined>(brains.length * months.length)
  for (const report of reports) {
    const at = positionOf(report)
    if (!Number.isNaN(at)) byPosition[at] = report
  }
  const waiting = new Map<number, BoardDraft>()
  for (const draft of drafts) {
    const at = positionOf(draft)
    if (!Number.isNaN(at)) waiting.set(at, draft)
  }
  return { reports: byPosition, drafts: waiting }
}

interface Sparse {
  readonly days: Map<number, number>
  readonly missing: Map<number, number>
  readonly corrections: Map<number, number>
  readonly warned: Map<number, number>
}

const noSparse = (): Sparse => ({
  ...{ days: new Map(), missing: new Map(), corrections: new Map(), warned: new Map() },
})

function told(
  { reports, drafts }: Found,
  at: number,
  { due }: Column,
  clock: Clock,
  expected: number,
  sparse: Sparse,
): BoardState {
  const report = reports[at]
  if (report) return reportedState(report, due, clock, expected, at, sparse)
  const draft = drafts.get(at)
  if (draft?.state === 'submitted') {
    noteDays(sparse, at, due, draft.day, clock)
    return 'inReview'
  }
  const isOver = noteDays(sparse, at, due, clock.today, clock)
  if (draft) return 'returned'
  return isOver ? 'overdue' : 'pending'
}

function reportedState(
  { day, cells, reports, warned: warnings = 0 }: BoardReport,
  due: number,
  clock: Clock,
  expected: number,
  at: number,
  { days, missing, corrections, warned }: Sparse,
): BoardState {
  const isLate = noteDays({ days }, at, due, day, clock)
  if (reports > 1) corrections.set(at, reports - 1)
  if (warnings > 0) warned.set(at, warnings)
  if (cells < expected) missing.set(at, expected - cells)
  return cells < expected ? 'partial' : isLate ? 'late' : 'onTime'
}

/** Whether a day lies after the due day; if so, keeps the work days between them. */
function noteDays(
  { days }: Pick<Sparse, 'days'>,
  at: number,
  due: number,
  day: number,
  { today, between }: Clock,
): boolean {
  if (day <= due) return false
  days.set(at, Math.max(1, between(due, Math.min(day, today))))
  return true
}
