import type { EventKind, LifecycleEvent } from '../../domain/event.ts'
import { ordersOf } from '../../domain/programme/orders.ts'
import type { FigureContext } from '../definition.ts'
import { daysBetween } from '../text/age.ts'
import { brainEvent, eventsOf, type BrainEvent } from './brainEvent.ts'
import { assignLanes } from './lanes.ts'
import { pilotTerm } from './pilotTerm.ts'

/** One event on the track; `at` is its place between 0 and 1, `lane` counts up from the line. */
export interface TrackPoint extends BrainEvent {
  readonly at: number
  readonly lane: number
  readonly flip: boolean
}

/** A stretch of the line: what stage the brain was in, or a 限期整改 on top of it. */
export interface TrackSpan {
  readonly id: string
  readonly from: number
  readonly to: number
  readonly tone: 'before' | 'pool' | 'pilot' | 'accepted' | 'designated' | 'ended' | 'rectification'
}

/** The lifecycle of one brain on a time axis. */
export interface LifecycleTrack {
  readonly points: readonly TrackPoint[]
  readonly lanes: number
  readonly spans: readonly TrackSpan[]
  /** The two years of a pilot: a goal, drawn in gold. */
  readonly term: { readonly from: number; readonly to: number; readonly text: string } | null
  readonly years: readonly { readonly year: string; readonly at: number }[]
  readonly today: number
}

type Scale = (day: string) => number

/** Null for a brain of which no event is known. */
export function lifecycleTrack(context: FigureContext, brain: string): LifecycleTrack | null {
  const { today } = context
  const events = eventsOf(context, brain)
  const [first] = events
  if (!first) return null
  const term = pilotTerm(context, events)
  const far = [today, term?.end ?? '', ...events.map(({ due }) => due ?? '')].sort().at(-1) ?? today
  const scale = scaleOf(first.date, far)
  const points = assignLanes(
    events.map((event) => ({ ...brainEvent(context, event), at: scale(event.date) })),
  )
  return {
    points,
    lanes: Math.max(...points.map(({ lane }) => lane)) + 1,
    spans: [...stageSpans(events, today, scale), ...measureSpans(events, today, scale)],
    term: term && { from: scale(term.start), to: scale(term.end), text: term.text },
    years: yearsOf(first.date, far, scale),
    today: scale(today),
  }
}

/** Days between `first` and `last` with a margin at both ends. */
function scaleOf(first: string, last: string): Scale {
  const days = Math.max(60, daysBetween(first, last))
  return (day) => 0.02 + (daysBetween(first, day) / days) * 0.94
}

const yearsOf = (first: string, last: string, scale: Scale) => {
  const from = Number(first.slice(0, 4)) + 1
  const count = Number(last.slice(0, 4)) - from + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => ({
    year: String(from + i),
    at: scale(`${from + i}-01-01`),
  }))
}

const SPAN_OF: Readonly<Partial<Record<EventKind, TrackSpan['tone']>>> = {
  applied: 'before',
  piloted: 'pilot',
  pooled: 'pool',
  accepted: 'accepted',
  designated: 'designated',
  notSelected: 'ended',
  disqualified: 'ended',
}

function stageSpans(events: readonly LifecycleEvent[], today: string, scale: Scale): TrackSpan[] {
  const moves = events.filter(({ kind }) => kind in SPAN_OF)
  return moves.map((event, i) => ({
    id: event.id,
    from: scale(event.date),
    to: scale(moves[i + 1]?.date ?? today),
    tone: SPAN_OF[event.kind] ?? 'before',
  }))
}

/** From the order to what ended it, or to today. */
const measureSpans = (
  events: readonly LifecycleEvent[],
  today: string,
  scale: Scale,
): TrackSpan[] =>
  ordersOf(events).map(({ event, end }) => ({
    id: `${event.id}-open`,
    from: scale(event.date),
    to: scale(end?.date ?? today),
    tone: 'rectification',
  }))
