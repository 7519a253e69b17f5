import { describe, expect, it } from 'vitest'

import { makeLook } from '../../src/charts/look.ts'
import type { Mark } from '../../src/charts/marks.ts'
import { scatterMarks } from '../../src/charts/scatter.ts'
import { DOMAIN_IDS } from '../../src/domain/brain.ts'
import type { ScatterFigure, ScatterPoint } from '../../src/figures/kinds/scatterFigure.ts'
import { meaning } from '../../src/figures/meaning.ts'
import { scenario } from '../figures/scenarios.ts'
import { brokenNumbers } from '../figures/walk.ts'
import { leaving, texts, textExtent, textOf, tooSmall } from './drawn.ts'

const point = (i: number, over: Partial<ScatterPoint> = {}): ScatterPoint => ({
  id: `b${i}`,
  label: `示例·${i}`,
  x: 100 + ((i * 37) % 400),
  y: 10 + ((i * 53) % 90),
  size: 1 + (i % 9),
  tone: DOMAIN_IDS[i % 7] ?? 'other',
  muted: false,
  ...over,
})

function figure(points: readonly ScatterPoint[], named: readonly string[] = []): ScatterFigure {
  return {
    ...meaning(scenario('empty'), { id: 'x', title: '对照', finding: '正相关。' }),
    kind: 'scatter',
    x: { title: '集群营业收入', unit: '亿元', median: 300, medianText: '中位数 300' },
    y: { title: '机架上架率', unit: '%', median: 50, medianText: '中位数 50' },
    points,
    named,
    legend: DOMAIN_IDS.map((tone) => ({
      ...{ tone, name: tone },
      count: points.filter((one) => one.tone === tone).length,
    })).filter(({ count }) => count > 0),
    sizeNote: '点的大小＝服务企业',
    leftOut: '3 家缺一项读数，未画',
  }
}

const desk = (width = 420, height = 320) => makeLook('desk', { width, height, u: 1 })
const many = Array.from({ length: 54 }, (_, i) => point(i))

/** What is drawn for the points: every one can be picked. */
const pointsOf = (marks: readonly Mark[]): Mark[] => marks.filter(({ name }) => name !== undefined)

describe('a scatter', () => {
  it('draws every point once, known by the id that a click picks', () => {
    const drawn = pointsOf(scatterMarks(figure(many), desk()))
    expect(new Set(drawn.map(({ name }) => name))).toEqual(new Set(many.map(({ id }) => id)))
    expect(drawn).toHaveLength(many.length)
  })

  it('sizes points by area: four times as much is twice as wide', () => {
    const points = [point(1, { size: 4 }), point(2, { size: 16 })]
    const sizes = pointsOf(scatterMarks(figure(points), desk())).map(({ shape }) =>
      Number(shape?.['r']),
    )
    expect(Math.max(...sizes) / Math.min(...sizes)).toBeCloseTo(2, 5)
  })

  it('draws a point without a size small and hollow', () => {
    const [drawn] = pointsOf(scatterMarks(figure([point(1, { size: null })]), desk()))
    expect(drawn?.style).toMatchObject({ fill: 'transparent' })
  })

  it('mutes all but the focus, which has its ring and its name', () => {
    const points = many.map((one) => ({ ...one, muted: one.id !== 'b7' }))
    const marks = scatterMarks(figure(points, ['b7']), desk())
    const clear = pointsOf(marks).filter(({ style }) => Number(style?.['opacity']) > 0.5)
    expect(clear.map(({ name }) => name)).toEqual(['b7'])
    const { focus } = desk().palette
    expect(marks.filter(({ style }) => style?.['stroke'] === focus)).toHaveLength(1)
    expect(texts(marks).map(textOf)).toContain('示例·7')
  })

  it('prints round values at both axes, none over another', () => {
    const marks = scatterMarks(figure(many), desk(260, 240))
    const foot = texts(marks).filter(
      (mark) => /^[\d,]+$/.test(textOf(mark)) && mark.style?.['align'] === 'center',
    )
    expect(foot.length).toBeGreaterThan(1)
    const boxes = foot.map(textExtent)
    for (const [i, box] of boxes.entries())
      if (i > 0) expect(box.left).toBeGreaterThan(boxes[i - 1]?.right ?? Infinity)
  })

  it('prints axes with units, both medians, the key and who is left out', () => {
    const words = texts(scatterMarks(figure(many), desk())).map(textOf)
    expect(words).toContain('集群营业收入 亿元 →')
    expect(words).toContain('↑ 机架上架率 %')
    expect(words.filter((word) => word.startsWith('中位数'))).toHaveLength(2)
    expect(words).toContain('3 家缺一项读数，未画')
    expect(words).toContain('点的大小＝服务企业')
  })

  it('prints no name over another one', () => {
    const same = [1, 2, 3, 4, 5, 6].map((i) => point(i, { x: 300, y: 50 }))
    const ids = same.map(({ id }) => id)
    const marks = scatterMarks(figure([...same, ...many.slice(7)], ids), desk())
    const names = texts(marks).filter((mark) => /^示例·\d$/.test(textOf(mark)))
    expect(names[0] && textOf(names[0])).toBe('示例·1')
    expect(names.length).toBeLessThan(same.length)
    const boxes = [...names, ...texts(marks).filter((mark) => /^中位数/.test(textOf(mark)))].map(
      textExtent,
    )
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1))
        expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(
          false,
        )
  })

  it.each([
    [420, 320],
    [560, 320],
    [900, 420],
  ])('stays in its box and legible at %i × %i', (width, height) => {
    const marks = scatterMarks(figure(many, ['b1', 'b20', 'b33']), desk(width, height))
    expect(leaving(marks, desk(width, height))).toEqual([])
    expect(tooSmall(marks, desk(width, height))).toEqual([])
    expect(brokenNumbers(marks)).toEqual([])
  })

  it('draws one point, equal points and none without broken numbers', () => {
    for (const points of [[], [point(1)], [point(1), point(1, { id: 'c' })]])
      expect(brokenNumbers(scatterMarks(figure(points), desk()))).toEqual([])
  })
})
