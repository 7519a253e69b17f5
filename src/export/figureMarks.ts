import type { Exported } from './exported.ts'
import { remark, remarkHeight, type Room } from './picture/block.ts'
import { bodyMarks } from './picture/bodyMarks.ts'
import type { PictureMark } from './picture/drawn.ts'
import { lookOf, pageOf } from './picture/page.ts'
import { watermark } from './picture/watermark.ts'
import { badgeOf } from './words.ts'

/** CSS pixels of an inch: the type of a picture in a document or on a slide is measured by it. */
const CSS_DPI = 96

/**
 * A figure alone in a box of CSS pixels, for slides and documents that have a title and notes of their own. What must
 * not be parted from it stays: its key, the approval number or 示意 note of a map, the watermark.
 * @throws ExportRefused where there is nothing to draw.
 */
export function figureMarks(
  item: Pick<Exported, 'figure' | 'context' | 'origin'>,
  { width, height }: Room,
  dpi = CSS_DPI,
): readonly PictureMark[] {
  const { figure, origin } = item
  const page = pageOf({ width, height, dpi, grows: false })
  const note = figure.kind === 'map' ? figure.approval : ''
  const room = { width, height: note ? height - remarkHeight(page, note, width) : height }
  return [
    ...bodyMarks(item, page, room),
    ...(note ? remark(lookOf(page, width, height), page, note, { width, height }) : []),
    ...watermark(page, badgeOf(figure) || origin.watermark, height),
  ]
}
