import { afterEach, describe, expect, it, vi } from 'vitest'

import { cleanText } from '../../src/export/cleanText.ts'
import { makeDraw } from '../../src/export/briefing/makeDraw.ts'
import { writeDocument, type DocumentHead } from '../../src/export/document.ts'
import { ExportRefused, type Exported } from '../../src/export/exported.ts'
import type { Part } from '../../src/export/part.ts'
import { valuesOf } from '../../src/export/values.ts'
import { wordsOf } from '../../src/export/words.ts'
import type { Figure, TableFigure } from '../../src/figures/figure.ts'
import { formatNumber } from '../../src/figures/text/number.ts'
import type { Locale } from '../../src/domain/text.ts'
import { LOCALES, SCENARIO_IDS } from '../figures/scenarios.ts'
import { exported, HOSTILE_TEXTS, isDrawn, wallFigures } from './exportable.ts'
import { drawnNumbers, printedIn } from './numbersIn.ts'
import { joinedTables, openedDocument, packageFaults, wordsIn } from './openedDocument.ts'
import { pictured, xmlFaults } from './pictured.ts'

const draw = makeDraw(96, null)

const figurePart = (item: Exported): Part => ({ kind: 'figure', item })
const textPart = (title: string, ...paragraphs: string[]): Part => ({
  ...{ kind: 'text', title, paragraphs },
})

const headOf = (head: Partial<DocumentHead> = {}): DocumentHead => ({
  ...{ title: '2026年10月产业大脑运行简报', locale: 'zh-CN', simulated: true },
  origin: exported(demo[0]!).origin,
  ...head,
})

const exportable = (id: (typeof SCENARIO_IDS)[number], locale: Locale): Figure[] =>
  wallFigures(id, locale).filter(isDrawn)
const demo = exportable('demo', 'zh-CN')
const found = (id: string, figures: readonly Figure[] = demo): Figure => {
  const figure = figures.find((one) => one.id === id)
  if (!figure) throw new Error(`There is no figure ${id}`)
  return figure
}

const written = async (parts: readonly Part[], head: DocumentHead = headOf()) =>
  openedDocument(await writeDocument(parts, head, draw))

/** A text as one line of a document. */
const oneLine = (text: string): string => cleanText(text).replace(/\s*\n\s*/g, ' ')

afterEach(() => void vi.useRealTimers())

describe.each(SCENARIO_IDS.flatMap((id) => LOCALES.map((locale) => [id, locale] as const)))(
  'a document of every figure in %s, %s',
  (id, locale) => {
    const items = exportable(id, locale).map((figure) => pictured(figure))
    const simulated = items.some(({ figure }) => figure.simulated)
    const ask = async () =>
      items.length === 0
        ? null
        : written([textPart('总体情况', 'a'), ...items.map(figurePart)], {
            ...headOf({ locale, simulated }),
          })

    it('is a sound package, and every number in its tables is the figure’s', async () => {
      const document = await ask()
      if (!document) return
      expect(packageFaults(document, xmlFaults)).toEqual([])
      const tables = joinedTables(document.tables)
      for (const { figure } of items) {
        if (figure.kind === 'kpi' || figure.kind === 'absent') continue
        const title = oneLine(wordsOf(exported(figure)).title)
        const at = tables.findIndex(({ caption }) => caption.endsWith(title))
        expect(at, title).toBeGreaterThanOrEqual(0)
        const [table] = tables.splice(at, 1)
        expect(table, title).toBeDefined()
        const { columns, rows } = valuesOf(figure)
        const heads = table!.rows[0]!
        expect(table!.rows).toHaveLength(rows.length + 1)
        for (const [c, column] of columns.entries()) {
          const place = heads.findIndex(
            (head, i) =>
              head.startsWith(cleanText(column.title)) && (c === 0 ? i === 0 : i > 0 && i <= c),
          )
          if (place < 0) {
            expect(column.kind, `${title}: ${column.title}`).toBe('text')
            continue
          }
          const printed = rows.map((row) => {
            const cell = row[c] ?? ''
            if (typeof cell === 'number') return formatNumber(cell, column.decimals)
            return cleanText(typeof cell === 'string' ? cell : cell.absent)
          })
          const shown = table!.rows.slice(1).map((row) => row[place])
          if (!sameTitle(columns.map((one) => one.title))) expect(shown).toEqual(printed)
        }
        const inTable = new Set(table!.rows.flat().flatMap(printedIn))
        for (const number of drawnNumbers(figure))
          expect(hasRounded(inTable, number), `${title}: ${number}`).toBe(true)
      }
    })

    it('prints every KPI with its own words in one table', async () => {
      const document = await ask()
      if (!document) return
      const cells = new Set(document.tables.flatMap(({ rows }) => rows.map((row) => row.join('|'))))
      for (const { figure } of items)
        if (figure.kind === 'kpi') {
          const { value } = figure
          const row = [figure.title, value.text, value.unit].map(oneLine).join('|')
          expect(
            [...cells].some((text) => text.startsWith(`${row}|`)),
            row,
          ).toBe(true)
        }
    })
  },
)

