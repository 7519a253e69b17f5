import { describe, expect, it } from 'vitest'

import { EventSubmission } from '../../src/contract/registration.ts'
import { simulate } from '../../mock/generate.ts'
import { scenarioFor } from '../../mock/scenarios.ts'
import holidays from '../../server/facts/holidays.json' with { type: 'json' }
import { makeCalendar, workDaysBetween, type Holiday } from '../../src/domain/calendar.ts'
import {
  buildOut,
  enteredCounts,
  eventsByBrain,
  foldAll,
  programmeCounts,
} from '../../src/domain/lifecycle.ts'
import { deadlinesOf, WARNING_LEVELS } from '../../src/domain/programme/deadlines.ts'
import { judgeHistory } from '../../src/domain/programme/judgeHistory.ts'
import { proposedDisqualifications } from '../../src/domain/programme/proposals.ts'
import { DEMO_TODAY } from '../../src/domain/space.ts'
import { demo } from './simulated.ts'

const { brains, events } = demo
const states = foldAll(brains, events, DEMO_TODAY)
const counts = programmeCounts(states)
const countedStates = [...states.values()].filter(({ stage }) =>
  ['pilot', 'accepted', 'designated'].includes(stage),
)

describe('simulated lifecycles', () => {
  it('pass the contract, with ids of their own, in the order of their days', () => {
    expect(EventSubmission.safeParse({ events }).error).toBeUndefined()
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
    const days = events.map(({ date }) => date)
    expect(days).toEqual([...days].sort())
    expect(days.at(-1)! <= DEMO_TODAY).toBe(true)
  })

  it('count 54 brains today: 31 in pilot, 8 accepted, 15 designated, 4 of them under rectification', () => {
    expect(counts.counted).toBe(54)
    expect(counts.rectifying).toBe(4)
    expect(counts.byStage).toMatchObject({ pilot: 31, accepted: 8, designated: 15, pool: 16 })
    expect(counts.byStage.disqualified).toBe(2)
  })

  it('are legal, every one of them, in every scenario', () => {
    for (const { events } of [demo, simulate(scenarioFor(8, 3)), simulate(scenarioFor(300, 7))])
      for (const history of eventsByBrain(events).values())
        expect(judgeHistory(history)).toEqual([])
  })

  it('propose one disqualification, warn of deadlines at every level, hold one correction', () => {
    const calendar = makeCalendar(holidays as Holiday[])
    const deadlines = deadlinesOf({ brains, events, calendar, today: DEMO_TODAY })
    const levels = new Set(deadlines.map(({ level }) => level))
    expect([...WARNING_LEVELS].filter((level) => levels.has(level))).toEqual([...WARNING_LEVELS])
    expect(proposedDisqualifications(brains, events, DEMO_TODAY)).toHaveLength(1)
    expect(events.filter(({ kind }) => kind === 'withdrawn')).toHaveLength(1)
    for (const { owner } of deadlines.filter(({ kind }) => kind === 'rectification'))
      expect(owner).toBe('揭榜单位')
  })

  it('lead from 152 applications to 15 designations', () => {
    expect(enteredCounts(states)).toMatchObject({
      ...{ applied: 152, reviewed: 123, publicised: 76 },
      ...{ pilot: 56, accepted: 23, designated: 15, pool: 21 },
    })
  })

  it('meet the targets late in 2023 and overshoot the one of 2025', () => {
    const [first, second, now] = buildOut(brains, events, ['2023-12', '2025-12', '2026-10'])
    expect(first?.counted).toBe(14)
    expect(second?.counted).toBe(51)
    expect(now?.counted).toBe(54)
  })

  it('accept a brain two years after its pilot at the earliest', () => {
    const day = (brain: string, kind: string) =>
      events.find((event) => event.brain === brain && event.kind === kind)?.date
    for (const { brain, date } of events.filter(({ kind }) => kind === 'accepted')) {
      const pilot = day(brain, 'piloted') ?? ''
      expect(Number(date.slice(0, 4)) - Number(pilot.slice(0, 4))).toBeGreaterThanOrEqual(2)
      expect(date.slice(5) > pilot.slice(5) || date.slice(0, 4) > '2025').toBe(true)
    }
  })

  it('grade every counted brain in 2026: 10 lead, 32 on time, 8 reminded, 4 warned', () => {
    const grades = countedStates.map(({ grade }) => `${grade?.year} ${grade?.grade}`)
    const count = (text: string) => grades.filter((grade) => grade === text).length
    expect(['lead', 'onTime', 'remind', 'warn'].map((grade) => count(`2026 ${grade}`))).toEqual([
      10, 32, 8, 4,
    ])
  })

  it('warn exactly the brains under rectification', () => {
    for (const { grade, measures } of countedStates) {
      expect(grade?.grade === 'warn').toBe(measures.length > 0)
    }
  })

  it('set each rectification a reason of its own, due in 5 to 60 work days', () => {
    const open = countedStates.flatMap(({ measures }) => measures)
    const calendar = makeCalendar([])
    expect(new Set(open.map(({ reason }) => reason)).size).toBe(4)
    for (const { due } of open) {
      const left = workDaysBetween(calendar, DEMO_TODAY, due ?? '')
      expect(left).toBeGreaterThanOrEqual(5)
      expect(left).toBeLessThanOrEqual(60)
    }
  })

  it('happen on Monday to Friday', () => {
    const weekends = events.filter(({ date }) => [0, 6].includes(new Date(date).getUTCDay()))
    expect(weekends).toEqual([])
  })
})
