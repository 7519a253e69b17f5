import type { Exported } from '../../../src/export/exported.ts'
import type { NativeChart } from '../../../src/export/slides/chart/nativeChart.ts'
import { chartPlans } from '../../../src/export/slides/plan/chartPlans.ts'
import type { Figure } from '../../../src/figures/figure.ts'
import type { BarFigure } from '../../../src/figures/kinds/barFigure.ts'
import type { LineFigure } from '../../../src/figures/kinds/lineFigure.ts'
import { allFigures, exported } from '../../export/exportable.ts'

const BODY = { x: 0.6, y: 1.6, w: 12.1, h: 4.4 }

/** The native charts of a figure, whatever slides they stand on. */
export const chartsOf = (figure: Figure): NativeChart[] =>
  chartPlans(figure, BODY).flatMap((page) => page.map(({ chart }) => chart))

/** Twenty figures with thirty native charts: rankings, trends and two with six plots each. */
export function twentyFigures(): Exported[] {
  const figures = allFigures('demo', 'zh-CN')
  const bars = figures.filter((figure): figure is BarFigure => figure.kind === 'bar')
  const lines = figures.filter((figure): figure is LineFigure => figure.kind === 'line')
  const single = lines.filter(({ panels }) => panels.length === 1)
  const many = lines.filter(({ panels }) => panels.length >= 6).slice(0, 2)
  const six = many.map((figure): Figure => ({ ...figure, panels: figure.panels.slice(0, 6) }))
  const items = [...bars.slice(0, 9), ...single.slice(0, 9), ...six].map((one) => exported(one))
  const charts = items.reduce((sum, { figure }) => sum + chartsOf(figure).length, 0)
  if (items.length !== 20 || charts !== 30)
    throw new Error(`Not 20 slides with 30 charts but ${items.length} with ${charts}.`)
  return items
}
