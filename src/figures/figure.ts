import type { AbsentFigure } from './kinds/absentFigure.ts'
import type { AreaFigure } from './kinds/areaFigure.ts'
import type { BarFigure } from './kinds/barFigure.ts'
import type { FlowFigure } from './kinds/flowFigure.ts'
import type { KpiFigure } from './kinds/kpiFigure.ts'
import type { LineFigure } from './kinds/lineFigure.ts'
import type { MapFigure } from './kinds/mapFigure.ts'
import type { ScatterFigure } from './kinds/scatterFigure.ts'
import type { TableFigure } from './kinds/tableFigure.ts'
import type { TimelineFigure } from './kinds/timelineFigure.ts'
import type { UnitsFigure } from './kinds/unitsFigure.ts'

/** The answer to one question with its meaning; what a kind holds stands in its file. */
export type Figure =
  | KpiFigure
  | BarFigure
  | AreaFigure
  | MapFigure
  | FlowFigure
  | UnitsFigure
  | TimelineFigure
  | TableFigure
  | LineFigure
  | ScatterFigure
  | AbsentFigure

export type FigureKind = Figure['kind']
