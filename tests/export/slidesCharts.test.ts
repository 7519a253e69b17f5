import { describe, expect, it } from 'vitest'

import { areaMarks } from '../../src/charts/area.ts'
import { makeLook } from '../../src/charts/look.ts'
import { cleanText } from '../../src/export/cleanText.ts'
import type {
  AreaFigure,
  BarFigure,
  BarRow,
  Figure,
  LineFigure,
  LinePanel,
  LineSeries,
  ScatterFigure,
} from '../../src/figures/figure.ts'
import { deckOf } from './decks.ts'
import { allFigures, exported, HOSTILE_TEXTS } from './exportable.ts'
import { all, openDeck, type OpenedChart, type OpenedSlide } from './openedDeck.ts'

const figures = allFigures('demo', 'zh-CN')
const found = <T extends Figure>(id: string): T => {
  const figure = figures.find((one) => one.id === id)
  if (!figure) throw new Error(`There is no figure ${id}`)
  return figure as T
}

const bar = found<BarFigure>('domain-revenue')
const racks = found<BarFigure>('rack-capacity')
const trend = found<LineFigure>('selection-trend')
const buildOut = found<AreaFigure>('build-out')
const scatter = found<ScatterFigure>('selection-scatter')

const slidesFor = async (figure: Figure): Promise<readonly OpenedSlide[]> =>
  (await openDeck(await deckOf([exported(figure)]))).slides

const chartsFor = async (figure: Figure): Promise<OpenedChart[]> =>
  (await slidesFor(figure)).flatMap(({ charts }) => charts)

async function chartFor(figure: Figure): Promise<OpenedChart> {
  const [chart] = await chartsFor(figure)
  if (!chart) throw new Error('There is no chart')
  return chart
}

const seriesXml = ({ xml }: OpenedChart): string[] => all(xml, 'c:ser')

/** A trend of one line with these values over as many months. */
function lineOf(values: readonly (number | null)[], series: Partial<LineSeries> = {}): LineFigure {
  const periods = values.map((_, i) => `2025-${String(i + 1).padStart(2, '0')}`)
  const line: LineSeries = {
    ...{ id: 'a', name: '全省', tone: 'fact', values, preliminary: [], endText: '4.0' },
    ...series,
  }
  const panel: LinePanel = {
    ...{ id: 'all', title: '', series: [line], band: null, targets: [], events: [] },
  }
  return { ...trend, periods, panels: [panel], focus: null, partialNote: '' }
}

const rowsOf = (count: number, of: (i: number) => Partial<BarRow>): BarRow[] =>
  Array.from({ length: count }, (_, i) => ({
    ...{ id: `r${i}`, label: `行 ${i + 1}`, tone: 'fact' as const, values: [count - i] },
    ...{ columns: [], warning: null, ...of(i) },
  }))

const barOf = (rows: readonly BarRow[], more: Partial<BarFigure> = {}): BarFigure => ({
  ...bar,
  ...{ rows, columns: [], breakAfter: null, focus: null, threshold: null },
  ...more,
})

const maxOf = ({ xml }: OpenedChart): string | undefined => /<c:max val="([^"]*)"/.exec(xml)?.[1]

describe('an absent value', () => {
  it('is a gap in the line and an empty cell, and zero is a zero', async () => {
    const chart = await chartFor(lineOf([1, null, 0, 4]))
    expect(chart.series[0]?.values).toEqual([1, undefined, 0, 4])
    expect(chart.workbook.slice(1).map((row) => row[1] ?? null)).toEqual([1, null, 0, 4])
    expect(chart.xml).toContain('<c:dispBlanksAs val="gap"/>')
  })

  it('has its word in the notes', async () => {
    const [slide] = await slidesFor(lineOf([1, null, 3, 4]))
    expect(slide?.notes).toContain('无读数')
  })

  it('is a bar without a mark whose printed word stays beside it', async () => {
    const rows = rowsOf(3, (i) => ({
      values: [i === 1 ? null : i + 1],
      columns: [{ text: i === 1 ? '未报送' : String(i + 1), below: false }],
    }))
    const [slide] = await slidesFor(barOf(rows, { columns: ['亿元'] }))
    expect(slide?.charts[0]?.series[0]?.values).toEqual([1, undefined, 3])
    expect(slide?.texts).toContain('未报送')
  })
})

