import type { LifecycleEvent } from '../event.ts'
import {
  compareEvents,
  initialState,
  STAGE_OF,
  standingEvents,
  stepBrain,
  type BrainState,
} from '../lifecycle.ts'
import { yearOf } from './countedGrades.ts'
import { HISTORY_FAULTS, type HistoryFault } from './historyFaults.ts'
import { monthsAfter, TERMS } from './terms.ts'
import { EXCLUSIVE, transitionOf } from './transitions.ts'

export type { HistoryFault }

/** Something legal that a reader should know: acceptance before the two years of the pilot were over. */
export interface HistoryFlag {
  readonly event: string
  readonly flag: 'earlyAcceptance'
  /** The day on which the pilot's term ends. */
  readonly termEnd: string
}

/** What a space asks for beside the state machine. */
export interface JudgeOptions {
  /** Events later than this day are refused; not given: any day. */
  readonly today?: string
  /** Every event must name the document that it rests on, but a correction, which has its reason. */
  readonly requireDocument?: boolean
}

/** What is known of a brain before an event: its state, and what a state does not keep. */
interface Situation {
  readonly state: BrainState
  /** The event that led to the stage. */
  readonly setBy: LifecycleEvent | null
  readonly sameDay: readonly LifecycleEvent[]
  readonly assessed: ReadonlyMap<number, LifecycleEvent>
  /** The last 入库培育, whatever came after it. */
  readonly pooled: LifecycleEvent | null
}

/**
 * Judges every event of one brain at its place in the history, whatever the order in which they came: the state
 * machine (TRANSITIONS), days that contradict themselves, orders and their closing, corrections. Empty for a legal
 * history; faults in the order of the fold, corrections last. Total: an event that breaks a rule still moves the
 * state, so that each is judged by what stands before it.
 */
export function judgeHistory(
  events: readonly LifecycleEvent[],
  options: JudgeOptions = {},
): readonly HistoryFault[] {
  const faults: HistoryFault[] = []
  walk(events, (event, situation) => {
    faults.push(...ownFaults(event, options), ...faultsOf(event, situation))
  })
  return [...faults, ...correctionFaults(events, options)]
}

/** What is legal in a history and yet to be told. */
export function historyFlags(events: readonly LifecycleEvent[]): readonly HistoryFlag[] {
  const flags: HistoryFlag[] = []
  walk(events, (event, { state }) => {
    flags.push(...flagsOf(event, state))
  })
  return flags
}

/** Visits the standing events in the order of the fold, each with what is known before it. */
function walk(
  events: readonly LifecycleEvent[],
  visit: (event: LifecycleEvent, situation: Situation) => void,
): void {
  const assessed = new Map<number, LifecycleEvent>()
  let state = initialState(events[0]?.brain ?? '')
  let setBy: LifecycleEvent | null = null
  let pooled: LifecycleEvent | null = null
  let sameDay: LifecycleEvent[] = []
  for (const event of [...standingEvents(events)].sort(compareEvents)) {
    if (sameDay[0]?.date !== event.date) sameDay = []
    visit(event, { state, setBy, sameDay, assessed, pooled })
    if (STAGE_OF[event.kind]) setBy = event
    if (event.kind === 'pooled') pooled = event
    if (event.kind === 'assessed') assessed.set(yearOf(event), event)
    sameDay.push(event)
    state = stepBrain(state, event)
  }
}

/** Rules that an event keeps or breaks by itself. */
function ownFaults(
  event: LifecycleEvent,
  { today, requireDocument = false }: JudgeOptions,
): HistoryFault[] {
  const { kind, date, document, due } = event
  return [
    ...(today !== undefined && date > today ? [HISTORY_FAULTS.future(event, today)] : []),
    ...(requireDocument && kind !== 'withdrawn' && !document
      ? [HISTORY_FAULTS.document(event)]
      : []),
    ...(due != null && due < date ? [HISTORY_FAULTS.dueBeforeOrder(event, due)] : []),
  ]
}

