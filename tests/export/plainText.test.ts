import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { plainText } from '../../src/export/plainText.ts'
import { HOSTILE_TEXTS } from './exportable.ts'

/** Any UTF-16 at all, lone surrogates among it. */
const anyText = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units))

/** XML 1.0, production [2] Char. */
const XML_TEXT = /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u

describe('plain text', () => {
  it('is allowed in XML 1.0, whatever it was', () => {
    fc.assert(fc.property(anyText, (text) => XML_TEXT.test(plainText(text))))
    for (const text of HOSTILE_TEXTS) expect(plainText(text)).toMatch(XML_TEXT)
  })

  it('is plain already: asking again changes nothing', () => {
    fc.assert(fc.property(anyText, (text) => plainText(plainText(text)) === plainText(text)))
  })

  it('keeps all that can be seen', () => {
    const seen = fc
      .string({ unit: 'grapheme' })
      .filter((text) => !/[\p{Cc}\p{Cn}\p{Cs}\u202A-\u202E\u2066-\u2069]/u.test(text))
    fc.assert(fc.property(seen, (text) => plainText(text) === text))
    const words = '🏭 <b>&amp;</b> مصنع\u200f abc\t长'
    expect(plainText(words)).toBe(words)
  })

  it('reads in the order in which it is stored: nothing turns what follows', () => {
    for (const code of [0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069])
      expect(plainText(`a${String.fromCharCode(code)}b`)).toBe('ab')
    expect(plainText('报告\u202Efdp.exe')).toBe('报告fdp.exe')
  })

  it('has one kind of line end', () => {
    expect(plainText('a\r\nb\rc\nd')).toBe('a\nb\nc\nd')
  })

  it('is whole characters', () => {
    expect(plainText('a\ud83db\udc00c😀')).toBe('abc😀')
    expect(plainText('a\u0000\u0007\u001b\u007f\u0085\ufffe\uffff\ufdd0b')).toBe('ab')
  })
})
