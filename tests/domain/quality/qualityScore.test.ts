import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { qualityScore, SCORE_WEIGHTS } from '../../../src/domain/quality/qualityScore.ts'

const BLOCK = { severity: 'block' } as const
const WARN = { severity: 'warn' } as const
const FULL = { expected: 60, reported: 60, late: 0 }

const severities = fc.array(fc.constantFrom(BLOCK, WARN), { maxLength: 90 })
const counts = fc
  .record({
    expected: fc.nat(80),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    late: fc.nat(20),
  })
  .map(({ expected, share, late }) => ({ expected, reported: Math.floor(expected * share), late }))

describe('the quality score', () => {
  it('is 100 for a complete, clean report on time, and its weights say why', () => {
    expect(qualityScore([], FULL).score).toBe(100)
    expect(Object.values(SCORE_WEIGHTS).reduce((sum: number, weight) => sum + weight, 0)).toBe(100)
  })

  it('is 0 when nothing came, whatever was found', () => {
    expect(qualityScore([], { expected: 60, reported: 0, late: 0 }).score).toBe(0)
  })

  it('takes the parts apart', () => {
    const { score, parts } = qualityScore([BLOCK, WARN, WARN], {
      expected: 60,
      reported: 45,
      late: 3,
    })
    expect(parts).toEqual({
      completeness: { points: 30, of: 40 },
      accuracy: { points: 30.7, of: 40 },
      timeliness: { points: 14, of: 20 },
    })
    expect(score).toBe(74.7)
  })

  it('lies between 0 and 100 and is the sum of its parts', () => {
    fc.assert(
      fc.property(severities, counts, (findings, count) => {
        const { score, parts } = qualityScore(findings, count)
        const sum = Object.values(parts).reduce((total, { points }) => total + points, 0)
        expect(score).toBeCloseTo(sum, 6)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
        for (const { points, of } of Object.values(parts)) expect(points).toBeLessThanOrEqual(of)
      }),
    )
  })

  it('never rises with a finding, a graver one or a later day', () => {
    fc.assert(
      fc.property(severities, counts, (findings, count) => {
        const { score } = qualityScore(findings, count)
        expect(qualityScore([...findings, WARN], count).score).toBeLessThanOrEqual(score)
        expect(qualityScore([...findings, BLOCK], count).score).toBeLessThanOrEqual(
          qualityScore([...findings, WARN], count).score,
        )
        expect(
          qualityScore(findings, { ...count, late: count.late + 1 }).score,
        ).toBeLessThanOrEqual(score)
      }),
    )
  })

  it('rises with completeness', () => {
    fc.assert(
      fc.property(severities, counts, (findings, count) => {
        fc.pre(count.reported < count.expected)
        const more = qualityScore(findings, { ...count, reported: count.reported + 1 })
        expect(more.score).toBeGreaterThan(qualityScore(findings, count).score)
      }),
    )
  })
})
