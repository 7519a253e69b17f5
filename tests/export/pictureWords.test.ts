import { describe, expect, it } from 'vitest'

import { ExportRefused } from '../../src/export/exported.ts'
import { pictureMarks } from '../../src/export/pictureMarks.ts'
import { plainText } from '../../src/export/plainText.ts'
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
    expect(said).toMatch(/另有\d+行未列出/)
  })

  it('of a table keeps names and numbers longest and counts the columns that are gone', () => {
    const figure = SMALL.find(({ id }) => id === 'selection-table')!
    const said = spoken(pictureMarks(pictured(figure), SIZES.a4Half).marks)
    expect(said).toContain('产业大脑')
    expect(said).toContain('集群营业收入')
    expect(said).toMatch(/另有(\d+行、)?\d+列未列出/)
  })

  it('of a small map says what it does not draw', () => {
    const map = small('map') as MapFigure
    expect(map.markers.length).toBeGreaterThan(0)
    const said = spoken(pictureMarks(pictured(map), SIZES.a4Half).marks)
    expect(said).toContain('图幅所限，未画大脑符号')
    expect(said).toContain('图幅所限，未注数值')
  })
})

describe('an exact size', () => {
  const item = pictured(small('bar'))

  it('is kept', () => {
    for (const size of [customSize(1200, 900, 96), customSize(1601, 1203, 144)])
      expect(pictureMarks(item, size)).toMatchObject({ width: size.width, height: size.height })
  })

  it('is refused where its words have no room, with the least height of its width', () => {
    const refused = (): unknown => pictureMarks(item, customSize(250, 192, 96))
    expect(refused).toThrow(ExportRefused)
    let least = 0
    try {
      refused()
    } catch (error) {
      least = Number(/要 250 × (\d+) 像素/.exec((error as Error).message)?.[1])
    }
    expect(pictureMarks(item, customSize(250, least, 96)).height).toBe(least)
    expect(() => pictureMarks(item, customSize(250, least - 20, 96))).toThrow(/250 × /)
  })
})

describe('hostile words', () => {
  const kinds = ['kpi', 'bar', 'table', 'timeline', 'units', 'map'] as const
  const sizes = [SIZES.slideFull, SIZES.a4Half, customSize(1400, 1000, 96)]
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
    expect(drawings.length).toBeGreaterThan(kinds.length * (HOSTILE_TEXTS.length - 3) * 2)
    expect(faultsOf(drawings, leaving)).toEqual([])
    expect(faultsOf(drawings, covering)).toEqual([])
    expect(faultsOf(drawings, crowded)).toEqual([])
    expect(faultsOf(drawings, tooSmall)).toEqual([])
  })

  it('arrive as text in well-formed SVG', () => {
    expect(faultsOf(drawings, malformed)).toEqual([])
  })

  it('are whole or refused with the size that they need, never cut', () => {
    const item = pictured({ ...small('bar'), definition: '长'.repeat(4000) })
    const said = spoken(pictureMarks(item, SIZES.slideFull).marks)
    expect(said).toContain('长'.repeat(4000))
    const long = { ...item, title: '题'.repeat(4000), sentence: '句'.repeat(4000) }
    expect(() => pictureMarks(long, SIZES.a4Half)).toThrow(/要 287 × \d{4,5} 像素才能全部印出/)
    for (const { item: one, picture } of drawings) {
      const title = plainText(one.title ?? '').replace(/\s/g, '')
      expect(spoken(picture.marks)).toContain(title)
    }
  })

  it('never make a page that grows more than three times as high', () => {
    for (const { picture, size } of drawings)
      expect(picture.height).toBeLessThanOrEqual(size.height * 3)
  })
})
