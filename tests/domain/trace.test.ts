import { describe, expect, it } from 'vitest'

import { makeCalendar } from '../../src/domain/calendar.ts'
import {
  dayOf,
  punctualityOf,
  stepsOf,
  type ObservedCell,
  type ReportHead,
} from '../../src/domain/trace.ts'

const seen = (seq: number, value: number | null): ObservedCell => ({
  seq,
  indicator: 'cluster.revenue',
  period: '2026-09',
  entity: 'brain-1',
  value,
  absent: value === null ? 'withheld' : null,
  status: seq === 1 ? 'preliminary' : 'final',
  origin: 'reported',
  knownAt: `2026-10-${10 + seq}T02:00:00.000Z`,
  report: `R${seq}`,
})

const report = (fields: Partial<ReportHead> = {}): ReportHead => ({
  id: 'R1',
  brain: 'brain-1',
  period: '2026-09',
  by: '填报人',
  reason: null,
  receivedAt: '2026-10-13T02:00:00.000Z',
  knownAt: '2026-10-13T02:00:00.000Z',
  sha256: 'a'.repeat(64),
  cells: 60,
  source: null,
  ...fields,
})

const kinds = (...values: (number | null)[]): string[] =>
  stepsOf(
    values.map((value, i) => seen(values.length - i, value)),
    new Map(),
  ).map(({ kind }) => kind)

describe('the steps of a cell', () => {
  it('say what each observation did to the one before, newest first', () => {
    expect(kinds(12, 10)).toEqual(['revised', 'first'])
    expect(kinds(10, 10)).toEqual(['confirmed', 'first'])
    expect(kinds(10, null)).toEqual(['supplied', 'first'])
    expect(kinds(null, 10)).toEqual(['withdrawn', 'first'])
  })

  it('hold the value before and the report they came with', () => {
    const [newest, oldest] = stepsOf([seen(2, 12), seen(1, 10)], new Map([['R2', report()]]))
    expect(newest?.before?.value).toBe(10)
    expect(newest?.report?.by).toBe('填报人')
    expect(oldest?.before).toBeNull()
    expect(oldest?.report).toBeNull()
  })
})

describe('the day of an instant', () => {
  it('is the day in Shandong, not the one in Greenwich', () => {
    expect(dayOf('2026-10-15T15:59:59.000Z')).toBe('2026-10-15')
    expect(dayOf('2026-10-15T16:00:00.000Z')).toBe('2026-10-16')
  })
})

describe('the punctuality of a report', () => {
  const calendar = makeCalendar([])
  const late = (knownAt: string) => punctualityOf(calendar, report({ knownAt }))?.late

  it('counts work days from the due day', () => {
    expect(punctualityOf(calendar, report())?.due).toBe('2026-10-15')
    expect(late('2026-10-13T02:00:00.000Z')).toBe(-2)
    expect(late('2026-10-15T02:00:00.000Z')).toBe(0)
    expect(late('2026-10-19T02:00:00.000Z')).toBe(2)
  })

  it('is none for a publication', () => {
    expect(punctualityOf(calendar, report({ brain: null, period: null, source: 'S1' }))).toBeNull()
  })

  it('is none for a counter-report, which nobody owes', () => {
    expect(punctualityOf(calendar, report({ undoes: 'R1' }))).toBeNull()
  })
})
