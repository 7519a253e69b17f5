import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  comparePeriods,
  formatPeriod,
  isMergedMonth,
  monthOf,
  parsePeriod,
  periodEnd,
  periodId,
  periodOf,
  periodRange,
  samePeriodLastYear,
  shiftPeriod,
} from '../../src/domain/period.ts'

const PER_YEAR = { month: 12, quarter: 4, half: 2, year: 1 } as const
const cadence = fc.constantFrom('month', 'quarter', 'half', 'year')
const year = fc.integer({ min: 1990, max: 2060 })
const period = fc
  .tuple(cadence, year, fc.nat(11))
  .map(([c, y, n]) => periodId({ cadence: c, year: y, index: (n % PER_YEAR[c]) + 1 }))
const steps = fc.integer({ min: -15, max: 15 })

describe('period', () => {
  it('reads back every id that it writes', () => {
    fc.assert(fc.property(period, (id) => periodId(periodOf(id)) === id))
  })

  it('comes back when it is shifted there and back', () => {
    fc.assert(fc.property(period, steps, (id, n) => shiftPeriod(shiftPeriod(id, n), -n) === id))
  })

  it('adds shifts up', () => {
    const sum = (id: string, a: number, b: number) => shiftPeriod(shiftPeriod(id, a), b)
    fc.assert(
      fc.property(period, steps, steps, (id, a, b) => sum(id, a, b) === shiftPeriod(id, a + b)),
    )
  })

  it('has the same period last year one year of steps back', () => {
    fc.assert(
      fc.property(period, (id) => {
        const back = samePeriodLastYear(id)
        expect(back).toBe(shiftPeriod(id, -PER_YEAR[periodOf(id).cadence]))
        expect(periodOf(back).index).toBe(periodOf(id).index)
      }),
    )
  })

  it('lists a range of as many periods as it has steps, both ends included', () => {
    fc.assert(
      fc.property(period, fc.nat(40), (id, n) => {
        const range = periodRange(id, shiftPeriod(id, n))
        expect(range).toHaveLength(n + 1)
        expect(range[0]).toBe(id)
        expect(comparePeriods(range.at(-1) ?? '', id)).toBe(n)
      }),
    )
    expect(periodRange('2026-03', '2026-01')).toEqual([])
  })

  it('ends the day before the next period begins', () => {
    fc.assert(
      fc.property(period, (id) => {
        const next = new Date(`${periodEnd(id)}T00:00:00Z`)
        next.setUTCDate(next.getUTCDate() + 1)
        expect(next.getUTCDate()).toBe(1)
        expect(periodEnd(shiftPeriod(id, 1)) > periodEnd(id)).toBe(true)
      }),
    )
  })

  it.each([
    ['2024-02', '2024-02-29'],
    ['2023-02', '2023-02-28'],
    ['2000-02', '2000-02-29'],
    ['2026-Q1', '2026-03-31'],
    ['2026-H1', '2026-06-30'],
    ['2026', '2026-12-31'],
  ])('%s ends on %s', (id, day) => expect(periodEnd(id)).toBe(day))

  it.each([
    '',
    '2026-00',
    '2026-13',
    '2026-1',
    '2026-Q5',
    '2026-H3',
    '26-01',
    '1948',
    '2101',
    '2026-10 ',
    'NaN',
  ])('refuses "%s"', (id) => {
    expect(parsePeriod(id)).toBeNull()
    expect(() => periodOf(id)).toThrow(RangeError)
  })

  it('knows the months that are reported together', () => {
    expect(periodRange('2026-01', '2026-12').filter(isMergedMonth)).toEqual(['2026-01', '2026-02'])
    expect(isMergedMonth('2026-Q1')).toBe(false)
    expect(monthOf('2026-11-22')).toBe('2026-11')
  })

  it('prints cumulative months as 1—N月 and others as they are', () => {
    expect(formatPeriod('2026-10', 'zh-CN', { cumulative: true })).toBe('2026年1—10月')
    expect(formatPeriod('2026-10', 'en', { cumulative: true })).toBe('Jan–Oct 2026')
    expect(formatPeriod('2026-10', 'zh-CN')).toBe('2026年10月')
    expect(formatPeriod('2026-01', 'zh-CN', { cumulative: true })).toBe('2026年1月')
    expect(formatPeriod('2026-Q3', 'zh-CN', { cumulative: true })).toBe('2026年三季度')
    expect(formatPeriod('2026-H2', 'en')).toBe('H2 2026')
  })
})
