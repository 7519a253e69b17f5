import PptxGenJS from 'pptxgenjs'

import type { Exported } from '../../../src/export/exported.ts'
import type { Part } from '../../../src/export/part.ts'
import { writeSlides } from '../../../src/export/slides.ts'
import type { NativeChart } from '../../../src/export/slides/chart/nativeChart.ts'
import { chartPlans } from '../../../src/export/slides/plan/chartPlans.ts'
import type { BarFigure, Figure, LineFigure } from '../../../src/figures/figure.ts'
import { allFigures, exported } from '../../export/exportable.ts'
import { budget, median, type Budget } from '../harness.ts'

const ROUNDS = 5
const LIMIT = 1.3

/** Twenty figures with thirty native charts: rankings, trends and two with six plots each. */
function twentyFigures(): Exported[] {
  const figures = allFigures('demo', 'zh-CN')
  const bars = figures.filter((figure): figure is BarFigure => figure.kind === 'bar')
  const lines = figures.filter((figure): figure is LineFigure => figure.kind === 'line')
  const single = lines.filter(({ panels }) => panels.length === 1)
  const many = lines.filter(({ panels }) => panels.length >= 6).slice(0, 2)
  const six = many.map((figure): Figure => ({ ...figure, panels: figure.panels.slice(0, 6) }))
  return [...bars.slice(0, 9), ...single.slice(0, 9), ...six].map((figure) => exported(figure))
}

const BODY = { x: 0.6, y: 1.6, w: 12.1, h: 4.4 }

/** The native charts of a figure, whatever slides they stand on. */
const chartsOf = (figure: Figure): NativeChart[] =>
  chartPlans(figure, BODY).flatMap((page) => page.map(({ chart }) => chart))

/** Processor time of this process, in microseconds: other programs on the machine do not count. */
async function costOf(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

/** The same charts on as many slides, each with its title, as a short program would make them. */
async function bareLoop(items: readonly Exported[]): Promise<unknown> {
  const file = new PptxGenJS()
  file.layout = 'LAYOUT_WIDE'
  for (const { figure } of items) {
    const slide = file.addSlide()
    slide.addText(figure.title, { x: 0.6, y: 0.4, w: 12, h: 0.8 })
    slide.addText(figure.source, { x: 0.6, y: 6.8, w: 12, h: 0.4 })
    slide.addNotes(figure.finding)
    chartsOf(figure).forEach((chart, i) => {
      if (chart.kind !== 'categories') return
      slide.addChart(
        chart.isTurned ? 'bar' : 'line',
        chart.series.map(({ name, values }) => ({
          ...{ name, labels: [...chart.categories] },
          values: values.map((value) => value ?? 0),
        })),
        { x: 0.6 + (i % 3) * 4, y: 1.5, w: 4, h: 5 },
      )
    })
  }
  return file.write({ outputType: 'uint8array' })
}

/** A deck of 20 slides with 30 native charts by `writeSlides` against a bare loop over the library. */
export async function slidesBench(): Promise<Budget> {
  const items = twentyFigures()
  const charts = items.reduce((sum, { figure }) => sum + chartsOf(figure).length, 0)
  if (items.length !== 20 || charts !== 30)
    throw new Error(`Not 20 slides with 30 charts but ${items.length} with ${charts}.`)
  const parts = items.map((item): Part => ({ kind: 'figure', item }))
  const head = { title: '简报', locale: 'zh-CN', simulated: true } as const
  const origin = items[0]!.origin
  const none = () => Promise.reject(new Error('Nothing here is drawn.'))
  const ours = () => writeSlides(parts, { ...head, origin }, none)
  const ratios: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const bare = await costOf(() => bareLoop(items))
    const ratio = (await costOf(ours)) / bare
    if (round > 0) ratios.push(ratio)
  }
  return budget('PPTX of 20 slides with 30 native charts, times a bare loop', median(ratios), LIMIT)
}
