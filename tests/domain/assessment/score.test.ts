import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { SCORE_CARDS, cardOf, overlaidScoreCards } from '../../../src/domain/assessment/cards.ts'
import { liftsOf } from '../../../src/domain/assessment/lift.ts'
import { rankingOf, gradeCounts } from '../../../src/domain/assessment/ranking.ts'
import { reweighted } from '../../../src/domain/assessment/reweighted.ts'
import {
  scoreBrain,
  scoreReadings,
  type ScoreResult,
} from '../../../src/domain/assessment/score.ts'
import { scoreAll, scoreFrame } from '../../../src/domain/assessment/scoreFrame.ts'
import { leavesOf } from '../../../src/domain/assessment/scoreLeaf.ts'
import { absent, present, type Reading } from '../../../src/domain/reading.ts'
import { CARD, cubeOf, PERIOD, VISIT, type Row } from './world.ts'

const FULL: Row = { racks: 500, pue: 1.4, coverage: 65, revenue: 105, before: 100 }
const score = (row: Row, judged = [VISIT]): ScoreResult =>
  scoreBrain(cubeOf({ a: row }), CARD, 'a', PERIOD, judged)
const points = (result: ScoreResult) =>
  Object.fromEntries(result.items.map(({ item, points: p }) => [item.id, p]))

describe('the score of a brain', () => {
  it('gives points between zero and full and adds them up by weight', () => {
    const result = score(FULL)
    const { pue, growth, ...exact } = points(result)
    expect(exact).toEqual({ racks: 50, coverage: 75, visit: 90 })
    expect(pue).toBeCloseTo(50, 9)
    expect(growth).toBeCloseTo(75, 9)
    expect(result.score).toBeCloseTo(0.3 * 50 + 0.12 * 50 + 0.18 * 75 + 0.3 * 75 + 0.1 * 90, 9)
    expect(result.coverage).toBeCloseTo(1, 12)
    expect(result.grade).toBe('onTime')
  })

  it('names the cell or the document behind every item', () => {
    const [racks, , , growth, visit] = score(FULL).items
    expect(racks?.cell).toEqual({ indicator: 'racks', entity: 'a', period: PERIOD })
    expect(growth).toMatchObject({ cell: { indicator: 'revenue', period: PERIOD } })
    expect(growth?.value).toBeCloseTo(5, 9)
    expect(visit).toMatchObject({ cell: null, judged: { document: '核查单1' } })
  })

  it('leaves out what is not known instead of counting it as zero', () => {
    const known = score({ ...FULL, racks: 'notReported' })
    expect(points(known)['racks']).toBeNull()
    expect(known.items[0]?.absent).toBe('notReported')
    expect(known.coverage).toBeCloseTo(0.7, 12)
    expect(known.score).toBeCloseTo((0.12 * 50 + 0.18 * 75 + 0.3 * 75 + 0.1 * 90) / 0.7, 9)
    expect(known.score).toBeGreaterThan(score({ ...FULL, racks: 0 }).score ?? NaN)
    expect(known.grade).toBe('onTime')
  })

  it('gives no grade when less is known than the card asks for, and no score when nothing is', () => {
    const little = score({ ...FULL, racks: 'notReported' }, [])
    expect(little).toMatchObject({ grade: null })
    expect(little.score).not.toBeNull()
    expect(score({}, [])).toMatchObject({ score: null, coverage: 0, grade: null })
  })

  it('carries nothing from another month', () => {
    const cube = cubeOf({ a: FULL })
    expect(scoreBrain(cube, CARD, 'a', '2025-09', [VISIT]).coverage).toBeCloseTo(0.1, 12)
  })
})

const VALUE = fc.double({ min: -50, max: 2000, noNaN: true })
const READING: fc.Arbitrary<Reading> = fc.oneof(
  { weight: 4, arbitrary: VALUE.map((value) => present(value)) },
  fc.constant(absent('notReported')),
)
const READINGS = fc.tuple(READING, READING, READING, READING)
const withJudged = (readings: readonly Reading[], judged = [VISIT]) =>
  scoreReadings(CARD, 'a', PERIOD, [...readings, null], judged)

