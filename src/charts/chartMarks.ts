import { areaMarks } from './area.ts'
import { barMarks } from './bar.ts'
import type { ChartContext, ChartFigure } from './chartFigure.ts'
import { flowMarks } from './flow.ts'
import { lineMarks } from './line.ts'
import type { Look } from './look.ts'
import { mapMarks } from './map.ts'
import type { Mark } from './marks.ts'
import { scatterMarks } from './scatter.ts'
import { unitsMarks } from './units.ts'

export { isChart, type ChartContext, type ChartFigure } from './chartFigure.ts'

/** Figure + Look → marks. Pure: the same input gives the same marks. */
export function chartMarks(
  figure: ChartFigure,
  look: Look,
  context: ChartContext = {},
): readonly Mark[] {
  switch (figure.kind) {
    case 'bar':
      return barMarks(figure, look)
    case 'area':
      return areaMarks(figure, look)
    case 'map':
      return mapMarks(figure, look, context.geometry ?? null, context.focus ?? null, context.inset)
    case 'flow':
      return flowMarks(figure, look)
    case 'units':
      return unitsMarks(figure, look)
    case 'line':
      return lineMarks(figure, look)
    case 'scatter':
      return scatterMarks(figure, look)
  }
}
