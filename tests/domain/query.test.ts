import { describe, expect, it } from 'vitest'

import type { LifecycleEvent } from '../../src/domain/event.ts'
import type { Indicator } from '../../src/domain/indicator.ts'
import { periodRange } from '../../src/domain/period.ts'
import type { World } from './asking.ts'
import { ask, coverages, MONTHS, table } from './asking.ts'
import type { Cell } from './tables.ts'
import { brain, event, indicator, RATE, slice, STOCK } from './tables.ts'

const JAN = 'mergedJanuary'
/** 1—N月 of two years, ten a month in 2025 and eleven in 2026. */
const STEADY: readonly Cell[] = MONTHS.map((id) => {
  const month = Number(id.slice(5))
  return month === 1 ? JAN : month * (id < '2026' ? 10 : 11)
})

const flow = (
  rows: Readonly<Record<string, readonly Cell[]>>,
  more: Partial<World> = {},
): World => ({
  slices: [slice('x.flow', MONTHS, rows)],
  indicators: [indicator('x.flow')],
  ...more,
})

const QUARTER = ['2026-01', '2026-02', '2026-03', '2026-04']

describe('a cumulative flow', () => {
  const steady = flow({ a: STEADY })
  const one = { scope: { brains: ['a'] }, periods: QUARTER }

  it('is absent in January and holds 1—N月 from February on', () => {
    expect(table(steady, one)).toEqual({ all: [JAN, 22, 33, 44] })
  })

  it('has no single month in January and February, and no 环比 until April', () => {
    expect(table(steady, { ...one, measure: 'single' })).toEqual({ all: [JAN, JAN, 11, 11] })
    expect(table(steady, { ...one, measure: 'monthOnMonth' })).toEqual({ all: [JAN, JAN, JAN, 0] })
  })

  it('compares cumulative with the same months of last year', () => {
    expect(table(steady, { ...one, measure: 'yearOnYear' })).toEqual({ all: [JAN, 10, 10, 10] })
    expect(table(steady, { ...one, measure: 'singleYearOnYear' })).toEqual({
      all: [JAN, JAN, 10, 10],
    })
  })

  it('says 1—2月合并 in January even for a brain without any cell there', () => {
    const reporting = { events: [event('b', 'piloted', '2025-01-01')] }
    const b = { scope: { brains: ['b'] }, periods: QUARTER.slice(0, 2) }
    expect(table(flow({ a: STEADY }, reporting), b)).toEqual({ all: [JAN, 'notReported'] })
    expect(table(flow({ a: STEADY }, reporting), { ...b, measure: 'single' })).toEqual({
      all: [JAN, JAN],
    })
  })

  it('has no base in its first year, and none against zero', () => {
    const query = { ...one, periods: ['2025-06'], measure: 'yearOnYear' } as const
    expect(table(steady, query)).toEqual({ all: ['noBase'] })
    const zero = STEADY.map((cell, i) => (i < 12 && cell !== JAN ? 0 : cell))
    expect(table(flow({ a: zero }), { ...query, periods: ['2026-06'] })).toEqual({
      all: ['noBase'],
    })
  })

  it('has no single month after a month that is missing, and says why', () => {
    const gap = STEADY.map((cell, i) => (MONTHS[i] === '2026-04' ? 'withheld' : cell))
    const query = { ...one, periods: ['2026-04', '2026-05'], measure: 'single' } as const
    expect(table(flow({ a: gap }), query)).toEqual({ all: ['withheld', 'withheld'] })
    const late = STEADY.map((cell, i) => (MONTHS[i] === '2026-04' ? 'notReported' : cell))
    expect(table(flow({ a: late }), query)).toEqual({ all: ['notReported', 'noBase'] })
  })

  it('is indexed against the same months of another year only', () => {
    const query = { ...one, periods: ['2025-03', '2026-03', '2026-04'], base: '2025-03' }
    expect(table(steady, { ...query, measure: 'index' })).toEqual({
      all: [100, 110, 'notApplicable'],
    })
  })

  it('reads quarters the same way: the first quarter is its own single period', () => {
    const quarters = periodRange('2025-Q3', '2026-Q2')
    const world = {
      slices: [slice('x.q', quarters, { a: [30, 40, 12, 26] })],
      indicators: [indicator('x.q', { cadence: 'quarter' })],
    }
    const query = { groupBy: 'brain', periods: quarters } as const
    expect(table(world, { ...query, measure: 'single' })['a']).toEqual(['noBase', 10, 12, 14])
    expect(table(world, { ...query, periods: ['2026-03'] })['a']).toEqual(['notApplicable'])
  })
})

