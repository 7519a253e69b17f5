import { describe, expect, it } from 'vitest'

import { neededFaces } from '../../../src/components/exporting/neededFaces.ts'
import { pageFaces, type Face } from '../../../src/components/exporting/pageFaces.ts'

const rule = (values: Record<string, string>) => ({
  type: 5,
  style: { getPropertyValue: (name: string) => values[name] ?? '' },
})

describe('the faces of a page', () => {
  it('are those of its style sheets, with absolute addresses', () => {
    const sheet = {
      href: 'https://brain.example/assets/page.css',
      cssRules: [
        { type: 1 },
        rule({
          'font-family': '"Barlow"',
          src: "url('/assets/a.woff2') format('woff2'), url(b.woff)",
          'font-weight': '400 500',
          'unicode-range': 'U+20-7E',
        }),
      ],
    }
    expect(pageFaces([sheet], 'https://brain.example/demo/wall')).toEqual([
      {
        family: 'Barlow',
        src: 'url("https://brain.example/assets/a.woff2") format(\'woff2\'), url("https://brain.example/assets/b.woff")',
        weight: '400 500',
        style: 'normal',
        unicodeRange: 'U+20-7E',
      },
    ])
  })

  it('leave out sheets that refuse to be read, and take the page for those without an address', () => {
    const closed = {
      href: 'https://other.example/x.css',
      get cssRules(): never {
        throw new DOMException('no', 'SecurityError')
      },
    }
    const own = { href: null, cssRules: [rule({ 'font-family': 'A', src: 'url(a.woff2)' })] }
    const faces = pageFaces([closed, own], 'https://brain.example/demo/wall')
    expect(faces.map(({ src }) => src)).toEqual(['url("https://brain.example/demo/a.woff2")'])
    expect(faces[0]?.unicodeRange).toBe('U+0-10FFFF')
  })
})

describe('the faces that words need', () => {
  const face = (family: string, unicodeRange: string, weight = 'normal'): Face => ({
    ...{ family, unicodeRange, weight, style: 'normal' },
    src: `url("https://brain.example/${family}-${weight}-${unicodeRange}")`,
  })
  const latin = face('Barlow', 'U+20-7E, U+2212', '400 500')
  const bold = face('Barlow', 'U+20-7E', '600 700')
  const han = face('Noto', 'U+4E??, U+9C81', '100 900')
  const other = face('Noto', 'U+5000-5FFF', '100 900')
  const wide = face('Noto', 'U+20-7E', '100 900')
  const all = [latin, bold, han, other, wide]
  const family = '"Barlow","PingFang SC",Noto,sans-serif'
  const needed = (text: string, weight = 400) => [...neededFaces([{ text, family, weight }], all)]

  it('are the first of the families that have a character', () => {
    expect(needed('12')).toEqual([latin])
    expect(needed('鲁1')).toEqual([han, latin])
    expect(needed('\u2212')).toEqual([latin])
  })

  it('know wildcards, single characters and the nearest weight', () => {
    expect(needed('一')).toEqual([han])
    expect(needed('山')).toEqual([other])
    expect(needed('1', 700)).toEqual([bold])
    expect(needed('1', 900)).toEqual([bold])
    expect(needed('鲁', 700)).toEqual([han])
  })

  it('are none for characters and families without a web font', () => {
    expect(needed('🏭')).toEqual([])
    expect([...neededFaces([{ text: '鲁', family: 'serif', weight: 400 }], all)]).toEqual([])
    expect([...neededFaces([{ text: '鲁', family, weight: 400 }], [])]).toEqual([])
  })
})
