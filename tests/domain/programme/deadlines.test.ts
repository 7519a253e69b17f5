import { describe, expect, it } from 'vitest'

import { makeCalendar } from '../../../src/domain/calendar.ts'
import type { LifecycleEvent } from '../../../src/domain/event.ts'
import { deadlinesOf, warningLevel } from '../../../src/domain/programme/deadlines.ts'
import { PASS_RULE, passClock } from '../../../src/domain/programme/passClock.ts'
import { proposedDisqualifications } from '../../../src/domain/programme/proposals.ts'
import { monthsAfter } from '../../../src/domain/programme/terms.ts'
import { brain, event } from '../tables.ts'

const CALENDAR = makeCalendar([{ date: '2026-10-01', kind: 'off' }])
const a = brain('a', { organiser: '历城区人民政府' })
const of = (events: readonly LifecycleEvent[], today: string) =>
  deadlinesOf({ brains: [a], events, calendar: CALENDAR, today })
const brief = (events: readonly LifecycleEvent[], today: string): string[] =>
  of(events, today).map(({ kind, due, level }) => `${kind} ${due} ${level}`)

const pilot = event('a', 'piloted', '2024-07-10')
const passed = event('a', 'assessed', '2025-09-01', { year: 2025, grade: 'remind' })
const failed = event('a', 'assessed', '2025-09-01', { year: 2025, grade: 'warn' })

describe('levels', () => {
  it.each([
    [-1, 'overdue'],
    [0, 'days7'],
    [7, 'days7'],
    [8, 'days30'],
    [30, 'days30'],
    [31, 'days90'],
    [90, 'days90'],
    [91, 'later'],
  ])('%i days before the day: %s', (days, level) => {
    expect(warningLevel(days)).toBe(level)
  })
})

