import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import holidays from '../../server/facts/holidays.json' with { type: 'json' }
import {
  addWorkDays,
  isProvisional,
  isWorkDay,
  lastDuePeriod,
  makeCalendar,
  reportDue,
  workDaysBetween,
  type Holiday,
} from '../../src/domain/calendar.ts'

const calendar = makeCalendar(holidays as Holiday[])
const day = fc
  .date({ min: new Date('2023-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('the holiday table', () => {
  it('covers 2023 to 2026 and says so', () => {
    expect(calendar.years).toEqual([2023, 2024, 2025, 2026])
  })

  it('lists each day once: off on a weekday or worked on a weekend', () => {
    expect(new Set(holidays.map(({ date }) => date)).size).toBe(holidays.length)
    for (const { date, kind } of holidays) {
      const weekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
      expect([date, kind]).toEqual([date, weekend ? 'work' : 'off'])
    }
  })

  it.each([
    ['2024-02-04', true, 'the Sunday worked for Spring Festival 2024'],
    ['2024-02-09', true, 'Lunar New Year’s Eve 2024 was not off'],
    ['2024-10-01', false, 'National Day'],
    ['2025-01-28', false, 'Lunar New Year’s Eve 2025 was off'],
    ['2023-10-07', true, 'the Saturday worked after National Day 2023'],
    ['2026-02-23', false, 'the ninth day of Spring Festival 2026'],
    ['2026-09-20', true, 'the Sunday worked for National Day 2026'],
    ['2026-11-22', false, 'a plain Sunday'],
    ['2026-11-23', true, 'a plain Monday'],
  ])('%s: work day %s (%s)', (date, worked) => {
    expect(isWorkDay(calendar, date)).toBe(worked)
  })

  it.each([
    ['2027-01-01', false, 'New Year’s Day, fixed by law'],
    ['2028-05-01', false, 'Labour Day, fixed by law'],
    ['2028-05-02', false, 'its second day, since 2025'],
    ['2022-05-02', true, 'which was none before'],
    ['2027-10-01', false, 'National Day, fixed by law'],
    ['2029-10-03', false, 'its third day'],
    ['2027-10-02', false, 'a Saturday'],
    ['2027-10-04', true, 'a Monday that only a table could free'],
    ['2027-02-08', true, 'a lunar holiday, known from a table only'],
  ])('knows only fixed days and weekends without a table: %s worked %s (%s)', (date, worked) => {
    expect(calendar.years).not.toContain(Number(date.slice(0, 4)))
    expect(isWorkDay(calendar, date)).toBe(worked)
  })

  it('overrules the fixed days where there is one', () => {
    const own = makeCalendar([{ date: '2027-05-03', kind: 'off' }])
    expect(isWorkDay(own, '2027-01-01')).toBe(true)
  })
})

describe('a count of work days', () => {
  it('does not count the fixed days of a year without a table', () => {
    expect(workDaysBetween(calendar, '2026-12-31', '2027-01-04')).toBe(1)
  })

  it.each([
    ['2026-11-22', '2026-12-31', false],
    ['2026-11-22', '2027-01-01', true],
    ['2027-01-18', '2026-11-22', true],
    ['2022-12-31', '2023-01-31', false],
    ['2022-12-30', '2023-01-31', true],
    ['2026-12-31', '2026-12-31', false],
    ['2027-01-04', '2027-01-04', true],
  ])('from %s to %s is provisional: %s', (from, to, provisional) => {
    expect(isProvisional(calendar, from, to)).toBe(provisional)
  })

  it('to one day asks for the year of that day', () => {
    expect(isProvisional(calendar, '2027-01-18')).toBe(true)
    expect(isProvisional(calendar, '2026-12-29')).toBe(false)
  })
})

describe('counting work days', () => {
  it('counts the days after the first up to and including the last', () => {
    expect(workDaysBetween(calendar, '2026-11-20', '2026-11-20')).toBe(0)
    expect(workDaysBetween(calendar, '2026-11-20', '2026-11-23')).toBe(1)
    expect(workDaysBetween(calendar, '2024-09-30', '2024-10-08')).toBe(1)
  })

  it('is negative when the day has passed', () => {
    expect(workDaysBetween(calendar, '2026-11-23', '2026-11-20')).toBe(-1)
  })

  it('steps to the nth work day, forwards and backwards', () => {
    expect(addWorkDays(calendar, '2024-02-08', 2)).toBe('2024-02-18')
    expect(addWorkDays(calendar, '2024-02-18', -1)).toBe('2024-02-09')
    expect(addWorkDays(calendar, '2024-02-10', 0)).toBe('2024-02-10')
    expect(() => addWorkDays(calendar, '2024-02-10', 0.5)).toThrow(RangeError)
  })

  it('undoes itself: n work days later lie n work days away', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const to = addWorkDays(calendar, from, n)
        expect(isWorkDay(calendar, to)).toBe(true)
        expect(workDaysBetween(calendar, from, to)).toBe(n)
      }),
      { numRuns: 60 },
    )
  })

  it('refuses what is not a day', () => {
    expect(() => isWorkDay(calendar, 'soon')).toThrow(/not an ISO day/)
  })
})

describe('due days', () => {
  it('are the 15th of the next month, or the next work day', () => {
    expect(reportDue(calendar, '2026-09')).toBe('2026-10-15')
    expect(reportDue(calendar, '2026-10')).toBe('2026-11-16')
    expect(reportDue(calendar, '2026-01')).toBe('2026-02-24')
    expect(reportDue(calendar, '2024-12')).toBe('2025-01-15')
  })

  it('name the last month that was due', () => {
    expect(lastDuePeriod(calendar, '2026-11-22')).toBe('2026-10')
    expect(lastDuePeriod(calendar, '2026-11-16')).toBe('2026-10')
    expect(lastDuePeriod(calendar, '2026-11-15')).toBe('2026-09')
  })

  it('are work days for every month', () => {
    fc.assert(
      fc.property(day, (date) => {
        const due = reportDue(calendar, date.slice(0, 7))
        return isWorkDay(calendar, due) && due.slice(8) >= '15'
      }),
      { numRuns: 60 },
    )
  })
})
