import { describe, expect, it } from 'vitest'

import { writeDocument } from '../../src/export/document.ts'
import type { TableFigure } from '../../src/figures/kinds/tableFigure.ts'
import {
  demo,
  draw,
  exportable,
  figurePart,
  found,
  headOf,
  textPart,
  written,
} from './documents.ts'
import { openedDocument, wordsIn } from './openedDocument.ts'
import { pictured } from './pictured.ts'

describe('the layout of an official document', async () => {
  const items = demo.map((figure) => pictured(figure))
  const document = await written([
    textPart('总体情况', '第一段。', '第二段。'),
    ...items.slice(0, 12).map(figurePart),
    textPart('建设进展', '一段。'),
    ...items.slice(12).map(figurePart),
  ])
  const body = document.text('word/document.xml')

  it('has the sheet, the margins and the type area of GB/T 9704', () => {
    expect(body).toContain('<w:pgSz w:w="11906" w:h="16838"')
    for (const [side, twips] of [
      ['top', 2098],
      ['bottom', 1984],
      ['left', 1587],
      ['right', 1474],
    ] as const)
      expect(body).toContain(`w:${side}="${twips}"`)
    const styles = document.text('word/styles.xml')
    expect(styles).toContain('方正小标宋简体')
    expect(styles).toMatch(/w:styleId="BodyText".*?w:line="579" w:lineRule="exact".*?仿宋_GB2312/)
    expect(styles).toMatch(/w:styleId="BodyText".*?w:firstLineChars="200"/)
  })

  it('uses Word’s own styles, each of them defined', () => {
    const used = new Set(document.paragraphs.map(({ style }) => style))
    for (const style of ['Title', 'Heading1', 'Heading2', 'BodyText', 'Caption'])
      expect(used).toContain(style)
    const styles = document.text('word/styles.xml')
    for (const [, id] of body.matchAll(/<w:(?:pStyle|tblStyle) w:val="([^"]*)"/g))
      expect(styles).toContain(`w:styleId="${id}"`)
    for (const name of ['Title', 'heading 1', 'heading 2', 'heading 3', 'Body Text', 'caption'])
      expect(styles).toContain(`<w:name w:val="${name}"/>`)
  })

  it('numbers its headings by a native list: 一、 and （一）', () => {
    const numbering = document.text('word/numbering.xml')
    expect(numbering).toContain('<w:numFmt w:val="chineseCountingThousand"/>')
    expect(numbering).toContain('<w:lvlText w:val="%1、"/>')
    expect(numbering).toContain('<w:lvlText w:val="（%2）"/>')
    expect(numbering).toContain('<w:pStyle w:val="Heading1"/>')
    expect(document.paragraphs.filter(({ style }) => style === 'Heading1')[0]?.text).toBe(
      '总体情况',
    )
  })

  it('counts pictures and tables by native fields that already hold their numbers', () => {
    const captions = document.paragraphs.filter(({ style }) => style === 'Caption')
    const counted = captions.flatMap(({ xml, text }) => {
      const name = /SEQ (\S+) /.exec(xml)?.[1]
      return name ? [`${name}${/^\D+(\d+)/.exec(text)?.[1]}`] : []
    })
    for (const name of ['图', '表', '附表']) {
      const own = counted.filter(
        (one) => one.startsWith(name) && /^\d+$/.test(one.slice(name.length)),
      )
      expect(own.length, name).toBeGreaterThan(0)
      expect(own).toEqual(own.map((_, i) => `${name}${i + 1}`))
    }
  })

  it('repeats the head of every table and breaks no row', () => {
    for (const { xml } of document.tables) {
      expect(/<w:tr>.*?<\/w:tr>/s.exec(xml)?.[0]).toContain('<w:tblHeader/>')
      expect(xml.match(/<w:cantSplit\/>/g)?.length).toBe(xml.match(/<w:tr>/g)?.length)
    }
  })

  it('prints the page number outside on odd and even pages', () => {
    expect(document.text('word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    const [odd, even] = [1, 2].map((n) => document.text(`word/footer${n}.xml`))
    expect([odd, even].map((xml = '') => /<w:jc w:val="(\w+)"/.exec(xml)?.[1])).toEqual([
      ...['right', 'left'],
    ])
    for (const xml of [odd, even]) {
      expect(xml).toContain('PAGE')
      expect(wordsIn(xml ?? '')).toBe('—  —')
    }
  })

  it('says below every figure where it comes from, what it counts and as of when', () => {
    const notes = document.paragraphs.filter(({ style }) => style === 'Notes')
    for (const name of ['数据来源：', '统计口径：', '截至：'])
      expect(notes.filter(({ text }) => text.includes(name)).length).toBeGreaterThan(8)
    expect(notes.some(({ text }) => text.includes('示意图，未经审核'))).toBe(true)
  })

  it('ends with name and day', () => {
    expect(document.paragraphs.find(({ style }) => style === 'Signature')?.text).toBe(
      '山东工业经济大脑',
    )
    expect(document.paragraphs.find(({ style }) => style === 'Date')?.text).toBe('2026年11月22日')
  })
})

describe('pictures', () => {
  const item = pictured(found('domain-revenue'))

  it('without a rasteriser stand as SVG, and a sentence says what an old program shows', async () => {
    const document = await written([figurePart(item)])
    const media = Object.keys(document.files).filter((path) => path.startsWith('word/media/'))
    expect(media.map((path) => path.split('.')[1]).sort()).toEqual(['png', 'svg'])
    expect(document.text(media.find((path) => path.endsWith('.svg'))!)).toContain('<svg')
    expect(document.text('word/document.xml')).toContain('svgBlip')
    expect(document.paragraphs.some(({ text }) => text.includes('矢量图（SVG）'))).toBe(true)
  })

  it('take the PNG that is drawn, and say in words what they show', async () => {
    const png = Uint8Array.from([137, 80, 78, 71, 1, 2, 3])
    const bytes = await writeDocument([figurePart(item)], headOf(), async (one, box) => ({
      ...(await draw(one, box)),
      png,
    }))
    const document = openedDocument(bytes)
    expect(Object.values(document.files)).toContainEqual(png)
    expect(document.text('word/document.xml')).toContain(`descr="${item.figure.finding}"`)
    expect(document.paragraphs.some(({ text }) => text.includes('矢量图（SVG）'))).toBe(false)
  })
})

describe('long tables', () => {
  const tableOf = (rows: number): TableFigure => ({
    ...(found('gaps', exportable('main', 'zh-CN')) as TableFigure),
    columns: [
      { id: 'a', title: '名称', align: 'start' },
      { id: 'b', title: '数', align: 'end' },
    ],
    rows: Array.from({ length: rows }, (_, row) => [`第${row + 1}行`, `${row}`]),
  })

  it('stand behind the text with a reference, whole', async () => {
    const document = await written([figurePart(pictured(tableOf(60)))])
    const [table] = document.tables
    expect(table?.rows).toHaveLength(61)
    expect(table?.caption).toMatch(/^附表1/)
    const at = (test: (text: string) => boolean) =>
      document.blocks.findIndex((block) => block.kind === 'paragraph' && test(block.text))
    expect(at((text) => text === '附件：数据表')).toBeGreaterThan(0)
    expect(at((text) => text === '附件　数据表')).toBeGreaterThan(
      at((text) => text.includes('年11月')),
    )
  })

  it('of thousands of rows are cut to 40 and say how many are left', async () => {
    const document = await written([figurePart(pictured(tableOf(5000)))])
    expect(document.tables[0]?.rows).toHaveLength(41)
    expect(document.paragraphs.some(({ text }) => text === '另有 4960 行未列入本表。')).toBe(true)
  })
})
