import type { EventKind, Grade, LifecycleEvent } from './event.ts'
import { EVENT_KINDS } from './event.ts'
import { periodEnd } from './period.ts'

/** Where a brain stands: 申报, 评审, 公示, 入库, 试点, 验收, 挂牌, 未入选, 取消资格. Exactly one at a time. */
export const STAGES = [
  'applied',
  'reviewed',
  'publicised',
  'pool',
  'pilot',
  'accepted',
  'designated',
  'notSelected',
  'disqualified',
] as const

/** `unknown`: no event that sets a stage is known (a brain that only a press report names). */
export type Stage = (typeof STAGES)[number] | 'unknown'

/** Stages that count towards the programme's target of brains. */
export const COUNTED_STAGES: readonly Stage[] = ['pilot', 'accepted', 'designated']

/** A 限期整改 that is not closed yet: it stands beside the stage and never replaces it. */
export interface OpenMeasure {
  /** Id of the event that ordered it. */
  readonly event: string
  readonly ordered: string
  readonly due: string | null
  readonly reason: string | null
  /** Who must do it, as the order says; null where it names nobody. */
  readonly owner: string | null
}

export interface BrainState {
  readonly brain: string
  readonly stage: Stage
  /** Day on which the stage was reached; null while it is unknown. */
  readonly since: string | null
  /** Oldest first. */
  readonly measures: readonly OpenMeasure[]
  /** The assessment of the latest year; of one year the last. */
  readonly grade: { readonly year: number; readonly grade: Grade } | null
  /** Every stage that the brain ever reached. */
  readonly entered: ReadonlySet<Stage>
}

/** The stage that an event leads to; events without one leave the stage as it is. */
export const STAGE_OF: Readonly<Partial<Record<EventKind, Stage>>> = {
  applied: 'applied',
  reviewed: 'reviewed',
  publicised: 'publicised',
  piloted: 'pilot',
  pooled: 'pool',
  notSelected: 'notSelected',
  accepted: 'accepted',
  designated: 'designated',
  disqualified: 'disqualified',
}

const KIND_ORDER = new Map<EventKind, number>(EVENT_KINDS.map((kind, i) => [kind, i]))

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Order of the fold: by day, on one day in the order of the programme, a grade that replaces another one after it,
 * then by id.
 */
export const compareEvents = (a: LifecycleEvent, b: LifecycleEvent): number =>
  byText(a.date, b.date) ||
  (KIND_ORDER.get(a.kind) ?? 0) - (KIND_ORDER.get(b.kind) ?? 0) ||
  Number(replacesGrade(a)) - Number(replacesGrade(b)) ||
  byText(a.id, b.id)

const replacesGrade = ({ kind, order }: LifecycleEvent): boolean =>
  kind === 'assessed' && order != null

/**
 * The events that stand: those taken back by 登记更正 and the corrections themselves are left out. A correction says
 * that something was never so: it counts for every day, not only from its own. The same array where nothing was
 * taken back.
 */
export function standingEvents<E extends Correctable>(events: readonly E[]): readonly E[] {
  if (!events.some(({ kind }) => kind === 'withdrawn')) return events
  const gone = new Set(
    events.flatMap(({ kind, order }) => (kind === 'withdrawn' && order != null ? [order] : [])),
  )
  return events.filter(({ id, kind }) => kind !== 'withdrawn' && !gone.has(id))
}

/** What says whether an event stands. */
export type Correctable = Pick<LifecycleEvent, 'id' | 'kind'> & {
  readonly order?: string | null | undefined
}

/** The state before any event. */
export const initialState = (brain: string): BrainState => ({
  brain,
  stage: 'unknown',
  since: null,
  measures: [],
  grade: null,
  entered: new Set(),
})

/**
 * The state after one more event, in the order of compareEvents. Total: an event that the rules would
 * not allow still moves the state; whether it was allowed is judged elsewhere.
 */
export function stepBrain(state: BrainState, event: LifecycleEvent): BrainState {
  const stage = STAGE_OF[event.kind]
  if (stage) return enterStage(state, stage, event.date)
  if (event.kind === 'rectificationOrdered') {
    return { ...state, measures: [...state.measures, openMeasure(event)] }
  }
  if (event.kind === 'rectified') return { ...state, measures: withoutClosed(state, event) }
  if (event.kind !== 'assessed' || !event.grade) return state
  const grade = gradeOf(event, event.grade)
  return state.grade && state.grade.year > grade.year ? state : { ...state, grade }
}

function enterStage(state: BrainState, stage: Stage, date: string): BrainState {
  const entered = state.entered.has(stage) ? state.entered : new Set([...state.entered, stage])
  const since = state.stage === stage ? state.since : date
  const measures = stage === 'disqualified' ? [] : state.measures
  return { ...state, stage, since, measures, entered }
}

/** `rectified` closes the order that it names, else the oldest. */
const withoutClosed = ({ measures }: BrainState, { order }: LifecycleEvent): OpenMeasure[] =>
  order == null ? measures.slice(1) : measures.filter(({ event }) => event !== order)

const openMeasure = (event: LifecycleEvent): OpenMeasure => ({
  event: event.id,
  ordered: event.date,
  due: event.due ?? null,
  reason: event.reason ?? null,
  owner: event.owner ?? null,
})

