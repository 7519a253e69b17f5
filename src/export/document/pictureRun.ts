import { encodeUtf8, ImageRun } from 'docx'

import type { Figure } from '../../figures/figure.ts'
import type { Picture, PictureBox } from '../picture.ts'
import { cssPixels, TEXT_WIDTH } from './measures.ts'

/** Pixels of a PNG for one of the picture: 288 an inch in print. */
const SCALE = 3

/** Room for a picture across the type area in CSS pixels (96 an inch), as high as its kind needs. */
export const pictureBox = (figure: Figure): PictureBox => ({
  width: cssPixels(TEXT_WIDTH),
  height: heightOf(figure),
  scale: SCALE,
})

function heightOf(figure: Figure): number {
  switch (figure.kind) {
    case 'bar':
      return within(150, 400, 56 + figure.rows.length * 27)
    case 'units':
      return within(130, 400, 76 + figure.deadlines.length * 27)
    case 'flow':
      return 240
    case 'map':
      return 290
    case 'line':
      return figure.panels.length > 3 ? 440 : 310
    case 'area':
    case 'scatter':
    case 'kpi':
    case 'timeline':
    case 'table':
    case 'absent':
      return 310
  }
}

const within = (least: number, most: number, height: number): number =>
  Math.min(most, Math.max(least, height))

/** One light grey pixel: what a reader shows that knows no SVG, where no picture could be made of it. */
const GREY_PIXEL = Uint8Array.from([
  137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0,
  0, 58, 126, 155, 85, 0, 0, 0, 10, 73, 68, 65, 84, 120, 156, 99, 120, 7, 0, 0, 240, 0, 239, 240,
  105, 46, 161, 0, 0, 0, 0, 73, 69, 78, 68, 174, 66, 96, 130,
])

interface PictureWords {
  readonly number: number
  readonly title: string
  readonly description: string
}

/** The picture across the type area or a part of it: vector where the reader knows it, else its PNG. */
export function pictureRun(
  { svg, png, width, height }: Picture,
  { number, title, description }: PictureWords,
  millimetres: number = TEXT_WIDTH,
): ImageRun {
  const across = cssPixels(millimetres)
  return new ImageRun({
    type: 'svg',
    data: encodeUtf8(svg),
    transformation: { width: across, height: (across * height) / width },
    fallback: { type: 'png', data: png ?? GREY_PIXEL },
    altText: { id: String(number), name: `Picture ${number}`, title, description },
  })
}
