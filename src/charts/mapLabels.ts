import { withCoverage } from '../figures/coverage.ts'
import type { MapArea, MapFigure } from '../figures/kinds/mapFigure.ts'
import type { MapGeometry } from './geometry.ts'
import { alpha, labelSize, textWidth, type Look } from './look.ts'
import { anchorOf, isSetByEye } from './mapAnchors.ts'
import type { LabelBox, SymbolRow } from './mapMarkers.ts'
import { inRing, type Point } from './mapProjection.ts'
import { lineMark, type Mark } from './marks.ts'

type Rings = ReadonlyMap<string, readonly (readonly Point[])[]>

/**
 * The printed value, with 7/9 behind it where not all of the area's brains have reported; an area where
 * nothing applies or is public prints its name alone.
 */
export const valueText = ({ value, coverage }: MapArea): string => {
  if (value.absent === 'notApplicable' || value.absent === 'notPublic') return ''
  return withCoverage(value.text, coverage)
}

/** Room between two labels, and what a place inside another area costs, in units. */
const GAP = 3
const FOREIGN = 60
const DIRECTIONS = 16
const STEPS = 14

/**
 * A box for the label of every area, around its label point. Labels set by eye stay. Where two others would
 * meet, the one of the smaller area moves to the nearest free place, rather off the map's areas than into
 * another one, and keeps its point as `at`. Areas in `rows` are too small for their symbols: their label
 * moves too and takes the symbols along.
 */
export function placeLabels(
  figure: MapFigure,
  look: Look,
  geometry: MapGeometry,
  project: (point: Point) => Point,
  rings: Rings,
  rows: ReadonlyMap<string, SymbolRow> = new Map(),
): LabelBox[] {
  const size = labelSize(look) * 1.1
  const wanted = geometry.areas.flatMap(({ properties: { adcode, cp } }) => {
    const area = figure.areas.find(({ id }) => id === adcode)
    return area ? [labelAt(area, project(anchorOf(adcode, cp)), size, rows.get(adcode))] : []
  })
  const sorted = [...wanted].sort((a, b) => extent(rings, b.area) - extent(rings, a.area))
  const placed = fixedOf(sorted, look)
  const others = sorted.filter((label) => !placed.includes(label))
  for (const label of others)
    placed.push(
      !label.row && isFree(label, placed, look) ? label : moved(label, placed, look, rings),
    )
  return wanted.flatMap(({ area }) => placed.find((label) => label.area === area) ?? [])
}

/** Labels set by eye; on all but a wall they give way where they would meet a larger area's. */
function fixedOf(labels: readonly LabelBox[], look: Look): LabelBox[] {
  const byEye = labels.filter(({ area }) => isSetByEye(area))
  if (look.name === 'wall') return byEye
  const kept: LabelBox[] = []
  for (const label of byEye) if (isFree(label, kept, look)) kept.push(label)
  return kept
}

function labelAt(area: MapArea, [x, y]: Point, size: number, row?: SymbolRow): LabelBox {
  const value = valueText(area)
  const width = Math.max(
    textWidth(area.name, size),
    value ? textWidth(value, size * 0.92) : 0,
    row?.width ?? 0,
  )
  const height = size * (value ? 2.25 : 1.25) + (row?.height ?? 0)
  const box = { area: area.id, x: x - width / 2, y: y - height / 2, width, height }
  return row ? { ...box, row } : box
}

const middle = ({ x, y, width, height }: LabelBox): Point => [x + width / 2, y + height / 2]

/** Area of the box around an area's largest part, in pixels. */
function extent(rings: Rings, adcode: string): number {
  const ring = rings.get(adcode)?.[0] ?? []
  const span = (axis: 0 | 1): number => {
    const values = ring.map((point) => point[axis])
    return Math.max(...values) - Math.min(...values)
  }
  return ring.length === 0 ? 0 : span(0) * span(1)
}

function isFree(label: LabelBox, placed: readonly LabelBox[], { u }: Look): boolean {
  const gap = GAP * u
  return placed.every(
    ({ x, y, width, height }) =>
      label.x > x + width + gap ||
      x > label.x + label.width + gap ||
      label.y > y + height + gap ||
      y > label.y + label.height + gap,
  )
}

/** The cheapest free place around the label's own; its own where there is none. */
function moved(label: LabelBox, placed: readonly LabelBox[], look: Look, rings: Rings): LabelBox {
  let best: { readonly cost: number; readonly label: LabelBox } | null = null
  for (const [dx, dy] of offsets(label)) {
    const candidate = { ...label, x: label.x + dx, y: label.y + dy, at: middle(label) }
    const distance = Math.hypot(dx, dy)
    if (best && distance >= best.cost) continue
    if (!isInside(candidate, look) || !isFree(candidate, placed, look)) continue
    const cost = distance + (isForeign(candidate, rings) ? FOREIGN * look.u : 0)
    if (!best || cost < best.cost) best = { cost, label: candidate }
  }
  return best?.label ?? label
}

/** Rings of places around a label, the nearest first; wider than high, as the label is. */
function offsets({ width, height }: LabelBox): Point[] {
  return Array.from({ length: STEPS * DIRECTIONS }, (_, k): Point => {
    const angle = ((k % DIRECTIONS) * 2 * Math.PI) / DIRECTIONS
    const reach = (1 + Math.floor(k / DIRECTIONS)) / 3
    return [
      Math.cos(angle) * (reach * height + width * Math.min(1, reach / 2)),
      Math.sin(angle) * reach * height,
    ]
  })
}

const isInside = ({ x, y, width, height }: LabelBox, look: Look): boolean =>
  x >= 0 && y >= 0 && x + width <= look.width && y + height <= look.height

const isForeign = (label: LabelBox, rings: Rings): boolean =>
  [...rings].some(
    ([adcode, parts]) =>
      adcode !== label.area && parts[0] !== undefined && inRing(middle(label), parts[0]),
  )

/** The line from an area to the label that had to move; none where it still covers its point. */
export function leaderMarks(look: Look, { at, x, y, width, height }: LabelBox): Mark[] {
  if (!at) return []
  const [px, py] = at
  if (px > x && px < x + width && py > y && py < y + height) return []
  const ex = Math.max(x, Math.min(px, x + width))
  const ey = Math.max(y, Math.min(py, y + height))
  const { palette, u } = look
  return [
    lineMark(px, py, ex, ey, { stroke: alpha(palette.text2, 0.8), lineWidth: u }, 5),
    {
      type: 'circle',
      shape: { cx: px, cy: py, r: 2.2 * u },
      style: { fill: palette.text2 },
      z: 5,
      silent: true,
    },
  ]
}