describe('a stock', () => {
  const world = {
    slices: [slice('x.stock', ['2025-12', '2026-01', '2026-02'], { a: [100, 110, 99] })],
    indicators: [indicator('x.stock', STOCK)],
  }
  const query = { groupBy: 'brain', scope: { brains: ['a'] } } as const

  it('has 环比 in every month and is its own single period', () => {
    const periods = ['2026-01', '2026-02']
    expect(table(world, { ...query, periods, measure: 'monthOnMonth' })).toEqual({ a: [10, -10] })
    expect(table(world, { ...query, periods, measure: 'single' })).toEqual({ a: [110, 99] })
  })

  it('is indexed on any base, the first period by default', () => {
    const periods = ['2025-12', '2026-01']
    expect(table(world, { ...query, periods, measure: 'index' })).toEqual({ a: [100, 110] })
    expect(table(world, { ...query, periods, measure: 'index', base: '2026-01' })['a']?.[1]).toBe(
      100,
    )
  })
})

describe('a rate', () => {
  const months = ['2025-02', '2025-03', '2026-02', '2026-03']
  const all = periodRange('2025-02', '2026-03')
  const row = (cells: readonly Cell[]): Cell[] =>
    all.map((id) => cells[months.indexOf(id)] ?? 'notReported')
  const use = indicator('x.use', { ...RATE, aggregation: { how: 'weighted', by: 'x.built' } })
  const rates = slice('x.use', all, { a: row([50, 52, 60, 61]), b: row([80, 80, 80, 90]) })
  const built = slice('x.built', all, { a: row([100, 100, 300, 300]), b: row([100, 100, 100, 0]) })
  const world = { slices: [rates, built], indicators: [use, indicator('x.built', STOCK)] }

  it('changes in percentage points, never by a percent of a percent', () => {
    const query = { groupBy: 'brain', periods: ['2026-03'] } as const
    expect(table(world, { ...query, measure: 'pointChange' })).toEqual({ a: [9], b: [10] })
    expect(table(world, { ...query, measure: 'pointChangeOnMonth' })).toEqual({ a: [1], b: [10] })
    for (const measure of ['yearOnYear', 'singleYearOnYear', 'monthOnMonth', 'index'] as const) {
      expect(table(world, { ...query, measure })).toEqual({
        a: ['notApplicable'],
        b: ['notApplicable'],
      })
    }
  })

  it('is the only kind with a change in points', () => {
    const query = { periods: ['2026-03'], measure: 'pointChange' } as const
    expect(table(flow({ a: STEADY }), query)).toEqual({ all: ['notApplicable'] })
  })

  it('is weighed in a total, in both periods by that period’s weights', () => {
    const query = { periods: ['2025-02', '2026-02'] }
    expect(table(world, query)).toEqual({ all: [65, 65] })
    expect(table(world, { periods: ['2026-02'], measure: 'pointChange' })).toEqual({ all: [0] })
  })

  it('leaves a member without a weight out of the total, and says so', () => {
    const some = slice('x.built', all, { a: row([100, 100, 300, 300]) })
    const partial = { ...world, slices: [rates, some] }
    expect(table(partial, { periods: ['2026-02'] })).toEqual({ all: [60] })
    expect(coverages(partial, { periods: ['2026-02'] })).toEqual(['1/2'])
  })

  it('has no total without weights, but keeps each member’s own value', () => {
    const bare = { ...world, slices: [rates] }
    expect(table(bare, { periods: ['2026-02'] })).toEqual({ all: ['notAdditive'] })
    expect(table(bare, { periods: ['2026-02'], groupBy: 'brain' })).toEqual({ a: [60], b: [80] })
  })

  it('has no share and no contribution', () => {
    for (const measure of ['share', 'contribution'] as const) {
      expect(table(world, { periods: ['2026-02'], measure })).toEqual({ all: ['notAdditive'] })
    }
  })

  it('does not add up at all where the dictionary says so', () => {
    const none = { slices: [rates], indicators: [indicator('x.use', RATE)] }
    expect(table(none, { periods: ['2026-02'] })).toEqual({ all: ['notAdditive'] })
  })
})

