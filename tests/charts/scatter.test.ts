import { describe, expect, it } from 'vitest'

import { makeLook } from '../../src/charts/look.ts'
import { scatterOption } from '../../src/charts/scatter.ts'
import { DOMAIN_IDS } from '../../src/domain/brain.ts'
import type { ScatterFigure, ScatterPoint } from '../../src/figures/figure.ts'
import { meaning } from '../../src/figures/meaning.ts'
import { scenario } from '../figures/scenarios.ts'
import { brokenNumbers } from '../figures/walk.ts'
import { leaving, marksOf, texts, textExtent, textOf, tooSmall } from './drawn.ts'

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

interface Item {
  readonly id: string
  readonly name: string
  readonly symbolSize: number
  readonly value: readonly number[]
  readonly itemStyle?: { readonly opacity?: number; readonly color?: string }
}

const itemsOf = (option: ReturnType<typeof scatterOption>): Item[] =>
  (option.series ?? []).flatMap((series) => series['data'] as Item[])

describe('a scatter', () => {
  it('draws every point once, known by the id that a click picks', () => {
    const items = itemsOf(scatterOption(figure(many), desk()))
    expect(new Set(items.map(({ id }) => id))).toEqual(new Set(many.map(({ id }) => id)))
    expect(items).toHaveLength(many.length)
  })

  it('sizes points by area: four times as much is twice as wide', () => {
    const points = [point(1, { size: 4 }), point(2, { size: 16 })]
    const sizes = itemsOf(scatterOption(figure(points), desk())).map(({ symbolSize }) => symbolSize)
    expect(Math.max(...sizes) / Math.min(...sizes)).toBeCloseTo(2, 5)
  })

  it('draws a point without a size small and hollow', () => {
    const [item] = itemsOf(scatterOption(figure([point(1, { size: null })]), desk()))
    expect(item?.itemStyle?.color).toBe('transparent')
  })

  it('mutes all but the focus, which has its ring and its name', () => {
    const points = many.map((one) => ({ ...one, muted: one.id !== 'b7' }))
    const option = scatterOption(figure(points, ['b7']), desk())
    const clear = itemsOf(option).filter(({ itemStyle }) => itemStyle?.opacity === undefined)
    expect(clear.map(({ id }) => id)).toEqual(['b7'])
    const { focus } = desk().palette
    expect(marksOf(option).filter(({ style }) => style?.['stroke'] === focus)).toHaveLength(1)
    expect(texts(option).map(textOf)).toContain('示例·7')
  })

  it('prints axes with units, both medians, the key and who is left out', () => {
    const words = texts(scatterOption(figure(many), desk())).map(textOf)
    expect(words).toContain('集群营业收入 亿元 →')
    expect(words).toContain('↑ 机架上架率 %')
    expect(words.filter((word) => word.startsWith('中位数'))).toHaveLength(2)
    expect(words).toContain('3 家缺一项读数，未画')
    expect(words).toContain('点的大小＝服务企业')
  })

  it('prints no name over another one', () => {
    const same = [1, 2, 3, 4, 5, 6].map((i) => point(i, { x: 300, y: 50 }))
    const ids = same.map(({ id }) => id)
    const option = scatterOption(figure([...same, ...many.slice(7)], ids), desk())
    const names = texts(option).filter((mark) => /^示例·\d$/.test(textOf(mark)))
    expect(names[0] && textOf(names[0])).toBe('示例·1')
    expect(names.length).toBeLessThan(same.length)
    const boxes = [...names, ...texts(option).filter((mark) => /^中位数/.test(textOf(mark)))].map(
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
    const option = scatterOption(figure(many, ['b1', 'b20', 'b33']), desk(width, height))
    expect(leaving(option, desk(width, height))).toEqual([])
    expect(tooSmall(option, desk(width, height))).toEqual([])
    expect(brokenNumbers(option)).toEqual([])
  })

  it('draws one point, equal points and none without broken numbers', () => {
    for (const points of [[], [point(1)], [point(1), point(1, { id: 'c' })]])
      expect(brokenNumbers(scatterOption(figure(points), desk()))).toEqual([])
  })
})
