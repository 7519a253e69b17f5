import type { Brain } from '../../../src/domain/brain.ts'
import type { EventKind, Grade, LifecycleEvent } from '../../../src/domain/event.ts'
import { brain } from '../tables.ts'

/** Numbers from 0 to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

const NEXT: Readonly<Record<string, readonly EventKind[]>> = {
  unknown: ['applied', 'applied', 'applied', 'piloted', 'pooled'],
  applied: ['reviewed', 'reviewed', 'notSelected'],
  reviewed: ['publicised', 'publicised', 'notSelected'],
  publicised: ['piloted', 'piloted', 'pooled', 'notSelected'],
  notSelected: ['applied'],
  pool: ['piloted', 'applied', 'disqualified', 'inspected'],
  pilot: [
    ...(['assessed', 'assessed', 'rectificationOrdered', 'rectified', 'notified'] as const),
    ...(['accepted', 'interviewed', 'honoured', 'disqualified'] as const),
  ],
  accepted: ['designated', 'designated', 'rectificationOrdered', 'rectified', 'assessed'],
  designated: ['assessed', 'assessed', 'rectificationOrdered', 'rectified', 'disqualified'],
  disqualified: ['applied'],
}
const AFTER: Readonly<Partial<Record<EventKind, string>>> = {
  ...{ applied: 'applied', reviewed: 'reviewed', publicised: 'publicised', piloted: 'pilot' },
  ...{ pooled: 'pool', notSelected: 'notSelected', accepted: 'accepted' },
  ...{ designated: 'designated', disqualified: 'disqualified' },
}
const GRADES: readonly Grade[] = ['lead', 'onTime', 'remind', 'warn', 'warn']

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** A legal walk of one brain from 2020 to 2030; now and then an event is taken back at once. */
function walkOf(id: string, random: () => number): LifecycleEvent[] {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const events: LifecycleEvent[] = []
  const open: string[] = []
  const graded = new Set<number>()
  let stage = 'unknown'
  let day = addDays('2020-01-06', Math.floor(random() * 700))
  let pooled = ''
  const add = (kind: EventKind, more: Partial<LifecycleEvent> = {}): string => {
    const event = { id: `${id}-${events.length}`, brain: id, kind, date: day, document: null }
    events.push({ ...event, ...more })
    return event.id
  }
  for (; day < '2030-12-31'; day = addDays(day, 1 + Math.floor(random() * 150))) {
    const kind = pick(NEXT[stage] ?? [])
    const year = Number(day.slice(0, 4))
    if (kind === 'piloted' && pooled.slice(0, 4) >= day.slice(0, 4)) continue
    if (kind === 'assessed' && graded.has(year)) continue
    if (kind === 'rectified') {
      if (open.length > 0)
        add(kind, { order: open.splice(Math.floor(random() * open.length), 1)[0] ?? null })
      continue
    }
    if (kind === 'rectificationOrdered') {
      open.push(add(kind, { due: addDays(day, Math.floor(random() * 200)), reason: '进度滞后' }))
      continue
    }
    if (kind === 'assessed') {
      graded.add(year)
      add(kind, { year, grade: pick(GRADES) })
    } else add(kind, { reason: 'x' })
    if (kind === 'disqualified') open.length = 0
    if (kind === 'pooled') pooled = day
    stage = AFTER[kind] ?? stage
    if (random() < 0.08) {
      const wrong = add('inspected')
      if (stage === 'pilot') add('withdrawn', { order: wrong, reason: '登记对象有误' })
      else events.pop()
    }
  }
  return events
}

/** Brains and their events over a decade, in no order. */
export function randomDecade(
  count: number,
  seed: number,
): { readonly brains: readonly Brain[]; readonly events: readonly LifecycleEvent[] } {
  const random = seeded(seed)
  const brains = Array.from({ length: count }, (_, i) => brain(`b${i}`))
  const events = brains.flatMap(({ id }) => walkOf(id, random))
  const keyed = events.map((event) => [random(), event] as const)
  return { brains, events: keyed.sort((a, b) => a[0] - b[0]).map(([, event]) => event) }
}
