import { chartMarks, type ChartContext } from '../../charts/chartMarks.ts'
import type { MapGeometry } from '../../charts/geometry.ts'
import type { Look } from '../../charts/look.ts'
import { ASPECT } from '../../charts/mapProjection.ts'
import type { MapFigure } from '../../figures/kinds/mapFigure.ts'
import { moved, type Block, type Room } from './block.ts'
import type { PictureMark } from './drawn.ts'
import { mapKey } from './mapKey.ts'
import { BODY_SHARE, lookOf, type Page } from './page.ts'
import { thinned } from './thinned.ts'

/** Smaller symbols: labels and the symbols of fifty brains share the areas. */
const STROKES = { strokes: 0.88 }

/** Where a map and its key stand. */
interface Arranged {
  readonly map: Room
  readonly key: Block
  readonly x: number
  readonly y: number
  /** Size of the drawn areas: the width that the province would have with as much room. */
  readonly extent: number
}

/** Parts of the width that a key at the side may take. */
const SIDES = [0.24, 0.28, 0.32, 0.36]
/** Sizes of its type that it needs there. */
const LEAST_SIDE = 11

/** Names of cities are longer in English: smaller type keeps them apart. */
const ENGLISH = 0.82

const pageFor = ({ locale }: MapFigure, page: Page): Page => {
  const scale = locale === 'en' ? Math.max(ENGLISH, page.least / page.label) : 1
  return { ...page, label: page.label * scale, u: page.u * scale }
}

/** The map with its key: at the right or below, whichever leaves the map larger. */
export function mapBody(
  figure: MapFigure,
  sheet: Page,
  room: Room,
  context: ChartContext,
): readonly PictureMark[] {
  const { geometry } = context
  if (!geometry) return []
  const page = pageFor(figure, sheet)
  const best = arranged(figure, page, room, geometry)
  const shown = thinned(figure, best.extent / page.label)
  const { map, key, x, y } = shown === figure ? best : arranged(shown, page, room, geometry)
  return [
    ...chartMarks(shown, lookOf(page, map.width, map.height, STROKES), context),
    ...moved(key.marks, x, y),
  ]
}

/** Sizes of type across which a map has room for its names, values and symbols. */
const READABLE = 29

/** Height at which a map can be read: nothing where the page's own is enough, else as wide as the page, above its key. */
export function mapHeight(
  figure: MapFigure,
  sheet: Page,
  width: number,
  geometry: MapGeometry,
): number {
  const page = pageFor(figure, sheet)
  const room = { width, height: page.height * BODY_SHARE }
  if (arranged(figure, page, room, geometry).extent >= READABLE * page.label) return 0
  const whole = { width, height: width / aspectOf(geometry) }
  const shown = thinned(figure, extentIn(whole, aspectOf(geometry)) / page.label)
  const key = mapKey(shown, lookOf(page, width, page.height), keySize(page), width)
  return whole.height + page.gap + key.height
}

const keySize = (page: Page): number => Math.max(page.least, page.label * 0.92)

function arranged(figure: MapFigure, page: Page, room: Room, geometry: MapGeometry): Arranged {
  const look = lookOf(page, room.width, room.height)
  const aspect = aspectOf(geometry)
  const options = [
    ...SIDES.map((side) => side * room.width)
      .filter((side) => side >= LEAST_SIDE * keySize(page))
      .map((side) => beside(figure, page, look, aspect, side)),
    below(figure, page, look, aspect),
  ]
  return options.sort((a, b) => b.extent - a.extent)[0] ?? below(figure, page, look, aspect)
}

function beside(figure: MapFigure, page: Page, look: Look, aspect: number, side: number): Arranged {
  const { width, height } = look
  const key = mapKey(figure, look, keySize(page), side)
  const map = { width: width - side - page.gap, height }
  const extent = key.height > height ? 0 : extentIn(map, aspect)
  return { map, key, extent, x: width - side, y: (height - key.height) / 2 }
}

function below(figure: MapFigure, page: Page, look: Look, aspect: number): Arranged {
  const { width, height } = look
  const key = mapKey(figure, look, keySize(page), width)
  const map = { width, height: Math.max(height * 0.4, height - key.height - page.gap) }
  const extent = extentIn(map, aspect)
  return { map, key, extent, x: 0, y: height - key.height }
}

/** Width to height of the province. */
const PROVINCE = 1.62

function extentIn({ width, height }: Room, aspect: number): number {
  const drawn = Math.min(width, height * aspect)
  return Math.sqrt(((drawn * drawn) / aspect) * PROVINCE)
}

const aspectOf = ({ bounds: [west, south, east, north] }: MapGeometry): number =>
  ((east - west) * ASPECT) / (north - south)
