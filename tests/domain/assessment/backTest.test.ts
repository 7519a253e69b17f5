import { describe, expect, it } from 'vitest'

import { randomOf } from '../../../mock/random.ts'
import { backTest, type Trial } from '../../../src/domain/assessment/backTest.ts'

const random = randomOf(3, 'back-test')
const noise: readonly number[] = Array.from({ length: 120 }, () => random.normal())

/** Thirty brains in each of some years; `error` of the method and of naive by brain and year. */
const trials = (
  years: readonly number[],
  error: (i: number, year: number) => readonly [method: number, naive: number],
): readonly Trial[] =>
  years.flatMap((year, y) =>
    Array.from({ length: 30 }, (_, i) => {
      const [method, naive] = error(30 * y + i, year)
      return { brain: `b${i}`, year, method: -method, naive: -naive, actual: 0, scale: 1 }
    }),
  )

const at = (i: number): number => noise[i % noise.length] ?? NaN

describe('the back-test', () => {
  it('finds a method better that errs half as much', () => {
    const test = backTest(trials([2023, 2024], (i) => [at(i), 2 * at(i)]))
    expect(test).toMatchObject({ verdict: 'beats', trials: 60, brains: 30, years: [2023, 2024] })
    expect(test.skill).toBeCloseTo(0.5, 9)
    expect(test.coverage).toBeGreaterThan(0.7)
  })

  it('does not take chance for skill', () => {
    const test = backTest(trials([2023, 2024], (i) => [at(i), at(i + 60)]))
    expect(test.verdict).toBe('notBetter')
  })

  it('does not take a gain of one brain for that of all', () => {
    const test = backTest(trials([2023, 2024], (i) => [1, i % 30 === 0 ? 9 : 0.98]))
    expect(test.skill).toBeGreaterThan(0.1)
    expect(test.verdict).toBe('notBetter')
  })

  it('finds an interval unreliable that another year breaks', () => {
    const test = backTest(trials([2023, 2024], (i, year) => [at(i) + (year === 2024 ? 4 : 0), 30]))
    expect(test.verdict).toBe('unreliable')
    expect(test.coverage).toBeLessThan(0.5)
  })

  it('concludes nothing from few trials or few brains', () => {
    const many = trials([2021, 2022, 2023, 2024], (i) => [at(i), 2 * at(i)])
    expect(backTest(many.slice(0, 19)).verdict).toBe('shortHistory')
    const few = many.filter(({ brain }) => Number(brain.slice(1)) < 9)
    expect(few.length).toBeGreaterThan(30)
    expect(backTest(few)).toMatchObject({ verdict: 'shortHistory', interval: null, coverage: null })
    expect(backTest([])).toMatchObject({ verdict: 'shortHistory', skill: null })
  })

  it('of one year asks the other half of the brains', () => {
    const test = backTest(trials([2024], (i) => [at(i), 3 * at(i)]))
    expect(test.verdict).toBe('beats')
    expect(test.coverage).toBeGreaterThan(0.55)
  })
})
