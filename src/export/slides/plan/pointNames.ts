import type { ScatterFigure, ScatterPoint } from '../../../figures/kinds/scatterFigure.ts'
import { plainText } from '../../plainText.ts'
import { shortened } from '../../picture/lineBreak.ts'
import type { PointLabel, Scale } from '../chart/nativeChart.ts'
import { INCH, ink, POINTS, PRINT, type Box } from '../paper.ts'
import { inches, lineHeight } from './chartPlan.ts'

/** The plot of a scatter and its scales. */
export interface Field {
  readonly plot: Box
  readonly sx: Scale
  readonly sy: Scale
}

type Name = Omit<PointLabel, 'at'>

const OFFSET = 0.12
const MOST = 2.6
const SIGN = 0.1
const SIDES = ['r', 'l', 't', 'b'] as const

/** Names of the most telling points, each on the first side where it meets no other and stays in the plot. */
export function pointNames(
  { points, named }: ScatterFigure,
  field: Field,
): ReadonlyMap<string, Name> {
  const byId = new Map(points.map((point) => [point.id, point]))
  const signs = points.map((point) => signBox(point, field))
  const taken: Box[] = []
  const names = new Map<string, Name>()
  const size = POINTS.least
  for (const id of named) {
    const point = byId.get(id)
    if (!point) continue
    const text = shortened(plainText(point.label), MOST * INCH, size)
    const found = SIDES.map((side) => ({ side, box: boxOf(point, text, side, field) })).find(
      ({ box }) =>
        isInside(box, field.plot) && [...taken, ...signs].every((other) => !meets(box, other)),
    )
    if (!found) continue
    taken.push(found.box)
    names.set(id, { text, side: found.side, type: { size, color: ink(PRINT.text1) } })
  }
  return names
}

function boxOf(
  { x, y }: ScatterPoint,
  text: string,
  side: (typeof SIDES)[number],
  { plot, sx, sy }: Field,
): Box {
  const [w, h] = [inches(text, POINTS.least), lineHeight(POINTS.least)]
  const px = plot.x + (plot.w * (x - sx.min)) / (sx.max - sx.min)
  const py = plot.y + (plot.h * (sy.max - y)) / (sy.max - sy.min)
  switch (side) {
    case 'r':
      return { x: px + OFFSET, y: py - h / 2, w, h }
    case 'l':
      return { x: px - OFFSET - w, y: py - h / 2, w, h }
    case 't':
      return { x: px - w / 2, y: py - OFFSET - h, w, h }
    case 'b':
      return { x: px - w / 2, y: py + OFFSET, w, h }
  }
}

/** The middle of a point's sign: words may touch its rim. */
function signBox({ x, y }: ScatterPoint, { plot, sx, sy }: Field): Box {
  const px = plot.x + (plot.w * (x - sx.min)) / (sx.max - sx.min)
  const py = plot.y + (plot.h * (sy.max - y)) / (sy.max - sy.min)
  return { x: px - SIGN / 2, y: py - SIGN / 2, w: SIGN, h: SIGN }
}

const isInside = (box: Box, plot: Box): boolean =>
  box.x >= plot.x &&
  box.y >= plot.y &&
  box.x + box.w <= plot.x + plot.w &&
  box.y + box.h <= plot.y + plot.h

const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
