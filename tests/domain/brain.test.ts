import { describe, expect, it } from 'vitest'

import { isCountable, type CitedPoint } from '../../src/domain/brain.ts'
import type { EventKind } from '../../src/domain/event.ts'
import { brain, event } from './tables.ts'

const cited = (value: number, date = '2024-07-10'): CitedPoint => ({
  ...{ id: `pilots-${date}`, subject: 'office.pilots', date, value, source: 'S' },
  ...{ label: { zh: '', en: '' }, definition: { zh: '', en: '' } },
})
const named = brain('press', { origin: 'public' })
const own = (count: number) =>
  Array.from({ length: count }, (_, i) => brain(`own-${i}`, { origin: 'registered' }))
const eventsOf = (brains: readonly { readonly id: string }[], kind: EventKind = 'piloted') =>
  brains.map(({ id }) => event(id, kind, '2024-07-10'))

describe('whether a register can be counted', () => {
  it('no brain that the press names makes it so, however many events are known of it', () => {
    expect(isCountable({ brains: [named], events: eventsOf([named]), cited: [] })).toBe(false)
    expect(isCountable({ brains: [], events: [], cited: [] })).toBe(false)
  })

  it('one registered brain beside them does not, with or without events', () => {
    const brains = [named, ...own(1)]
    for (const events of [[], eventsOf(brains)])
      for (const published of [[], [cited(32)]])
        expect(isCountable({ brains, events, cited: published })).toBe(false)
  })

  it('registered brains must reach the latest number that the office published', () => {
    const published = [cited(4, '2025-06-01'), cited(3)]
    const four = own(4)
    expect(isCountable({ brains: own(3), events: eventsOf(own(3)), cited: published })).toBe(false)
    expect(isCountable({ brains: four, events: eventsOf(four), cited: published })).toBe(true)
    expect(
      isCountable({ brains: [...four, named], events: eventsOf(four), cited: published }),
    ).toBe(true)
  })

  it('a brain of which no 试点, 验收 or 挂牌 is recorded does not speak for it', () => {
    const brains = own(2)
    expect(isCountable({ brains, events: [], cited: [] })).toBe(false)
    expect(isCountable({ brains, events: eventsOf(brains, 'applied'), cited: [] })).toBe(false)
    expect(isCountable({ brains, events: eventsOf(brains, 'designated'), cited: [] })).toBe(true)
    const half = eventsOf(brains.slice(0, 1))
    expect(isCountable({ brains, events: half, cited: [cited(2)] })).toBe(false)
  })
})
