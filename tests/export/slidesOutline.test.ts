import { describe, expect, it } from 'vitest'

import type { Part } from '../../src/export/part.ts'
import { slideGroups } from '../../src/export/slides/outline.ts'
import { columnGroups } from '../../src/export/slides/columns.ts'
import { writeSlides } from '../../src/export/slides.ts'
import { exported, isDrawn, wallFigures, type DrawnFigure } from './exportable.ts'
import { drawNothing, headOf } from './decks.ts'
import { openDeck } from './openedDeck.ts'

const drawn = wallFigures('demo', 'zh-CN').filter(isDrawn)
const kpis = drawn.filter(({ kind }) => kind === 'kpi')
const bar = drawn.find(({ kind }) => kind === 'bar')!
const figure = (of: DrawnFigure): Part => ({ kind: 'figure', item: exported(of) })
const text = (title: string, ...paragraphs: string[]): Part => ({ kind: 'text', title, paragraphs })
const kinds = (parts: readonly Part[], isLead = () => true): string[] =>
  slideGroups(parts, isLead).map((group) =>
    group.kind === 'kpis' ? `kpis ${group.items.length}` : group.kind,
  )

describe('slides', () => {
  it('that headline figures share hold eight at most, about as many each', () => {
    const many = Array.from({ length: 11 }, (_, i) => figure(kpis[i % kpis.length]!))
    expect(kinds(many)).toEqual(['kpis 6', 'kpis 5'])
    expect(kinds([figure(kpis[0]!), figure(bar)])).toEqual(['figure', 'figure'])
  })

  it('of a heading alone are none: it leads the next one; at the end it stands for itself', () => {
    const groups = slideGroups([text('一', ''), text('二'), figure(bar), text('三')], () => true)
    expect(groups.map(({ kind }) => kind)).toEqual(['text', 'figure', 'text'])
    expect(groups[1]).toMatchObject({ section: '二', count: 2 })
  })

  it('of words before headline figures are theirs where they have room', () => {
    const parts = [text('一', '句'), figure(kpis[0]!), figure(kpis[1]!)]
    expect(kinds(parts)).toEqual(['kpis 2'])
    expect(slideGroups(parts, () => true)[0]).toMatchObject({ lead: '句', section: '一', count: 3 })
    expect(kinds(parts, () => false)).toEqual(['text', 'kpis 2'])
  })

  it('print every headline figure that shares one, with section, lead and own words', async () => {
    const [first, ...others] = kpis.slice(0, 6)
    const item = { ...exported(first!), title: '我的题', sentence: '我的话' }
    const parts = [
      text('总体', '导语一句'),
      { kind: 'figure' as const, item },
      ...others.map(figure),
    ]
    const deck = await openDeck(await writeSlides(parts, headOf([item]), drawNothing))
    const [, slide] = deck.slides
    const numerals = kpis.slice(0, 6).flatMap((one) => (one.kind === 'kpi' ? [one.value.text] : []))
    const printed = slide?.texts.join('\n') ?? ''
    expect(numerals.filter((numeral) => !printed.includes(numeral))).toEqual([])
    expect(slide?.texts).toEqual(expect.arrayContaining(['总体', '导语一句', '我的题', '我的话']))
  })

  it('have a title that is cut whole behind it', async () => {
    const title = `开头${'很长的标题'.repeat(200)}结尾`
    const head = { ...headOf([exported(bar)]), title }
    const { slides } = await openDeck(
      await writeSlides([text(title), text('二', '三')], head, drawNothing),
    )
    const whole = slides.filter(({ texts }) => texts.join('').includes('结尾'))
    expect(whole.length).toBeGreaterThanOrEqual(2)
    expect(slides[1]?.title).toContain('标题全文')
  })
})

describe('the columns of a table on a slide', () => {
  const words = (title: string, cell: string) => ({ title, cells: [cell], isNumber: false })
  it('stand side by side while words can wrap, and fill the slide', () => {
    const columns = Array.from({ length: 10 }, (_, i) => words(`列${i}`, '示例文字'.repeat(6)))
    const groups = columnGroups(columns, 12)
    expect(groups).toHaveLength(1)
    expect(groups[0]?.widths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(12)
  })

  it('that have no room follow behind the first one', () => {
    const numbers = Array.from({ length: 30 }, (_, i) => ({
      ...{ title: `数${i}`, cells: ['1,234,567.89'], isNumber: true },
    }))
    const groups = columnGroups([words('名称', '甲'), ...numbers], 12)
    expect(groups.length).toBeGreaterThan(1)
    expect(groups.every(({ columns }) => columns[0]?.title === '名称')).toBe(true)
    expect(groups.flatMap(({ columns }) => columns.slice(1))).toHaveLength(30)
  })
})
