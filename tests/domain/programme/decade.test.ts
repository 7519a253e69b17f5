import { describe, expect, it } from 'vitest'

import holidays from '../../../server/facts/holidays.json' with { type: 'json' }
import { makeCalendar, type Holiday } from '../../../src/domain/calendar.ts'
import { EVENT_KINDS } from '../../../src/domain/event.ts'
import type { LifecycleEvent } from '../../../src/domain/event.ts'
import { eventsByBrain, foldAll, programmeCounts } from '../../../src/domain/lifecycle.ts'
import { deadlinesOf } from '../../../src/domain/programme/deadlines.ts'
import { judgeHistory } from '../../../src/domain/programme/judgeHistory.ts'
import { proposedDisqualifications } from '../../../src/domain/programme/proposals.ts'
import { addDays, randomDecade } from './randomDecade.ts'

const { brains, events } = randomDecade(60, 20_261_122)
const days = Array.from({ length: 44 }, (_, i) => addDays('2020-03-31', i * 91))

/** What a clerk would keep on paper: one card a brain, changed day by day. */
interface Card {
  stage: string
  stageDay: string
  open: { id: string; due: string }[]
  clock: { id: string; start: string } | null
  passed: boolean
}

const STAGE: Readonly<Record<string, string>> = {
  ...{ applied: 'applied', reviewed: 'reviewed', publicised: 'publicised', piloted: 'pilot' },
  ...{ pooled: 'pool', notSelected: 'notSelected', accepted: 'accepted' },
  ...{ designated: 'designated', disqualified: 'disqualified' },
}

/** Replays the register from its first day, one event at a time, by a loop over days. */
function cardsAt(day: string): ReadonlyMap<string, Card> {
  const gone = new Set(events.filter((e) => e.kind === 'withdrawn').map((e) => e.order))
  const cards = new Map(brains.map(({ id }): [string, Card] => [id, blank()]))
  const todo = events.filter((e) => e.kind !== 'withdrawn' && !gone.has(e.id))
  for (let today = '2020-01-01'; today <= day; today = addDays(today, 1))
    for (const kind of EVENT_KINDS)
      for (const event of byDay(todo).get(today) ?? [])
        if (event.kind === kind) write(cards.get(event.brain) ?? blank(), event)
  return cards
}

const blank = (): Card => ({ stage: 'unknown', stageDay: '', open: [], clock: null, passed: false })

const indexes = new WeakMap<readonly LifecycleEvent[], Map<string, LifecycleEvent[]>>()
function byDay(list: readonly LifecycleEvent[]): Map<string, LifecycleEvent[]> {
  const index = indexes.get(list) ?? new Map<string, LifecycleEvent[]>()
  if (!indexes.has(list))
    for (const event of list) index.set(event.date, [...(index.get(event.date) ?? []), event])
  indexes.set(list, index)
  return index
}

function write(card: Card, { id, kind, date, due, order, year, grade }: LifecycleEvent): void {
  const stage = STAGE[kind]
  if (stage && stage !== card.stage) Object.assign(card, { stage, stageDay: date })
  if (kind === 'rectificationOrdered') card.open.push({ id, due: due ?? '' })
  if (kind === 'rectified') card.open = card.open.filter((one) => one.id !== order)
  if (kind === 'disqualified') card.open = []
  if (kind === 'piloted' || kind === 'designated')
    Object.assign(card, { clock: { id, start: date }, passed: false })
  if (kind === 'accepted') card.passed = true
  if (kind === 'assessed' && grade !== 'warn' && card.clock) {
    const { start } = card.clock
    if (Number(year) >= Number(start.slice(0, 4)) && date <= later(start, 24)) card.passed = true
  }
  if (kind === 'disqualified' || kind === 'applied') card.clock = null
}

const COUNTED = ['pilot', 'accepted', 'designated']

