import { describe, expect, it } from 'vitest'

import { cleanText } from '../../src/export/cleanText.ts'
import { ExportRefused, type Exported } from '../../src/export/exported.ts'
import type { Part } from '../../src/export/part.ts'
import type { DrawPicture } from '../../src/export/picture.ts'
import { writeSlides } from '../../src/export/slides.ts'
import { valuesOf } from '../../src/export/values.ts'
import { wordsOf } from '../../src/export/words.ts'
import type { BarFigure, Figure, LineFigure } from '../../src/figures/figure.ts'
import { allFigures, exported, HOSTILE_TEXTS, isDrawn, wallFigures } from './exportable.ts'
import { drawnNumbers } from './numbersIn.ts'
import { openDeck, packageFaults, type OpenedSlide } from './openedDeck.ts'

const draw: DrawPicture = (_, { width, height }) =>
  Promise.resolve({
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`,
    ...{ png: null, width, height },
  })

const headOf = (items: readonly Exported[]) => ({
  title: '运行简报',
  locale: items[0]?.figure.locale ?? ('zh-CN' as const),
  origin: items[0]?.origin ?? exported(wallFigures('demo', 'zh-CN')[0]!).origin,
  simulated: items.some(({ figure }) => figure.simulated),
})

const deckOf = (items: readonly Exported[]): Promise<Uint8Array> =>
  writeSlides(
    items.map((item): Part => ({ kind: 'figure', item })),
    headOf(items),
    draw,
  )

/** The slides of each figure, in order: a figure's slides carry its id in the notes. */
const slidesOf = (slides: readonly OpenedSlide[], { figure }: Exported): OpenedSlide[] =>
  slides.filter(({ notes }) => notes.includes(`Figure: ${figure.id}\n`))

/** One figure of each id: panels that only differ by selection are drawn by the same code. */
function distinct(figures: readonly Figure[]): Exported[] {
  const seen = new Set<string>()
  return figures.filter(isDrawn).flatMap((figure) => {
    const key = `${figure.id} ${figure.kind}`
    if (seen.has(key)) return []
    seen.add(key)
    return [exported(figure)]
  })
}

const rounded = (value: number): string => value.toPrecision(12)

const CASES = [
  ['demo', 'zh-CN'],
  ['main', 'zh-CN'],
  ['hostile', 'en'],
] as const

describe.each(CASES)('a deck of every figure in %s, %s', async (id, locale) => {
  const items = distinct(allFigures(id, locale))
  const deck = await openDeck(await deckOf(items))

  it('is a sound package', () => {
    expect(packageFaults(deck)).toEqual([])
  })

  it('has slides for every figure, with source, 口径, 截至 and where it comes from', () => {
    for (const item of items) {
      const slides = slidesOf(deck.slides, item)
      expect(slides.length, item.figure.id).toBeGreaterThan(0)
      for (const { text } of wordsOf(item).facts)
        for (const { notes } of slides) expect(notes).toContain(cleanText(text))
      expect(slides[0]?.notes).toContain(`Link: ${item.origin.link}`)
    }
  })

  it('says of simulated data that they are, on every slide', () => {
    for (const item of items) {
      const badge = locale === 'en' ? 'Demonstration data' : '演示数据'
      for (const { texts } of slidesOf(deck.slides, item))
        expect(texts.includes(badge), item.figure.id).toBe(item.figure.simulated)
    }
  })

  it('has native charts whose numbers, in chart and workbook, are the figure’s', () => {
    let charts = 0
    for (const item of items) {
      const { figure } = item
      if (!isDrawn(figure) || !['bar', 'line', 'scatter'].includes(figure.kind)) continue
      const own = slidesOf(deck.slides, item).flatMap((slide) => slide.charts)
      charts += own.length
      const wanted =
        figure.kind === 'scatter'
          ? figure.points.map(({ y }) => y)
          : figure.kind === 'bar'
            ? figure.rows.flatMap(({ values }) => values.flatMap((value) => value ?? []))
            : lineNumbers(figure as LineFigure)
      const drawn = own.flatMap(({ series }) => series.flatMap(({ values }) => values))
      const found = drawn.flatMap((value) => value ?? [])
      expect(found.map(rounded).sort(), figure.id).toEqual(wanted.map(rounded).sort())
      const cells = own.flatMap(({ workbook }) =>
        workbook
          .slice(1)
          .flatMap((row) => row.flatMap((cell) => (typeof cell === 'number' ? cell : []))),
      )
      for (const value of found) expect(cells.map(rounded)).toContain(rounded(value))
    }
    if (id === 'demo') expect(charts).toBeGreaterThan(10)
  })

  it('has the values of what PowerPoint has no chart for in a table', () => {
    for (const item of items) {
      const { figure } = item
      if (!isDrawn(figure) || !['map', 'flow', 'units'].includes(figure.kind)) continue
      const printed = slidesOf(deck.slides, item).flatMap(({ texts }) => texts)
      const numbers = printed.map((text) => Number(text.replaceAll(',', '').replace('\u2212', '-')))
      const flat = printed.some((text) => /^(持平|flat)$/.test(text))
      for (const value of drawnNumbers(figure).filter(Number.isInteger))
        if (value !== 0 || !flat) expect(numbers, figure.id).toContain(value)
    }
  })
})

const lineNumbers = ({ panels, periods }: LineFigure): number[] =>
  panels.flatMap(({ series, band, targets }) => [
    ...series.flatMap(({ values }) => values.flatMap((value) => value ?? [])),
    ...(panels.length > 9
      ? []
      : [
          ...(band ? [...band.low, ...band.high].flatMap((value) => value ?? []) : []),
          ...targets.flatMap(({ value }) => periods.map(() => value)),
        ]),
  ])

const plain = wallFigures('demo', 'zh-CN').find(({ kind }) => kind === 'bar') as BarFigure
const line = allFigures('demo', 'zh-CN').find(({ kind }) => kind === 'line') as LineFigure

describe('a deck', () => {
  it('leaves a gap where a value is absent: no zero in chart or workbook', async () => {
    const [panel] = line.panels
    const [series] = panel?.series ?? []
    const values = line.periods.map((_, i) => (i === 2 ? null : i + 1))
    const figure: LineFigure = {
      ...line,
      panels: [{ ...panel!, band: null, targets: [], series: [{ ...series!, values }] }],
    }
    const { slides } = await openDeck(await deckOf([exported(figure)]))
    const [chart] = slides[0]?.charts ?? []
    expect(chart?.series[0]?.values[2]).toBeUndefined()
    expect(chart?.workbook[3]?.[1] ?? null).toBeNull()
    expect(chart?.workbook[4]?.[1]).toBe(4)
  })

  it('is the same to the byte for the same input', async () => {
    const items = distinct(wallFigures('demo', 'zh-CN'))
    expect(await deckOf(items)).toEqual(await deckOf(items))
  })

  it('carries hostile names as text, whole or ended with …', async () => {
    const rows = HOSTILE_TEXTS.map((label, i) => ({ ...plain.rows[0]!, id: `r${i}`, label }))
    const figure: BarFigure = { ...plain, rows, breakAfter: null }
    const item = { ...exported(figure), title: HOSTILE_TEXTS.join(' ').slice(0, 4000) }
    const deck = await openDeck(await deckOf([item]))
    expect(packageFaults(deck)).toEqual([])
    const names = deck.slides[0]?.charts[0]?.workbook.slice(1).map(([name]) => name as string) ?? []
    expect(names).toHaveLength(rows.length)
    expect(names[0]).toBe('=HYPERLINK("http://evil.example","click")')
  })

  it('holds a hundred figures', async () => {
    const items = Array.from({ length: 100 }, () => exported(plain))
    const deck = await openDeck(await deckOf(items))
    expect(deck.slides).toHaveLength(101)
    expect(deck.slides[0]?.texts.join()).toContain('【演示】运行简报')
    expect(packageFaults(deck)).toEqual([])
  })

  it('is not written where a figure must not leave the screen', async () => {
    const nameless = exported({ ...plain, source: '' })
    await expect(deckOf([exported(plain), nameless])).rejects.toThrow(ExportRefused)
  })

  it('prints every row of a table, on as many slides as it needs', async () => {
    const item = exported(allFigures('demo', 'zh-CN').find(({ id }) => id === 'selection-table')!)
    const { slides } = await openDeck(await deckOf([item]))
    const printed = slides.flatMap(({ texts }) => texts)
    const names = valuesOf(item.figure).rows.map(([name]) => name as string)
    const rest = printed.some((text) => text.includes('见工作簿'))
    expect(rest || names.every((name) => printed.includes(cleanText(name)))).toBe(true)
    for (const name of names.slice(0, 40)) expect(printed).toContain(cleanText(name))
  })

  it('sets words between figures on slides of their own', async () => {
    const parts: Part[] = [{ kind: 'text', title: '一、总体', paragraphs: ['平稳。', '见下。'] }]
    const { slides } = await openDeck(await writeSlides(parts, headOf([]), draw))
    expect(slides[0]?.texts.join()).toContain('一、总体')
    expect(slides[0]?.texts.join()).toContain('平稳。')
  })
})