const sameTitle = (titles: readonly string[]): boolean => new Set(titles).size < titles.length

/** Whether a number stands there as it is or rounded to some decimals. */
const hasRounded = (numbers: ReadonlySet<number>, value: number): boolean =>
  [0, 1, 2, 3, 4].some((decimals) => numbers.has(Number(value.toFixed(decimals)) + 0))

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

describe('how far a document may go', () => {
  const real = exportable('main', 'zh-CN').map((figure) => pictured(figure))
  const headers = async (parts: readonly Part[], head: Partial<DocumentHead>) => {
    const document = await written(parts, headOf(head))
    return [1, 2].map((n) => document.text(`word/header${n}.xml`))
  }

  it('real data carry the marking and the watermark on every page', async () => {
    const origin = { ...headOf().origin, marking: 'internalKeep', watermark: '征求意见稿' } as const
    for (const xml of await headers(real.map(figurePart), { origin, simulated: false })) {
      expect(wordsIn(xml)).toBe('内部资料 注意保管')
      expect(xml).toContain('string="征求意见稿"')
    }
  })

  it('simulated data carry no marking but say 演示 in title, header, watermark and headings', async () => {
    const parts = demo.map((figure) => figurePart(pictured(figure)))
    for (const xml of await headers(parts, {})) {
      expect(wordsIn(xml).trim()).toBe('演示数据')
      expect(xml).toContain('string="演示数据"')
    }
    const document = await written(parts)
    expect(document.paragraphs[0]?.text).toBe('【演示】2026年10月产业大脑运行简报')
    expect(document.text('docProps/core.xml')).toContain('<dc:title>【演示】')
    for (const { style, text } of document.paragraphs)
      if (style === 'Heading1' && !text.startsWith('附件')) expect(text).toContain('【演示】')
  })

  it('a figure that must not leave the screen stops the whole document', async () => {
    const sourceless = { ...found('domain-revenue'), source: '' } as Figure
    const absent = wallFigures('main', 'zh-CN').find(({ kind }) => kind === 'absent')!
    for (const figure of [sourceless, absent])
      await expect(writeDocument([figurePart(pictured(figure))], headOf(), draw)).rejects.toThrow(
        ExportRefused,
      )
  })

  it('a map without its geometry is refused, never blank', async () => {
    const item = { ...pictured(found('city-map-cluster.revenue')), context: { geometry: null } }
    await expect(writeDocument([figurePart(item)], headOf(), draw)).rejects.toThrow('底图')
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
    expect(document.paragraphs.some(({ text }) => text === '其余 4960 行见工作簿。')).toBe(true)
  })
})

describe('the same input', () => {
  const parts = demo.map((figure) => figurePart(pictured(figure)))

  it('gives the same bytes on another day', async () => {
    const first = await writeDocument(parts, headOf(), draw)
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] })
    expect(await writeDocument(parts, headOf(), draw)).toEqual(first)
  })

  it('carries the instant of the request and where each figure comes from', async () => {
    const document = await written(parts)
    expect(document.text('docProps/core.xml')).toContain('>2026-11-22T00:00:00Z</dcterms:created>')
    const custom = document.text('docProps/custom.xml')
    for (const text of [
      'Query',
      'As-of',
      'https://brain.example/demo/desk',
      `Figure ${parts.length}`,
    ])
      expect(custom).toContain(text)
  })
})

describe('hostile texts', () => {
  const base = pictured(found('domain-revenue'))

  it.each(HOSTILE_TEXTS)('arrives as text: %j', async (text) => {
    const item = {
      ...base,
      ...{ title: text, sentence: text },
      figure: { ...base.figure, notes: [text], source: text, definition: text },
    }
    const origin = { ...headOf().origin, watermark: text, query: text }
    const head = headOf({ title: text, simulated: false, origin })
    const document = await written([textPart(text, text), figurePart(item)], head)
    expect(packageFaults(document, xmlFaults)).toEqual([])
    expect(document.paragraphs[0]?.text).toBe(oneLine(text))
    const lines = cleanText(text)
      .split('\n')
      .filter((line) => line.trim() !== '')
    const body = document.paragraphs.filter(({ style }) => style === 'BodyText')
    for (const line of lines) expect(body.filter((one) => one.text === line)).toHaveLength(2)
    const fields = document.text('word/document.xml').match(/w:instr="[^"]*"|<w:instrText/g) ?? []
    for (const field of fields) expect(field).toMatch(/SEQ/)
  })

  it('a hundred figures and texts fill one document', async () => {
    const parts = Array.from({ length: 50 }, (_, i) => [
      textPart(HOSTILE_TEXTS[i % HOSTILE_TEXTS.length]!, `第${i}段`),
      figurePart(pictured(demo[i % demo.length]!)),
    ]).flat()
    const document = await written(parts)
    expect(packageFaults(document, xmlFaults)).toEqual([])
    expect(document.paragraphs.filter(({ style }) => style === 'Heading1').length).toBeGreaterThan(
      40,
    )
  })
})
