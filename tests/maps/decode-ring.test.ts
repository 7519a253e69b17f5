import { describe, expect, it } from 'vitest'
import { decodeRing } from '../../maps/decode-ring.ts'
import { addParts, pickIslets } from '../../maps/islets.ts'
import { readOlderRings } from '../../maps/source.ts'

describe('the older file of ECharts 4', () => {
  it('codes zig-zag deltas in 1/1024 degree from an offset', () => {
    expect(decodeRing('@@AB', [1024, 2048])).toEqual([
      [1, 2],
      [1 - 1 / 1024, 2 + 1 / 1024],
    ])
  })

  it('holds three islets of 日照 as closed rings', () => {
    const islets = pickIslets(readOlderRings('371100'))
    expect(islets).toHaveLength(3)
    for (const ring of islets) expect(ring[0]).toEqual(ring.at(-1))
  })

  it('is refused when the islets are not in it', () => {
    expect(() => pickIslets([])).toThrow('3 islets')
    expect(() => addParts({ type: 'FeatureCollection', features: [] }, '371100', [])).toThrow(
      '371100',
    )
  })
})
