// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { MAP_INSETS } from '../../../src/views/wall/mapInsets.ts'
import { wallScale } from '../../../src/views/wall/wallScale.ts'

const SIZES = [
  [1920, 1080, 'w16'],
  [3840, 1080, 'w32'],
  [5760, 2160, 'w83'],
  [7680, 2160, 'w32'],
  [6656, 1792, 'w32'],
  [1366, 768, 'w16'],
  [1080, 1920, 'portrait'],
] as const

describe('the layout of a wall', () => {
  it.each(SIZES)('of %d × %d is %s', (width, height, layout) => {
    expect(wallScale(width, height).layout).toBe(layout)
  })

  it.each(SIZES)('of %d × %d fits its design into the window', (width, height, layout) => {
    const { u } = wallScale(width, height)
    const [least, tall] = layout === 'portrait' ? [1080, 1920] : [1760, 1080]
    expect(u * least).toBeLessThanOrEqual(width + 1e-6)
    expect(u * tall).toBeLessThanOrEqual(height + 1e-6)
  })

  it('is one pixel a unit on the walls it was designed on', () => {
    expect(wallScale(1920, 1080)).toMatchObject({ u: 1, t: 1 })
    expect(wallScale(1080, 1920)).toMatchObject({ u: 1, t: 1 })
    expect(wallScale(7680, 2160).u).toBe(2)
  })

  it('enlarges text only where it is wide', () => {
    const factors = SIZES.map(([width, height]) => wallScale(width, height).t)
    expect(factors).toEqual([1, 1.16, 1.06, 1.16, 1.16, 1, 1])
  })

  it('is found for a window of any size, with room for the map', () => {
    const side = fc.integer({ min: 1, max: 20_000 })
    fc.assert(
      fc.property(side, side, (width, height) => {
        const { layout, u, t } = wallScale(width, height)
        expect(u).toBeGreaterThan(0)
        expect(Number.isFinite(u * t)).toBe(true)
        expect(MAP_INSETS[layout]).toBeDefined()
      }),
    )
    expect(Number.isFinite(wallScale(1920, 0).u)).toBe(true)
  })
})
