import { describe, expect, it } from 'vitest'

import { lineMarks } from '../../src/charts/line.ts'
import { makeLook } from '../../src/charts/look.ts'
import type { Mark } from '../../src/charts/marks.ts'
import type { LineFigure, LinePanel, LineSeries } from '../../src/figures/kinds/lineFigure.ts'
import { meaning } from '../../src/figures/meaning.ts'
import { scenario } from '../figures/scenarios.ts'
import { brokenNumbers } from '../figures/walk.ts'
import { leaving, texts, textExtent, textOf, tooSmall } from './drawn.ts'

const PERIODS = Array.from({ length: 36 }, (_, i) =>
  [2023 + Math.floor((i + 10) / 12), String(((i + 10) % 12) + 1).padStart(2, '0')].join('-'),
)

const series = (id: string, over: Partial<LineSeries> = {}): LineSeries => ({
  id,
  name: `示例·${id}`,
  tone: 'fact',
  values: PERIODS.map((_, i) => 100 + i),
  preliminary: [],
  endText: '135',
  ...over,
})

const panel = (id: string, lines: readonly LineSeries[], over: Partial<LinePanel> = {}) => ({
  ...{ id, title: id, series: lines, band: null, targets: [], events: [] },
  ...over,
})

const figure = (panels: readonly LinePanel[], over: Partial<LineFigure> = {}): LineFigure => ({
  ...meaning(scenario('empty'), { id: 'x', title: '走势', finding: '上升。' }),
  ...{ kind: 'line', periods: PERIODS, panels, focus: null, fromZero: true },
  ...over,
})

const desk = (width = 700, height = 260) => makeLook('desk', { width, height, u: 1 })

const linesOf = (marks: readonly Mark[]): Mark[] => marks.filter(({ type }) => type === 'polyline')
const pointsIn = ({ shape }: Mark): number => (shape?.['points'] as unknown[]).length
const circles = (marks: readonly Mark[]): Mark[] => marks.filter(({ type }) => type === 'circle')
/** Numbers that stand left of the plot. */
const axisValues = (marks: readonly Mark[]): number[] =>
  texts(marks)
    .filter((mark) => mark.style?.['align'] === 'right' && /^\u2212?[\d,.]+$/.test(textOf(mark)))
    .map((mark) => Number(textOf(mark).replace('\u2212', '-').replaceAll(',', '')))