function faultsOf(event: LifecycleEvent, situation: Situation): HistoryFault[] {
  const { state, setBy, sameDay } = situation
  const contradicted = sameDay.find((other) => isExclusive(event, other))
  if (contradicted) return [HISTORY_FAULTS.contradictory(event, contradicted)]
  const transition = transitionOf(event.kind)
  if (transition && !transition.from.includes(state.stage))
    return [HISTORY_FAULTS.stage(event, transition, state.stage, setBy)]
  switch (event.kind) {
    case 'piloted':
      return poolFaults(event, situation)
    case 'rectified':
      return orderFaults(event, state)
    case 'assessed':
      return assessmentFaults(event, situation)
    case 'disqualified':
      return event.reason ? [] : [HISTORY_FAULTS.reason(event)]
    default:
      return []
  }
}

/** Two of one day that exclude each other, or a second grade of a year on one day that replaces none. */
const isExclusive = (a: LifecycleEvent, b: LifecycleEvent): boolean =>
  (a.kind !== b.kind &&
    EXCLUSIVE.some((kinds) => kinds.includes(a.kind) && kinds.includes(b.kind))) ||
  (a.order == null && isSameGrading(a, b))

const isSameGrading = (a: LifecycleEvent, b: LifecycleEvent): boolean =>
  a.kind === 'assessed' && b.kind === 'assessed' && yearOf(a) === yearOf(b)

/** 入库培育 → 建设试点 in a later batch (S05: a yearly list), also where it was applied for anew in between. */
const poolFaults = (event: LifecycleEvent, { pooled }: Situation): HistoryFault[] =>
  pooled && event.date.slice(0, 4) <= pooled.date.slice(0, 4)
    ? [HISTORY_FAULTS.poolYear(event, pooled)]
    : []

/** 整改完成 closes the order it names, or the only one that is open. */
function orderFaults(event: LifecycleEvent, { measures }: BrainState): HistoryFault[] {
  const open = measures.map((measure) => measure.event)
  if (open.length === 0 && event.order == null) return [HISTORY_FAULTS.noOpenOrder(event)]
  if (event.order != null)
    return open.includes(event.order) ? [] : [HISTORY_FAULTS.unknownOrder(event, event.order)]
  return open.length === 1 ? [] : [HISTORY_FAULTS.whichOrder(event, open)]
}

/**
 * Once a year; a second grade needs its reason and then counts. One of the same day names the grade before it, which
 * no other has replaced.
 */
function assessmentFaults(event: LifecycleEvent, { assessed, sameDay }: Situation): HistoryFault[] {
  const last = sameDay.findLast((other) => isSameGrading(event, other))
  if (event.order != null && event.order !== last?.id)
    return [HISTORY_FAULTS.unknownGrade(event, event.order)]
  const before = assessed.get(yearOf(event))
  if (!before || event.reason) return []
  return [HISTORY_FAULTS.assessedAgain(event, yearOf(event), before)]
}

/** 登记更正 takes back an event of the same brain, once, with its reason. */
function correctionFaults(
  events: readonly LifecycleEvent[],
  options: JudgeOptions,
): HistoryFault[] {
  const corrections = events.filter(({ kind }) => kind === 'withdrawn').sort(compareEvents)
  if (corrections.length === 0) return []
  const byId = new Map(events.map((event) => [event.id, event]))
  const taken = new Map<string, LifecycleEvent>()
  return corrections.flatMap((event) => {
    const order = event.order ?? null
    const target = order === null ? undefined : byId.get(order)
    if (order === null || !target) return [HISTORY_FAULTS.unknownEvent(event, order)]
    const first = taken.get(order)
    taken.set(order, first ?? event)
    if (target.kind === 'withdrawn') return [HISTORY_FAULTS.withdrawal(event, target)]
    if (first) return [HISTORY_FAULTS.withdrawnTwice(event, first)]
    if (event.date < target.date) return [HISTORY_FAULTS.withdrawnBefore(event, target)]
    const own = ownFaults(event, options)
    return event.reason ? own : [...own, HISTORY_FAULTS.reason(event)]
  })
}

/** Acceptance may come early; a reader is told. */
function flagsOf({ id, kind, date }: LifecycleEvent, { stage, since }: BrainState): HistoryFlag[] {
  if (kind !== 'accepted' || stage !== 'pilot' || since === null) return []
  const termEnd = monthsAfter(since, TERMS.pilotMonths)
  return date < termEnd ? [{ event: id, flag: 'earlyAcceptance', termEnd }] : []
}
