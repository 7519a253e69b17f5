import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { judge, passes, VERDICTS, type Verdict } from '../../../src/domain/eligibility/judge.ts'
import {
  compareOutcomes,
  judgeAll,
  outcomeCounts,
  verdictAt,
} from '../../../src/domain/eligibility/judgeAll.ts'
import type { EvidenceFrame } from '../../../src/domain/eligibility/evidenceFrame.ts'
import { readingKey } from '../../../src/domain/eligibility/evidenceFrame.ts'
import { leavesOf, thresholdsOf } from '../../../src/domain/eligibility/needs.ts'
import { NOTICES } from '../../../src/domain/eligibility/notices.ts'
import type { RuleSet } from '../../../src/domain/eligibility/ruleSet.ts'
import { applied, noChange } from '../../../src/domain/eligibility/scenario.ts'
import { statementSubjects } from '../../../src/domain/eligibility/statementSubjects.ts'
import { evidenceWith, type Known } from './madeEvidence.ts'

/** Readings and statements of one brain under a set; what is null is not known. */
const knownUnder = (set: RuleSet): fc.Arbitrary<Required<Known>> => {
  const indicators = thresholdsOf(set).flatMap((need) =>
    need.kind === 'reading' ? [need.indicator] : need.indicators,
  )
  const { needs, waivable } = statementSubjects(set)
  const value = fc.option(
    fc.oneof(fc.nat(3), fc.nat(2000), fc.double({ min: 0, max: 300, noNaN: true })),
  )
  const said = fc.option(fc.constantFrom('met', 'notMet'))
  const waived = fc.option(fc.constant('waived'))
  const given = (record: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(record).filter(([, one]) => one !== null))
  return fc
    .tuple(
      fc.record(Object.fromEntries(indicators.map((id) => [id, value]))),
      fc.record(Object.fromEntries(needs.map((id) => [id, said]))),
      fc.record(Object.fromEntries(waivable.map((id) => [id, waived]))),
    )
    .map(([readings, stated, waivers]) => ({
      readings: given(readings) as Record<string, number>,
      statements: { ...given(waivers), ...given(stated) } as Known['statements'] & object,
    }))
}

const worlds = fc
  .constantFrom(...NOTICES)
  .chain((set) =>
    fc.tuple(fc.constant(set), fc.array(knownUnder(set), { minLength: 1, maxLength: 8 })),
  )

function frameOf(set: RuleSet, known: readonly Known[]): EvidenceFrame {
  const readings = new Map<string, Float64Array>()
  for (const leaf of set.clauses.flatMap(({ need }) => leavesOf(need))) {
    if (leaf.kind === 'statement') continue
    const basis = leaf.kind === 'reading' ? leaf.basis : 'latest'
    const ids = leaf.kind === 'reading' ? [leaf.indicator] : leaf.indicators
    for (const id of ids)
      readings.set(
        readingKey(id, basis),
        Float64Array.from(known, (one) => one.readings?.[id] ?? NaN),
      )
  }
  const { needs, waivable } = statementSubjects(set)
  const codes = { met: 1, notMet: -1, waived: 2 } as const
  const statements = new Map(
    [...needs, ...waivable].map((subject) => [
      subject,
      Int8Array.from(known, (one) => {
        const verdict = one.statements?.[subject]
        return verdict === undefined ? 0 : codes[verdict]
      }),
    ]),
  )
  return { brains: known.map((_, i) => `b${i}`), readings, statements }
}

const order: Readonly<Record<Verdict, number>> = Object.fromEntries(
  VERDICTS.map((verdict, i) => [verdict, i]),
) as Record<Verdict, number>

describe('eligibility', () => {
  it('of many brains at once is that of each alone', () => {
    fc.assert(
      fc.property(worlds, ([set, known]) => {
        const outcomes = judgeAll(set, frameOf(set, known))
        known.forEach((one, b) => {
          const alone = judge(set, evidenceWith(one))
          expect(verdictAt(outcomes.whole, b)).toBe(alone.verdict)
          alone.clauses.forEach(({ verdict }, c) =>
            expect(verdictAt(outcomes.cells, c * known.length + b)).toBe(verdict),
          )
        })
        const sum = outcomeCounts(outcomes.whole).reduce((a, b) => a + b, 0)
        expect(sum).toBe(known.length)
      }),
    )
  })

  it('that passed or failed is not undone by evidence that was missing', () => {
    const pairs = fc
      .constantFrom(...NOTICES)
      .chain((set) => fc.tuple(fc.constant(set), knownUnder(set), knownUnder(set)))
    fc.assert(
      fc.property(pairs, ([set, first, more]) => {
        const later = {
          readings: { ...more.readings, ...first.readings },
          statements: { ...more.statements, ...first.statements },
        }
        const [before, after] = [first, later].map((one) => judge(set, evidenceWith(one)))
        before?.clauses.forEach(({ verdict }, c) => {
          const now = after?.clauses[c]?.verdict ?? 'unknown'
          if (verdict === 'pass') expect(now).toBe('pass')
          if (passes(verdict)) expect(passes(now)).toBe(true)
          if (verdict === 'fail') expect(['fail', 'waived']).toContain(now)
        })
      }),
      { numRuns: 300 },
    )
  })

  it('never gains a passing brain by a higher threshold', () => {
    const moved = worlds.chain(([set, known]) => {
      const thresholds = thresholdsOf(set)
      return fc.tuple(
        fc.constant(set),
        fc.constant(known),
        fc.constantFrom(...thresholds),
        fc.nat(500),
      )
    })
    fc.assert(
      fc.property(moved, ([set, known, need, more]) => {
        const frame = frameOf(set, known)
        const least = new Map([[need.id, (need.least ?? 0) + more]])
        const floor =
          need.kind === 'reading' && need.soft
            ? new Map([[need.id, (need.least ?? 0) + more]])
            : new Map()
        const raised = applied(set, { ...noChange(set.batch), least, floor })
        const [before, after] = [judgeAll(set, frame), judgeAll(raised, frame)]
        expect(compareOutcomes(before, after).entering).toEqual([])
        known.forEach((_, b) => {
          const [was, is] = [verdictAt(before.whole, b), verdictAt(after.whole, b)]
          expect(order[is]).toBeGreaterThanOrEqual(order[was])
        })
      }),
      { numRuns: 300 },
    )
  })

  it('never loses a passing brain by a clause that is left out', () => {
    fc.assert(
      fc.property(worlds, fc.nat(10), ([set, known], at) => {
        const frame = frameOf(set, known)
        const without = new Set([set.clauses[at % set.clauses.length]?.id ?? ''])
        const eased = applied(set, { ...noChange(set.batch), without })
        expect(compareOutcomes(judgeAll(set, frame), judgeAll(eased, frame)).leaving).toEqual([])
      }),
    )
  })
})
