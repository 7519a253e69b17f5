import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { fit } from '../../src/charts/fit.ts'
import { textWidth } from '../../src/charts/look.ts'
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
