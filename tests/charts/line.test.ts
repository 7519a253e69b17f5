import { describe, expect, it } from 'vitest'

import { lineOption } from '../../src/charts/line.ts'
import { makeLook } from '../../src/charts/look.ts'
import type { LineFigure, LinePanel, LineSeries } from '../../src/figures/figure.ts'
import { meaning } from '../../src/figures/meaning.ts'
import { scenario } from '../figures/scenarios.ts'
import { brokenNumbers } from '../figures/walk.ts'
import { idsOf, leaving, marksOf, texts, textExtent, textOf, tooSmall } from './drawn.ts'

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

const dataOf = (option: ReturnType<typeof lineOption>, at = 0): readonly unknown[] =>
  (option.series?.[at]?.['data'] ?? []) as readonly unknown[]

describe('a line chart', () => {
  it('prints every name at the end of its line, neighbours apart, inside the box', () => {
    const lines = ['甲', '乙', '丙'].map((id) => series(id))
    const option = lineOption(figure([panel('p', lines)]), desk())
    const ends = texts(option).filter((mark) => textOf(mark).includes('示例·'))
    expect(ends.map(textOf)).toEqual(lines.map(({ name }) => `${name} 135`))
    const ys = ends.map(({ y }) => y ?? 0).sort((a, b) => a - b)
    for (const [i, y] of ys.entries()) if (i > 0) expect(y - (ys[i - 1] ?? 0)).toBeGreaterThan(14)
    expect(leaving(option, desk())).toEqual([])
    expect(tooSmall(option, desk())).toEqual([])
  })

  it('leaves a gap where a reading is absent, and shows one between two gaps as a point', () => {
    const values = PERIODS.map((_, i) => (i === 4 || i === 6 ? null : 10))
    const option = lineOption(figure([panel('p', [series('a', { values })])]), desk())
    expect(dataOf(option)[4]).toBeNull()
    expect(dataOf(option)[5]).toMatchObject({ symbol: 'circle', value: 10 })
    expect(option.series?.[0]).toMatchObject({ connectNulls: false })
  })

  it('draws a preliminary reading hollow', () => {
    const option = lineOption(figure([panel('p', [series('a', { preliminary: [35] })])]), desk())
    const canvas = desk().palette.canvas
    expect(dataOf(option)[35]).toMatchObject({ itemStyle: { color: canvas } })
    const ends = marksOf(option).filter(({ type }) => type === 'circle')
    expect(ends.map(({ style }) => style?.['fill'])).toEqual([canvas])
  })

  it('clears zero for amounts, readings, band and targets alike', () => {
    const band = {
      ...{ name: '四分位区间', low: PERIODS.map(() => -20) },
      high: PERIODS.map(() => 400),
    }
    const targets = [{ value: 900, label: '900 架门槛' }]
    const option = lineOption(figure([panel('p', [series('a')], { band, targets })]), desk())
    const [axis] = [option.yAxis].flat()
    expect(Number(axis?.['min'])).toBeLessThanOrEqual(-20)
    expect(Number(axis?.['max'])).toBeGreaterThanOrEqual(900)
    expect(texts(option).map(textOf)).toContain('900 架门槛')
  })

  it('draws gold for a target only', () => {
    const { palette } = desk()
    const golden = (option: unknown): boolean => JSON.stringify(option).includes(palette.gold)
    const targets = [{ value: 120, label: '目标' }]
    expect(golden(lineOption(figure([panel('p', [series('a')])]), desk()))).toBe(false)
    expect(golden(lineOption(figure([panel('p', [series('a')], { targets })]), desk()))).toBe(true)
  })

  it('marks events on their month and keeps their words apart', () => {
    const events = [
      { period: '2024-03', label: '试点' },
      { period: '2024-04', label: '限期整改' },
      { period: '2026-01', label: '验收' },
      { period: '1999-01', label: '申报' },
    ]
    const option = lineOption(figure([panel('p', [series('a')], { events })]), desk())
    const words = texts(option).filter((mark) => events.some(({ label }) => label === textOf(mark)))
    expect(words.map(textOf)).toEqual(['试点', '验收'])
    expect(leaving(option, desk())).toEqual([])
  })

  it('gives small multiples one scale, their titles, and a place to pick each', () => {
    const panels = Array.from({ length: 8 }, (_, i) =>
      panel(`d${i}`, [series(`d${i}`, { values: PERIODS.map(() => (i + 1) * 10) })]),
    )
    const option = lineOption(figure(panels), desk(780, 300))
    const axes = [option.yAxis].flat()
    expect(new Set(axes.map((axis) => JSON.stringify([axis?.['min'], axis?.['max']]))).size).toBe(1)
    for (const { title } of panels) expect(texts(option).map(textOf)).toContain(title)
    const picks = marksOf(option).filter(({ silent }) => silent === false)
    expect(picks.map(({ name }) => name)).toEqual(panels.map(({ id }) => id))
    for (const ids of Object.values(idsOf(option)))
      expect(new Set(ids).size === ids.length && ids.every(Boolean)).toBe(true)
    const boxes = texts(option).map(textExtent)
    expect(boxes.every(({ left, right }) => left >= -1 && right <= 781)).toBe(true)
  })

  it('mutes all panels but the one in focus, and no reference line', () => {
    const panels = ['a', 'b'].map((id) => panel(id, [series(id)]))
    const opacity = (one: unknown): unknown =>
      (one as { lineStyle: { opacity: number } }).lineStyle.opacity
    const many = lineOption(figure(panels, { focus: 'a' }), desk())
    expect((many.series ?? []).map(opacity)).toEqual([1, 0.45])
    const lines = [series('a'), series('m', { tone: 'reference' })]
    const single = lineOption(figure([panel('p', lines)], { focus: 'a' }), desk())
    expect((single.series ?? []).map(opacity)).toEqual([1, 1])
  })

  it('draws nothing broken from nothing', () => {
    const empty = series('a', { values: PERIODS.map(() => null), endText: '' })
    for (const panels of [[], [panel('p', [empty])]])
      expect(brokenNumbers(lineOption(figure(panels), desk()))).toEqual([])
  })
})
