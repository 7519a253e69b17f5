import { createHash } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { simulate } from '../../mock/generate.ts'
import { scenarioFor } from '../../mock/scenarios.ts'

const bytesOf = (counted: number, seed: number): string => {
  const { brains, events, reports } = simulate(scenarioFor(counted, seed))
  const bodies = reports.map(({ submission }) => submission())
  return createHash('sha256').update(JSON.stringify({ brains, events, bodies })).digest('hex')
}

describe('a simulation', () => {
  it('gives the same bytes for the same seed', () => {
    expect(bytesOf(6, 7)).toBe(bytesOf(6, 7))
  })

  it('gives the same cells whether a report is filled in once or again', () => {
    const [report] = simulate(scenarioFor(1, 7)).reports
    expect(report?.submission()).toEqual(report?.submission())
  })

  it('gives other bytes for another seed', () => {
    expect(bytesOf(6, 7)).not.toBe(bytesOf(6, 8))
  })

  it('plans reports for as many counted brains as asked', () => {
    for (const counted of [1, 3, 200]) {
      const { reports } = simulate(scenarioFor(counted, 1))
      expect(new Set(reports.map(({ brain }) => brain)).size).toBe(counted + 2)
    }
  })
})
