import { textOf } from '../domain/text.ts'
import type { MapArea, MapFigure } from '../figures/kinds/mapFigure.ts'
import type { MapGeometry } from './geometry.ts'
import { alpha, labelSize, SERIF_FAMILY, textWidth, type Look } from './look.ts'
import { SEAS } from './mapAnchors.ts'
import { arrange, type Arrangement } from './mapArrange.ts'
import { leaderMarks, valueText } from './mapLabels.ts'
import { MARKER_LIMIT, type LabelBox, type PlacedMarker } from './mapMarkers.ts'
import { hatch, makeProjection, projectRings, type Box, type Point } from './mapProjection.ts'
import { lineMark, polygonMark, polylineMark, textMark, type Mark } from './marks.ts'
import { symbolMarks } from './symbols.ts'

type Rings = ReadonlyMap<string, readonly (readonly Point[])[]>

/** Room around the province for what the page lays over the sea, in units. */
export interface MapInset {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly align: 'left' | 'center' | 'right'
}

const PLAIN: MapInset = { left: 8, right: 8, top: 8, bottom: 8, align: 'center' }

const boxOf = ({ width, height, u }: Look, inset: MapInset): Box => ({
  left: inset.left * u,
  top: inset.top * u,
  width: Math.max(1, width - (inset.left + inset.right) * u),
  height: Math.max(1, height - (inset.top + inset.bottom) * u),
})

/**
 * The province: waterlines, areas by class, labels, brain symbols. Without geometry the chart is empty
 * and the page states why.
 */
export function mapMarks(
  figure: MapFigure,
  look: Look,
  geometry: MapGeometry | null,
  focus: string | null,
  inset: MapInset = PLAIN,
): Mark[] {
  if (!geometry) return []
  const { rings, land, over } = layersOf(figure, look, geometry, inset)
  return [...land, ...focusMarks(look, rings, focus), ...over]
}

/** All marks of a map but the focus: what lies below it and what lies above. */
interface Layers {
  readonly rings: Rings
  readonly land: readonly Mark[]
  readonly over: readonly Mark[]
}

interface Drawn {
  readonly inputs: readonly unknown[]
  readonly layers: Layers
}

const lastDrawn = new WeakMap<MapFigure, Drawn>()

/** Layers of a figure; those drawn last are kept, for the focus moves far more often than the figures. */
function layersOf(
  figure: MapFigure,
  ...inputs: readonly [look: Look, geometry: MapGeometry, inset: MapInset]
): Layers {
  const last = lastDrawn.get(figure)
  if (last?.inputs.every((input, i) => input === inputs[i])) return last.layers
  const layers = drawLayers(figure, ...inputs)
  lastDrawn.set(figure, { inputs, layers })
  return layers
}

/** Outlines of the areas in pixels, as they are drawn in a box. */
export const areaRings = (look: Look, geometry: MapGeometry, inset: MapInset = PLAIN): Rings =>
  projectionOf(geometry, boxOf(look, inset), inset.align).rings

function drawLayers(figure: MapFigure, look: Look, geometry: MapGeometry, inset: MapInset): Layers {
  const { project, rings } = projectionOf(geometry, boxOf(look, inset), inset.align)
  const arrangement = arrange(figure, look, geometry, project, rings)
  const { labels } = arrangement
  const land = [
    ...waterMarks(look, geometry, project),
    ...seaMarks(figure, look, geometry, project),
    ...geometry.areas.flatMap(({ properties }) =>
      areaMarks(
        look,
        figure.areas.find(({ id }) => id === properties.adcode),
        properties.adcode,
        rings,
        rampOf(figure, look),
      ),
    ),
    ...borderMarks(look, geometry, project),
  ]
  const over = [
    ...labels.flatMap((label) => leaderMarks(look, label)),
    ...markerMarks(look, figure, arrangement),
    ...labels.flatMap((label) => labelMarks(look, figure, label)),
  ]
  return { rings, land, over }
}

