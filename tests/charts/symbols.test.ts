import { describe, expect, it } from 'vitest'

import { PALETTES } from '../../src/charts/palette.ts'
import { SHAPES, symbolColor } from '../../src/charts/symbols.ts'
import type { Symbol } from '../../src/figures/kinds/symbol.ts'
import { SYMBOL_NAMES } from '../../src/figures/text/words.ts'

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
