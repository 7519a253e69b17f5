import { simulate } from '../../../mock/generate.ts'
import { SCENARIOS } from '../../../mock/scenarios.ts'
import holidays from '../../../server/facts/holidays.json' with { type: 'json' }
import type { BoardInput, BoardReport } from '../../../src/domain/board/boardOf.ts'
import { makeCalendar, reportDue, type Holiday } from '../../../src/domain/calendar.ts'
import { ordinal, periodOf, periodRange } from '../../../src/domain/period.ts'
import { DEMO_TODAY } from '../../../src/domain/space.ts'

export const BOARD_SIZE = { brains: 5_000, months: periodRange('2023-11', '2026-10') } as const

const DAY = 86_400_000

/** Brains and events of the scale scenario, and a report of each of 5,000 for 36 months; some late, partial, missing. */
export function boardWorld() {
  const { brains, events } = simulate({ ...SCENARIOS.scale, counted: BOARD_SIZE.brains })
  const { months } = BOARD_SIZE
  const ids = brains.slice(0, BOARD_SIZE.brains).map(({ id }) => id)
  const calendar = makeCalendar(holidays as Holiday[])
  const due = months.map((month) => Date.parse(reportDue(calendar, month)) / DAY)
  const reports: BoardReport[] = []
  for (const [row, brain] of ids.entries())
    for (const [column, period] of months.entries()) {
      const turn = row * 31 + column * 7
      if (turn % 40 === 0) continue
      const day = (due[column] ?? 0) + (turn % 25 === 0 ? 3 + (turn % 9) : -(turn % 9))
      reports.push({ brain, period, day, cells: turn % 30 === 0 ? 57 : 60, reports: 1 })
    }
  const from = ordinal(periodOf(months[0] ?? ''))
  const input: BoardInput = {
    ...{ today: DEMO_TODAY, calendar, months, brains: ids, expected: 60, reports, drafts: [] },
    windows: new Map(ids.map((id) => [id, { from, until: Infinity }])),
  }
  return { brains: brains.slice(0, BOARD_SIZE.brains), events, input }
}
