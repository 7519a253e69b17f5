import fc from 'fast-check'

import { EVENT_KINDS } from '../../../src/domain/event.ts'
import type { EventKind, LifecycleEvent } from '../../../src/domain/event.ts'
import { addDays } from './randomDecade.ts'

/** Stage before and event, to the stage after. */
export type Edges = ReadonlyMap<string, string>

/** A legal history, with the stage and the open orders after each of its standing events, as the walk knows them. */
export interface WalkedHistory {
  /** Everything told, corrections and what they take back among it. */
  readonly events: readonly LifecycleEvent[]
  readonly trail: readonly { readonly day: string; readonly stage: string; readonly open: number }[]
}

interface Draw {
  readonly pick: number
  readonly days: number
  readonly sameDay: boolean
  readonly grade: 'lead' | 'warn'
  /** An event of this kind is entered wrongly beside it and taken back so many days later. */
  readonly wrong: { readonly kind: EventKind; readonly after: number } | null
}

const draw: fc.Arbitrary<Draw> = fc.record({
  ...{ pick: fc.nat(999), days: fc.integer({ min: 1, max: 250 }), sameDay: fc.boolean() },
  grade: fc.constantFrom('lead' as const, 'warn' as const),
  wrong: fc.option(
    fc.record({
      kind: fc.constantFrom(...EVENT_KINDS.filter((kind) => kind !== 'withdrawn')),
      after: fc.integer({ min: 0, max: 400 }),
    }),
    { freq: 6 },
  ),
})

/** Histories that are walked forwards along the edges: long ones, with corrections where they are asked for. */
export const legalHistory = (edges: Edges, corrected: boolean): fc.Arbitrary<WalkedHistory> =>
  fc
    .array(draw, { minLength: 4, maxLength: 24, size: 'max' })
    .map((draws) => new Walk(edges, corrected).along(draws))

const SETS_NONE: ReadonlySet<EventKind> = new Set([
  ...(['notified', 'interviewed', 'inspected', 'assessed', 'honoured'] as const),
])

/** One brain on its way; judges nothing by the code that it is to try. */
class Walk {
  readonly #edges: Edges
  readonly #corrected: boolean
  readonly #events: LifecycleEvent[] = []
  readonly #trail: WalkedHistory['trail'][number][] = []
  #stage = 'unknown'
  #day = '2020-01-06'
  #last: LifecycleEvent | null = null
  #pooled = ''
  #open: string[] = []
  readonly #grades = new Map<string, LifecycleEvent>()

  constructor(edges: Edges, corrected: boolean) {
    this.#edges = edges
    this.#corrected = corrected
  }

  along(draws: readonly Draw[]): WalkedHistory {
    for (const one of draws) this.#take(one)
    return { events: this.#events, trail: this.#trail }
  }

  #take({ pick, days, sameDay, grade, wrong }: Draw): void {
    const next = addDays(this.#day, days)
    const kinds = this.#kindsOn(next)
    const kind = kinds[pick % kinds.length]
    if (kind === undefined) return
    const stays = sameDay && this.#last !== null && this.#mayFollow(this.#last.kind, kind)
    if (!stays) this.#day = next
    const event = this.#eventOf(kind, grade, pick)
    this.#events.push(event)
    this.#move(event)
    if (wrong && this.#corrected) this.#mistake(wrong)
  }

  /** The edges of the stage, but for a pooled brain, which waits for a later year, and closing without an order. */
  #kindsOn(day: string): EventKind[] {
    const waits = this.#pooled.slice(0, 4) >= day.slice(0, 4)
    return EVENT_KINDS.filter(
      (kind) =>
        this.#edges.has(`${this.#stage} ${kind}`) &&
        !(waits && (kind === 'piloted' || (kind === 'applied' && this.#stage === 'pool'))) &&
        !(kind === 'rectified' && this.#open.length === 0),
    )
  }

  /** On one day events stand in the order of the programme. */
  #mayFollow = (before: EventKind, kind: EventKind): boolean =>
    SETS_NONE.has(kind) && EVENT_KINDS.indexOf(kind) >= EVENT_KINDS.indexOf(before)

  #eventOf(kind: EventKind, grade: 'lead' | 'warn', pick: number): LifecycleEvent {
    const event = { id: this.#nextId(), brain: 'a', kind, date: this.#day, document: null }
    const year = Number(this.#day.slice(0, 4))
    switch (kind) {
      case 'rectificationOrdered':
        return { ...event, due: addDays(this.#day, pick % 200), reason: '滞后' }
      case 'rectified':
        return { ...event, order: this.#open[pick % this.#open.length] ?? null }
      case 'disqualified':
        return { ...event, reason: '连续两年未通过' }
      case 'assessed': {
        const before = this.#grades.get(String(year))
        const replaced = before?.date === this.#day ? { order: before.id } : {}
        return { ...event, year, grade, ...(before && { reason: '复核', ...replaced }) }
      }
      default:
        return event
    }
  }

  #move(event: LifecycleEvent): void {
    const { id, kind, date } = event
    this.#stage = this.#edges.get(`${this.#stage} ${kind}`) ?? this.#stage
    if (kind === 'pooled') this.#pooled = date
    if (kind === 'rectificationOrdered') this.#open.push(id)
    if (kind === 'rectified') this.#open = this.#open.filter((one) => one !== event.order)
    if (kind === 'disqualified') this.#open = []
    if (kind === 'assessed') this.#grades.set(date.slice(0, 4), event)
    this.#last = event
    this.#trail.push({ day: date, stage: this.#stage, open: this.#open.length })
  }

  /** Whatever was entered wrongly, legal or not: taken back it was never so. */
  #mistake({ kind, after }: NonNullable<Draw['wrong']>): void {
    const order = this.#nextId()
    this.#events.push({ id: order, brain: 'a', kind, date: this.#day, document: null })
    const date = addDays(this.#day, after)
    const more = { order, reason: '登记对象有误', document: null }
    this.#events.push({ id: this.#nextId(), brain: 'a', kind: 'withdrawn', date, ...more })
  }

  #nextId = (): string => `e${String(this.#events.length).padStart(3, '0')}`
}
