import { describe, expect, it } from 'vitest'

import { ExportRefused } from '../../src/export/exported.ts'
import { pictureMarks } from '../../src/export/pictureMarks.ts'
import { customSize, SIZES } from '../../src/export/sizes.ts'
import type { Figure } from '../../src/figures/figure.ts'
import type { MapFigure } from '../../src/figures/kinds/mapFigure.ts'
import { allFigures, HOSTILE_TEXTS, isDrawn, wallFigures } from './exportable.ts'
import { pictured, spoken } from './pictured.ts'
import {
  covering,
  crowded,
  drawn,
  faultsOf,
  leaving,
  malformed,
  tooSmall,
} from './pictureFaults.ts'

/** The figures of the small world: made once, for it takes longer than to draw them. */
const SMALL = allFigures('small', 'zh-CN')

const small = (kind: Figure['kind']): Figure => {
  const figure = SMALL.find((one) => one.kind === kind)
  if (!figure) throw new Error(`No ${kind} in the small world`)
  return figure
}

describe('a picture', () => {
  it('is the same every time', () => {
    for (const figure of wallFigures('small', 'zh-CN').filter(isDrawn))
      expect(JSON.stringify(pictureMarks(pictured(figure), SIZES.slideFull))).toBe(
        JSON.stringify(pictureMarks(pictured(figure), SIZES.slideFull)),
      )
  })

  it('is refused with its reason where there is nothing to draw', () => {
    const bar = { ...small('bar'), rows: [] } as Figure
    const map = { ...pictured(small('map')), context: { geometry: null } }
    const absent = allFigures('empty', 'zh-CN').find(({ kind }) => kind === 'absent')!
    expect(() => pictureMarks(pictured(bar), SIZES.slideFull)).toThrow(/没有可画的数据/)
    expect(() => pictureMarks(map, SIZES.slideFull)).toThrow(/底图尚未载入/)
    expect(() => pictureMarks(pictured(absent), SIZES.slideFull)).toThrow(ExportRefused)
    expect(() => pictureMarks(pictured({ ...small('bar'), source: '' }), SIZES.square)).toThrow(
      /数据来源/,
    )
  })

  it('prints a title that somebody wrote, their sentence below it and the name before the unit', () => {
    const item = { ...pictured(small('bar')), title: '我的标题', sentence: '我的一句话' }
    const said = spoken(pictureMarks(item, SIZES.slideFull).marks)
    expect(said).toContain('【演示】我的标题')
    expect(said).toContain('我的一句话')
    expect(said).toContain(item.figure.title.replace(/\s/g, ''))
  })

  it('bears a watermark and a marking that the site asks for, of real data', () => {
    const figure = wallFigures('main', 'zh-CN').find(({ kind }) => kind === 'table')!
    const item = pictured(figure, { watermark: '张三 2026-11-22', marking: 'internalKeep' })
    const said = spoken(pictureMarks(item, SIZES.slideFull).marks)
    expect(said).toContain('内部资料注意保管')
    expect(said).toContain('张三2026-11-22')
  })

  it('counts the rows that it has no room for, and keeps the one in focus', () => {
    const bar = small('bar') as Extract<Figure, { kind: 'bar' }>
    const [row] = bar.rows
    const rows = Array.from({ length: 80 }, (_, i) => ({ ...row!, id: `r${i}`, label: `第${i}行` }))
    const figure = { ...bar, rows, breakAfter: null, focus: 'r70' }
    const said = spoken(pictureMarks(pictured(figure), SIZES.slideFull).marks)
    expect(said).toContain('第0行')
    expect(said).toContain('第70行')
    expect(said).toMatch(/其余\d+行见数据表/)
  })

  it('of a table keeps names and numbers longest and counts the columns that are gone', () => {
    const figure = SMALL.find(({ id }) => id === 'selection-table')!
    const said = spoken(pictureMarks(pictured(figure), SIZES.a4Half).marks)
    expect(said).toContain('产业大脑')
    expect(said).toContain('集群营业收入')
    expect(said).toMatch(/其余\d+列见数据表/)
  })

  it('of a small map says what it does not draw', () => {
    const map = small('map') as MapFigure
    expect(map.markers.length).toBeGreaterThan(0)
    const said = spoken(pictureMarks(pictured(map), SIZES.a4Half).marks)
    expect(said).toContain('大脑符号未画，见数据表')
    expect(said).toContain('数值见数据表')
  })
})

describe('hostile words', () => {
  const kinds = ['kpi', 'bar', 'table', 'timeline', 'units', 'map'] as const
  const sizes = [SIZES.slideFull, SIZES.a4Half, customSize(700, 500, 150)]
  const drawings = kinds.flatMap((kind) =>
    HOSTILE_TEXTS.flatMap((text) =>
      sizes.flatMap((size, i) =>
        drawn(
          {
            ...pictured(
              {
                ...small(kind),
                source: text,
                definition: text,
                notes: [text, '甲', text],
                period: text,
              },
              { link: `https://x.example/?q=${text}` },
            ),
            title: text,
            sentence: text,
          },
          size,
          `${kind} ${text.slice(0, 12)} ${i}`,
        ),
      ),
    ),
  )

  it('stay on their page and never cover each other', () => {
    expect(drawings.length).toBe(kinds.length * HOSTILE_TEXTS.length * sizes.length)
    expect(faultsOf(drawings, leaving)).toEqual([])
    expect(faultsOf(drawings, covering)).toEqual([])
    expect(faultsOf(drawings, crowded)).toEqual([])
    expect(faultsOf(drawings, tooSmall)).toEqual([])
  })

  it('arrive as text in well-formed SVG', () => {
    expect(faultsOf(drawings, malformed)).toEqual([])
  })

  it('never make a page that grows more than twice as high', () => {
    for (const { picture, size } of drawings)
      expect(picture.height).toBeLessThanOrEqual(size.height * 2)
  })
})
