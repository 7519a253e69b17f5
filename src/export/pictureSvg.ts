import type { Exported } from './exported.ts'
import type { PictureMark } from './picture/drawn.ts'
import { svgOf } from './svg.ts'
import { pictureProvenance, wordsOf } from './words.ts'

/** Marks in their page of CSS pixels. */
interface Page {
  readonly marks: readonly PictureMark[]
  readonly width: number
  readonly height: number
}

/** The marks of a figure on white, or on `background`, as an SVG file that says what it shows and where it comes from. */
export const pictureSvg = (
  item: Exported,
  { marks, width, height }: Page,
  background = '#ffffff',
): string =>
  svgOf(marks, {
    ...{ width, height, background },
    title: wordsOf(item).title,
    desc: item.figure.finding,
    metadata: pictureProvenance(item),
    lang: item.figure.locale,
  })
