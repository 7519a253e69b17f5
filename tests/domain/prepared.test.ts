import { describe, expect, it } from 'vitest'

import { makeCube, withSlice } from '../../src/domain/cube.ts'
import { runQuery } from '../../src/domain/query.ts'
import { valueOrNull } from '../../src/domain/reading.ts'
import type { Slice } from '../../src/domain/slice.ts'
import { brain, event, indicator, STOCK } from './tables.ts'

const slice = (id: string, values: readonly number[]): Slice => ({
  ...{ indicator: id, version: 1, entities: ['a', 'b'], periods: ['2026-10'] },
  values: Float64Array.from(values),
  absence: new Uint8Array(2),
  status: new Uint8Array(2).fill(1),
  ...{ origins: ['simulated'], knownAt: null },
})

const cubeOf = (events = [event('a', 'piloted', '2025-01-01')]) =>
  makeCube({
    brains: [brain('a', { city: '370100' }), brain('b', { city: '370200' })],
    ...{ regions: [], events, slices: [slice('x', [1, 2])] },
    indicators: [indicator('x', STOCK)],
  })

const ask = (cube: ReturnType<typeof cubeOf>, scope?: { brains: string[] }) => {
  const { groups, reading } = runQuery(cube, {
    ...{ indicator: 'x', groupBy: 'city', periods: ['2026-10'], measure: 'value' },
    ...(scope ? { scope } : {}),
  })
  return groups.map(({ id }, g) => [id, valueOrNull(reading(g, 0))])
}

describe('what queries share', () => {
  it('is made once for a scope and never mixes two of them', () => {
    const cube = cubeOf()
    const [both, one] = [{ brains: ['a', 'b'] }, { brains: ['b'] }]
    const [whole, again, part] = [ask(cube, both), ask(cube, both), ask(cube, one)]
    expect(again).toEqual(whole)
    expect(part).toEqual([['370200', 2]])
    const groupsIn = (scope: { brains: string[] }) =>
      runQuery(cube, {
        ...{ indicator: 'x', groupBy: 'city', periods: ['2026-10'], measure: 'rank', scope },
      }).groups
    expect(groupsIn(both)).toBe(groupsIn(both))
  })

  it('follows a newer slice and another registry under the same scope', () => {
    const scope = { brains: ['a', 'b'] }
    const cube = cubeOf()
    expect(ask(cube, scope)).toEqual([
      ['370100', 1],
      ['370200', 2],
    ])
    expect(ask(withSlice(cube, slice('x', [7, 8])), scope)).toEqual([
      ['370100', 7],
      ['370200', 8],
    ])
    const moved = makeCube({
      ...{ ...cube, brains: [brain('a', { city: '370300' })] },
      ...{ slices: cube.slices.values(), indicators: cube.indicators.values() },
    })
    expect(ask(moved, scope)).toEqual([['370300', 1]])
  })
})
