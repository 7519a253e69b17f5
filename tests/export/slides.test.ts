import { describe, expect, it } from 'vitest'

import type { Locale } from '../../src/domain/text.ts'
import { plainText } from '../../src/export/plainText.ts'
import type { Exported } from '../../src/export/exported.ts'
import { wordsOf } from '../../src/export/words.ts'
import type { AreaFigure } from '../../src/figures/kinds/areaFigure.ts'
import type { LineFigure } from '../../src/figures/kinds/lineFigure.ts'
import { deckOf, distinct, slidesOf } from './decks.ts'
import {
  allFigures,
  EXPORTED_IDS,
  firstFigures,
  isDrawn,
  type DrawnFigure,
  type ExportedId,
} from './exportable.ts'
import { drawnNumbers } from './numbersIn.ts'
import { ooxmlFaults } from './ooxmlFaults.ts'
import { openDeck, type OpenedChart } from './openedDeck.ts'

/** Every scenario in one language, both languages in turn; three with every panel of the desk. */
const CASES = EXPORTED_IDS.map((id, i) => [id, i % 2 ? 'en' : 'zh-CN'] as const)
const WHOLE: readonly ExportedId[] = ['demo', 'main', 'hostile']

const itemsOf = (id: ExportedId, locale: Locale): Exported[] =>
  distinct((WHOLE.includes(id) ? allFigures : firstFigures)(id, locale))

const rounded = (value: number): string => value.toPrecision(12)
const present = (values: readonly (number | null | undefined)[]): number[] =>
  values.flatMap((value) => value ?? [])

const NATIVE: readonly string[] = ['bar', 'line', 'area', 'scatter']
const DRAWN: readonly string[] = ['map', 'flow', 'units']

/** The numbers that the charts of a figure must have; what else they have are lines of reference. */
function wantedNumbers(figure: DrawnFigure): number[] {
  switch (figure.kind) {
    case 'bar':
      return figure.rows.flatMap(({ values }) => present(values))
    case 'line':
      return lineNumbers(figure)
    case 'area':
      return areaNumbers(figure)
    case 'scatter':
      return figure.points.map(({ y }) => y)
    default:
      return []
  }
}

const lineNumbers = ({ panels, periods }: LineFigure): number[] =>
  panels.flatMap(({ series, band, targets }) => [
    ...series.flatMap(({ values }) => present(values)),
    ...(panels.length > 9
      ? []
      : [
          ...(band ? present([...band.low, ...band.high]) : []),
          ...targets.flatMap(({ value }) => periods.map(() => value)),
        ]),
  ])

const areaNumbers = ({ periods, layers, crest, outer, goals, points }: AreaFigure): number[] => [
  ...layers.flatMap(({ values }) => values),
  ...[crest, outer].flatMap((one) => one?.values ?? []),
  ...[...goals, ...points].flatMap(({ period, value }) => (periods.includes(period) ? value : [])),
]

/** Numbers that are in the second list and not in the first. */
function missingIn(found: readonly number[], wanted: readonly number[]): string[] {
  const left = new Map<string, number>()
  for (const value of found) left.set(rounded(value), (left.get(rounded(value)) ?? 0) + 1)
  return wanted.flatMap((value) => {
    const key = rounded(value)
    const count = left.get(key) ?? 0
    left.set(key, count - 1)
    return count > 0 ? [] : [key]
  })
}

/** Where chart and workbook say different things. */
const disagreements = ({ series }: OpenedChart): string[] =>
  series.flatMap(({ name, values, cells }) => [
    ...(cells.name === (name || null) ? [] : [`${name} is ${String(cells.name)}`]),
    ...values.flatMap((value, i) =>
      (value ?? null) === cells.values[i] ? [] : [`${name}: ${value} is ${cells.values[i]}`],
    ),
  ])

const bare = (text: string): string => plainText(text).replace(/\s/g, '')

describe.each(CASES)('a deck of every figure in %s, %s', async (id, locale) => {
  const items = itemsOf(id, locale)
  const bytes = await deckOf(items)
  const deck = await openDeck(bytes)
  const ofKind = (kinds: readonly string[]): Exported[] =>
    items.filter(({ figure }) => kinds.includes(figure.kind))

  it('is a sound package', () => {
    expect(ooxmlFaults(bytes)).toEqual([])
  })

  it('has a cover, and slides for every figure whose place of the title is filled', () => {
    if (items.length > 1) expect(deck.slides[0]?.title).toContain('运行简报')
    for (const item of items) {
      const slides = slidesOf(deck.slides, item)
      expect(slides.length, item.figure.id).toBeGreaterThan(0)
      for (const { title } of slides) expect(title.trim(), item.figure.id).not.toBe('')
    }
  })

  it('prints source, 口径, 截至 and notes of every figure whole, and has them in its notes', () => {
    for (const item of items) {
      const slides = slidesOf(deck.slides, item)
      const { facts, notes } = wordsOf(item)
      const printed = bare(slides.flatMap(({ texts }) => texts).join(''))
      for (const text of [...facts.map((fact) => fact.text), ...notes]) {
        expect(printed, item.figure.id).toContain(bare(text).replace(/[。.]$/, ''))
        for (const slide of slides) expect(bare(slide.notes)).toContain(bare(text))
      }
      expect(slides[0]?.notes).toContain(`Link: ${item.origin.link}`)
    }
  })

  it('says of simulated data that they are, on every slide and behind it; real data carry a marking', () => {
    const badge = locale === 'en' ? 'Demonstration data' : '演示数据'
    const marking = locale === 'en' ? 'Internal use' : '内部使用'
    for (const item of items)
      for (const { texts, layout } of slidesOf(deck.slides, item)) {
        const { simulated, id: figure } = item.figure
        expect(texts.includes(badge), figure).toBe(simulated)
        expect(texts.includes(marking), figure).toBe(!simulated)
        expect(deck.parts.get(layout)?.includes(badge), figure).toBe(simulated)
      }
  })

  it('has native charts whose numbers, in chart and workbook, are the figure’s', () => {
    let count = 0
    for (const item of ofKind(NATIVE)) {
      const { figure } = item
      const charts = slidesOf(deck.slides, item).flatMap((slide) => slide.charts)
      count += charts.length
      expect(charts.flatMap(disagreements), figure.id).toEqual([])
      const drawn = charts.flatMap(({ series }) => series.flatMap(({ values }) => present(values)))
      const wanted = isDrawn(figure) ? wantedNumbers(figure) : []
      if (charts.length > 0) expect(missingIn(drawn, wanted), figure.id).toEqual([])
      if (figure.kind === 'bar' || figure.kind === 'line')
        expect(drawn, figure.id).toHaveLength(wanted.length)
      for (const { alternative } of charts)
        expect(alternative.endsWith(plainText(figure.finding))).toBe(true)
    }
    if (id === 'demo') expect(count).toBeGreaterThan(10)
  })

  it('has the values of what PowerPoint has no chart for in a table', () => {
    for (const item of ofKind(DRAWN)) {
      const { figure } = item
      if (!isDrawn(figure)) continue
      const printed = slidesOf(deck.slides, item).flatMap(({ texts }) => texts)
      const numbers = printed.map((text) => Number(text.replaceAll(',', '').replace('\u2212', '-')))
      const flat = printed.some((text) => /^(持平|flat)$/.test(text))
      for (const value of drawnNumbers(figure).filter(Number.isInteger))
        if (value !== 0 || !flat) expect(numbers, figure.id).toContain(value)
    }
  })
})
