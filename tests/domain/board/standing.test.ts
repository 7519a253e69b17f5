import { describe, expect, it } from 'vitest'

import { lastDueColumn, type Board } from '../../../src/domain/board/board.ts'
import { brainFreshness, publicationFreshness } from '../../../src/domain/board/freshness.ts'
import { remindersOf } from '../../../src/domain/board/reminders.ts'
import { latecomers, scoreAt, standingOf } from '../../../src/domain/board/standing.ts'
import { makeCalendar, reportDue } from '../../../src/domain/calendar.ts'
import { periodRange } from '../../../src/domain/period.ts'

const calendar = makeCalendar([])

/** A board from letters, one string a brain; the days of late cells are given by position. */
function boardFrom(
  states: readonly string[],
  {
    days = [],
    missing = [],
    warned = [],
  }: Partial<Record<'days' | 'missing' | 'warned', [number, number][]>> = {},
): Board {
  const months = periodRange('2025-09', '2026-11').slice(0, states[0]?.length ?? 0)
  return {
    ...{ today: '2026-12-20', months, expected: 20, states },
    due: months.map((month) => reportDue(calendar, month)),
    brains: states.map((_, row) => `b${row}`),
    ...{ days: new Map(days), missing: new Map(missing), warned: new Map(warned) },
    corrections: new Map(),
  }
}

describe('how a brain keeps its days', () => {
  it('looks at the last twelve months that it owes, and on over them for the streak', () => {
    const board = boardFrom(['xooooooooooooow'])
    expect(standingOf(board, 0)).toEqual({ owed: 12, onTime: 12, streak: 13 })
  })

  it('ends the streak at the first month that came late', () => {
    const board = boardFrom(['oolooo'], { days: [[2, 3]] })
    expect(standingOf(board, 0)).toEqual({ owed: 6, onTime: 5, streak: 3 })
  })

  it('counts an incomplete report and one in review by their day alone', () => {
    const board = boardFrom(['oppr'], {
      days: [[2, 1]],
      missing: [
        [1, 4],
        [2, 2],
      ],
    })
    expect(standingOf(board, 0)).toEqual({ owed: 4, onTime: 3, streak: 1 })
  })

  it('says nothing of a brain that owes nothing', () => {
    expect(standingOf(boardFrom(['nnww']), 0)).toEqual({ owed: 0, onTime: 0, streak: 0 })
  })

  it('ranks those who are behind by their days', () => {
    const board = boardFrom(['l', 'o', 'x'], {
      days: [
        [0, 2],
        [2, 9],
      ],
    })
    expect(latecomers(board, 0)).toEqual([
      { row: 2, days: 9 },
      { row: 0, days: 2 },
    ])
  })

  it('scores published reports alone, less for what is missing and late', () => {
    const board = boardFrom(['olpxr'], { days: [[1, 5]], missing: [[2, 10]] })
    expect([0, 1, 2, 3, 4].map((column) => scoreAt(board, 0, column))).toEqual([
      100,
      90,
      80,
      null,
      null,
    ])
  })
})

describe('the score of a report', () => {
  it('is less for every warning it was published with, never below what else it earned', () => {
    const board = boardFrom(['oooo'], {
      warned: [
        [1, 1],
        [2, 5],
        [3, 99],
      ],
    })
    expect([0, 1, 2, 3].map((column) => scoreAt(board, 0, column))).toEqual([100, 96, 80, 60])
  })
})

describe('the list of reminders', () => {
  it('names overdue, returned and incomplete months, the longest over first', () => {
    const board = boardFrom(['oxx', 'obp', 'olr'], {
      days: [
        [1, 9],
        [2, 3],
        [4, 30],
        [7, 2],
      ],
      missing: [[5, 2]],
    })
    const found = remindersOf(board, 2)
    expect(found.map(({ row, days }) => [row, days])).toEqual([
      [1, 30],
      [0, 9],
    ])
    expect(found[0]?.months.map(({ column, state, missing }) => [column, state, missing])).toEqual([
      [1, 'returned', 0],
      [2, 'partial', 2],
    ])
  })

  it('leaves out months after the chosen one and rows that were filtered away', () => {
    const board = boardFrom(['oxx', 'xoo'], {
      days: [
        [1, 9],
        [2, 3],
        [3, 30],
      ],
    })
    expect(remindersOf(board, 0).map(({ row }) => row)).toEqual([1])
    expect(remindersOf(board, 2, [0]).map(({ row }) => row)).toEqual([0])
  })
})

describe('how current a source is', () => {
  it('is fresh, due or stale by the months that a brain still owes', () => {
    const board = { ...boardFrom(['oon', 'oxn', 'xxn', 'oxo']), today: '2026-01-20' }
    const seen = [0, 1, 2, 3].map((row) => brainFreshness(board, row))
    expect(seen.map(({ state, last, behind }) => [state, last, behind])).toEqual([
      ['fresh', '2025-10', 0],
      ['due', '2025-09', 1],
      ['stale', null, 2],
      ['fresh', '2025-11', 0],
    ])
    expect(seen[2]?.days).toBe(97)
  })

  it('expects a publication only after its usual day, and never January alone', () => {
    const state = (last: string, today: string) => publicationFreshness('month', last, today)
    expect(state('2026-09', '2026-11-30')).toMatchObject({ state: 'fresh', wanted: '2026-09' })
    expect(state('2026-09', '2026-12-02')).toMatchObject({ state: 'due', wanted: '2026-10' })
    expect(state('2026-08', '2026-12-02')).toMatchObject({ state: 'stale', behind: 2 })
    expect(state('2025-12', '2026-03-05')).toMatchObject({ state: 'fresh', wanted: '2025-12' })
    expect(state('2025-12', '2026-04-02')).toMatchObject({ state: 'due', behind: 1, days: 2 })
  })

  it('knows the other cadences', () => {
    expect(publicationFreshness('year', '2024', '2026-11-22')).toMatchObject({
      ...{ state: 'due', wanted: '2025', behind: 1 },
    })
    expect(publicationFreshness('quarter', '2026-Q3', '2026-11-22').state).toBe('fresh')
    expect(publicationFreshness('half', null, '2026-11-22')).toMatchObject({ state: 'stale' })
  })
})

it('the last due month is the one whose day has come', () => {
  const board = boardFrom(['ooo'])
  expect(lastDueColumn({ ...board, today: '2025-11-17' })).toBe(1)
  expect(lastDueColumn({ ...board, today: '2025-11-16' })).toBe(0)
  expect(lastDueColumn({ ...board, today: '2020-01-01' })).toBe(0)
})
