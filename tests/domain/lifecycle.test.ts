import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { EVENT_KINDS, GRADES } from '../../src/domain/event.ts'
import {
  buildOut,
  compareEvents,
  enteredCounts,
  foldAll,
  foldBrain,
  initialState,
  isCounted,
  programmeCounts,
  STAGES,
  stepBrain,
} from '../../src/domain/lifecycle.ts'
import { periodEnd, periodRange } from '../../src/domain/period.ts'
import { event } from './tables.ts'

const LATE = '2099-12-31'
const day = fc
  .tuple(fc.integer({ min: 2023, max: 2026 }), fc.nat(11), fc.nat(27))
  .map(([y, m, d]) => [y, String(m + 1).padStart(2, '0'), String(d + 1).padStart(2, '0')].join('-'))
const oneEvent = (brains: readonly string[]) =>
  fc
    .tuple(
      fc.constantFrom(...brains),
      fc.constantFrom(...EVENT_KINDS),
      day,
      fc.constantFrom(...GRADES),
    )
    .map(([of, kind, date, grade]) => event(of, kind, date, kind === 'assessed' ? { grade } : {}))
const history = fc.array(oneEvent(['a']), { maxLength: 14 })
const BRAINS = ['a', 'b', 'c', 'd'].map((id) => ({ id }))
const histories = fc.array(oneEvent(['a', 'b', 'c', 'd', 'stranger']), { maxLength: 40 })

describe('a brain as the fold over its events', () => {
  const path = [
    event('a', 'applied', '2023-05-01'),
    event('a', 'reviewed', '2023-06-01'),
    event('a', 'publicised', '2023-07-01'),
    event('a', 'piloted', '2023-08-09'),
    event('a', 'rectificationOrdered', '2024-11-01', { due: '2025-01-31', reason: '进度滞后' }),
    event('a', 'rectified', '2025-01-20'),
    event('a', 'assessed', '2025-03-01', { year: 2024, grade: 'onTime' }),
    event('a', 'accepted', '2025-09-01'),
  ]

  it('is unknown before the first event', () => {
    expect(foldBrain(path, '2023-04-30')).toEqual(initialState('a'))
    expect(foldBrain([], LATE, 'z').stage).toBe('unknown')
  })

  it('has the stage of the day it is asked for', () => {
    expect(foldBrain(path, '2023-08-08').stage).toBe('publicised')
    expect(foldBrain(path, '2023-08-09')).toMatchObject({ stage: 'pilot', since: '2023-08-09' })
    expect(foldBrain(path, LATE)).toMatchObject({ stage: 'accepted', since: '2025-09-01' })
  })

  it('keeps 限期整改 beside the stage until it is done', () => {
    const open = foldBrain(path, '2024-12-01')
    expect(open.stage).toBe('pilot')
    expect(open.measures).toMatchObject([
      { ordered: '2024-11-01', due: '2025-01-31', reason: '进度滞后' },
    ])
    expect(foldBrain(path, '2025-01-20').measures).toEqual([])
  })

  it('closes the oldest of two measures first and both with 取消资格', () => {
    const two = [
      event('a', 'rectificationOrdered', '2024-01-01'),
      event('a', 'rectificationOrdered', '2024-02-01'),
    ]
    const closed = [...two, event('a', 'rectified', '2024-03-01')]
    expect(foldBrain(closed, LATE).measures.map(({ ordered }) => ordered)).toEqual(['2024-02-01'])
    expect(foldBrain([...two, event('a', 'disqualified', '2024-03-01')], LATE).measures).toEqual([])
  })

  it('remembers the latest grade and every stage it entered', () => {
    const state = foldBrain(path, LATE)
    expect(state.grade).toEqual({ year: 2024, grade: 'onTime' })
    expect([...state.entered]).toEqual(['applied', 'reviewed', 'publicised', 'pilot', 'accepted'])
  })

  it('shows the grade of the latest year: one of an earlier year given again changes nothing', () => {
    const first = event('a', 'assessed', '2024-05-28', { year: 2023, grade: 'lead' })
    const older = event('a', 'assessed', '2025-05-28', { year: 2022, grade: 'warn' })
    const again = event('a', 'assessed', '2025-06-02', { year: 2023, grade: 'remind' })
    expect(foldBrain([first, older], LATE).grade).toEqual({ year: 2023, grade: 'lead' })
    expect(foldBrain([first, older, again], LATE).grade).toEqual({ year: 2023, grade: 'remind' })
  })

  it('takes a grade from an assessment alone', () => {
    const assessed = event('a', 'assessed', '2024-05-28', { year: 2023, grade: 'lead' })
    const told = event('a', 'notified', '2025-05-28', { year: 2024, grade: 'warn' })
    expect(foldBrain([assessed, told], LATE).grade).toEqual({ year: 2023, grade: 'lead' })
  })

  it('orders the events of one day as the programme does', () => {
    const sameDay = [event('a', 'piloted', '2023-08-09'), event('a', 'publicised', '2023-08-09')]
    expect(foldBrain(sameDay, LATE).stage).toBe('pilot')
  })

  it('does not depend on the order in which events arrive', () => {
    const shuffled = history.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    )
    fc.assert(
      fc.property(shuffled, ([a, b]) => {
        expect(foldBrain(b, LATE, 'a')).toEqual(foldBrain(a, LATE, 'a'))
      }),
    )
  })

  it('is valid after every prefix of any history', () => {
    fc.assert(
      fc.property(history, day, (events, asOf) => {
        const { stage, since, measures, entered } = foldBrain(events, asOf, 'a')
        expect([...STAGES, 'unknown']).toContain(stage)
        expect(since === null).toBe(stage === 'unknown')
        expect(stage === 'unknown' ? entered.size === 0 : entered.has(stage)).toBe(true)
        expect(since === null || since <= asOf).toBe(true)
        const ordered = events.filter(({ kind }) => kind === 'rectificationOrdered')
        expect(measures.length).toBeLessThanOrEqual(ordered.length)
      }),
    )
  })

  it('goes on from any state as if it had started at the beginning', () => {
    fc.assert(
      fc.property(history, fc.nat(14), (events, cut) => {
        const sorted = [...events].sort(compareEvents)
        const head = foldBrain(sorted.slice(0, cut), LATE, 'a')
        expect(sorted.slice(cut).reduce(stepBrain, head)).toEqual(foldBrain(events, LATE, 'a'))
      }),
    )
  })
})

