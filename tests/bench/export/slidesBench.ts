import PptxGenJS from 'pptxgenjs'

import type { Exported } from '../../../src/export/exported.ts'
import type { Part } from '../../../src/export/part.ts'
import { writeSlides } from '../../../src/export/slides.ts'
import { budget, median, type Budget } from '../harness.ts'
import { chartsOf, twentyFigures } from './twentyFigures.ts'

const ROUNDS = 15
const LIMIT = 1.3

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
