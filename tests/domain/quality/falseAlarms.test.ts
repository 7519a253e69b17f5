import { describe, expect, it } from 'vitest'

import { scenarioFor } from '../../../mock/scenarios.ts'
import { judge } from '../../../src/domain/quality/judge.ts'
import type { QualityInput } from '../../../src/domain/quality/judge.ts'
import { DEMO_SEED } from '../../../src/domain/space.ts'
import { replay } from './replay.ts'

/** Share of single cells three times too large that must be told; measured 88% on one report in 100. */
const POWER = 0.75

/** Share of cells that may be warned about in figures that are all honest; measured 0.006% (6 of 108,068). */
const BOUND = 0.002

/** For each present cell of a report: whether it is told when it alone is three times too large. */
const tripled = (input: QualityInput): boolean[] =>
  input.cells.flatMap((cell, at) => {
    if (!cell.value) return []
    const value = Math.round(300 * cell.value) / 100
    const findings = judge({ ...input, cells: input.cells.with(at, { ...cell, value }) })
    const figures = findings.flatMap((found) => [found, ...found.related])
    return [figures.some(({ indicator }) => indicator === cell.indicator)]
  })

describe('the demo of 54 brains, judged report by report as it arrived', () => {
  let cells = 0
  const told: string[] = []
  const seen: boolean[] = []
  let blocked = 0
  let reports = 0
  for (const input of replay(scenarioFor(54, DEMO_SEED))) {
    if (input.period > '2025' && reports++ % 100 === 0) seen.push(...tripled(input))
    cells += input.cells.filter(({ value }) => value !== null).length
    for (const { rule, severity, indicator, period } of judge(input)) {
      if (severity === 'block') blocked++
      else told.push(`${input.brain} ${period} ${indicator} ${rule}`)
    }
  }

  it('is never blocked', () => {
    expect(cells).toBeGreaterThan(100_000)
    expect(blocked).toBe(0)
  })

  it('is warned about in at most two cells of a thousand', () => {
    expect(told.length / cells, told.slice(0, 20).join('\n')).toBeLessThanOrEqual(BOUND)
  })

  it('is told of most single figures that are three times too large', () => {
    expect(seen.length).toBeGreaterThan(200)
    expect(seen.filter(Boolean).length / seen.length).toBeGreaterThan(POWER)
  })
})
