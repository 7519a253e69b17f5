import type { EventKind, LifecycleEvent } from '../../domain/event.ts'
import { compareEvents } from '../../domain/lifecycle.ts'
import { historyFlags } from '../../domain/programme/judgeHistory.ts'
import { textOf } from '../../domain/text.ts'
import type { FigureContext } from '../definition.ts'
import type { Citation } from '../kinds/figureMeaning.ts'
import type { Symbol } from '../kinds/symbol.ts'
import { citationsOf } from '../meaning.ts'
import { EVENT_NAMES } from '../text/eventNames.ts'
import { actedText, flagText } from '../text/eventNotes.ts'
import { reasonWords } from '../text/reasons.ts'
import { say, symbolName } from '../text/words.ts'
import { GRADE_SYMBOL } from './assessments.ts'
import { workDaysText } from './brainHeader.ts'

/** One event of a brain's lifecycle in words. */
export interface BrainEvent {
  readonly id: string
  readonly date: string
  readonly symbol: Symbol | null
  readonly name: string
  /** Reason, due day and what is left of it, early acceptance, who recorded it for an office; empty for most. */
  readonly note: string
  /** Moves the brain to another stage. */
  readonly major: boolean
  readonly citation: Citation | null
}

const SYMBOL: Readonly<Partial<Record<EventKind, Symbol>>> = {
  piloted: 'pilot',
  pooled: 'pool',
  accepted: 'accepted',
  designated: 'designated',
  rectificationOrdered: 'rectification',
  disqualified: 'disqualified',
}

/** The standing events of a brain up to today, oldest first. */
export const eventsOf = ({ cube, today }: FigureContext, brain: string): LifecycleEvent[] =>
  cube.events.filter((event) => event.brain === brain && event.date <= today).sort(compareEvents)

/** Every event of a brain that was ever entered, those taken back among them, and the ids of these. */
export function enteredEvents({ cube, today }: FigureContext, brain: string) {
  const entered = cube.told.filter((event) => event.brain === brain && event.date <= today)
  const takenBack = new Set(
    cube.told.flatMap(({ kind, order }) => (kind === 'withdrawn' && order ? [order] : [])),
  )
  return { events: [...entered].sort(compareEvents), takenBack }
}

export function brainEvent(context: FigureContext, event: LifecycleEvent): BrainEvent {
  const { locale } = context
  const { id, kind, date, grade, year, document } = event
  const name = textOf(EVENT_NAMES[kind], locale)
  const outcome = grade ? symbolName(GRADE_SYMBOL[grade], locale) : ''
  return {
    ...{ id, date },
    symbol: grade ? GRADE_SYMBOL[grade] : (SYMBOL[kind] ?? null),
    name: grade ? `${year ?? ''} ${name} ${outcome}`.trim() : name,
    note: noteOf(context, event),
    major: kind in SYMBOL,
    citation: document ? (citationsOf(context, [document])[0] ?? null) : null,
  }
}

function noteOf(context: FigureContext, event: LifecycleEvent): string {
  const { locale, today } = context
  const { due, reason, recordedBy } = event
  return [
    reasonWords(reason, locale),
    due ? say(locale, `期限 ${due}`, `due ${due}`) : '',
    due && due >= today ? workDaysText(context, due) : '',
    ...flagsOf(context, event).map((flag) => flagText(flag, locale)),
    recordedBy ? actedText(event, locale) : '',
  ]
    .filter(Boolean)
    .join(say(locale, '，', ', '))
}

const flagsOf = (context: FigureContext, { id, kind, brain }: LifecycleEvent) =>
  kind === 'accepted'
    ? historyFlags(eventsOf(context, brain)).filter(({ event }) => event === id)
    : []
