import { areaOption } from './area.ts'
import { barOption } from './bar.ts'
import type { ChartContext, MarkFigure } from './chartFigure.ts'
import { flowOption } from './flow.ts'
import type { Look } from './look.ts'
import { mapOption } from './map.ts'
import type { ChartOption } from './option.ts'
import { unitsOption } from './units.ts'

/** Figure + Look → option, for the kinds that are marks alone: all that a wall draws. */
export function markOption(
  figure: MarkFigure,
  look: Look,
  context: ChartContext = {},
): ChartOption {
  switch (figure.kind) {
    case 'bar':
      return barOption(figure, look)
    case 'area':
      return areaOption(figure, look)
    case 'map':
      return mapOption(figure, look, context.geometry ?? null, context.focus ?? null, context.inset)
    case 'flow':
      return flowOption(figure, look)
    case 'units':
      return unitsOption(figure, look)
  }
}
