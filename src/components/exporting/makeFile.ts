import { writeDelimited } from '../../export/delimited.ts'
import type { Exported } from '../../export/exported.ts'
import { figureMarks } from '../../export/figureMarks.ts'
import type { PictureMark } from '../../export/picture/drawn.ts'
import type { DrawPicture } from '../../export/picture.ts'
import { pictureMarks } from '../../export/pictureMarks.ts'
import { withProvenance } from '../../export/pngText.ts'
import { svgOf } from '../../export/svg.ts'
import { provenanceOf, wordsOf } from '../../export/words.ts'
import type { ExportJob } from './exportJob.ts'

/** Makes a PNG of marks on white: `scale` pixels for each of theirs. */
export type PaintPng = (
  marks: readonly PictureMark[],
  size: { readonly width: number; readonly height: number },
  scale: number,
) => Promise<Uint8Array>

/**
 * The file that is asked for. Writers are fetched when they are needed: a picture needs none of the office's.
 * @throws ExportRefused where a figure must not leave the screen, and what `paint` throws.
 */
export async function makeFile(
  job: ExportJob,
  paint: PaintPng,
  tell: (done: number, of: number) => void,
): Promise<Uint8Array> {
  const { format, parts, head } = job
  const items = itemsOf(job)
  const draw = drawWith(paint, tell, items.length + 1)
  tell(0, items.length + 1)
  switch (format) {
    case 'png':
      return pngFile(first(items), job, paint)
    case 'svg':
      return utf8(svgFile(first(items), job))
    case 'csv':
      return utf8(writeDelimited(first(items)))
    case 'xlsx':
      return (await import('../../export/sheet.ts')).writeSheet(items)
    case 'docx':
      return (await import('../../export/document.ts')).writeDocument(parts, head, draw)
    case 'pptx':
      return (await import('../../export/slides.ts')).writeSlides(parts, head, draw)
  }
}

const itemsOf = ({ parts }: ExportJob): Exported[] =>
  parts.flatMap((part) => (part.kind === 'figure' ? [part.item] : []))

function first([item]: readonly Exported[]): Exported {
  if (!item) throw new RangeError('A picture or CSV needs one figure')
  return item
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What a picture says of itself: where it comes from, and that it is a demonstration or how far it may go. */
function provenance(item: Exported): readonly (readonly [string, string])[] {
  const { title, badge, marking } = wordsOf(item)
  return [
    ['Title', title],
    ...provenanceOf(item),
    ...(badge ? ([['Data', badge]] as const) : []),
    ...(marking ? ([['Marking', marking]] as const) : []),
  ]
}

async function pngFile(
  item: Exported,
  { size, scale }: ExportJob,
  paint: PaintPng,
): Promise<Uint8Array> {
  const page = pictureMarks(item, size)
  const png = await paint(page.marks, page, scale)
  return withProvenance(png, provenance(item), size.dpi * scale)
}

const svgFile = (item: Exported, { size }: ExportJob): string => {
  const { marks, width, height } = pictureMarks(item, size)
  return svgText(item, marks, width, height)
}

const svgText = (
  item: Exported,
  marks: readonly PictureMark[],
  width: number,
  height: number,
): string =>
  svgOf(marks, {
    ...{ width, height, background: '#ffffff' },
    title: wordsOf(item).title,
    desc: item.figure.finding,
    metadata: provenance(item),
    lang: item.figure.locale,
  })

/** Pictures of slides and documents: vectors, and their PNG for programs that know none. */
const drawWith = (
  paint: PaintPng,
  tell: (done: number, of: number) => void,
  of: number,
): DrawPicture => {
  let drawn = 0
  return async (item, { width, height, scale }) => {
    const marks = figureMarks(item, { width, height })
    const png = await paint(marks, { width, height }, scale)
    drawn = Math.min(drawn + 1, of - 1)
    tell(drawn, of)
    return { svg: svgText(item, marks, width, height), png, width, height }
  }
}