describe('a total', () => {
  const yearly = (
    rows: Readonly<Record<string, readonly Cell[]>>,
    more: Partial<World> = {},
  ): World => ({
    slices: [slice('x.stock', ['2025', '2026'], rows)],
    indicators: [indicator('x.stock', { ...STOCK, cadence: 'year' })],
    ...more,
  })
  const YEARS = ['2025', '2026']

  it('says how many of the expected parts it covers', () => {
    const world = yearly({ a: [1, 2], b: [5, 'notReported'] })
    expect(table(world, { periods: YEARS })).toEqual({ all: [6, 2] })
    expect(coverages(world, { periods: YEARS })).toEqual(['2/2', '1/2'])
  })

  it('compares like with like: a member with one period only is left out of both sides', () => {
    const world = yearly({ a: [10, 12], b: ['notReported', 100] })
    const query = { periods: ['2026'], measure: 'yearOnYear' } as const
    expect(table(world, query)).toEqual({ all: [20] })
    expect(coverages(world, query)).toEqual(['1/2'])
  })

  it('takes the strongest reason when no part has a value', () => {
    expect(
      table(yearly({ a: [1, 'withheld'], b: [2, 'notReported'] }), { periods: YEARS }),
    ).toEqual({
      all: [3, 'withheld'],
    })
  })

  it('never turns an absent cell into zero', () => {
    const world = yearly({ a: ['notReported', 'notReported'], b: ['notPublic', 'withheld'] })
    for (const measure of [
      'value',
      'yearOnYear',
      'share',
      'rank',
      'contribution',
      'index',
    ] as const) {
      const cells = Object.values(
        table(world, { periods: YEARS, measure, groupBy: 'brain' }),
      ).flat()
      expect(cells.every((cell) => typeof cell === 'string')).toBe(true)
    }
  })

  it('is absent for a scope without brains', () => {
    const world = yearly({ a: [1, 2] })
    expect(table(world, { scope: { brains: [] }, periods: ['2026'] })).toEqual({
      all: ['notApplicable'],
    })
  })
})