describe('laws of the score', () => {
  it('lies within 0–100, and the contributions add up to it', () => {
    fc.assert(
      fc.property(READINGS, fc.boolean(), (readings, hasVisit) => {
        const { score: total, items } = withJudged(readings, hasVisit ? [VISIT] : [])
        const sum = items.reduce((all, { contribution }) => all + contribution, 0)
        if (total === null) return sum === 0
        return total >= 0 && total <= 100 + 1e-9 && Math.abs(sum - total) < 1e-9
      }),
    )
  })

  it('never falls when a value rises, and never rises where less is better', () => {
    fc.assert(
      fc.property(READINGS, fc.nat(3), VALUE, VALUE, (readings, at, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        const of = (value: number) =>
          withJudged(readings.map((reading, i) => (i === at ? present(value) : reading))).score ?? 0
        return at === 1 ? of(high) <= of(low) + 1e-9 : of(high) >= of(low) - 1e-9
      }),
    )
  })

  it('of an unknown item equals the score of the card without it', () => {
    fc.assert(
      fc.property(READINGS, fc.nat(3), (readings, at) => {
        const gap = readings.map((reading, i) => (i === at ? absent('withheld') : reading))
        const { items, score: total } = withJudged(gap)
        const rest = items.filter((_, i) => i !== at && items[i]?.points !== null)
        const weight = rest.reduce((sum, leaf) => sum + leaf.weight, 0)
        const expected = rest.reduce((sum, leaf) => sum + leaf.weight * (leaf.points ?? 0), 0)
        return Math.abs((total ?? NaN) - expected / weight) < 1e-9
      }),
    )
  })
})

const THREE = {
  a: FULL,
  b: FULL,
  c: { ...FULL, racks: 1000 },
  d: { racks: 900 },
  e: { ...FULL, coverage: 'withheld' as const },
}
const IDS = Object.keys(THREE)
const JUDGED = new Map(IDS.map((id) => [id, [VISIT]]))
const frame = scoreFrame(cubeOf(THREE), CARD, IDS, PERIOD, JUDGED)

describe('the frame of many brains', () => {
  it('scores every brain as scoreBrain does', () => {
    const { scores, coverage } = scoreAll(frame)
    IDS.forEach((id, b) => {
      const single = scoreBrain(cubeOf(THREE), CARD, id, PERIOD, [VISIT])
      expect(scores[b]).toBeCloseTo(single.score ?? NaN, 9)
      expect(coverage[b]).toBeCloseTo(single.coverage, 12)
    })
  })

  it('keeps equals equal and better brains ahead under any weights', () => {
    const weights = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), {
      ...{ minLength: 5, maxLength: 5 },
    })
    fc.assert(
      fc.property(weights, (tried) => {
        fc.pre(tried.some((weight) => weight > 1e-3))
        const [a = NaN, b = NaN, c = NaN] = scoreAll(frame, tried).scores
        return Object.is(a, b) && c >= a - 1e-9
      }),
    )
  })

  it('does not depend on the scale of the weights', () => {
    const tenfold = scoreAll(
      frame,
      frame.weights.map((weight) => 10 * weight),
    ).scores
    scoreAll(frame).scores.forEach((value, b) => {
      expect(tenfold[b]).toBeCloseTo(value, 9)
    })
  })

  it('refuses weights that are missing or negative', () => {
    expect(() => scoreAll(frame, [1, 1])).toThrow(RangeError)
    expect(() => scoreAll(frame, [1, 1, 1, 1, -1])).toThrow(/visit/)
  })
})

