import { simulate } from '../../../mock/generate.ts'
import { SCENARIOS } from '../../../mock/scenarios.ts'
import holidays from '../../../server/facts/holidays.json' with { type: 'json' }
import targets from '../../../server/facts/targets.json' with { type: 'json' }
import type { Brain } from '../../../src/domain/brain.ts'
import { makeCalendar, type Holiday } from '../../../src/domain/calendar.ts'
import { CATALOGUE } from '../../../src/domain/catalogue/index.ts'
import { makeCube } from '../../../src/domain/cube.ts'
import { foldAll } from '../../../src/domain/lifecycle.ts'
import { periodRange } from '../../../src/domain/period.ts'
import { REGIONS } from '../../../src/domain/region.ts'
import type { Slice } from '../../../src/domain/slice.ts'
import { DEMO_TODAY } from '../../../src/domain/space.ts'
import type { FigureContext } from '../../../src/figures/definition.ts'

/** Ten years of months. */
export const MONTHS = periodRange('2016-11', '2026-10')

/** Readings of every brain in every month: growing, with a season; 2 % are missing. */
function sliceOf(indicator: string, entities: readonly string[], seed: number): Slice {
  const size = entities.length * MONTHS.length
  const missing = (i: number): boolean => (i * 7 + seed) % 50 === 0
  const value = (i: number): number => {
    const [row, month] = [Math.floor(i / MONTHS.length), i % MONTHS.length]
    return (1 + ((row * 7919) % 997)) * (1 + month / 100) * (0.9 + ((i * 31 + seed) % 21) / 100)
  }
  return {
    ...{ indicator, version: 1, entities, periods: MONTHS },
    values: Float64Array.from({ length: size }, (_, i) => (missing(i) ? NaN : value(i))),
    absence: Uint8Array.from({ length: size }, (_, i) => (missing(i) ? 1 : 0)),
    status: new Uint8Array(size).fill(1),
    ...{ origins: ['simulated'], knownAt: '2026-11-15T00:00:00.000Z' },
  }
}

/** Simulated brains and events, `counted` of them reporting, with readings of the given indicators. */
export function worldOf(counted: number, indicators: readonly string[]) {
  const { brains, events } = simulate({ ...SCENARIOS.scale, counted })
  const ids = brains.map(({ id }: Brain) => id)
  return { brains, events, slices: indicators.map((id, i) => sliceOf(id, ids, i)) }
}

export type World = ReturnType<typeof worldOf>

/** What the figures of a page would look at. */
export const contextOf = ({ brains, events, slices }: World): FigureContext => ({
  ...{ locale: 'zh-CN', space: 'demo', today: DEMO_TODAY, credit: '模拟数据' },
  ...{ targets, sources: [], cited: [], gaps: [] },
  cube: makeCube({ brains, events, slices, regions: REGIONS, indicators: CATALOGUE }),
  states: foldAll(brains, events, DEMO_TODAY),
  calendar: makeCalendar(holidays as Holiday[]),
})
