import { describe, expect, it } from 'vitest'

import type { LineFigure } from '../../src/figures/kinds/lineFigure.ts'
import { chartFor, chartsFor, lineOf, maxOf, seriesXml, slidesFor } from './chartFigures.ts'
import { all } from './openedDeck.ts'

describe('a chart of lines', () => {
  it('is one chart a plot with one range, and one chart for all from the tenth plot on', async () => {
    const panel = lineOf([1, 2, 3]).panels[0]!
    const panels = (count: number): LineFigure => ({
      ...lineOf([1, 2, 3]),
      panels: Array.from({ length: count }, (_, i) => ({
        ...panel,
        ...{ id: `p${i}`, title: `领域 ${i}` },
        series: panel.series.map((one) => ({ ...one, values: [i, i + 1, i + 2] })),
      })),
    })
    const nine = await chartsFor(panels(9))
    expect(nine).toHaveLength(9)
    expect(new Set(nine.map(maxOf)).size).toBe(1)
    expect(nine[3]?.xml).toContain('领域 3')
    const ten = await chartsFor(panels(10))
    expect(ten).toHaveLength(1)
    expect(ten[0]?.series).toHaveLength(10)
    expect(ten[0]?.series[9]?.name).toContain('领域 9')
  })

  it('names its lines at their ends as the figure prints them', async () => {
    const chart = await chartFor(lineOf([1, 2, 4], { endText: '4.0 · 8/9' }))
    expect(seriesXml(chart)[0]).toContain('<a:t>全省 4.0 · 8/9</a:t>')
    expect(chart.xml).not.toContain('<c:legend>')
  })

  it('draws preliminary points hollow, single ones as points, stretches of partial totals dashed', async () => {
    const chart = await chartFor(
      lineOf([1, null, 2, null, 3, 4, 5], {
        preliminary: [6],
        coverage: [5, 5, 5, 5, 5, 4, 5].map((covered) => ({ covered, expected: 5 })),
      }),
    )
    const points = new Map(
      all(seriesXml(chart)[0] ?? '', 'c:dPt').map((point) => [
        Number(/<c:idx val="(\d+)"/.exec(point)?.[1]),
        point,
      ]),
    )
    expect(points.get(0)).toContain('<c:symbol val="circle"/>')
    expect(points.get(2)).toContain('<c:symbol val="circle"/>')
    expect(points.get(4)).toBeUndefined()
    expect(points.get(5)).toContain('<a:prstDash val="sysDash"/>')
    expect(points.get(6)).toContain('<a:prstDash val="sysDash"/>')
    expect(points.get(6)).toContain('<a:srgbClr val="FFFFFF"/>')
  })

  it('draws targets in gold and mutes what is not in focus', async () => {
    const figure = lineOf([1, 2, 3])
    const panel = figure.panels[0]!
    const other = { ...panel.series[0]!, id: 'b', name: '其他' }
    const chart = await chartFor({
      ...figure,
      focus: 'b',
      panels: [
        { ...panel, series: [...panel.series, other], targets: [{ value: 4, label: '目标 4' }] },
      ],
    })
    const [first = '', second = '', target = ''] = seriesXml(chart)
    expect(first).toContain('<a:alpha val="35000"/>')
    expect(second).not.toContain('<a:alpha')
    expect(target).toContain('B37E17')
    expect(chart.series[2]?.values).toEqual([4, 4, 4])
    expect(first + second).not.toContain('B37E17')
  })

  it('prints what happened above the plot, where it has room', async () => {
    const figure = lineOf([1, 2, 3, 4, 5, 6])
    const events = ['2025-02', '2025-05'].map((period) => ({ period, label: `验收 ${period}` }))
    const [slide] = await slidesFor({ ...figure, panels: [{ ...figure.panels[0]!, events }] })
    for (const { label } of events) expect(slide?.texts).toContain(label)
  })

  it('names so many periods that none is turned', async () => {
    const chart = await chartFor(lineOf(Array.from({ length: 60 }, (_, i) => i)))
    const every = Number(/<c:tickLblSkip val="(\d+)"/.exec(chart.xml)?.[1])
    expect(60 / every).toBeLessThan(15)
    expect([6, 12]).toContain(every)
  })
})