describe('a line chart', () => {
  it('prints every name at the end of its line, neighbours apart, inside the box', () => {
    const lines = ['甲', '乙', '丙'].map((id) => series(id))
    const marks = lineMarks(figure([panel('p', lines)]), desk())
    const ends = texts(marks).filter((mark) => textOf(mark).includes('示例·'))
    expect(ends.map(textOf)).toEqual(lines.map(({ name }) => `${name} 135`))
    const ys = ends.map(({ y }) => y ?? 0).sort((a, b) => a - b)
    for (const [i, y] of ys.entries()) if (i > 0) expect(y - (ys[i - 1] ?? 0)).toBeGreaterThan(14)
    expect(leaving(marks, desk())).toEqual([])
    expect(tooSmall(marks, desk())).toEqual([])
  })

  it('leaves a gap where a reading is absent, and shows one between two gaps as a point', () => {
    const values = PERIODS.map((_, i) => (i === 4 || i === 6 ? null : 10))
    const marks = lineMarks(figure([panel('p', [series('a', { values })])]), desk())
    expect(linesOf(marks).map(pointsIn)).toEqual([4, PERIODS.length - 7])
    const { qing } = desk().palette
    const alone = circles(marks).filter(({ z, style }) => z === 5 && style?.['fill'] === qing)
    expect(alone).toHaveLength(1)
  })

  it('draws a preliminary reading hollow', () => {
    const marks = lineMarks(figure([panel('p', [series('a', { preliminary: [20] })])]), desk())
    const { canvas, qing } = desk().palette
    const fills = circles(marks).map(({ style }) => style?.['fill'])
    expect(fills).toEqual([canvas, qing])
    const last = lineMarks(figure([panel('p', [series('a', { preliminary: [35] })])]), desk())
    expect(circles(last).map(({ style }) => style?.['fill'])).toEqual([canvas, canvas])
  })

  it('clears zero for amounts, readings, band and targets alike', () => {
    const band = {
      ...{ name: '四分位区间', low: PERIODS.map(() => -20) },
      high: PERIODS.map(() => 400),
    }
    const targets = [{ value: 900, label: '900 架门槛' }]
    const marks = lineMarks(figure([panel('p', [series('a')], { band, targets })]), desk())
    expect(Math.min(...axisValues(marks))).toBeLessThanOrEqual(-20)
    expect(Math.max(...axisValues(marks))).toBeGreaterThanOrEqual(900)
    expect(texts(marks).map(textOf)).toContain('900 架门槛')
  })

  it('draws gold for a target only', () => {
    const { palette } = desk()
    const golden = (marks: unknown): boolean => JSON.stringify(marks).includes(palette.gold)
    const targets = [{ value: 120, label: '目标' }]
    expect(golden(lineMarks(figure([panel('p', [series('a')])]), desk()))).toBe(false)
    expect(golden(lineMarks(figure([panel('p', [series('a')], { targets })]), desk()))).toBe(true)
  })

  it('marks events on their month and keeps their words apart', () => {
    const events = [
      { period: '2024-03', label: '试点' },
      { period: '2024-04', label: '限期整改' },
      { period: '2026-01', label: '验收' },
      { period: '1999-01', label: '申报' },
    ]
    const marks = lineMarks(figure([panel('p', [series('a')], { events })]), desk())
    const words = texts(marks).filter((mark) => events.some(({ label }) => label === textOf(mark)))
    expect(words.map(textOf)).toEqual(['试点', '验收'])
    expect(leaving(marks, desk())).toEqual([])
  })

  it('gives small multiples one scale, their titles, and a place to pick each', () => {
    const panels = Array.from({ length: 8 }, (_, i) =>
      panel(`d${i}`, [series(`d${i}`, { values: PERIODS.map(() => (i + 1) * 10) })]),
    )
    const marks = lineMarks(figure(panels), desk(780, 300))
    const heights = linesOf(marks).map(({ shape }) =>
      Number((shape?.['points'] as number[][])[0]?.[1]),
    )
    const feet = marks.flatMap(({ type, z, shape }) =>
      type === 'line' && z === 2 && shape?.['y1'] === shape?.['y2'] ? [Number(shape?.['y1'])] : [],
    )
    expect(feet).toHaveLength(panels.length)
    const scales = heights.map((y, i) => ((feet[i] ?? 0) - y) / (i + 1))
    for (const scale of scales) expect(scale).toBeCloseTo(scales[0] ?? NaN, 6)
    for (const { title } of panels) expect(texts(marks).map(textOf)).toContain(title)
    const picks = marks.filter(({ silent }) => silent === false)
    expect(picks.map(({ name }) => name)).toEqual(panels.map(({ id }) => id))
    const boxes = texts(marks).map(textExtent)
    expect(boxes.every(({ left, right }) => left >= -1 && right <= 781)).toBe(true)
  })

  it('mutes all panels but the one in focus, and no reference line', () => {
    const panels = ['a', 'b'].map((id) => panel(id, [series(id)]))
    const opacity = ({ style }: Mark): unknown => style?.['opacity']
    const many = lineMarks(figure(panels, { focus: 'a' }), desk())
    expect(linesOf(many).map(opacity)).toEqual([1, 0.45])
    const lines = [series('a'), series('m', { tone: 'reference' })]
    const single = lineMarks(figure([panel('p', lines)], { focus: 'a' }), desk())
    expect(linesOf(single).map(opacity)).toEqual([1, 1])
  })

  it('draws nothing broken from nothing', () => {
    const empty = series('a', { values: PERIODS.map(() => null), endText: '' })
    for (const panels of [[], [panel('p', [empty])]])
      expect(brokenNumbers(lineMarks(figure(panels), desk()))).toEqual([])
  })
})
