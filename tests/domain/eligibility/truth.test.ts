import { describe, expect, it } from 'vitest'

import {
  allTrue,
  anyTrue,
  atLeast,
  not,
  type Truth,
} from '../../../src/domain/eligibility/truth.ts'

const [T, F, U] = ['true', 'false', 'unknown'] as const

/** Kleene's strong tables: a, b, a and b, a or b. */
const TABLE: readonly (readonly [Truth, Truth, Truth, Truth])[] = [
  [T, T, T, T],
  [T, F, F, T],
  [T, U, U, T],
  [F, T, F, T],
  [F, F, F, F],
  [F, U, F, U],
  [U, T, U, T],
  [U, F, F, U],
  [U, U, U, U],
]

describe('three-valued truth', () => {
  it.each(TABLE)('of %s and %s', (a, b, both, either) => {
    expect(allTrue([a, b])).toBe(both)
    expect(anyTrue([a, b])).toBe(either)
    expect(not(allTrue([a, b]))).toBe(anyTrue([not(a), not(b)]))
  })

  it.each([
    [T, F],
    [F, T],
    [U, U],
  ] as const)('not %s is %s', (a, expected) => {
    expect(not(a)).toBe(expected)
  })

  it.each([
    [0, [], T],
    [1, [], F],
    [2, [T, T, U], T],
    [2, [T, U, F], U],
    [2, [T, F, F], F],
    [3, [T, U, U], U],
  ] as const)('at least %i of %j is %s', (n, parts, expected) => {
    expect(atLeast(n, parts)).toBe(expected)
  })

  it('of nothing: all hold, none does', () => {
    expect([allTrue([]), anyTrue([])]).toEqual([T, F])
  })
})
