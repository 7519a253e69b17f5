import { writeDelimited } from '../../export/delimited.ts'
import { drawFigure } from '../../export/drawFigure.ts'
import type { Exported } from '../../export/exported.ts'
import type { PictureMark } from '../../export/picture/drawn.ts'
import type { DrawPicture } from '../../export/picture.ts'
import { pictureMarks } from '../../export/pictureMarks.ts'
import { pictureSvg } from '../../export/pictureSvg.ts'
import { withProvenance } from '../../export/pngText.ts'
import type { Tell } from '../../export/tell.ts'
import { pictureProvenance } from '../../export/words.ts'
import type { ExportJob } from './exportJob.ts'

/** Makes a PNG of marks on white, or on nothing: `scale` pixels for each of theirs. */
export type PaintPng = (
  marks: readonly PictureMark[],
  size: { readonly width: number; readonly height: number },
  scale: number,
  ground?: 'white' | 'none',
) => Promise<Uint8Array>

/**
 * The file that is asked for. Writers are fetched when they are needed: a picture needs none of the office's.
 * @throws ExportRefused where a figure must not leave the screen, and what `paint` throws.
 */
export async function makeFile(job: ExportJob, paint: PaintPng, tell: Tell): Promise<Uint8Array> {
  const { format, parts, head } = job
  const items = itemsOf(job)
  const draw = drawWith(paint)
  tell(0, parts.length + 1)
  switch (format) {
    case 'png':
      return pngFile(first(items), job, paint)
    case 'svg':
      return utf8(pictureSvg(first(items), pictureMarks(first(items), job.size)))
    case 'csv':
      return utf8(writeDelimited(first(items)))
    case 'xlsx':
      return (await import('../../export/sheet.ts')).writeSheet(items)
    case 'docx':
      return (await import('../../export/document.ts')).writeDocument(parts, head, draw, tell)
    case 'pptx':
      return (await import('../../export/slides.ts')).writeSlides(parts, head, draw, tell)
  }
}

const itemsOf = ({ parts }: ExportJob): Exported[] =>
  parts.flatMap((part) => (part.kind === 'figure' ? [part.item] : []))

function first([item]: readonly Exported[]): Exported {
  if (!item) throw new RangeError('A picture or CSV needs one figure')
  return item
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

async function pngFile(
  item: Exported,
  { size, scale }: ExportJob,
  paint: PaintPng,
): Promise<Uint8Array> {
  const page = pictureMarks(item, size)
  const png = await paint(page.marks, page, scale)
  return withProvenance(png, pictureProvenance(item), size.dpi * scale)
}

/** Pictures of slides and documents: vectors, and their PNG for programs that know none. */
const drawWith =
  (paint: PaintPng): DrawPicture =>
  (item, box) =>
    drawFigure(item, box, ({ marks }) => paint(marks, box, box.scale, 'none'))
