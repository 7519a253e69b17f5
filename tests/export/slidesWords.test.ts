import { describe, expect, it } from 'vitest'

import { plainText } from '../../src/export/plainText.ts'
import type { Part } from '../../src/export/part.ts'
import { writeSlides } from '../../src/export/slides.ts'
import { valuesOf } from '../../src/export/values.ts'
import type { KpiFigure } from '../../src/figures/kinds/kpiFigure.ts'
import type { TableFigure } from '../../src/figures/kinds/tableFigure.ts'
import { deckOf, drawNothing, headOf } from './decks.ts'
import { allFigures, exported, wallFigures } from './exportable.ts'
import { openDeck, type OpenedSlide } from './openedDeck.ts'

const figures = allFigures('demo', 'zh-CN')
const table = figures.find(({ id }) => id === 'selection-table') as TableFigure
const kpi = figures.find(({ id }) => id === 'cluster-revenue') as KpiFigure
const bar = wallFigures('demo', 'zh-CN').find(({ kind }) => kind === 'bar')!

const slidesFor = async (...parts: Parameters<typeof deckOf>[0]): Promise<readonly OpenedSlide[]> =>
  (await openDeck(await deckOf(parts))).slides

const wordsFor = async (part: Extract<Part, { kind: 'text' }>): Promise<readonly OpenedSlide[]> =>
  (await openDeck(await writeSlides([part], headOf([]), drawNothing))).slides

const EMU = 914_400

/** Lower edges of everything on a slide in inches. */
const bottoms = ({ xml }: OpenedSlide): number[] =>
  [...xml.matchAll(/<a:off x="-?\d+" y="(-?\d+)"\/><a:ext cx="\d+" cy="(\d+)"\/>/g)].map(
    ([, y, height]) => (Number(y) + Number(height)) / EMU,
  )

describe('the heading of a slide', () => {
  it('is the conclusion, with 演示 in front; name, unit, period and scope below it', async () => {
    const [slide] = await slidesFor(exported(bar))
    expect(slide?.title).toBe(`【演示】${bar.finding.replace(/。$/, '')}`)
    expect(slide?.texts.join()).toContain(`${bar.title} · ${bar.unit} · ${bar.period}`)
  })

  it('is the title that somebody wrote, over their sentence', async () => {
    const item = { ...exported(bar), title: '我的标题', sentence: '我的一句话。' }
    const [slide] = await slidesFor(item)
    expect(slide?.title).toBe('【演示】我的标题')
    expect(slide?.texts).toContain('我的一句话。')
  })

  it('ends with … where it is too long, and stands whole on a slide that follows', async () => {
    const title = '很长的标题'.repeat(80)
    const slides = await slidesFor({ ...exported(bar), title })
    expect(slides[0]?.title.endsWith('…')).toBe(true)
    expect(slides).toHaveLength(2)
    expect(slides[1]?.title).toContain('说明全文')
    expect(slides[1]?.texts.join('')).toContain(title)
  })
})

describe('the footing of a slide', () => {
  it('is cut where the figure needs its room, says so, and stands whole on slides that follow', async () => {
    const definition = '口径'.repeat(600)
    const slides = await slidesFor(exported({ ...bar, definition }))
    expect(slides[0]?.texts.join()).toContain('（全文见下页）')
    const rest = slides.slice(1).flatMap(({ texts }) => texts)
    expect(rest.join('').match(/口径/g)?.length).toBeGreaterThanOrEqual(600)
    const [frame] = [...(slides[0]?.xml.matchAll(/<p:xfrm>.*?cy="(\d+)"/g) ?? [])]
    expect(Number(frame?.[1]) / EMU).toBeGreaterThan(7.5 * 0.55)
  })

  it('numbers notes where there are several', async () => {
    const [slide] = await slidesFor(exported({ ...bar, notes: ['甲', '乙'] }))
    expect(slide?.texts.join()).toContain('注　1. 甲　2. 乙')
    const [single] = await slidesFor(exported({ ...bar, notes: ['甲'] }))
    expect(single?.texts.join()).toContain('注　甲')
  })
})

