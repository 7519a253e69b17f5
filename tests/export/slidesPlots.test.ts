import { describe, expect, it } from 'vitest'

import { bar, buildOut, chartFor, scatter, seriesXml, slidesFor } from './chartFigures.ts'
import { all } from './openedDeck.ts'

describe('a build-out', () => {
  it('is a stack with its crest, the goals as gold posts with their words', async () => {
    const chart = await chartFor(buildOut)
    const goal = chart.series.find(({ name }) => name === '目标')
    expect(chart.xml).toContain('<c:grouping val="stacked"/>')
    expect(goal?.values.flatMap((value) => value ?? [])).toEqual(
      buildOut.goals.map(({ value }) => value),
    )
    for (const { label } of buildOut.goals) expect(chart.xml).toContain(label)
    const golden = seriesXml(chart).filter((series) => series.includes('B37E17'))
    expect(golden).toHaveLength(3)
    expect(chart.series.map(({ name }) => name)).toContain('目标参照（阶梯）')
  })

  it('names layers and crest with their last values', async () => {
    const [slide] = await slidesFor(buildOut)
    for (const { name, values } of buildOut.layers)
      expect(slide?.texts).toContain(`${name} ${values.at(-1) ?? 0}`)
  })

  it('sets two goals of one month apart', async () => {
    const [goal] = buildOut.goals
    const chart = await chartFor({
      ...buildOut,
      goals: [goal!, { ...goal!, value: 60, label: '另一个' }],
    })
    const goals = chart.series.filter(({ name }) => /^目标( \d)?$/.test(name))
    expect(goals.map(({ values }) => values.flatMap((value) => value ?? []))).toEqual([
      [goal!.value],
      [60],
    ])
  })
})

describe('a chart of points', () => {
  it('has a series for each domain with x and y from the workbook, sizes beside them', async () => {
    const chart = await chartFor(scatter)
    const domains = scatter.legend.filter(({ tone }) =>
      scatter.points.some((point) => point.tone === tone),
    )
    expect(chart.series.slice(0, domains.length).map(({ name }) => name)).toEqual(
      domains.map(({ name, count }) => `${name} ${count}`),
    )
    const xs = chart.workbook.slice(1).map((row) => row[2])
    for (const { x } of scatter.points) expect(xs).toContain(x)
    const sizes = chart.workbook.slice(1).flatMap((row) => row[4] ?? [])
    const wanted = scatter.points.flatMap(({ size }) =>
      size === null ? [] : size * (scatter.sized?.factor ?? 1),
    )
    expect(sizes).toHaveLength(scatter.sized ? wanted.length : 0)
  })

  it('sizes points by area, the least of them and those without a size small and hollow', async () => {
    const points = scatter.points.slice(0, 2).map((point, i) => ({
      ...point,
      ...{ tone: 'machinery' as const, size: i === 0 ? null : 9, muted: false },
    }))
    const chart = await chartFor({ ...scatter, points, named: [] })
    const [hollow = '', full = ''] = all(seriesXml(chart)[0] ?? '', 'c:dPt')
    expect(hollow).toContain('<a:noFill/>')
    expect(Number(/<c:size val="(\d+)"/.exec(full)?.[1])).toBeGreaterThan(
      Number(/<c:size val="(\d+)"/.exec(hollow)?.[1]),
    )
  })

  it('crosses the plot at the medians', async () => {
    const chart = await chartFor(scatter)
    expect(chart.xml).toContain(`<a:t>${scatter.x.medianText}</a:t>`)
    expect(chart.xml).toContain(`<a:t>${scatter.y.medianText}</a:t>`)
  })
})

describe('the workbook behind a chart', () => {
  it('says where its numbers come from on a second sheet', async () => {
    const { about } = await chartFor(bar)
    const texts = about.flat().map(String)
    for (const text of [bar.source, bar.definition, '演示数据', bar.asOf])
      expect(texts).toContain(text)
  })
})
