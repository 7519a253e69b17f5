import type { EventKind, LifecycleEvent } from '../../domain/event.ts'
import { compareEvents } from '../../domain/lifecycle.ts'
import { textOf } from '../../domain/text.ts'
import { pilotTermEnd } from '../../domain/thresholds.ts'
import type { FigureContext } from '../definition.ts'
import type { Citation, Symbol } from '../figure.ts'
import { citationsOf } from '../meaning.ts'
import { daysBetween } from '../text/age.ts'
import { EVENT_NAMES } from '../text/eventNames.ts'
import { reasonWords } from '../text/reasons.ts'
import { say, symbolName } from '../text/words.ts'
import { GRADE_SYMBOL } from './assessments.ts'
import { workDaysText } from './brainHeader.ts'
import { assignLanes } from './lanes.ts'

/** One event on the track; `at` is its place between 0 and 1, `lane` counts up from the line. */
export interface TrackPoint {
  readonly id: string
  readonly at: number
  readonly lane: number
  readonly flip: boolean
  readonly date: string
  readonly name: string
  readonly note: string
  readonly symbol: Symbol | null
  readonly major: boolean
  readonly citation: Citation | null
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
  readonly finding: string
}

type Scale = (day: string) => number

/** Null for a brain of which no event is known. */
export function lifecycleTrack(context: FigureContext, brain: string): LifecycleTrack | null {
  const { cube, today } = context
  const events = cube.events
    .filter((event) => event.brain === brain && event.date <= today)
    .sort(compareEvents)
  const first = events[0]
  const last = events.at(-1)
  if (!first || !last) return null
  const piloted = events.find(({ kind }) => kind === 'piloted')
  const end = piloted ? pilotTermEnd(piloted.date) : null
  const far = [today, end ?? '', ...events.map(({ due }) => due ?? '')].sort().at(-1) ?? today
  const scale = scaleOf(first.date, far)
  const points = assignLanes(events.map((event) => pointOf(context, event, scale)))
  return {
    points,
    lanes: Math.max(...points.map(({ lane }) => lane)) + 1,
    spans: [...stageSpans(events, today, scale), ...measureSpans(events, today, scale)],
    term: piloted && end ? termOf(context, events, piloted.date, end, scale) : null,
    years: yearsOf(first.date, far, scale),
    today: scale(today),
    finding: say(
      context.locale,
      `共 ${events.length} 项过程事件，最近一项：${EVENT_NAMES[last.kind].zh}（${last.date}）。`,
      `${events.length} events, the latest: ${EVENT_NAMES[last.kind].en} (${last.date}).`,
    ),
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

const SYMBOL: Readonly<Partial<Record<EventKind, Symbol>>> = {
  piloted: 'pilot',
  pooled: 'pool',
  accepted: 'accepted',
  designated: 'designated',
  rectificationOrdered: 'rectification',
  disqualified: 'disqualified',
}

function pointOf(context: FigureContext, event: LifecycleEvent, scale: Scale): TrackPoint {
  const { locale } = context
  const { id, kind, date, grade, year } = event
  const symbol = grade ? GRADE_SYMBOL[grade] : (SYMBOL[kind] ?? null)
  const name = textOf(EVENT_NAMES[kind], locale)
  const outcome = grade ? symbolName(GRADE_SYMBOL[grade], locale) : ''
  return {
    ...{ id, at: scale(date), lane: 0, flip: false, date, symbol },
    name: grade ? `${year ?? ''} ${name} ${outcome}`.trim() : name,
    note: noteOf(context, event),
    major: kind in SYMBOL,
    citation: event.document ? (citationsOf(context, [event.document])[0] ?? null) : null,
  }
}

const noteOf = (context: FigureContext, { due, reason }: LifecycleEvent): string =>
  [
    reasonWords(reason, context.locale),
    due ? say(context.locale, `期限 ${due}`, `due ${due}`) : '',
    due && due >= context.today ? workDaysText(context, due) : '',
  ]
    .filter(Boolean)
    .join(say(context.locale, '，', ', '))

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

/** From the order to its closing, or to today; the oldest open one is closed first. */
function measureSpans(events: readonly LifecycleEvent[], today: string, scale: Scale): TrackSpan[] {
  const closing = events.filter(({ kind }) => kind === 'rectified' || kind === 'disqualified')
  return events
    .filter(({ kind }) => kind === 'rectificationOrdered')
    .map((event, i) => ({
      id: `${event.id}-open`,
      from: scale(event.date),
      to: scale(closing[i]?.date ?? today),
      tone: 'rectification',
    }))
}

function termOf(
  context: FigureContext,
  events: readonly LifecycleEvent[],
  start: string,
  end: string,
  scale: Scale,
): LifecycleTrack['term'] {
  const accepted = events.find(({ kind }) => kind === 'accepted')
  const tail = accepted ? acceptedText(context, accepted.date, end) : openText(context, end)
  return {
    from: scale(start),
    to: scale(end),
    text: say(context.locale, `两年试点期至 ${end}${tail}`, `Two pilot years to ${end}${tail}`),
  }
}

const acceptedText = ({ locale }: FigureContext, accepted: string, end: string): string => {
  const days = daysBetween(accepted, end)
  return days >= 0
    ? say(locale, ` · 提前 ${days} 天通过验收`, ` · accepted ${days} days early`)
    : say(locale, ` · 期满后 ${-days} 天通过验收`, ` · accepted ${-days} days after`)
}

/** A public brain past its term is not late: its result is not public. */
function openText({ locale, today, space }: FigureContext, end: string): string {
  if (end >= today) {
    const days = daysBetween(today, end)
    return say(locale, ` · 还有 ${days} 天`, ` · ${days} days left`)
  }
  return space === 'main'
    ? say(locale, ' · 验收结果未公开', ' · result of acceptance not public')
    : say(locale, ' · 期满，尚未验收', ' · over, not accepted yet')
}
