import { DOMAIN_IDS } from '../../src/domain/brain.ts'
import { makeCube } from '../../src/domain/cube.ts'
import { periodRange } from '../../src/domain/period.ts'
import type { Cube, GroupBy, Measure } from '../../src/domain/query.ts'
import { runQuery } from '../../src/domain/query.ts'
import { isPresent } from '../../src/domain/reading.ts'
import type { Slice } from '../../src/domain/slice.ts'
import { brain, event, indicator, STOCK } from '../domain/tables.ts'
import { budget, calibrate, report, time } from './harness.ts'

const MONTHS = periodRange('2017-01', '2026-12')
const GROUPINGS: readonly GroupBy[] = ['domain', 'city', 'batch']

const ids = (count: number): string[] => Array.from({ length: count }, (_, i) => `b${i}`)

/** A table with 2 % of its cells missing. */
function table(id: string, brains: number, seed: number): Slice {
  const size = brains * MONTHS.length
  const missing = (i: number): boolean => (i * 7 + seed) % 50 === 0
  return {
    indicator: id,
    version: 1,
    entities: ids(brains),
    periods: MONTHS,
    values: Float64Array.from({ length: size }, (_, i) => (missing(i) ? NaN : 100 + (i % 997))),
    absence: Uint8Array.from({ length: size }, (_, i) => (missing(i) ? 1 : 0)),
    status: new Uint8Array(size).fill(1),
    origins: ['simulated'],
    knownAt: null,
  }
}

function cubeOf(brains: number, indicators: number): Cube {
  const names = Array.from({ length: indicators }, (_, i) => `x.n${i}`)
  return makeCube({
    brains: ids(brains).map((id, i) =>
      brain(id, {
        domain: DOMAIN_IDS[i % 7] ?? null,
        city: `37${String((i % 16) + 1).padStart(2, '0')}00`,
        batch: 2023 + (i % 3),
      }),
    ),
    regions: [],
    events: ids(brains).map((id) => event(id, 'piloted', '2020-08-09')),
    slices: names.map((id, i) => table(id, brains, i)),
    indicators: names.map((id) => indicator(id, STOCK)),
  })
}

let turn = 0

/** Groups the brains anew, compares every month with last year and reads every cell; gives a checksum. */
function ask(cube: Cube, id: string, measure: Measure = 'yearOnYear', groupBy?: GroupBy): number {
  const by = groupBy ?? GROUPINGS[turn++ % GROUPINGS.length] ?? 'all'
  const { groups, reading } = runQuery(cube, {
    indicator: id,
    groupBy: by,
    periods: MONTHS,
    measure,
  })
  let sum = 0
  for (let g = 0; g < groups.length; g++) {
    for (let p = 0; p < MONTHS.length; p++) {
      const one = reading(g, p)
      if (isPresent(one)) sum += one.value
    }
  }
  return sum
}

/** The baseline: the same sums of two periods in one bare loop, without reasons, coverage or periods. */
function bare(slice: Slice, groups: number): number {
  const width = MONTHS.length
  const now = new Float64Array(groups * width)
  const base = new Float64Array(groups * width)
  for (let cell = 0; cell < slice.values.length; cell++) {
    const column = cell % width
    const before = cell - 12
    if (column < 12 || slice.absence[cell] !== 0 || slice.absence[before] !== 0) continue
    const at = (Math.floor(cell / width) % groups) * width + column
    now[at] = (now[at] ?? 0) + (slice.values[cell] ?? 0)
    base[at] = (base[at] ?? 0) + (slice.values[before] ?? 0)
  }
  return now.reduce((sum, value, at) => sum + (base[at] ? value / (base[at] ?? 1) - 1 : 0), 0)
}

const fifty = cubeOf(50, 60)
const thousand = cubeOf(1_000, 1)
const fiveThousand = cubeOf(5_000, 1)
const all = [...fifty.indicators.keys()]
const large = fiveThousand.slices.get('x.n0')

/** Milliseconds as the reference machine would take them; calibrated at once, as load comes and goes. */
const scaled = (run: () => unknown, repeat: number): number => time(run, repeat) * calibrate()

const one = scaled(() => ask(fifty, 'x.n0'), 30)
const sixty = scaled(() => all.map((id) => ask(fifty, id)), 10)
const fifth = scaled(() => ask(thousand, 'x.n0', 'yearOnYear', 'domain'), 10)
const five = scaled(() => ask(fiveThousand, 'x.n0', 'yearOnYear', 'domain'), 3)
const ranked = scaled(() => ask(fiveThousand, 'x.n0', 'rank', 'brain'), 1)
const loop = scaled(() => large && bare(large, 7), 6)

console.log(`bare loop over 5,000 brains × 120 months: ${loop.toFixed(2)} ms`)
console.log(`rank of 5,000 brains in 120 months: ${ranked.toFixed(1)} ms`)

report('query', [
  budget('one indicator of 50 brains × 120 months, ms', one, 1),
  budget('60 indicators of 50 brains × 120 months, ms', sixty, 16),
  budget('one indicator of 5,000 brains × 120 months, ms', five, 30),
  budget('times a bare loop over the same arrays', five / loop, 8),
  budget('5 times the brains cost at most so many times as much', five / fifth, 7.5),
])