interface Projected {
  readonly key: string
  readonly project: (point: Point) => Point
  readonly rings: Rings
}

const lastProjected = new WeakMap<MapGeometry, Projected>()

/** The areas in pixels; those of the last box are kept, for a map's figure changes more often than its box. */
function projectionOf(geometry: MapGeometry, box: Box, align: MapInset['align']): Projected {
  const key = [box.left, box.top, box.width, box.height, align].join()
  const known = lastProjected.get(geometry)
  if (known?.key === key) return known
  const project = makeProjection(geometry, box, align)
  const rings: Rings = new Map(
    geometry.areas.map((area) => [area.properties.adcode, projectRings(area, project)]),
  )
  const projected = { key, project, rings }
  lastProjected.set(geometry, projected)
  return projected
}

const FADE = 0.74

function waterMarks(look: Look, geometry: MapGeometry, project: (p: Point) => Point): Mark[] {
  if (look.name !== 'wall') return []
  return geometry.waterlines.map(({ level, coords }) =>
    polylineMark(
      coords.map(project),
      {
        stroke: look.palette.water,
        opacity: 0.42 * FADE ** level,
        lineWidth: (level === 0 ? 1.3 : 1) * look.u,
      },
      0,
    ),
  )
}

/** Names of the seas, on a map that reaches both: none on one city's. */
function seaMarks(
  figure: MapFigure,
  look: Look,
  { bounds: [west, south, east, north] }: MapGeometry,
  project: (p: Point) => Point,
): Mark[] {
  const isOnMap = ({ at: [lng, lat] }: (typeof SEAS)[number]): boolean =>
    lng > west && lng < east && lat > south && lat < north
  if (look.name === 'print' || !SEAS.every(isOnMap)) return []
  return SEAS.map(({ name, at }) => {
    const [x, y] = project(at)
    return textMark(look, textOf(name, figure.locale), x, y, {
      size: labelSize(look) * 1.2,
      color: alpha(look.palette.water, look.name === 'wall' ? 0.62 : 0.9),
      weight: 600,
      align: 'center',
      family: SERIF_FAMILY,
      z: 1,
    })
  })
}

/** Fills by class: from little to much, or from fall to rise around «hardly changed». */
const rampOf = ({ ramp }: MapFigure, { palette }: Look): readonly string[] =>
  ramp === 'diverging' ? palette.diverging : palette.sequential

/** One area: fill of its class, or hatch where a value is absent although brains should report. */
function areaMarks(
  look: Look,
  area: MapArea | undefined,
  adcode: string,
  rings: Rings,
  ramp: readonly string[],
): Mark[] {
  const { palette, u } = look
  const level = area?.level ?? null
  const missing = area?.value.absent === 'notReported' || area?.value.absent === 'withheld'
  const fill =
    level === null ? (missing ? palette.landNoData : palette.land) : (ramp[level] ?? palette.land)
  return (rings.get(adcode) ?? []).flatMap((ring) => [
    {
      ...polygonMark(
        ring,
        isTiny(ring, u) ? { fill, stroke: fill, lineWidth: 2 * u } : { fill },
        2,
      ),
      name: adcode,
      silent: false,
    },
    ...(missing && ring.length > 12
      ? hatch(ring, 10 * u).map(([[x1, y1], [x2, y2]]) =>
          lineMark(x1, y1, x2, y2, { stroke: alpha(palette.text3, 0.4), lineWidth: u }, 3),
        )
      : []),
  ])
}

/** Lines between the areas, in the colour of the ground. */
const borderMarks = (look: Look, { borders }: MapGeometry, project: (p: Point) => Point): Mark[] =>
  borders.map((line) =>
    polylineMark(
      line.map(project),
      { stroke: look.palette.canvas, lineWidth: 1.4 * look.u, lineJoin: 'round' },
      2,
    ),
  )

