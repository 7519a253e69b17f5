import type { BarFigure } from '../figures/kinds/barFigure.ts'
import type { LineFigure } from '../figures/kinds/lineFigure.ts'
import type { MapFigure } from '../figures/kinds/mapFigure.ts'
import type { ScatterFigure } from '../figures/kinds/scatterFigure.ts'
import { frameOf as barFrameOf } from './bar.ts'
import type { ChartContext, ChartFigure } from './chartFigure.ts'
import { scaleOf } from './line.ts'
import { framesOf, type PanelFrame } from './linePanels.ts'
import type { Look } from './look.ts'
import { areaRings } from './map.ts'
import { inRing, type Box, type Point } from './mapProjection.ts'
import { frameOf as scatterFrameOf, rangeOf } from './scatterFrame.ts'

/** One thing of a chart that can be pointed at, reached by keys and picked. Pixels of the chart's box. */
export interface Spot {
  /** Its own within the figure. */
  readonly key: string
  /** What is picked: brain, area, panel; null for a sum. */
  readonly id: string | null
  /** Position in the figure: row, area, point or panel. */
  readonly row: number
  /** Position of the period of a line; 0 elsewhere. */
  readonly column: number
  readonly x: number
  readonly y: number
  /** Where the pointer finds it; `rings` say it more exactly. */
  readonly box: Box
  readonly rings?: readonly (readonly Point[])[]
  /** Path of its outline, as SVG writes it. */
  readonly outline: string
  /** Where its numbers are printed. */
  readonly numbers?: Box
}

/** The spots of a chart in reading order; none for kinds in which nothing is picked. */
export function spotsOf(figure: ChartFigure, look: Look, context: ChartContext = {}): Spot[] {
  switch (figure.kind) {
    case 'bar':
      return barSpots(figure, look)
    case 'map':
      return mapSpots(figure, look, context)
    case 'scatter':
      return scatterSpots(figure, look)
    case 'line':
      return lineSpots(figure, look)
    default:
      return []
  }
}

const rectPath = ({ left, top, width, height }: Box): string =>
  `M${left} ${top}h${width}v${height}h${-width}Z`

const circlePath = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`

const ringPath = (ring: readonly Point[]): string =>
  `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`

function barSpots(figure: BarFigure, look: Look): Spot[] {
  if (figure.rows.length === 0) return []
  const frame = barFrameOf(figure, look)
  return figure.rows.map(({ id, sum }, row): Spot => {
    const y = frame.y(row)
    const box = { left: 0, top: y - frame.pitch / 2, width: look.width, height: frame.pitch }
    const left = frame.warningRight + 7 * look.u
    return {
      ...{ key: id, id: sum ? null : id, row, column: 0, x: frame.left, y, box },
      outline: rectPath({ ...box, left: 1, width: Math.max(0, look.width - 2) }),
      numbers: { ...box, left, width: Math.max(0, look.width - left) },
    }
  })
}

function mapSpots(figure: MapFigure, look: Look, { geometry, inset }: ChartContext): Spot[] {
  if (!geometry) return []
  const all = areaRings(look, geometry, inset)
  return figure.areas.flatMap(({ id }, row): Spot[] => {
    const rings = all.get(id) ?? []
    const [largest] = rings
    if (!largest) return []
    const main = boundsOf([largest])
    return [
      {
        ...{ key: id, id, row, column: 0, rings, box: boundsOf(rings) },
        ...{ x: main.left + main.width / 2, y: main.top + main.height / 2 },
        outline: rings.map(ringPath).join(''),
      },
    ]
  })
}

function boundsOf(rings: readonly (readonly Point[])[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings)
    for (const [x, y] of ring) {
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  return { left, top, width: right - left, height: bottom - top }
}

/** Room around a point in which the pointer still finds it. */
const REACH = 4

function scatterSpots(figure: ScatterFigure, look: Look): Spot[] {
  if (figure.points.length === 0) return []
  const frame = scatterFrameOf(figure, look, rangeOf(figure, 'x'), rangeOf(figure, 'y'))
  return figure.points.map((point, row): Spot => {
    const [x, y, r] = [frame.x(point.x), frame.y(point.y), frame.radius(point) + REACH * look.u]
    return {
      ...{ key: point.id, id: point.id, row, column: 0, x, y },
      box: { left: x - r, top: y - r, width: 2 * r, height: 2 * r },
      outline: circlePath(x, y, r - look.u),
    }
  })
}

function lineSpots(figure: LineFigure, look: Look): Spot[] {
  if (figure.panels.length === 0 || figure.periods.length === 0) return []
  return framesOf(figure, look, scaleOf(figure)).flatMap((frame, row) =>
    panelSpots(figure, frame, row, look),
  )
}

/** One spot a month with any reading; each reaches half way to the next. */
function panelSpots(figure: LineFigure, frame: PanelFrame, row: number, look: Look): Spot[] {
  const { series, id } = frame.panel
  const { cell, top, bottom } = frame
  const columns = figure.periods.flatMap((_, i) =>
    series.some(({ values }) => (values[i] ?? null) !== null) ? [i] : [],
  )
  return columns.map((column, i): Spot => {
    const x = frame.x(column)
    const [before, after] = [columns[i - 1], columns[i + 1]]
    const left = before === undefined ? cell.x : (frame.x(before) + x) / 2
    const right = after === undefined ? cell.x + cell.w : (x + frame.x(after)) / 2
    const ys = series.flatMap(({ values }) => {
      const value = values[column] ?? null
      return value === null ? [] : [frame.y(value)]
    })
    return {
      ...{ key: `${id}|${figure.periods[column]}`, id, row, column, x, y: ys[0] ?? top },
      box: { left, top: cell.y, width: right - left, height: cell.h },
      outline: `M${x} ${top}V${bottom}` + ys.map((at) => circlePath(x, at, 4.5 * look.u)).join(''),
    }
  })
}

const holds = ({ box, rings }: Spot, x: number, y: number): boolean =>
  x >= box.left &&
  x <= box.left + box.width &&
  y >= box.top &&
  y <= box.top + box.height &&
  (rings === undefined || rings.some((ring) => inRing([x, y], ring)))

/** The spot under a point; the nearest one where several lie under it, null where none does. */
export function spotAt(spots: readonly Spot[], x: number, y: number): Spot | null {
  let best: Spot | null = null
  let least = Infinity
  for (const spot of spots) {
    const away = (spot.x - x) ** 2 + (spot.y - y) ** 2
    if (away < least && holds(spot, x, y)) [best, least] = [spot, away]
  }
  return best
}
