import { describe, expect, it } from 'vitest'

import { bordersOf } from '../../src/charts/borders.ts'
import type { AreaFeature } from '../../src/domain/geometry.ts'
import { GEOMETRY } from './drawn.ts'

type Ring = [number, number][]
const area = (adcode: string, ring: Ring): AreaFeature =>
  ({
    type: 'Feature',
    properties: { adcode },
    geometry: { type: 'Polygon', coordinates: [ring] },
  }) as unknown as AreaFeature

const LEFT: Ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [1, 2],
  [0, 2],
  [0, 0],
]
const RIGHT: Ring = [
  [1, 0],
  [2, 0],
  [2, 2],
  [1, 2],
  [1, 1],
  [1, 0],
]

const keys = (line: readonly (readonly [number, number])[]): string[] =>
  line.slice(1).map((to, i) => [(line[i] ?? to).join(), to.join()].sort().join(' '))

describe('borders between areas', () => {
  it('are the shared edges, once, as one line', () => {
    const borders = bordersOf([area('a', LEFT), area('b', RIGHT)])
    expect(borders).toEqual([
      [
        [1, 0],
        [1, 1],
        [1, 2],
      ],
    ])
  })

  it('do not run along the outside', () => {
    expect(bordersOf([area('a', LEFT)])).toEqual([])
  })

  it('of the province are never drawn twice and join cities only', () => {
    const edges = GEOMETRY.borders.flatMap(keys)
    expect(edges.length).toBeGreaterThan(300)
    expect(new Set(edges).size).toBe(edges.length)
    const rings = GEOMETRY.areas.flatMap(({ geometry }) =>
      (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flat(),
    )
    const count = new Map<string, number>()
    for (const key of rings.flatMap((ring) => keys(ring as [number, number][])))
      count.set(key, (count.get(key) ?? 0) + 1)
    expect(edges.every((edge) => count.get(edge) === 2)).toBe(true)
  })
})
