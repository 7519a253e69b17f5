import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { cleanText } from '../../src/export/cleanText.ts'
import { HOSTILE_TEXTS } from './exportable.ts'

/** Any UTF-16 at all, lone surrogates among it. */
const anyText = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units))

/** XML 1.0, production [2] Char. */
const XML_TEXT = /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u

describe('clean text', () => {
  it('is allowed in XML 1.0, whatever it was', () => {
    fc.assert(fc.property(anyText, (text) => XML_TEXT.test(cleanText(text))))
    for (const text of HOSTILE_TEXTS) expect(cleanText(text)).toMatch(XML_TEXT)
  })

  it('is clean already: cleaning again changes nothing', () => {
    fc.assert(fc.property(anyText, (text) => cleanText(cleanText(text)) === cleanText(text)))
  })

  it('keeps all that can be seen', () => {
    const seen = fc
      .string({ unit: 'grapheme' })
      .filter((text) => !/[\p{Cc}\p{Cn}\p{Cs}]/u.test(text))
    fc.assert(fc.property(seen, (text) => cleanText(text) === text))
    expect(cleanText('🏭 <b>&amp;</b> مصنع \u202eabc\t长')).toBe(
      '🏭 <b>&amp;</b> مصنع \u202eabc\t长',
    )
  })

  it('has one kind of line end', () => {
    expect(cleanText('a\r\nb\rc\nd')).toBe('a\nb\nc\nd')
  })

  it('is whole characters', () => {
    expect(cleanText('a\ud83db\udc00c😀')).toBe('abc😀')
    expect(cleanText('a\u0000\u0007\u001b\u007f\u0085\ufffe\uffff\ufdd0b')).toBe('ab')
  })
})