const gradeOf = (event: LifecycleEvent, grade: Grade): { year: number; grade: Grade } => ({
  year: event.year ?? Number(event.date.slice(0, 4)),
  grade,
})

/**
 * State of one brain at the end of the day `asOf` (ISO). The events may come in any order; later ones and those
 * taken back are ignored. `rectified` closes the order that it names, else the oldest; 取消资格 closes all.
 */
export function foldBrain(
  events: readonly LifecycleEvent[],
  asOf: string,
  brain: string = events[0]?.brain ?? '',
): BrainState {
  const known = standingEvents(events)
    .filter((event) => event.date <= asOf)
    .sort(compareEvents)
  return known.reduce(stepBrain, initialState(brain))
}

/** Events of each brain. */
export function eventsByBrain(
  events: readonly LifecycleEvent[],
): ReadonlyMap<string, readonly LifecycleEvent[]> {
  const groups = new Map<string, LifecycleEvent[]>()
  for (const event of events) {
    const group = groups.get(event.brain)
    if (group) group.push(event)
    else groups.set(event.brain, [event])
  }
  return groups
}

/** State of every brain of the registry at the end of `asOf`; events of other brains are ignored. */
export function foldAll(
  brains: readonly { readonly id: string }[],
  events: readonly LifecycleEvent[],
  asOf: string,
): ReadonlyMap<string, BrainState> {
  const groups = eventsByBrain(events)
  return new Map(brains.map(({ id }) => [id, foldBrain(groups.get(id) ?? [], asOf, id)]))
}

/** Whether the brain counts towards the programme's target (试点, 验收 or 挂牌). */
export const isCounted = (state: BrainState): boolean => COUNTED_STAGES.includes(state.stage)

type States = ReadonlyMap<string, BrainState> | Iterable<BrainState>

const statesOf = (states: States): Iterable<BrainState> =>
  states instanceof Map ? states.values() : (states as Iterable<BrainState>)

const zeroes = (): Record<Stage, number> => ({
  applied: 0,
  reviewed: 0,
  publicised: 0,
  pool: 0,
  pilot: 0,
  accepted: 0,
  designated: 0,
  notSelected: 0,
  disqualified: 0,
  unknown: 0,
})

export interface ProgrammeCounts {
  readonly total: number
  /** Brains now in each stage; they add up to `total`. */
  readonly byStage: Readonly<Record<Stage, number>>
  /** 试点 + 验收 + 挂牌. */
  readonly counted: number
  /** 其中整改: counted brains with an open measure. */
  readonly rectifying: number
}

/** Counts of the programme at the states' day. They are derived from events and never reported. */
export function programmeCounts(states: States): ProgrammeCounts {
  const byStage = zeroes()
  let [total, counted, rectifying] = [0, 0, 0]
  for (const state of statesOf(states)) {
    total++
    byStage[state.stage]++
    if (!isCounted(state)) continue
    counted++
    if (state.measures.length > 0) rectifying++
  }
  return { total, byStage, counted, rectifying }
}

/** How many brains ever entered each stage (`unknown`: never any): for the flow from 申报 to 挂牌. */
export function enteredCounts(states: States): Readonly<Record<Stage, number>> {
  const counts = zeroes()
  for (const { entered } of statesOf(states)) {
    for (const stage of entered) counts[stage]++
    if (entered.size === 0) counts.unknown++
  }
  return counts
}

/** Brains in the programme at a period's end. `counted` is pilot + accepted + designated. */
export interface BuildOutPoint {
  readonly period: string
  readonly pilot: number
  readonly accepted: number
  readonly designated: number
  readonly pool: number
  readonly counted: number
}

/** The build-out trajectory: the stages of the brains at the end of each period, in the order given. */
export function buildOut(
  brains: readonly { readonly id: string }[],
  events: readonly LifecycleEvent[],
  months: readonly string[],
): readonly BuildOutPoint[] {
  const known = new Set(brains.map(({ id }) => id))
  const moves = standingEvents(events).filter(
    ({ brain, kind }) => known.has(brain) && STAGE_OF[kind] !== undefined,
  )
  moves.sort(compareEvents)
  const ends = months.map((period, at) => ({ period, at, end: periodEnd(period) }))
  ends.sort((a, b) => byText(a.end, b.end))
  const points: BuildOutPoint[] = []
  const walk = stageWalk(moves)
  for (const { period, at, end } of ends) points[at] = pointOf(period, walk(end))
  return points
}

/** Replays stage events up to rising days and gives the running count of each stage. */
function stageWalk(moves: readonly LifecycleEvent[]): (day: string) => Record<Stage, number> {
  const stages = new Map<string, Stage>()
  const counts = zeroes()
  let next = 0
  return (day) => {
    for (let move = moves[next]; move && move.date <= day; move = moves[++next]) {
      const before = stages.get(move.brain)
      const after = STAGE_OF[move.kind] ?? 'unknown'
      if (before) counts[before]--
      counts[after]++
      stages.set(move.brain, after)
    }
    return counts
  }
}

function pointOf(period: string, counts: Readonly<Record<Stage, number>>): BuildOutPoint {
  const { pilot, accepted, designated, pool } = counts
  return { period, pilot, accepted, designated, pool, counted: pilot + accepted + designated }
}
