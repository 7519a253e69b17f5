import { ExportRefused, type Exported } from '../../src/export/exported.ts'
import { plainText } from '../../src/export/plainText.ts'
import { pictureMarks, type PictureMarks } from '../../src/export/pictureMarks.ts'
import type { PictureSize } from '../../src/export/sizes.ts'
import { svgOf } from '../../src/export/svg.ts'
import { provenanceOf, wordsOf } from '../../src/export/words.ts'
import {
  chartExtent,
  cover,
  extentOf,
  isInside,
  marksAt,
  spoken,
  textsOf,
  xmlFaults,
} from './pictured.ts'

export interface Drawing {
  readonly item: Exported
  readonly size: PictureSize
  readonly picture: PictureMarks
  readonly where: string
}

const LEAST_POINTS = 9

/** The picture of an item; nothing where it is refused with a reason. */
export function drawn(item: Exported, size: PictureSize, where: string): Drawing[] {
  try {
    return [{ item, size, picture: pictureMarks(item, size), where }]
  } catch (error) {
    if (error instanceof ExportRefused && error.message.length > 5) return []
    throw error
  }
}

/** What a check finds in any of the pictures, with where it is. */
export const faultsOf = (
  drawings: readonly Drawing[],
  of: (drawing: Drawing) => readonly string[],
): string[] =>
  drawings.flatMap((drawing) => of(drawing).map((fault) => `${drawing.where}: ${fault}`))

/** Words below 9 points. */
export const tooSmall = ({ picture, size }: Drawing): string[] =>
  textsOf(picture.marks)
    .filter((text) => text.size < LEAST_POINTS * (size.dpi / 72) - 0.01)
    .map(({ text, size: pixels }) => `${text} ${pixels}`)

/** Words of the page that leave their block, and words of the chart that leave the page. */
export function leaving({ picture }: Drawing): string[] {
  const { heading, body, footing } = picture.blocks
  const own = textsOf(marksAt(picture, (z) => z >= 50 && z < 90)).map((text) => extentOf(text))
  const chart = textsOf(marksAt(picture, (z) => z < 50)).map(chartExtent)
  const watermark = textsOf(marksAt(picture, (z) => z >= 90))
  const page = { x: 0, y: 0, width: picture.width, height: picture.height }
  return [
    ...own.filter((words) => ![heading, body, footing].some((block) => isInside(words, block))),
    ...chart.filter((words) => !isInside(words, page)),
    ...watermark.map((text) => extentOf(text)).filter((words) => !isInside(words, page)),
  ].map(({ text, ...at }) => `${text.slice(0, 30)} ${JSON.stringify(at)}`)
}

/** Words of the page that cover each other. */
export function covering({ picture }: Drawing): string[] {
  const own = textsOf(marksAt(picture, (z) => z >= 50 && z < 90)).map((text) => extentOf(text))
  return own.flatMap((a, i) =>
    own.slice(i + 1).flatMap((b) => (cover(a, b) ? [`${a.text} on ${b.text}`] : [])),
  )
}

/** Blocks that meet, a chart with too little room, another size than an exact one. */
export function crowded({ picture, size }: Drawing): string[] {
  const { heading, body, footing } = picture.blocks
  const order = [0, heading.y, heading.y + heading.height, body.y, body.y + body.height, footing.y]
  const ends = [...order, footing.y + footing.height, picture.height]
  return [
    ...(ends.every((at, i) => i === 0 || at >= (ends[i - 1] ?? 0))
      ? []
      : [`blocks ${ends.join()}`]),
    ...(body.height >= size.height * 0.44 - 1 ? [] : [`body ${body.height} of ${size.height}`]),
    ...(!size.isExact || picture.height === size.height ? [] : ['higher than asked for']),
    ...(picture.height >= size.height ? [] : ['lower than asked for']),
    ...(picture.width === size.width ? [] : ['another width']),
  ]
}

/** Source, 口径, 截至, 已知至, notes, marking and link: all of them whole. */
export function missing({ item, picture }: Drawing): string[] {
  const said = spoken(marksAt(picture, (z) => z === 50))
  const { facts, notes, marking, badge, link } = wordsOf(item)
  const named = facts.flatMap(({ name, text }) => [name, text])
  return [...named, ...notes, marking, badge, link]
    .map((text) => plainText(text).replace(/\s/g, ''))
    .filter((text) => !said.includes(text))
}

/** What is wrong with the picture as an SVG file. */
export const malformed = ({ item, picture: { marks, width, height } }: Drawing): string[] =>
  xmlFaults(
    svgOf(marks, {
      ...{ width, height, background: '#FFFFFF', metadata: provenanceOf(item) },
      ...{ title: wordsOf(item).title, desc: wordsOf(item).sentence },
    }),
  )
