import { describe, expect, it } from 'vitest'

import { chartMarks, isChart } from '../../src/charts/chartMarks.ts'
import { makeLook } from '../../src/charts/look.ts'
import type { LookName } from '../../src/charts/palette.ts'
import type { Figure } from '../../src/figures/figure.ts'
import { figuresIn, scenario } from '../figures/scenarios.ts'
import { leavesOf } from '../figures/walk.ts'
import { GEOMETRY } from './drawn.ts'
import { sourcesOf } from './sources.ts'

const SOURCES = sourcesOf(['charts', 'components', 'views'], ['.ts', '.vue', '.css'])
const filesWith = (pattern: RegExp): string[] =>
  [...SOURCES].filter(([, text]) => pattern.test(text)).map(([file]) => file)

const figures = (['small', 'main'] as const).flatMap((id) =>
  figuresIn(scenario(id)).map(({ build }) => build(scenario(id))),
)
const drawn = (name: LookName) =>
  figures.filter(isChart).map((figure) => ({
    figure,
    marks: chartMarks(figure, makeLook(name, { width: 700, height: 400, u: 1 }), {
      geometry: GEOMETRY,
    }),
  }))

/** The words of the forbidden kinds, as ECharts and people write them. */
const FORBIDDEN =
  /PieChart|RadarChart|GaugeChart|FunnelChart|LiquidFill|type: '(pie|radar|gauge|liquidFill)'|<marquee|grid3D|GlobeGL|Bar3D/

/** Selectors of the style rules that use gold; what charts draw is asked of their marks below. */
const goldenSelectors = [...SOURCES].flatMap(([file, text]) =>
  [...text.matchAll(/([^{}]*)\{[^{}]*var\(--gold[^{}]*\}/g)].map(
    ([, selector]) => `${file}: ${(selector ?? '').trim()}`,
  ),
)

describe('the visual language', () => {
  it('is checked against all sources', () => {
    expect(SOURCES.size).toBeGreaterThan(40)
    expect(FORBIDDEN.test("import { PieChart } from 'echarts/charts'")).toBe(true)
  })

  it('has no pie, radar, gauge, third dimension or scrolling text', () => {
    expect(filesWith(FORBIDDEN)).toEqual([])
  })

  it('has no glow, and no text shadow but the halo of labels', () => {
    expect(filesWith(/shadowBlur|text-shadow:[^;]*\d{2,}px|filter:\s*drop-shadow/)).toEqual([])
  })

  it('styles with gold only goals, plans, thresholds, what is tried out and the demo badge', () => {
    expect(goldenSelectors.length).toBeGreaterThan(0)
    const other = goldenSelectors.filter(
      (rule) => !/demo|goal|plan|target|threshold|CapacityBars|WhatIf|banner/i.test(rule),
    )
    expect(other).toEqual([])
  })

  it.each(['wall', 'desk', 'print'] as const)('draws no gold without a goal (%s)', (name) => {
    const { palette } = makeLook(name, { width: 1, height: 1, u: 1 })
    const golden = (value: unknown): boolean =>
      leavesOf(value).some(({ value: leaf }) => leaf === palette.gold || leaf === palette.goldText)
    const hasGoal = (figure: Figure): boolean =>
      (figure.kind === 'area' && figure.goals.length > 0) ||
      (figure.kind === 'bar' && figure.threshold !== null)
    const charts = drawn(name)
    expect(charts.some(({ figure }) => hasGoal(figure))).toBe(true)
    for (const { figure, marks } of charts)
      expect(`${figure.id} ${golden(marks)}`).toBe(`${figure.id} ${hasGoal(figure)}`)
  })

  it('starts bars at zero: none is longer than its value', () => {
    for (const { figure, marks } of drawn('wall')) {
      if (figure.kind !== 'bar' || figure.layout !== 'plain') continue
      const widths = marks.flatMap(({ type, z, shape }) =>
        type === 'rect' && z === 3 ? [Number(shape?.['width'])] : [],
      )
      const values = figure.rows.flatMap(({ values: [value] }) => value ?? [])
      const unit = Math.max(...widths) / Math.max(...values)
      expect(widths.map((width) => width / unit)).toEqual(
        values.map((value) => expect.closeTo(value, 5) as number),
      )
    }
  })

  it('clears the highest of actual, goal and published count on its axis', () => {
    for (const { figure, marks } of drawn('wall')) {
      if (figure.kind !== 'area') continue
      const printed = marks.flatMap(({ style }) =>
        style?.['align'] === 'right' && /^\d+$/.test(String(style['text']))
          ? Number(style['text'])
          : [],
      )
      const values = [
        ...(figure.crest?.values ?? []),
        ...figure.goals.map(({ value }) => value),
        ...figure.points.map(({ value }) => value),
      ]
      expect(Math.max(...printed)).toBeGreaterThan(Math.max(...values))
    }
  })

  it('joins published counts by no line', () => {
    for (const { figure, marks } of drawn('wall'))
      if (figure.id === 'cited-build-out')
        expect(marks.filter(({ type }) => type === 'polyline')).toEqual([])
  })
})