/** An islet too small to be seen: drawn with a border of its fill, so that it stays. */
const isTiny = (ring: readonly Point[], u: number): boolean => {
  const xs = ring.map(([x]) => x)
  return Math.max(...xs) - Math.min(...xs) < 5 * u
}

const focusMarks = (look: Look, rings: Rings, focus: string | null): Mark[] =>
  (focus === null ? [] : (rings.get(focus) ?? [])).map((ring) =>
    polygonMark(
      ring,
      { fill: null, stroke: look.palette.focus, lineWidth: 2.4 * look.u, lineJoin: 'round' },
      4,
    ),
  )

/** A fill on which the label changes its ink: the ends of a ramp. */
function isStrong({ ramp }: MapFigure, { name }: Look, level: number): boolean {
  if (ramp === 'diverging') return name === 'wall' ? level === 6 : level === 0 || level === 6
  return name === 'wall' ? level >= 4 : level >= 3
}

function labelMarks(look: Look, figure: MapFigure, box: LabelBox): Mark[] {
  const area = figure.areas.find(({ id }) => id === box.area)
  if (!area) return []
  const { palette } = look
  const size = labelSize(look) * 1.1
  const level = box.at ? null : area.level
  const dark = level !== null && isStrong(figure, look, level)
  const ink = dark ? (look.name === 'wall' ? palette.canvas : '#FFFFFF') : palette.text1
  const halo = alpha(
    level === null ? palette.canvas : (rampOf(figure, look)[level] ?? palette.canvas),
    0.85,
  )
  const x = box.x + box.width / 2
  const y = box.y + (box.height - (box.row?.height ?? 0)) / 2
  const value = valueText(area)
  const name = textMark(look, area.name, x, value ? y - size * 0.54 : y, {
    size,
    color: ink,
    weight: 600,
    align: 'center',
    halo,
  })
  if (!value) return [name]
  return [
    name,
    textMark(look, value, x, y + size * 0.56, {
      size: Math.max(size * 0.92, labelSize(look)),
      color: ink,
      weight: 500,
      align: 'center',
      halo,
    }),
  ]
}

function markerMarks(look: Look, figure: MapFigure, { labels, placed, left }: Arrangement): Mark[] {
  if (figure.markers.length > MARKER_LIMIT) return countMarks(look, figure, labels)
  const dense = new Set(left.map(({ area }) => area))
  return [
    ...placed.flatMap((spot) => spotMarks(look, spot)),
    ...labels
      .filter(({ area }) => dense.has(area))
      .map((box) =>
        overflowMark(look, figure, box, left.filter(({ area }) => area === box.area).length),
      ),
  ]
}

const spotMarks = (look: Look, { marker, x, y, r }: PlacedMarker): Mark[] =>
  symbolMarks(look, marker.symbol, x, y, r, 10)

/** How many symbols found no room: behind the area's name, where it runs into no neighbour's value. */
function overflowMark(look: Look, figure: MapFigure, box: LabelBox, count: number): Mark {
  const area = figure.areas.find(({ id }) => id === box.area)
  const size = labelSize(look) * 1.1
  const middle = box.y + (box.height - (box.row?.height ?? 0)) / 2
  const end = box.x + (box.width + textWidth(area?.name ?? '', size)) / 2
  const y = area && valueText(area) ? middle - size * 0.54 : middle
  return textMark(look, `+${count}`, end + 4 * look.u, y, {
    size: labelSize(look),
    color: look.palette.marker,
    weight: 600,
  })
}

/** Too many symbols: one count under each label. */
const countMarks = (look: Look, figure: MapFigure, labels: readonly LabelBox[]): Mark[] =>
  labels.map((box) =>
    textMark(
      look,
      `● ${figure.markers.filter(({ area }) => area === box.area).length}`,
      box.x + box.width / 2,
      box.y + box.height + labelSize(look) * 0.6,
      { size: labelSize(look), color: look.palette.marker, align: 'center', weight: 500 },
    ),
  )
