import type { Brain } from '../brain.ts'
import { isOwn } from '../brain.ts'
import type { Calendar } from '../calendar.ts'
import { isProvisional, workDaysBetween } from '../calendar.ts'
import type { Grade, LifecycleEvent } from '../event.ts'
import {
  eventsByBrain,
  foldBrain,
  isCounted,
  standingEvents,
  type BrainState,
  type OpenMeasure,
} from '../lifecycle.ts'
import { passClock, PASSING_GRADES } from './passClock.ts'
import { monthsAfter, TERMS, WARN_DAYS } from './terms.ts'

/** What ends on a day: 限期整改, 试点期, 验收期, 考核时限. */
export const DEADLINE_KINDS = ['rectification', 'pilotTerm', 'acceptance', 'passClock'] as const
export type DeadlineKind = (typeof DEADLINE_KINDS)[number]

/** How urgent a deadline is: over, within 7, 30 or 90 calendar days, or later; most urgent first. */
export const WARNING_LEVELS = ['overdue', 'days7', 'days30', 'days90', 'later'] as const
export type WarningLevel = (typeof WARNING_LEVELS)[number]

/** One day by which something has to be done. */
export interface Deadline {
  /** `kind:event`, stable as long as the event stands. */
  readonly id: string
  readonly brain: string
  readonly kind: DeadlineKind
  /** Id of the event with which it began: the order, 试点, 挂牌. */
  readonly event: string
  readonly start: string
  /** The last day that is in time. */
  readonly due: string
  /** Whether `left` and `allowed` count calendar days or work days. */
  readonly counting: 'calendar' | 'work'
  /** Days from today to `due`; negative: days overdue. */
  readonly left: number
  /** Days from `start` to `due`. */
  readonly allowed: number
  /** The same as `left` in calendar days: levels go by it. */
  readonly calendarLeft: number
  readonly level: WarningLevel
  /** As the order says; null where the rule itself is the reason. */
  readonly reason: string | null
  /** Who must act: as the order says, else the organiser; null where none is registered. */
  readonly owner: string | null
  /** Work days lie in a year whose holidays are not announced. */
  readonly provisional: boolean
  /** A second term of the same event that ends on the same day: both are one deadline and count once. */
  readonly also: DeadlineKind | null
  /** 逾期通过: the day of a pass that came after `due`; null where none did. */
  readonly passedLate: string | null
}

/** What deadlines are worked out from. */
export interface DeadlineInput {
  readonly brains: readonly Brain[]
  readonly events: readonly LifecycleEvent[]
  readonly calendar: Calendar
  readonly today: string
  /** Grades that pass, as the score card says. */
  readonly passes?: ReadonlySet<Grade>
}

const DAY_MS = 86_400_000
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

/** Level of a deadline by the calendar days that are left: 7 still warns as 7, 0 is today and not over. */
export function warningLevel(daysLeft: number): WarningLevel {
  const [far, near, last] = WARN_DAYS
  if (daysLeft < 0) return 'overdue'
  if (daysLeft <= last) return 'days7'
  if (daysLeft <= near) return 'days30'
  return daysLeft <= far ? 'days90' : 'later'
}

/** Whether a deadline is warned of: over, or within 90 days. */
export const isWarned = ({ level }: Deadline): boolean => level !== 'later'

/**
 * Every deadline of the register's own brains, most urgent first. Of brains that only publications name none is
 * given: their course is not known. An order without a day has no deadline.
 */
export function deadlinesOf(input: DeadlineInput): readonly Deadline[] {
  const groups = eventsByBrain(standingEvents(input.events))
  return input.brains
    .filter(isOwn)
    .flatMap((brain) => brainDeadlines(brain, groups.get(brain.id) ?? [], input))
    .sort(byUrgency)
}

const byUrgency = (a: Deadline, b: Deadline): number =>
  a.calendarLeft - b.calendarLeft || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The deadlines of one brain from its standing events: open orders and the clocks of its stage. */
function brainDeadlines(
  brain: Brain,
  standing: readonly LifecycleEvent[],
  input: DeadlineInput,
): Deadline[] {
  const state = foldBrain(standing, input.today, brain.id)
  if (!isCounted(state)) return []
  return [
    ...state.measures.flatMap((measure) => rectification(brain, measure, input)),
    ...together([
      ...passDeadline(brain, standing, input),
      ...pilotDeadline(brain, state, standing, input),
    ]),
  ]
}

/** Two clocks of one event that end on one day are one deadline: that of the first, which names the second. */
function together(clocks: readonly Deadline[]): readonly Deadline[] {
  const [first, second] = clocks
  if (!first || first.event !== second?.event || first.due !== second.due) return clocks
  return [{ ...first, also: second.kind }]
}

type Span = Pick<Deadline, 'kind' | 'event' | 'start' | 'due'> &
  Partial<Pick<Deadline, 'reason' | 'owner' | 'passedLate'>>

/** 限期整改 is counted in work days. */
function rectification(brain: Brain, measure: OpenMeasure, input: DeadlineInput): Deadline[] {
  const { event, ordered: start, due, reason, owner } = measure
  if (due === null) return []
  const { calendar, today } = input
  const span: Span = { kind: 'rectification', event, start, due, reason, owner }
  return [
    {
      ...calendarDeadline(brain, span, today),
      counting: 'work',
      left: workDaysBetween(calendar, today, due),
      allowed: workDaysBetween(calendar, start, due),
      provisional: isProvisional(calendar, start < today ? start : today, due),
    },
  ]
}

/** 两年建设 until its last day, then the acceptance that follows it. */
function pilotDeadline(
  brain: Brain,
  { stage, since }: BrainState,
  standing: readonly LifecycleEvent[],
  { today }: DeadlineInput,
): Deadline[] {
  if (stage !== 'pilot' || since === null) return []
  const event = standing.find(({ kind, date }) => kind === 'piloted' && date === since)?.id ?? ''
  const end = monthsAfter(since, TERMS.pilotMonths)
  const due = monthsAfter(since, TERMS.pilotMonths + TERMS.acceptanceMonths)
  const span: Span =
    today <= end
      ? { kind: 'pilotTerm', event, start: since, due: end }
      : { kind: 'acceptance', event, start: end, due }
  return [calendarDeadline(brain, span, today)]
}

/** 满两年未通过考核评估: as long as nothing was passed in time. */
function passDeadline(
  brain: Brain,
  standing: readonly LifecycleEvent[],
  { today, passes = PASSING_GRADES }: DeadlineInput,
): Deadline[] {
  const clock = passClock(standing, today, passes)
  if (!clock || clock.passedBy !== null) return []
  const { event, start, due, passedLate } = clock
  return [calendarDeadline(brain, { kind: 'passClock', event, start, due, passedLate }, today)]
}

function calendarDeadline(brain: Brain, span: Span, today: string): Deadline {
  const left = daysBetween(today, span.due)
  return {
    ...{ id: `${span.kind}:${span.event}`, brain: brain.id },
    ...{ kind: span.kind, event: span.event, start: span.start, due: span.due },
    ...{ counting: 'calendar', left, calendarLeft: left, level: warningLevel(left) },
    allowed: daysBetween(span.start, span.due),
    ...{ reason: span.reason ?? null, owner: span.owner ?? brain.organiser, provisional: false },
    ...{ also: null, passedLate: span.passedLate ?? null },
  }
}