describe('a chart of bars', () => {
  it('stands in the order of the figure, named at the left, the values at the ends of up to twelve', async () => {
    const few = await chartFor(barOf(rowsOf(12, () => ({}))))
    expect(few.categories).toEqual(Array.from({ length: 12 }, (_, i) => `行 ${i + 1}`))
    expect(few.xml).toContain('<c:orientation val="maxMin"/>')
    expect(few.xml).toContain('<c:showVal val="1"/>')
    const many = await chartFor(
      barOf(
        rowsOf(13, (i) => ({ columns: [{ text: `${i}`, below: false }] })),
        { columns: ['亿元'] },
      ),
    )
    expect(many.xml).not.toContain('<c:showVal val="1"/>')
  })

  it('prints the other columns beside the bars, those below the goal in the colour of warnings', async () => {
    const [slide] = await slidesFor(bar)
    for (const { columns } of bar.rows)
      for (const { text } of columns.slice(1)) expect(slide?.texts).toContain(text)
    expect(slide?.texts.filter((text) => text === bar.rows[0]?.columns[0]?.text)).toEqual([])
    const warned = { ...bar, rows: bar.rows.map((row) => ({ ...row, warning: '差 140' })) }
    const [second] = await slidesFor(warned)
    expect(second?.texts.filter((text) => text === '差 140')).toHaveLength(bar.rows.length)
    expect(second?.xml).toContain('BF5410')
  })

  it('goes on on further slides with the same axis where there are many', async () => {
    const charts = await chartsFor(barOf(rowsOf(60, () => ({}))))
    expect(charts.length).toBeGreaterThan(2)
    expect(charts.flatMap(({ categories }) => categories)).toHaveLength(60)
    expect(new Set(charts.map(maxOf)).size).toBe(1)
  })

  it('leaves a blank row where the middle of a ranking is left out', async () => {
    const chart = await chartFor(
      barOf(
        rowsOf(6, () => ({})),
        { breakAfter: 4 },
      ),
    )
    expect(chart.categories[4]).toBe('…')
    expect(chart.series[0]?.values).toEqual([6, 5, 4, 3, undefined, 2, 1])
  })

  it('draws planned, built and in use inside each other, with a key', async () => {
    const chart = await chartFor(racks)
    expect(chart.series.map(({ name }) => name)).toEqual(racks.series.map(({ name }) => name))
    expect(chart.xml.match(/<c:barChart>/g)).toHaveLength(2)
    expect(chart.xml).toContain('<c:overlap val="100"/>')
    expect(chart.xml).toContain('<c:legend>')
  })

  it('has gold for the threshold alone', async () => {
    const [slide] = await slidesFor(racks)
    expect(slide?.xml).toContain('B37E17')
    expect(slide?.texts).toContain(racks.threshold?.label)
    const [plain] = await slidesFor({ ...racks, simulated: false, threshold: null })
    expect(plain?.xml).not.toContain('B37E17')
    expect(plain?.charts[0]?.xml).not.toContain('B37E17')
  })

  it('keeps the colour of the row in focus and mutes the others', async () => {
    const chart = await chartFor(
      barOf(
        rowsOf(4, () => ({})),
        { focus: 'r2' },
      ),
    )
    const points = all(chart.xml, 'c:dPt')
    expect(points).toHaveLength(3)
    for (const point of points) expect(point).toContain('<a:alpha val="40000"/>')
  })

  it('grows to both sides of zero', async () => {
    const chart = await chartFor(barOf(rowsOf(3, (i) => ({ values: [i - 1] }))))
    expect(chart.xml).toContain('<c:min val="-1"/>')
    expect(chart.xml).toContain('<c:max val="1"/>')
  })

  it('shortens names that have no room, and keeps them whole in its workbook', async () => {
    const rows = HOSTILE_TEXTS.map((label, i) => ({
      ...rowsOf(1, () => ({}))[0]!,
      id: `h${i}`,
      label,
    }))
    const chart = await chartFor(barOf(rows))
    const whole = chart.workbook.slice(1).map((row) => row.at(-1))
    HOSTILE_TEXTS.forEach((text, i) => {
      const cell = String(whole[i] ?? '').trim()
      expect(cleanText(text).trim().startsWith(cell.slice(0, 3000).trim())).toBe(true)
      expect((chart.categories[i] ?? '').length).toBeLessThan(200)
    })
    expect(chart.workbook[1]?.[0]).toMatch(/^=HYPERLINK/)
  })
})

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

  it('has the same steps between goals as the screen', async () => {
    const look = makeLook('print', { width: 1200, height: 500, u: 1 })
    const golden = areaMarks(buildOut, look).find(
      ({ type, style }) => type === 'polyline' && style?.stroke === look.palette.gold,
    )
    const ys = (golden?.shape?.points as [number, number][]).map(([, y]) => y)
    const [first, last] = [buildOut.goals[0]!.value, buildOut.goals.at(-1)!.value]
    const [low, high] = [Math.max(...ys), Math.min(...ys)]
    const drawn = ys.map((y) => first + ((low - y) / (low - high)) * (last - first))
    const chart = await chartFor(buildOut)
    const steps = chart.series.find(({ name }) => name.includes('阶梯'))?.values ?? []
    const levels = (values: readonly (number | undefined)[]): string[] => [
      ...new Set(values.flatMap((value) => (value === undefined ? [] : value.toFixed(6)))),
    ]
    expect(levels(steps)).toEqual(levels(drawn))
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
