import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { makeLook } from '../../src/charts/look.ts'
import { circleMark, lineMark, polylineMark, rectMark, textMark } from '../../src/charts/marks.ts'
import { symbolMarks } from '../../src/charts/symbols.ts'
import type { PictureMark } from '../../src/export/picture/drawn.ts'
import { svgOf, type SvgPage } from '../../src/export/svg.ts'
import { HOSTILE_TEXTS } from './exportable.ts'
import { xmlFaults } from './pictured.ts'

const PAGE: SvgPage = {
  ...{ width: 200, height: 100, title: 'T', desc: 'D', background: '#FFFFFF' },
  metadata: [['Query', 'desk?i=1&x="<']],
}
const LOOK = makeLook('print', { width: 200, height: 100, u: 1 })

/** What is drawn, one element a line, without the page itself. */
const elements = (marks: readonly PictureMark[]): string[] =>
  svgOf(marks, PAGE).split('\n').slice(7, -2)

describe('an SVG of marks', () => {
  it('says what it is: title, finding, provenance, size, role', () => {
    const svg = svgOf([], { ...PAGE, lang: 'zh-CN' })
    expect(svg).toContain('width="200" height="100" viewBox="0 0 200 100" role="img"')
    expect(svg).toContain('<title>T</title>')
    expect(svg).toContain('<desc>D</desc>')
    expect(svg).toContain('<entry name="Query">desk?i=1&amp;x=&quot;&lt;</entry>')
    expect(svg).toContain('xml:lang="zh-CN"')
    expect(svg).toContain('<rect width="200" height="100" fill="#FFFFFF"/>')
    expect(xmlFaults(svg)).toEqual([])
  })

  it('draws by depth and then by place', () => {
    const at = (x: number, z?: number): PictureMark =>
      ({
        ...rectMark({ x, y: 0, width: 1, height: 1 }, { fill: '#000000' }, z),
        ...(z === undefined ? { z: undefined } : {}),
      }) as PictureMark
    expect(
      elements([at(1, 5), at(2), at(3, 5), at(4, -1)]).map((one) => /x="(\d)"/.exec(one)?.[1]),
    ).toEqual(['4', '2', '1', '3'])
  })

  it('writes rectangles with one radius or four, and clamps radii to the sides', () => {
    const box = { x: 10, y: 20, width: 40, height: 10 }
    expect(elements([rectMark({ ...box, r: 2 }, { fill: '#123456' })])).toEqual([
      '<rect x="10" y="20" width="40" height="10" rx="2" fill="#123456"/>',
    ])
    expect(elements([rectMark({ ...box, r: [0, 2, 2, 0] }, { fill: '#123456' })])).toEqual([
      '<path d="M10 20l38 0A2 2 0 0 1 50 22l0 6A2 2 0 0 1 48 30l-38 0l0-10Z" fill="#123456"/>',
    ])
    expect(elements([rectMark({ ...box, r: 50 }, { fill: '#123456' })])[0]).toContain('rx="5"')
  })

  it('writes colours with opacity apart, dashes, joins and widths', () => {
    const style = {
      stroke: 'rgba(14,114,117,0.5)',
      lineWidth: 2.204,
      lineDash: [4, 3.333],
      lineJoin: 'round',
      opacity: 0.5,
    }
    expect(
      elements([
        polylineMark(
          [
            [0, 0],
            [1.006, 2],
          ],
          style,
        ),
      ]),
    ).toEqual([
      '<path d="M0 0l1.01 2" fill="none" stroke="#0e7275" stroke-opacity="0.25" stroke-width="2.2" stroke-dasharray="4 3.33" stroke-linejoin="round"/>',
    ])
  })

  it('leaves out what has no ink, and gives lines no fill', () => {
    expect(
      elements([rectMark({ x: 0, y: 0, width: 1, height: 1 }, { fill: 'transparent' })]),
    ).toEqual([])
    expect(elements([lineMark(0, 0, 1, 0, { stroke: '#111111' })])[0]).toContain('fill="none"')
  })

  it('places letters by their base line, with the halo below them', () => {
    const mark = textMark(LOOK, '青 <1>', 10, 50, {
      ...{ size: 20, color: '#111111', weight: 600, align: 'right', halo: '#FFFFFF' },
    })
    expect(elements([mark])).toEqual([
      '<text x="10" y="57.2" font-size="20" font-weight="600" text-anchor="end" fill="none" stroke="#FFFFFF" stroke-width="3" stroke-linejoin="round">青 &lt;1&gt;</text>' +
        '<text x="10" y="57.2" font-size="20" font-weight="600" text-anchor="end" fill="#111111">青 &lt;1&gt;</text>',
    ])
    const top = textMark(LOOK, 'a', 0, 0, { size: 10, color: '#111111', baseline: 'top' })
    expect(elements([top])[0]).toContain('y="8.6"')
  })

  it('turns words against the clock around their place', () => {
    const mark = {
      ...textMark(LOOK, 'a', 5, 6, { size: 10, color: '#111111' }),
      rotation: Math.PI / 6,
    }
    expect(elements([mark])[0]).toContain('transform="rotate(-30 5 9.6)"')
  })

  it('names one family for the whole file, first one that every Windows has', () => {
    const svg = svgOf([textMark(LOOK, 'a', 0, 0, { size: 10, color: '#111111' })], PAGE)
    expect(svg.match(/font-family=/g)).toHaveLength(1)
    expect(svg).toMatch(/font-family="'Microsoft YaHei',/)
    expect(svg.match(/Microsoft YaHei/g)).toHaveLength(1)
  })

  it('draws every symbol, moved by the place of its marks', () => {
    const marks = symbolMarks(LOOK, 'accepted', 10, 10, 5)
    const moved = marks.map((mark) => ({ ...mark, x: 100, y: 50 }))
    expect(elements(moved)[0]).toContain('cx="110" cy="60"')
    expect(elements(moved)[1]).toBe('<path d="M110 55A5 5 0 0 1 110 65l0-5Z" fill="#14242A"/>')
  })

  it('is no picture where a number is missing or not finite', () => {
    expect(() => svgOf([circleMark(NaN, 0, 1, {})], PAGE)).toThrow(/cx of a circle/)
    expect(() => svgOf([polylineMark([[0, Infinity]], { stroke: '#000000' })], PAGE)).toThrow(
      RangeError,
    )
    expect(() => svgOf([{ type: 'line', shape: {} }], PAGE)).toThrow(RangeError)
  })

  it('takes any text into well-formed XML, without signs that turn what follows', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(...HOSTILE_TEXTS),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const mark = textMark(LOOK, text, 0, 0, { size: 10, color: '#111111', halo: '#FFFFFF' })
        const svg = svgOf([mark], { ...PAGE, title: text, desc: text, metadata: [[text, text]] })
        expect(xmlFaults(svg)).toEqual([])
        expect(elements([mark]).join('')).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
      }),
    )
  })

  it('gives the same bytes for the same marks', () => {
    const marks = symbolMarks(LOOK, 'rectification', 3, 4, 5)
    expect(svgOf(marks, PAGE)).toBe(svgOf(structuredClone(marks), PAGE))
  })
})
