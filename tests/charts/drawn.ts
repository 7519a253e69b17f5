import { labelSize, makeLook, textWidth, type Look } from '../../src/charts/look.ts'
import type { Mark } from '../../src/charts/marks.ts'
import type { LookName } from '../../src/charts/palette.ts'
import { makeGeometry, type MapGeometry } from '../../src/charts/geometry.ts'
import type { FigureKind } from '../../src/figures/figure.ts'
import { drawMap } from '../../maps/draw-maps.ts'

/** The province as the map step draws it, with one waterline. */
export const GEOMETRY: MapGeometry = makeGeometry(
  drawMap('370000') as unknown as Parameters<typeof makeGeometry>[0],
  [
    {
      level: 0,
      coords: [
        [119, 37.5],
        [120, 38],
        [121, 38.2],
      ],
    },
  ],
)

type Box = readonly [width: number, height: number, u: number, t: number]

/** Boxes that figures get on walls (16:9, 8:3, 32:9, portrait, 1366×768), on a desk and in print. */
const WALL: Readonly<Partial<Record<FigureKind, readonly Box[]>>> = {
  area: [
    [556, 250, 1, 1],
    [1352, 600, 2, 1.06],
    [760, 460, 1, 1.16],
    [1000, 186, 1, 1],
    [395, 178, 0.711, 1],
  ],
  bar: [
    [556, 250, 1, 1],
    [1280, 560, 2, 1.06],
    [640, 460, 1, 1.16],
    [480, 210, 1, 1],
    [454, 174, 1, 1],
  ],
  flow: [
    [750, 174, 1, 1],
    [1352, 392, 2, 1.06],
    [760, 275, 1, 1.16],
    [1000, 160, 1, 1],
  ],
  units: [
    [556, 174, 1, 1],
    [1280, 392, 2, 1.06],
    [640, 275, 1, 1.16],
    [1000, 138, 1, 1],
  ],
  map: [
    [908, 610, 1, 1],
    [1900, 1800, 2, 1.06],
    [1200, 840, 1, 1.16],
    [1000, 560, 1, 1],
  ],
}
const DESK: readonly Box[] = [
  [560, 320, 1, 1],
  [900, 420, 1.12, 1],
]
/** A telephone, for figures of pages that are read there, too. */
const PHONE: Readonly<Partial<Record<FigureKind, readonly Box[]>>> = {
  flow: [[342, 240, 1, 1]],
}
const PRINT: readonly Box[] = [[1200, 620, 1, 1]]

/** Looks in which a kind of figure is drawn. */
export const looksOf = (kind: FigureKind): Look[] => [
  ...(WALL[kind] ?? []).map((box) => look('wall', box)),
  ...DESK.map((box) => look('desk', box)),
  ...(PHONE[kind] ?? []).map((box) => look('desk', box)),
  ...PRINT.map((box) => look('print', box)),
]

const look = (name: LookName, [width, height, u, t]: Box): Look =>
  makeLook(name, { width, height, u, t })

export const nameOf = ({ name, width, height }: Look): string => `${name} ${width}×${height}`

/** Pixels of the type, from the mark's CSS font. */
export const sizeOf = (mark: Mark): number =>
  Number(/([\d.]+)px/.exec(String(mark.style?.['font']))?.[1] ?? NaN)

export function textOf({ style }: Mark): string {
  const text = style?.['text']
  return typeof text === 'string' ? text : ''
}

export interface Extent {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Where a text stands, by its estimated width. */
export function textExtent(mark: Mark): Extent {
  const width = textWidth(textOf(mark), sizeOf(mark))
  const height = sizeOf(mark)
  const [x, y] = [mark.x ?? 0, mark.y ?? 0]
  const align = mark.style?.['align']
  const left = align === 'right' ? x - width : align === 'center' ? x - width / 2 : x
  return { left, right: left + width, top: y - height / 2, bottom: y + height / 2 }
}

export const texts = (marks: readonly Mark[]): Mark[] => marks.filter(({ type }) => type === 'text')

/** Texts that leave the box: one pixel and a little of the estimate are allowed. */
export const leaving = (marks: readonly Mark[], { width, height }: Look): string[] =>
  texts(marks).flatMap((mark) => {
    const { left, right, top, bottom } = textExtent(mark)
    const slack = 1 + (right - left) * 0.05
    const rise = 1 + (bottom - top) * 0.1
    const out = left < -slack || right > width + slack || top < -rise || bottom > height + rise
    return out
      ? [`${textOf(mark).slice(0, 40)} at ${[left, top, right, bottom].map(Math.round)}`]
      : []
  })

export const tooSmall = (marks: readonly Mark[], of: Look): string[] =>
  texts(marks)
    .filter((mark) => !(sizeOf(mark) >= labelSize(of) - 0.01))
    .map(textOf)
