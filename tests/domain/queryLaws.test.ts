import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { DOMAIN_IDS } from '../../src/domain/brain.ts'
import { makeCube } from '../../src/domain/cube.ts'
import { periodRange } from '../../src/domain/period.ts'
import type { Cube, GroupBy, Measure, QueryResult } from '../../src/domain/query.ts'
import { runQuery } from '../../src/domain/query.ts'
import type { Reading } from '../../src/domain/reading.ts'
import { isPresent } from '../../src/domain/reading.ts'
import type { Cell } from './tables.ts'
import { brain, indicator, RATE, slice, STOCK } from './tables.ts'

const MONTHS = periodRange('2024-01', '2025-12')
const IDS = Array.from({ length: 9 }, (_, i) => `b${i}`)

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 9_999 }).map((n): Cell => n / 10) },
  { weight: 1, arbitrary: fc.constantFrom<Cell>('notReported', 'withheld', 'notPublic', 'notDue') },
)
const matrix = fc.array(fc.array(cell, { minLength: 24, maxLength: 24 }), {
  minLength: IDS.length,
  maxLength: IDS.length,
})
const places = fc.array(fc.constantFrom(null, ...DOMAIN_IDS.slice(0, 4)), {
  minLength: IDS.length,
  maxLength: IDS.length,
})

const rows = (cells: readonly (readonly Cell[])[]): Record<string, readonly Cell[]> =>
  Object.fromEntries(IDS.map((id, i) => [id, cells[i] ?? []]))

const RATE_OF = { ...RATE, aggregation: { how: 'weighted', by: 'x.stock' } } as const
const INDICATORS = [indicator('x.flow'), indicator('x.stock', STOCK), indicator('x.rate', RATE_OF)]

/** Nine brains in a few domains with three indicators, cells missing here and there. */
const cubes: fc.Arbitrary<Cube> = fc
  .tuple(places, matrix, matrix, matrix)
  .map(([domains, ...tables]) =>
    makeCube({
      brains: IDS.map((id, i) => brain(id, { domain: domains[i] ?? null })),
      regions: [],
      events: [],
      slices: tables.map((cells, i) => slice(INDICATORS[i]?.id ?? '', MONTHS, rows(cells))),
      indicators: INDICATORS,
    }),
  )

const ask = (cube: Cube, id: string, measure: Measure, groupBy: GroupBy = 'domain') =>
  runQuery(cube, { indicator: id, measure, groupBy, periods: MONTHS })

const column = ({ groups, reading }: QueryResult, period: number): Reading[] =>
  groups.map((_, g) => reading(g, period))

const sum = (readings: readonly Reading[]): number =>
  readings.filter(isPresent).reduce((total, { value }) => total + value, 0)

const holds = (check: (cube: Cube) => void): void => {
  fc.assert(fc.property(cubes, check), { numRuns: 40 })
}

const MEASURES: readonly Measure[] = [
  ...([
    'value',
    'single',
    'yearOnYear',
    'singleYearOnYear',
    'monthOnMonth',
    'pointChange',
  ] as const),
  ...(['pointChangeOnMonth', 'share', 'rank', 'contribution', 'index'] as const),
]

