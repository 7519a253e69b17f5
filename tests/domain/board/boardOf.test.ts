import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import holidays from '../../../server/facts/holidays.json' with { type: 'json' }
import { cellOf, packBoard, unpackBoard } from '../../../src/domain/board/board.ts'
import { boardOf, type BoardDraft, type BoardReport } from '../../../src/domain/board/boardOf.ts'
import { expectedOf, monthCounts, reportedOf } from '../../../src/domain/board/boardCounts.ts'
import { BOARD_STATES } from '../../../src/domain/board/boardState.ts'
import { dayNumber } from '../../../src/domain/board/workDayCount.ts'
import {
  makeCalendar,
  reportDue,
  workDaysBetween,
  type Holiday,
} from '../../../src/domain/calendar.ts'
import type { Expectation } from '../../../src/domain/expectation.ts'
import { ordinal, periodOf, periodRange } from '../../../src/domain/period.ts'

const calendar = makeCalendar(holidays as Holiday[])
const MONTHS = periodRange('2026-01', '2026-11')
const EXPECTED = 10
const dayOf = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10)

interface Given {
  readonly today: string
  readonly window: Expectation
  readonly report: { readonly day: number; readonly cells: number } | null
  readonly draft: { readonly state: 'submitted' | 'returned'; readonly day: number } | null
}

/** The rule of one cell, as the README of the board would say it. */
function byHand(month: string, { today, window, report, draft }: Given) {
  const due = reportDue(calendar, month)
  const over = (day: string): number =>
    day <= due ? 0 : Math.max(1, workDaysBetween(calendar, due, day < today ? day : today))
  const at = ordinal(periodOf(month))
  if (at < window.from || at > window.until) return { state: 'notExpected', days: 0, missing: 0 }
  if (report) {
    const days = over(dayOf(report.day))
    const missing = Math.max(0, EXPECTED - report.cells)
    return { state: missing > 0 ? 'partial' : days > 0 ? 'late' : 'onTime', days, missing }
  }
  if (draft?.state === 'submitted')
    return { state: 'inReview', days: over(dayOf(draft.day)), missing: 0 }
  const days = over(today)
  return { state: draft ? 'returned' : days > 0 ? 'overdue' : 'pending', days, missing: 0 }
}

const day = fc.integer({ min: dayNumber('2026-01-20'), max: dayNumber('2027-02-10') })
const month = fc.integer({ min: 0, max: MONTHS.length - 1 })
const FIRST = ordinal(periodOf('2026-01'))
const world = fc.record({
  today: day.map(dayOf),
  brains: fc.array(
    fc.record({
      from: fc.oneof(
        month.map((i) => FIRST + i),
        fc.constant(Infinity),
      ),
      until: fc.oneof(
        month.map((i) => FIRST + i),
        fc.constant(Infinity),
      ),
      reports: fc.uniqueArray(fc.record({ month, day, cells: fc.integer({ min: 1, max: 12 }) }), {
        selector: (report) => report.month,
      }),
      drafts: fc.uniqueArray(
        fc.record({ month, day, state: fc.constantFrom('submitted', 'returned') }),
        { selector: (draft) => draft.month },
      ),
    }),
    { maxLength: 6 },
  ),
})

type World = typeof world extends fc.Arbitrary<infer T> ? T : never

const idOf = (row: number): string => `b${row}`
const boardFrom = ({ today, brains }: World) =>
  boardOf({
    ...{ today, calendar, months: MONTHS, expected: EXPECTED },
    brains: brains.map((_, row) => idOf(row)),
    windows: new Map(brains.map(({ from, until }, row) => [idOf(row), { from, until }])),
    reports: brains.flatMap(({ reports }, row) =>
      reports.map((report): BoardReport => ({
        ...{ ...report, brain: idOf(row), period: MONTHS[report.month] ?? '', reports: 1 },
      })),
    ),
    drafts: brains.flatMap(({ drafts }, row) =>
      drafts.map((draft): BoardDraft => ({
        ...{ ...draft, brain: idOf(row), period: MONTHS[draft.month] ?? '' },
      })),
    ),
  })

describe('the monthly board', () => {
  it('tells every cell as the rule of one cell does', () => {
    fc.assert(
      fc.property(world, (given) => {
        const board = boardFrom(given)
        for (const [row, { from, until, reports, drafts }] of given.brains.entries())
          for (const [column, id] of MONTHS.entries()) {
            const { state, days, missing } = cellOf(board, row, column)
            const report = reports.find((one) => one.month === column) ?? null
            const draft = drafts.find((one) => one.month === column) ?? null
            const { today } = given
            const window = { from, until }
            expect({ state, days, missing }).toEqual(byHand(id, { today, window, report, draft }))
          }
      }),
      { numRuns: 60 },
    )
  })

  it('counts every brain once a month, and its parts sum up', () => {
    fc.assert(
      fc.property(world, (given) => {
        const board = boardFrom(given)
        for (const counts of monthCounts(board)) {
          const sum = BOARD_STATES.reduce((total, state) => total + counts[state], 0)
          expect(sum).toBe(given.brains.length)
          const { inReview, returned, overdue, pending } = counts
          expect(reportedOf(counts) + inReview + returned + overdue + pending).toBe(
            expectedOf(counts),
          )
        }
      }),
    )
  })

  it('counts the rows that are asked for alone', () => {
    fc.assert(
      fc.property(world, fc.func(fc.boolean()), (given, isChosen) => {
        const board = boardFrom(given)
        const rows = [...board.states.keys()]
        const chosen = rows.filter((row) => isChosen(row))
        const rest = rows.filter((row) => !isChosen(row))
        const [all, some, others] = [
          monthCounts(board),
          monthCounts(board, chosen),
          monthCounts(board, rest),
        ]
        for (const [column, counts] of all.entries())
          for (const state of BOARD_STATES)
            expect((some[column]?.[state] ?? 0) + (others[column]?.[state] ?? 0)).toBe(
              counts[state],
            )
      }),
    )
  })

  it('is the same after it was sent', () => {
    fc.assert(
      fc.property(world, (given) => {
        const board = boardFrom(given)
        const sent = JSON.parse(JSON.stringify(packBoard(board))) as ReturnType<typeof packBoard>
        expect(unpackBoard(sent)).toEqual(board)
      }),
    )
  })

  it('leaves out reports of brains and months that it does not have', () => {
    const board = boardOf({
      ...{ today: '2026-11-22', calendar, months: MONTHS, expected: 1, brains: ['a'], drafts: [] },
      windows: new Map([['a', { from: FIRST, until: Infinity }]]),
      reports: [
        { brain: 'zz', period: '2026-01', day: dayNumber('2026-02-01'), cells: 1, reports: 1 },
        { brain: 'a', period: '2020-01', day: dayNumber('2026-02-01'), cells: 1, reports: 1 },
      ],
    })
    expect(board.states).toEqual(['xxxxxxxxxxw'])
  })
})
