import type { Brain, Region } from '../../src/domain/brain.ts'
import { makeCube } from '../../src/domain/cube.ts'
import type { LifecycleEvent } from '../../src/domain/event.ts'
import type { Indicator } from '../../src/domain/indicator.ts'
import { periodRange } from '../../src/domain/period.ts'
import type { Measure, Query, QueryResult } from '../../src/domain/query.ts'
import { runQuery } from '../../src/domain/query.ts'
import type { Slice } from '../../src/domain/slice.ts'
import type { Cell } from './tables.ts'
import { brain, brief, coverage } from './tables.ts'

export const MONTHS = periodRange('2025-01', '2026-06')
const AB = [brain('a'), brain('b')]

/** What a synthetic cube is made of; two brains `a` and `b` unless others are given. */
export interface World {
  readonly brains?: readonly Brain[]
  readonly regions?: readonly Region[]
  readonly events?: readonly LifecycleEvent[]
  readonly slices: readonly Slice[]
  readonly indicators: readonly Indicator[]
}

export const ask = (world: World, query: Partial<Query>): QueryResult => {
  const cube = makeCube({ brains: AB, regions: [], events: [], ...world })
  const measure: Measure = 'value'
  const first = world.indicators[0]?.id ?? ''
  return runQuery(cube, { indicator: first, groupBy: 'all', periods: MONTHS, measure, ...query })
}

/** Readings of each group in short. */
export const table = (world: World, query: Partial<Query>): Record<string, Cell[]> => {
  const { groups, periods, reading } = ask(world, query)
  return Object.fromEntries(
    groups.map(({ id }, g) => [id, periods.map((_, p) => rounded(brief(reading(g, p))))]),
  )
}

const rounded = (cell: Cell): Cell => (typeof cell === 'number' ? Number(cell.toFixed(9)) : cell)

export const coverages = (world: World, query: Partial<Query>): string[] => {
  const { periods, reading } = ask(world, query)
  return periods.map((_, p) => coverage(reading(0, p)))
}