describe('months', () => {
  it.each([
    ['2024-07-10', 24, '2026-07-10'],
    ['2024-02-29', 24, '2026-02-28'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2026-08-31', 3, '2026-11-30'],
    ['2024-01-31', 1, '2024-02-29'],
  ])('%s and %i months are %s', (day, months, end) => {
    expect(monthsAfter(day, months)).toBe(end)
  })
})

describe('the clocks of a pilot', () => {
  it('run two years, then three months for acceptance', () => {
    expect(brief([pilot, passed], '2026-07-09')).toEqual(['pilotTerm 2026-07-10 days7'])
    expect(brief([pilot, passed], '2026-07-10')).toEqual(['pilotTerm 2026-07-10 days7'])
    expect(brief([pilot, passed], '2026-07-11')).toEqual(['acceptance 2026-10-10 later'])
    expect(brief([pilot, passed], '2026-10-11')).toEqual(['acceptance 2026-10-10 overdue'])
    const accepted = event('a', 'accepted', '2026-10-10')
    expect(brief([pilot, passed, accepted], '2026-10-11')).toEqual([])
  })

  it('are counted from the start: three months more than 24 are 27, from 29 February too', () => {
    const leap = event('a', 'piloted', '2024-02-29')
    const graded = event('a', 'assessed', '2024-09-26', { year: 2024, grade: 'onTime' })
    expect(brief([leap, graded], '2026-02-28')).toEqual(['pilotTerm 2026-02-28 days7'])
    expect(brief([leap, graded], '2026-03-01')).toEqual(['acceptance 2026-05-29 days90'])
  })

  it('are one deadline where the pilot and the two years to pass end on one day', () => {
    expect(of([pilot, failed], '2026-07-01')).toMatchObject([
      { id: `passClock:${pilot.id}`, due: '2026-07-10', level: 'days30', also: 'pilotTerm' },
    ])
    expect(of([pilot, passed], '2026-07-01')).toMatchObject([{ kind: 'pilotTerm', also: null }])
    expect(brief([pilot, failed], '2026-07-11').sort()).toEqual([
      'acceptance 2026-10-10 later',
      'passClock 2026-07-10 overdue',
    ])
  })

  it('ask for a pass within two years, and anew after 正式挂牌', () => {
    expect(brief([pilot, failed], '2026-07-01')).toContain('passClock 2026-07-10 days30')
    expect(brief([pilot, passed], '2026-07-01').join()).not.toContain('passClock')
    const listed = [event('a', 'accepted', '2026-08-01'), event('a', 'designated', '2026-09-01')]
    expect(brief([pilot, passed, ...listed], '2026-11-01')).toEqual(['passClock 2028-09-01 later'])
  })

  it('say who must act and what is left of how much', () => {
    expect(of([pilot, passed], '2026-07-01')).toMatchObject([
      {
        id: `pilotTerm:${pilot.id}`,
        start: '2024-07-10',
        left: 9,
        allowed: 730,
        counting: 'calendar',
      },
    ])
    expect(of([pilot, passed], '2026-07-01')[0]?.owner).toBe('历城区人民政府')
  })

  it('of a brain that only publications name, of the pool and of the disqualified say nothing', () => {
    const named = brain('a', { origin: 'public' })
    const input = { events: [pilot], calendar: CALENDAR, today: '2027-01-01' }
    expect(deadlinesOf({ ...input, brains: [named] })).toEqual([])
    expect(of([event('a', 'pooled', '2024-07-10')], '2027-01-01')).toEqual([])
    expect(of([pilot, event('a', 'disqualified', '2026-08-01')], '2027-01-01')).toEqual([])
  })
})

describe('a rectification', () => {
  const order = (due: string | null, more: Partial<LifecycleEvent> = {}) =>
    event('a', 'rectificationOrdered', '2026-09-21', { due, reason: '机架未达标', ...more })

  it('is counted in work days, over the holidays, and goes to whom the order names', () => {
    const [first] = of(
      [pilot, passed, order('2026-10-09', { owner: '甲公司' })],
      '2026-09-28',
    ).filter(({ kind }) => kind === 'rectification')
    expect(first).toMatchObject({
      ...{ left: 8, allowed: 13, calendarLeft: 11, level: 'days30', counting: 'work' },
      ...{ owner: '甲公司', reason: '机架未达标', provisional: false },
    })
  })

  it('is provisional where it reaches into a year without a calendar; without a day it has none', () => {
    const one = of([pilot, passed, order('2027-01-04')], '2026-12-28')
    expect(one.find(({ kind }) => kind === 'rectification')?.provisional).toBe(true)
    expect(of([pilot, passed, order(null)], '2026-09-28').map(({ kind }) => kind)).toEqual([
      'acceptance',
    ])
  })

  it('is provisional where what was allowed begins in a year without a calendar', () => {
    const old = event('a', 'rectificationOrdered', '2025-12-15', { due: '2026-02-10' })
    const one = of([pilot, passed, old], '2026-01-20').find(({ kind }) => kind === 'rectification')
    expect(one?.provisional).toBe(true)
  })

  it('is over the day after its day, and gone once it is closed', () => {
    const ordered = order('2026-10-09')
    const level = (day: string) =>
      of([pilot, passed, ordered], day).find(({ kind }) => kind === 'rectification')?.level
    expect([level('2026-10-09'), level('2026-10-10')]).toEqual(['days7', 'overdue'])
    const closed = event('a', 'rectified', '2026-10-08', { order: ordered.id })
    expect(brief([pilot, passed, ordered, closed], '2026-10-10').join()).not.toContain('rectif')
  })
})

describe('取消资格 is proposed', () => {
  const proposed = (events: readonly LifecycleEvent[], today: string): number =>
    proposedDisqualifications([a], events, today).length

  it('the day after two full years without a pass, not before', () => {
    expect(proposed([pilot, failed], '2026-07-10')).toBe(0)
    expect(proposedDisqualifications([a], [pilot, failed], '2026-07-11')).toMatchObject([
      {
        ...{ brain: 'a', rule: 'twoYearsWithoutPass', event: pilot.id, start: '2024-07-10' },
        ...{ due: '2026-07-10', failed: [{ year: 2025, grade: 'warn' }] },
      },
    ])
  })

  it('never after a pass, acceptance or 取消资格 itself', () => {
    expect(proposed([pilot, passed], '2030-01-01')).toBe(0)
    expect(proposed([pilot, event('a', 'accepted', '2026-07-01')], '2030-01-01')).toBe(0)
    expect(proposed([pilot, event('a', 'disqualified', '2026-07-11')], '2030-01-01')).toBe(0)
  })

  it('where the pass came too late or is of a year before the start', () => {
    const late = event('a', 'assessed', '2026-09-01', { year: 2026, grade: 'lead' })
    expect(proposedDisqualifications([a], [pilot, failed, late], '2026-11-01')).toMatchObject([
      { passedLate: '2026-09-01', failed: [{ year: 2025, grade: 'warn' }] },
    ])
    const [overdue] = of([pilot, failed, late], '2026-11-01')
    expect(overdue).toMatchObject({ kind: 'passClock', passedLate: '2026-09-01' })
    const former = event('a', 'assessed', '2024-09-01', { year: 2023, grade: 'lead' })
    expect(proposedDisqualifications([a], [pilot, former], '2026-11-01')).toMatchObject([
      { passedLate: null, failed: [] },
    ])
    const onLastDay = event('a', 'assessed', '2026-07-10', { year: 2024, grade: 'remind' })
    expect(proposed([pilot, failed, onLastDay], '2026-11-01')).toBe(0)
    expect(proposed([pilot, late, event('a', 'accepted', '2026-10-01')], '2026-11-01')).toBe(0)
  })

  it('not by one pass in time that later years did not repeat: PASS_RULE says so', () => {
    const warned = [2026, 2027].map((year) =>
      event('a', 'assessed', `${year}-09-01`, { year, grade: 'warn' }),
    )
    expect(proposed([pilot, passed, ...warned], '2027-11-01')).toBe(0)
    expect(PASS_RULE.zh).toContain('其间没有一次考核评估通过')
  })

  it('by the last grade of a year, and by the grades that the card lets pass', () => {
    const again = event('a', 'assessed', '2025-10-01', {
      year: 2025,
      grade: 'warn',
      reason: '复核',
    })
    expect(proposed([pilot, passed, again], '2026-07-11')).toBe(1)
    expect(passClock([pilot, passed], '2026-07-11', new Set(['lead']))?.passedBy).toBeNull()
    expect(passClock([pilot, passed], '2026-07-11')?.passedBy).toBe(passed.id)
  })
})