describe('the parts that a total expects', () => {
  const months = periodRange('2025-01', '2025-06')
  const world = (
    more: Partial<Indicator>,
    events: readonly LifecycleEvent[],
    a: readonly Cell[] = [],
  ) => ({
    brains: [brain('a')],
    events,
    slices: [slice('x.stock', months, { a: months.map((_, i) => a[i] ?? 'notReported') })],
    indicators: [indicator('x.stock', { ...STOCK, ...more })],
  })
  const cells = (one: World) => table(one, { periods: months })['all']
  const [no, due] = ['notApplicable', 'notReported'] as const
  const april = event('a', 'piloted', '2025-04-30')

  it('are not reported but not applicable before the brain’s 试点', () => {
    expect(cells(world({ reportedFrom: 'pilot' }, [april]))).toEqual([no, no, no, due, due, due])
  })

  it('begin with the first observation where history is reported back', () => {
    expect(cells(world({ reportedFrom: 'cluster' }, [april], [due, 7]))).toEqual([
      no,
      7,
      due,
      due,
      due,
      due,
    ])
    expect(cells(world({ reportedFrom: 'pilot' }, [april], [due, 7]))?.slice(0, 3)).toEqual([
      no,
      7,
      no,
    ])
  })

  it('end with 取消资格, the month of which is the last', () => {
    const events = [april, event('a', 'disqualified', '2025-05-02')]
    expect(cells(world({}, events))).toEqual([no, no, no, due, due, no])
  })

  it('are none for a brain that was never selected and never reported', () => {
    const one = world({}, [
      event('a', 'applied', '2025-01-01'),
      event('a', 'notSelected', '2025-02-01'),
    ])
    expect(cells(one)).toEqual([no, no, no, no, no, no])
    expect(coverages(one, { periods: ['2025-06'] })).toEqual(['–/0'])
  })

  it('are not public for a brain that only publications name', () => {
    const one = { ...world({}, [april]), brains: [brain('a', { origin: 'public' })] }
    expect(cells(one)).toEqual(months.map(() => 'notPublic'))
  })

  it('are expected in no total of a brain that only publications name', () => {
    const named = brain('p', { origin: 'public' })
    const piloted = event('p', 'piloted', '2024-07-10')
    const both = { ...world({}, [piloted], [1, 1, 1, 1, 1, 1]), brains: [brain('a'), named] }
    const query = { periods: months.slice(-1) }
    expect(coverages(both, query)).toEqual(['1/1'])
    expect(coverages(both, { ...query, measure: 'yearOnYear' })).toEqual(['–/1'])
    expect(coverages({ ...both, brains: [named] }, query)).toEqual(['–/0'])
    const late = world({}, [piloted, event('a', 'piloted', '2024-01-01')])
    expect(table({ ...late, brains: [brain('a'), named] }, query)).toEqual({ all: ['notReported'] })
  })
})

describe('rank', () => {
  const brains = ['a', 'b', 'c', 'd', 'e'].map((id) => brain(id))
  const rows = { a: [3], b: [2], c: [2], d: [1], e: ['notReported'] } as const
  const ranked = (direction: Indicator['direction']) =>
    table(
      {
        brains,
        slices: [slice('x.stock', ['2026'], rows)],
        indicators: [indicator('x.stock', { ...STOCK, cadence: 'year', direction })],
      },
      { groupBy: 'brain', periods: ['2026'], measure: 'rank' },
    )

  it('shares a place among ties and skips the next: 1, 2, 2, 4', () => {
    const expected = { a: [1], b: [2], c: [2], d: [4], e: ['notApplicable'] }
    expect(ranked('up')).toEqual(expected)
    expect(ranked('neutral')).toEqual(expected)
  })

  it('puts the smallest first where less is better', () => {
    expect(ranked('down')).toMatchObject({ a: [4], b: [2], c: [2], d: [1] })
  })

  it('takes sums that differ by rounding noise for ties', () => {
    const world = {
      brains,
      slices: [slice('x.stock', ['2026'], { a: [0.1 + 0.2], b: [0.3], d: [0.1] })],
      indicators: [indicator('x.stock', { ...STOCK, cadence: 'year' })],
    }
    const query = { groupBy: 'brain', periods: ['2026'], measure: 'rank' } as const
    expect(table(world, query)).toMatchObject({ a: [1], b: [1], d: [3] })
  })
})

describe('a query about nothing', () => {
  it('answers that the indicator is unknown', () => {
    const world = flow({ a: STEADY })
    const { indicator: stand, groups } = ask(world, { indicator: 'no.such', groupBy: 'brain' })
    expect(stand.name.zh).toBe('no.such')
    expect(groups).toHaveLength(2)
    expect(table(world, { indicator: 'no.such', periods: ['2026-03'] })).toEqual({
      all: ['unknownIndicator'],
    })
  })

  it('answers with reasons when the slice is not there or the period is none', () => {
    const world = { slices: [], indicators: [indicator('x.flow')] }
    const events = [event('a', 'piloted', '2025-01-01')]
    expect(table({ ...world, events }, { periods: ['2026-03', 'soon'] })).toEqual({
      all: ['notReported', 'notApplicable'],
    })
  })
})