/** So many months later, the month's last day where it is shorter: by the lengths of months. */
function later(day: string, months: number): string {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number)
  const year = y + Math.floor((m - 1 + months) / 12)
  const month = ((m - 1 + months) % 12) + 1
  const lengths = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  const date = Math.min(d, lengths[month - 1] ?? 31)
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** kind, brain and day of every deadline, by the cards. */
function termsOf(cards: ReadonlyMap<string, Card>, today: string): string[] {
  return [...cards].flatMap(([brain, { stage, stageDay, open, clock, passed }]) => {
    if (!COUNTED.includes(stage)) return []
    const end = stage === 'pilot' ? later(stageDay, 24) : ''
    const pass = clock && !passed ? later(clock.start, 24) : ''
    return [
      ...open.map(({ due }) => `rectification ${brain} ${due}`),
      ...(end && end >= today && end !== pass ? [`pilotTerm ${brain} ${end}`] : []),
      ...(end && end < today ? [`acceptance ${brain} ${later(stageDay, 27)}`] : []),
      ...(pass ? [`passClock ${brain} ${pass}`] : []),
    ]
  })
}

describe('a decade of sixty brains', () => {
  it('is legal, long, and holds every kind of event', () => {
    for (const history of eventsByBrain(events).values()) expect(judgeHistory(history)).toEqual([])
    expect(events.length).toBeGreaterThan(1_000)
    expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(EVENT_KINDS))
  })

  it('stands on each of 44 days as the cards of a clerk say: stages, measures, counts', () => {
    for (const day of days) {
      const cards = cardsAt(day)
      const states = foldAll(brains, events, day)
      for (const [id, { stage, stageDay, open }] of cards) {
        const state = states.get(id)
        expect([state?.stage, state?.since ?? '']).toEqual([stage, stageDay])
        expect(state?.measures.map(({ event }) => event)).toEqual(open.map((one) => one.id))
      }
      const inCount = [...cards.values()].filter(({ stage }) => COUNTED.includes(stage))
      const counts = programmeCounts(states)
      expect(counts.counted).toBe(inCount.length)
      expect(counts.rectifying).toBe(inCount.filter(({ open }) => open.length > 0).length)
    }
  })

  it('has on each of them the deadlines and proposals that the cards have', () => {
    const calendar = makeCalendar(holidays as Holiday[])
    for (const today of days) {
      const cards = cardsAt(today)
      const deadlines = deadlinesOf({ brains, events, calendar, today })
      const told = deadlines.map(({ kind, brain, due }) => `${kind} ${brain} ${due}`)
      expect(told.sort()).toEqual(termsOf(cards, today).sort())
      const over = [...cards].filter(
        ([, { stage, clock, passed }]) =>
          COUNTED.includes(stage) && clock && !passed && later(clock.start, 24) < today,
      )
      const proposed = proposedDisqualifications(brains, events, today)
      expect(proposed.map(({ brain }) => brain).sort()).toEqual(over.map(([id]) => id).sort())
    }
  })

  it('counts days as a walk over the calendar does', () => {
    const calendar = makeCalendar(holidays as Holiday[])
    const off = new Map((holidays as Holiday[]).map(({ date, kind }) => [date, kind]))
    const isWorked = (day: string): boolean => {
      const weekday = new Date(day).getUTCDay()
      return off.has(day) ? off.get(day) === 'work' : weekday > 0 && weekday < 6
    }
    const exact = days.filter((day) => day >= '2023-01-01' && day <= '2026-03-01')
    for (const today of exact)
      for (const one of deadlinesOf({ brains, events, calendar, today })) {
        if (one.provisional) continue
        const [from, to] = one.due < today ? [one.due, today] : [today, one.due]
        let walked = 0
        for (let day = from; day < to;) {
          day = addDays(day, 1)
          if (one.counting === 'calendar' || isWorked(day)) walked++
        }
        expect(one.left === 0 ? 0 : one.left).toBe(one.due < today ? -walked || 0 : walked)
      }
  })
})