describe('whatever the table holds', () => {
  it.each(['value', 'single'] as const)('%s of the whole is the sum over its groups', (measure) => {
    holds((cube) => {
      const whole = ask(cube, 'x.flow', measure, 'all')
      const parts = ask(cube, 'x.flow', measure)
      MONTHS.forEach((_, p) => {
        const total = whole.reading(0, p)
        const present = column(parts, p).filter(isPresent)
        expect(present.length > 0).toBe(isPresent(total))
        if (!isPresent(total)) return
        expect(sum(present)).toBeCloseTo(total.value, 6)
        expect(present.reduce((n, { covered }) => n + covered, 0)).toBe(total.covered)
      })
    })
  })

  it('shares add up to 100', () => {
    holds((cube) => {
      const shares = ask(cube, 'x.stock', 'share')
      MONTHS.forEach((_, p) => {
        const present = column(shares, p).filter(isPresent)
        if (present.length > 0) expect(sum(present)).toBeCloseTo(100, 6)
      })
    })
  })

  it.each(['x.flow', 'x.stock'])('contributions add up to the 同比 of the total: %s', (id) => {
    holds((cube) => {
      const whole = ask(cube, id, 'yearOnYear', 'all')
      const parts = ask(cube, id, 'contribution')
      MONTHS.forEach((_, p) => {
        const total = whole.reading(0, p)
        if (isPresent(total)) expect(sum(column(parts, p))).toBeCloseTo(total.value, 6)
        else expect(column(parts, p).some(isPresent)).toBe(false)
      })
    })
  })

  it.each([
    ['yearOnYear', 12],
    ['monthOnMonth', 1],
  ] as const)(
    '%s never comes from who is missing: where all grow alike, so does every total',
    (measure, back) => {
      /** Present cells of each brain replaced by its size grown by two percent a month. */
      const steady = (cube: Cube): Cube => {
        const slices = [...cube.slices.values()].map((one) => ({
          ...one,
          values: one.values.map((value, i) =>
            Number.isNaN(value) ? NaN : (1 + Math.floor(i / 24)) * 1.02 ** (i % 24),
          ),
        }))
        return makeCube({ ...cube, slices })
      }
      holds((cube) => {
        const grown = steady(cube)
        const levels = ask(grown, 'x.stock', 'value')
        const result = ask(grown, 'x.stock', measure)
        result.groups.forEach((_, g) => {
          MONTHS.forEach((__, p) => {
            const [change, level] = [result.reading(g, p), levels.reading(g, p)]
            if (!isPresent(change)) return
            expect(change.value).toBeCloseTo((1.02 ** back - 1) * 100, 6)
            if (isPresent(level)) expect(change.covered).toBeLessThanOrEqual(level.covered)
          })
        })
      })
    },
  )

  it('a change in points turns its sign when the two years change places', () => {
    const mirrored = (cube: Cube): Cube => {
      const swap = (array: Float64Array | Uint8Array) =>
        array.map((_, i) => array[i % 24 < 12 ? i + 12 : i - 12] ?? NaN)
      const slices = [...cube.slices.values()].map((one) => ({
        ...one,
        values: Float64Array.from(swap(one.values)),
        absence: Uint8Array.from(swap(one.absence)),
      }))
      return makeCube({ ...cube, slices })
    }
    holds((cube) => {
      const forth = ask(cube, 'x.rate', 'pointChange')
      const back = ask(mirrored(cube), 'x.rate', 'pointChange')
      for (let p = 12; p < 24; p++) {
        forth.groups.forEach((_, g) => {
          const [one, other] = [forth.reading(g, p), back.reading(g, p)]
          expect(isPresent(one)).toBe(isPresent(other))
          if (isPresent(one) && isPresent(other)) expect(one.value).toBeCloseTo(-other.value, 6)
        })
      }
    })
  })

  it('a weighted total lies between the smallest and the largest of its members', () => {
    holds((cube) => {
      const whole = ask(cube, 'x.rate', 'value', 'all')
      const members = ask(cube, 'x.rate', 'value', 'brain')
      MONTHS.forEach((_, p) => {
        const total = whole.reading(0, p)
        if (!isPresent(total)) return
        const values = column(members, p)
          .filter(isPresent)
          .map(({ value }) => value)
        expect(total.value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-6)
        expect(total.value).toBeLessThanOrEqual(Math.max(...values) + 1e-6)
      })
    })
  })

  it.each(MEASURES)('%s is a finite number with its coverage, or a reason', (measure) => {
    holds((cube) => {
      for (const { id } of INDICATORS) {
        const result = ask(cube, id, measure)
        for (const p of MONTHS.keys()) {
          for (const reading of column(result, p)) {
            if (!isPresent(reading)) continue
            expect(Number.isFinite(reading.value)).toBe(true)
            expect(reading.covered).toBeGreaterThan(0)
            expect(reading.covered).toBeLessThanOrEqual(reading.expected)
          }
        }
      }
    })
  })

  it('a cell that is absent for a brain is absent in every measure of that cell', () => {
    holds((cube) => {
      const values = ask(cube, 'x.flow', 'value', 'brain')
      for (const measure of MEASURES) {
        const result = ask(cube, 'x.flow', measure, 'brain')
        for (const p of MONTHS.keys()) {
          column(values, p).forEach((reading, g) => {
            if (!isPresent(reading)) expect(isPresent(result.reading(g, p))).toBe(false)
          })
        }
      }
    })
  })

  it('the best rank is 1 and no rank exceeds the number of ranked groups', () => {
    holds((cube) => {
      const ranks = ask(cube, 'x.stock', 'rank', 'brain')
      MONTHS.forEach((_, p) => {
        const places = column(ranks, p)
          .filter(isPresent)
          .map(({ value }) => value)
        if (places.length === 0) return
        expect(Math.min(...places)).toBe(1)
        expect(Math.max(...places)).toBeLessThanOrEqual(places.length)
      })
    })
  })
})
