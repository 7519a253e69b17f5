import { describe, expect, it } from 'vitest'

import { demoCard } from '../../../src/domain/assessment/cards/demoCard.ts'
import {
  rebalanced,
  weightsIn,
  weightsOf,
  weightsText,
} from '../../../src/views/assessment/weights.ts'

const sum = (weights: readonly number[]): number => weights.reduce((all, one) => all + one, 0)

describe('weights that are tried out', () => {
  it('keep adding up to 100, the others in their proportion', () => {
    const next = rebalanced([50, 30, 20], 0, 75)
    expect(next).toEqual([75, 15, 10])
    expect(sum(rebalanced(weightsOf(demoCard), 3, 41.5))).toBeCloseTo(100, 9)
  })

  it('share the rest equally where the others have none', () => {
    expect(rebalanced([100, 0, 0], 0, 40)).toEqual([40, 30, 30])
  })

  it('come back from the address, and only those of the card', () => {
    const weights = rebalanced(weightsOf(demoCard), 0, 25)
    const back = weightsIn(demoCard, weightsText(weights))
    expect(back?.[0]).toBe(25)
    expect(sum(back ?? [])).toBeCloseTo(100, 0)
    expect(weightsIn(demoCard, '50_50')).toBeNull()
    expect(weightsIn(demoCard, weights.map(() => 'x').join('_'))).toBeNull()
  })
})
