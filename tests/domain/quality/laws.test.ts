import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { scenarioFor } from '../../../mock/scenarios.ts'
import { periodRange } from '../../../src/domain/period.ts'
import { judge, QUALITY_RULES } from '../../../src/domain/quality/judge.ts'
import type { QualityInput } from '../../../src/domain/quality/judge.ts'
import { INDICATORS } from './asInput.ts'
import { frozen, replay } from './replay.ts'

const MONTHS = periodRange('2023-01', '2025-12')

/** Reports of the demo that have a history, one in 40. */
const sample: QualityInput[] = []
let seen = 0
for (const input of replay(scenarioFor(54, 7)))
  if (input.period > '2025' && seen++ % 40 === 0) sample.push(frozen(input))

/** The report with some of its cells off by a factor, so that many rules speak. */
const distorted = fc
  .tuple(
    fc.constantFrom(...sample),
    fc.array(fc.tuple(fc.nat(70), fc.constantFrom(-1, 0, 0.01, 0.5, 1, 3, 100)), { maxLength: 20 }),
  )
  .map(([input, slips]) => {
    const cells = input.cells.map((cell) => ({ ...cell }))
    for (const [at, factor] of slips) {
      const cell = cells[at % cells.length]
      if (cell?.value) cell.value *= factor
    }
    return { ...input, cells }
  })

describe('judging', () => {
  it('does not depend on the order of cells, history or other brains', () => {
    fc.assert(
      fc.property(distorted, fc.nat(), (input, turn) => {
        const turned = <T>(items: readonly T[]): T[] => {
          const at = items.length ? turn % items.length : 0
          return [...items.slice(at), ...items.slice(0, at)].reverse()
        }
        const again = {
          ...input,
          cells: turned(input.cells),
          history: (id: string) => turned(input.history(id)),
          others: turned(input.others),
        }
        expect(judge(again)).toEqual(judge(input))
      }),
      { numRuns: 40 },
    )
  })

  it('blocks without history only for what the report itself shows', () => {
    const own = ['sign', 'range', 'rackOrder', 'sumOfParts']
    fc.assert(
      fc.property(distorted, (input) => {
        const findings = judge({ ...input, history: () => [] })
        const blocks = findings.filter(({ severity }) => severity === 'block')
        for (const { rule, related } of blocks) {
          expect(own).toContain(rule)
          for (const { indicator, period } of related)
            expect(
              input.cells.some((cell) => cell.indicator === indicator && cell.period === period),
            ).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('never blocks an honest first report', () => {
    for (const input of sample) {
      const findings = judge({ ...input, history: () => [] })
      expect(findings.filter(({ severity }) => severity === 'block')).toEqual([])
    }
  })

  it('finds no more when rules are left out', () => {
    fc.assert(
      fc.property(distorted, fc.subarray([...QUALITY_RULES]), (input, rules) => {
        const ids = new Set(rules.map(({ id }) => id))
        expect(judge(input, rules).every(({ rule }) => ids.has(rule))).toBe(true)
      }),
      { numRuns: 20 },
    )
  })
})

/** A plausible series of 36 months: yearly growth, a season, and noise; a flow cumulates within the year. */
const series = fc
  .record({
    level: fc.double({ min: 20, max: 3000, noNaN: true }),
    growth: fc.double({ min: -0.15, max: 0.3, noNaN: true }),
    season: fc.double({ min: 0, max: 0.15, noNaN: true }),
    noise: fc.array(fc.double({ min: -0.04, max: 0.04, noNaN: true }), {
      minLength: 36,
      maxLength: 36,
    }),
  })
  .map(({ level, growth, season, noise }) =>
    MONTHS.map(
      (_, i) =>
        level * (1 + growth) ** (i / 12) * (1 + season * Math.sin(i)) * (1 + (noise[i] ?? 0)),
    ),
  )

const POWERS = [2, 3, 4, -2, -3, -4] as const

function inputOf(id: string, values: readonly number[], power: number): QualityInput {
  const { kind, decimals } = INDICATORS.get(id) ?? { kind: 'stock', decimals: 2 }
  let sum = 0
  const readings = MONTHS.map((period, i) => {
    sum = i % 12 ? sum + (values[i] ?? 0) : (values[i] ?? 0)
    const value = kind === 'flow' ? sum : (values[i] ?? 0)
    return {
      period,
      value: kind === 'flow' && i % 12 === 0 ? null : Number(value.toFixed(decimals)),
      status: 'final' as const,
    }
  })
  const last = readings.pop() ?? { period: '', value: null }
  const value = Number(((last.value ?? 0) * 10 ** power).toFixed(decimals))
  return {
    ...{ brain: 'own', period: last.period, status: 'final', reason: null, others: [] },
    cells: [{ indicator: id, period: last.period, value, absent: null }],
    history: () => readings,
    indicators: INDICATORS,
  }
}

describe('a unit slip', () => {
  it.each(['cluster.revenue', 'service.financing', 'warehouses.publicVolume', 'compute.storage'])(
    'of two to four digits is found in %s, with the figure that was meant',
    (id) => {
      fc.assert(
        fc.property(series, fc.constantFrom(...POWERS), (values, power) => {
          const meant = inputOf(id, values, 0).cells[0]?.value ?? 0
          const input = inputOf(id, values, power)
          const given = input.cells[0]?.value ?? 0
          fc.pre(given > 0)
          const found = judge(input).find(({ rule }) => rule === 'unitSlip')
          expect(found, `${meant} given as ${given}`).toBeDefined()
          if (power > 0) expect(found?.remedy.zh).toContain(`应为 ${meant} `)
        }),
        { numRuns: 60 },
      )
    },
  )

  it('is not seen in a series without one', () => {
    fc.assert(
      fc.property(series, (values) => {
        for (const id of ['cluster.revenue', 'warehouses.publicVolume'])
          expect(judge(inputOf(id, values, 0)).map(({ rule }) => rule)).not.toContain('unitSlip')
      }),
      { numRuns: 60 },
    )
  })
})