describe('the programme', () => {
  it('counts every brain of the registry in exactly one stage', () => {
    fc.assert(
      fc.property(histories, day, (events, asOf) => {
        const states = foldAll(BRAINS, events, asOf)
        const { total, byStage, counted, rectifying } = programmeCounts(states)
        expect(total).toBe(BRAINS.length)
        expect(Object.values(byStage).reduce((a, b) => a + b, 0)).toBe(total)
        expect(counted).toBe(byStage.pilot + byStage.accepted + byStage.designated)
        expect(counted).toBe([...states.values()].filter(isCounted).length)
        expect(rectifying).toBeLessThanOrEqual(counted)
      }),
    )
  })

  it('has entered each stage at least as often as it stands in it', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const states = foldAll(BRAINS, events, LATE)
        const { byStage } = programmeCounts(states)
        const entered = enteredCounts(states)
        for (const stage of STAGES) expect(entered[stage]).toBeGreaterThanOrEqual(byStage[stage])
        expect(entered.unknown).toBe(byStage.unknown)
      }),
    )
  })

  it('builds out as the fold of each month end says', () => {
    const months = [...periodRange('2023-01', '2026-12')].reverse()
    fc.assert(
      fc.property(histories, (events) => {
        const points = buildOut(BRAINS, events, months)
        for (const [i, month] of months.entries()) {
          const { byStage, counted } = programmeCounts(foldAll(BRAINS, events, periodEnd(month)))
          const { pilot, accepted, designated, pool } = byStage
          expect(points[i]).toEqual({ period: month, pilot, accepted, designated, pool, counted })
        }
      }),
      { numRuns: 15 },
    )
  })
})