describe('the ranking', () => {
  const ranking = rankingOf(CARD, frame, scoreAll(frame))

  it('shares ranks among equals and leaves out whoever lacks too much', () => {
    expect(ranking.map(({ brain, rank }) => [brain, rank])).toEqual([
      ['c', 1],
      ['a', 2],
      ['b', 2],
      ['e', 4],
      ['d', null],
    ])
    expect(ranking.at(-1)).toMatchObject({ grade: null })
  })

  it('counts the grades', () => {
    expect(gradeCounts(CARD, ranking).map(({ count }) => count)).toEqual([1, 3, 0, 0])
  })
})

describe('what lifts the score', () => {
  const result = score(FULL)
  const lifts = liftsOf(CARD, result)

  it('lists what each item could still add, most first, in the unit of the item', () => {
    expect(lifts.map(({ item }) => item.id)).toEqual(['racks', 'growth', 'pue', 'coverage'])
    expect(lifts[0]).toMatchObject({ value: 500, gap: 500 })
    expect(lifts[0]?.gain).toBeCloseTo(15, 9)
    expect(lifts[2]?.gap).toBeCloseTo(-0.2, 9)
  })

  it('says the change that reaches the next grade, and scoring it again proves it', () => {
    const [racks] = lifts
    const lifted = score({ ...FULL, racks: 500 + (racks?.toNextGrade ?? NaN) })
    expect(lifted.score).toBeCloseTo(80, 9)
    expect(lifted.grade).toBe('lead')
    expect(lifts.find(({ item }) => item.id === 'coverage')?.toNextGrade).toBeNull()
  })

  it('leaves out what nobody reported', () => {
    const without = liftsOf(CARD, score({ ...FULL, racks: 'notReported' }))
    expect(without.map(({ item }) => item.id)).not.toContain('racks')
  })

  it('has nothing to say without a score', () => {
    expect(liftsOf(CARD, score({}, []))).toEqual([])
  })
})

describe('the cards', () => {
  it('take the one that began last, the office’s before a demonstration', () => {
    const [demo] = SCORE_CARDS
    if (!demo) throw new Error('no card')
    const office = { ...demo, id: 'office', demonstration: false }
    const later = { ...demo, id: 'later', year: 2026 }
    const cards = overlaidScoreCards([office, later])
    expect(cardOf(cards, 2025)?.id).toBe('office')
    expect(cardOf(cards, 2026)?.id).toBe('later')
    expect(cardOf(cards, 2022)).toBeNull()
  })

  it('let an imported card take the place of the product’s own', () => {
    const own = { ...CARD, id: 'demo' }
    expect(overlaidScoreCards([own])).toEqual([own])
  })

  it('spread the whole weight over their items', () => {
    const shares = leavesOf(CARD).map(({ weight }) => weight)
    expect(shares.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
  })
})

describe('a reweighted card', () => {
  it('has the shares that were asked for and keeps its tree', () => {
    const shares = fc.array(fc.double({ min: 0, max: 9, noNaN: true }), {
      ...{ minLength: 5, maxLength: 5 },
    })
    fc.assert(
      fc.property(shares, (tried) => {
        const whole = tried.reduce((sum, share) => sum + share, 0)
        fc.pre(whole > 1e-3)
        const leaves = leavesOf(reweighted(CARD, tried))
        return leaves.every(({ weight }, i) => Math.abs(weight - (tried[i] ?? NaN) / whole) < 1e-9)
      }),
    )
  })

  it('of its own shares is the card itself', () => {
    const own = leavesOf(CARD).map(({ weight }) => weight)
    const again = leavesOf(reweighted(CARD, own)).map(({ weight }) => weight)
    again.forEach((weight, i) => {
      expect(weight).toBeCloseTo(own[i] ?? NaN, 12)
    })
  })

  it('refuses weights that score nothing', () => {
    expect(() => reweighted(CARD, [0, 0, 0, 0, 0])).toThrow(RangeError)
    expect(() => reweighted(CARD, [1, 1, 1])).toThrow(RangeError)
  })
})
