import { drawMap } from '../../maps/draw-maps.ts'
import { makeGeometry, type MapGeometry } from '../../src/charts/geometry.ts'
import { textWidth } from '../../src/charts/look.ts'
import type { Exported, Origin } from '../../src/export/exported.ts'
import { drawnOf, type DrawnText, type PictureMark } from '../../src/export/picture/drawn.ts'
import { widthOf } from '../../src/export/picture/characters.ts'
import type { PictureMarks } from '../../src/export/pictureMarks.ts'
import type { Figure } from '../../src/figures/figure.ts'
import { GEOMETRY } from '../charts/drawn.ts'
import { exported } from './exportable.ts'

const counties = new Map<string, MapGeometry>()

/** The map that a figure is drawn on: the province, or the counties of a city. */
function geometryOf(figure: Figure): MapGeometry | null {
  if (figure.kind !== 'map') return null
  const city = /^\d{4}00$/.exec(`${figure.areas[0]?.id.slice(0, 4) ?? ''}00`)?.[0] ?? ''
  const isProvince = figure.areas.some(({ id }) => !id.startsWith(city.slice(0, 4)))
  if (isProvince || city === '') return GEOMETRY
  const known = counties.get(city)
  if (known) return known
  const drawn = drawMap(city) as unknown as Parameters<typeof makeGeometry>[0]
  const made = makeGeometry(drawn, [])
  counties.set(city, made)
  return made
}

/** A figure on its way into a picture, on its map. */
export const pictured = (figure: Figure, origin: Partial<Origin> = {}): Exported => ({
  ...exported(figure, { space: figure.simulated ? 'demo' : 'main', ...origin }),
  context: { geometry: geometryOf(figure) },
})

export interface Extent {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Marks of one depth: charts draw below 50, words of the page lie at 50, the watermark above. */
export const marksAt = ({ marks }: PictureMarks, isAt: (z: number) => boolean): PictureMark[] =>
  marks.filter(({ z = 0 }) => isAt(z))

export const textsOf = (marks: readonly PictureMark[]): DrawnText[] =>
  drawnOf(marks.filter(({ type }) => type === 'text')).filter(
    (one): one is DrawnText => one.kind === 'text' && one.text.trim() !== '',
  )

/** Where a text stands: from above its letters to below them. */
export function extentOf(
  { text, x, y, size, weight, align, length }: DrawnText,
  width: number = length ?? widthOf(text, size, weight),
): Extent {
  const left = align === 'right' ? x - width : align === 'center' ? x - width / 2 : x
  return { text, left, right: left + width, top: y - 0.8 * size, bottom: y + 0.14 * size }
}

/** Extent by the estimate with which charts are laid out; their faces may be a twentieth wider. */
export function chartExtent(text: DrawnText): Extent {
  const { left, right, ...rest } = extentOf(text, text.length ?? textWidth(text.text, text.size))
  const slack = 1 + (right - left) * 0.05
  return { ...rest, left: left + slack, right: right - slack }
}

export const isInside = (
  { left, right, top, bottom }: Extent,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): boolean =>
  left >= box.x - 0.5 &&
  right <= box.x + box.width + 0.5 &&
  top >= box.y - 0.5 &&
  bottom <= box.y + box.height + 0.5

export const cover = (a: Extent, b: Extent): boolean =>
  a.left < b.right - 0.5 &&
  b.left < a.right - 0.5 &&
  a.top < b.bottom - 0.5 &&
  b.top < a.bottom - 0.5

/** The words of a picture in reading order, without the spaces and line ends that setting adds. */
export const spoken = (marks: readonly PictureMark[]): string =>
  textsOf(marks)
    .map(({ text }) => text)
    .join('')
    .replace(/\s/g, '')

/** What is wrong with a piece of XML 1.0; empty where it is well formed. No entities but the five. */
export function xmlFaults(xml: string): string[] {
  const open: string[] = []
  const faults: string[] = []
  const bad = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.exec(xml)
  if (bad) faults.push(`a character that is not allowed at ${bad.index}`)
  for (const [, text = '', tag] of xml.matchAll(/([^<]*)(?:<([^>]*)>|$)/g)) {
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+);)|>/.test(text)) faults.push(`raw markup in ${text}`)
    if (tag === undefined) continue
    const name = /^\/?([\w:-]+)/.exec(tag)?.[1] ?? ''
    if (!/^(?:\/[\w:-]+|[\w:-]+(?: [\w:-]+="[^"<]*")*\/?)$/.test(tag)) faults.push(`a tag ${tag}`)
    if (tag.startsWith('/') && open.pop() !== name) faults.push(`${name} closes what is not open`)
    if (!tag.startsWith('/') && !tag.endsWith('/')) open.push(name)
  }
  return [...faults, ...open.map((name) => `${name} stays open`)]
}
