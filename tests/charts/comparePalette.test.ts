import { describe, expect, it } from 'vitest'

import { PALETTES, type LookName } from '../../src/charts/palette.ts'
import { COMPARE_TONES } from '../../src/figures/kinds/lineFigure.ts'
import { contrast, distance, VISIONS } from './colourDistance.ts'

const LOOKS = Object.keys(PALETTES) as LookName[]

describe.each(LOOKS)('the six colours of a comparison on the %s', (name) => {
  const { compare, canvas, domain } = PALETTES[name]

  it('are one a tone', () => {
    expect(compare).toHaveLength(COMPARE_TONES.length)
  })

  it('stand out from the canvas at 3 : 1', () => {
    for (const hex of compare) expect(contrast(hex, canvas)).toBeGreaterThanOrEqual(3)
  })

  it.each(VISIONS)('are told apart with %s vision', (vision) => {
    for (const [i, a] of compare.entries())
      for (const b of compare.slice(i + 1)) {
        const apart = distance(a, b, vision)
        expect(`${a} ${b} ${apart >= 18}`).toBe(`${a} ${b} true`)
      }
  })

  it('are no domain colours', () => {
    for (const hex of compare)
      for (const taken of Object.values(domain))
        expect(distance(hex, taken, 'normal')).toBeGreaterThanOrEqual(5)
  })
})