describe('a table', () => {
  it('goes on on as many slides as it needs, with its head on each, and says what is left out', async () => {
    const slides = await slidesFor(exported(table))
    expect(slides.length).toBeGreaterThan(1)
    const printed = slides.flatMap(({ texts }) => texts)
    const names = valuesOf(table).rows.map(([name]) => plainText(String(name as string)))
    for (const name of names.slice(0, 40)) expect(printed).toContain(name)
    if (names.length > 40) expect(printed).toContain(`另有 ${names.length - 40} 行未列入本表。`)
    for (const { texts, xml } of slides) {
      expect(texts).toContain(table.columns[0]?.title)
      expect(xml).toContain('<a:tblPr firstRow="1"/>')
    }
  })

  it('stays on its slide, whatever its cells hold', async () => {
    const rows = table.rows
      .slice(0, 30)
      .map((row, i) => row.map((text, at) => (at === 0 ? '名'.repeat(i * 9 + 1) : text)))
    for (const slide of await slidesFor(exported({ ...table, rows })))
      for (const bottom of bottoms(slide)) expect(bottom).toBeLessThanOrEqual(7.5)
  })

  it('splits columns that have no room side by side, led by the first', async () => {
    const columns = Array.from({ length: 24 }, (_, i) => ({
      ...{ id: `c${i}`, title: `一个不短的列名${i}`, align: 'start' as const },
    }))
    const rows = [1, 2, 3].map((row) =>
      columns.map((_, at) => (at === 0 ? `行${row}` : `格${row}·${at}`)),
    )
    const slides = await slidesFor(
      exported({ ...table, columns, rows, more: { columns: [], rows: [] } }),
    )
    expect(slides.length).toBeGreaterThan(1)
    const printed = slides.flatMap(({ texts }) => texts)
    for (const { title } of columns) expect(printed).toContain(title)
    for (const cell of rows.flat()) expect(printed).toContain(cell)
    for (const { texts } of slides) expect(texts).toContain('行1')
  })
})

describe('a large number', () => {
  it('stands with its unit, scope and comparison; a fall against the goal has its sign', async () => {
    const below = { ...kpi, comparison: { text: '差 3 个', below: true } }
    const [slide] = await slidesFor(exported(below))
    expect(slide?.texts).toContain(`${kpi.value.text} ${kpi.value.unit}`)
    expect(slide?.texts).toContain('▼ 差 3 个')
  })

  it('is a word where it is absent, never a zero', async () => {
    const value = { value: null, unit: '亿元', text: '未报送', absent: 'notReported' as const }
    const [slide] = await slidesFor(exported({ ...kpi, value, comparison: null }))
    expect(slide?.texts).toContain('未报送')
    expect(slide?.texts).not.toContain('0')
  })
})

describe('words between figures', () => {
  it('have slides of their own', async () => {
    const slides = await wordsFor({
      kind: 'text',
      title: '一、总体',
      paragraphs: ['平稳。', '见下。'],
    })
    expect(slides).toHaveLength(1)
    expect(slides[0]?.title).toBe('一、总体')
    expect(slides[0]?.texts).toContain('平稳。')
  })

  it('go on on further slides, and no word is lost', async () => {
    const paragraphs = [
      '短。',
      '甲'.repeat(3000),
      ...Array.from({ length: 30 }, (_, i) => `第${i + 1}段 with words`),
    ]
    const slides = await wordsFor({ kind: 'text', title: '长文', paragraphs })
    expect(slides.length).toBeGreaterThan(3)
    expect(slides[1]?.title).toContain('（2/')
    const whole = slides.flatMap(({ texts }) => texts).join('')
    expect(whole.match(/甲/g)).toHaveLength(3000)
    for (const text of paragraphs.slice(2)) expect(whole).toContain(text)
    for (const slide of slides)
      for (const bottom of bottoms(slide)) expect(bottom).toBeLessThanOrEqual(7.5)
  })
})

describe('the notes of the speaker', () => {
  it('have the finding, the values in short, source and way back', async () => {
    const [slide] = await slidesFor(exported(bar))
    expect(slide?.notes).toContain(bar.finding)
    for (const { label } of bar.kind === 'bar' ? bar.rows : [])
      expect(slide?.notes).toContain(label)
    expect(slide?.notes).toContain('Query: desk?i=cluster.revenue')
  })
})
