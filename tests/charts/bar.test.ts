import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { fit } from '../../src/charts/bar.ts'
import { textWidth } from '../../src/charts/look.ts'
import { SHAPES, symbolColor } from '../../src/charts/symbols.ts'
import { PALETTES } from '../../src/charts/palette.ts'
import { SYMBOL_NAMES } from '../../src/figures/text/words.ts'
import type { Symbol } from '../../src/figures/figure.ts'
import { hasHalfCharacter } from '../figures/walk.ts'

describe('a label cut to its room', () => {
  const room = fc.double({ min: 30, max: 300, noNaN: true })
  const label = fc.string({ unit: 'grapheme-composite', maxLength: 60 })

  it('fits, and is whole where it fits anyway', () => {
    fc.assert(
      fc.property(label, room, (text, width) => {
        const cut = fit(text, width, 12)
        if (textWidth(text, 12) <= width) expect(cut).toBe(text)
        else expect(textWidth(cut, 12)).toBeLessThanOrEqual(width)
      }),
    )
  })

  it('never ends in half a character', () => {
    for (let width = 30; width < 120; width++)
      expect(hasHalfCharacter(fit('a🏭🧠🏭🧠🏭🧠🏭🧠🏭🧠', width, 12))).toBe(false)
  })

  it('ends with an ellipsis where something is left out', () => {
    expect(fit('长'.repeat(400), 100, 20)).toBe('长长长长…')
  })
})

describe('the symbols', () => {
  const all = Object.keys(SHAPES) as Symbol[]

  it('each have a shape, a word in both languages and a colour in every look', () => {
    expect(all.sort()).toEqual(Object.keys(SYMBOL_NAMES).sort())
    for (const symbol of all) {
      expect(SHAPES[symbol]).not.toBe('')
      expect(SYMBOL_NAMES[symbol].zh).not.toBe(SYMBOL_NAMES[symbol].en)
      for (const palette of Object.values(PALETTES))
        expect(symbolColor(symbol, palette)).toMatch(/^#/)
    }
  })

  it('of the lifecycle differ by shape, and so do those of performance', () => {
    const lifecycle = ['designated', 'accepted', 'pilot', 'pool', 'rectification', 'disqualified']
    const performance = ['lead', 'ontime', 'remind', 'warn', 'stop', 'none']
    for (const family of [lifecycle, performance] as Symbol[][])
      expect(new Set(family.map((symbol) => SHAPES[symbol])).size).toBe(family.length)
  })
})
