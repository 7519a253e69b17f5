import type { Exported } from './exported.ts'
import { figureMarks } from './figureMarks.ts'
import type { PictureMark } from './picture/drawn.ts'
import type { Picture, PictureBox } from './picture.ts'
import { pictureSvg } from './pictureSvg.ts'

/** A drawn figure in both forms that a PNG can be made of. */
export interface Drawing {
  readonly marks: readonly PictureMark[]
  readonly svg: string
}

/** Makes a PNG of a drawing on nothing, `scale` pixels for each of its box. */
export type PaintDrawing = (drawing: Drawing, box: PictureBox) => Promise<Uint8Array>

/**
 * A figure alone on nothing, for slides and documents, whose watermark shows through: the same picture in the browser and in the service. Always as SVG, and
 * as PNG where something can paint it. `dpi` is what an inch of the page has of the box's pixels.
 * @throws ExportRefused where there is nothing to draw, and what `paint` throws.
 */
export async function drawFigure(
  item: Exported,
  box: PictureBox,
  paint: PaintDrawing | null,
  dpi?: number,
): Promise<Picture> {
  const { width, height } = box
  const marks = figureMarks(item, box, dpi)
  const svg = pictureSvg(item, { marks, width, height }, 'none')
  return { svg, png: paint ? await paint({ marks, svg }, box) : null, width, height }
}
