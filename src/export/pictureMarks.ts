import { isChart } from '../charts/chartMarks.ts'
import type { Figure } from '../figures/figure.ts'
import type { Exported } from './exported.ts'
import { moved } from './picture/block.ts'
import { bodyMarks } from './picture/bodyMarks.ts'
import { neededHeight } from './picture/chartBody.ts'
import type { PictureMark } from './picture/drawn.ts'
import { fitWords, FOOT } from './picture/fitWords.ts'
import { pageOf, type Page } from './picture/page.ts'
import type { Box } from './picture/steps.ts'
import { tableHeight } from './picture/tableBody.ts'
import { watermark } from './picture/watermark.ts'
import type { PictureSize } from './sizes.ts'
import { wordsOf, type ExportWords } from './words.ts'

/** A page ready to be written or painted, in CSS pixels. */
export interface PictureMarks {
  readonly width: number
  /** More than asked for where the words need it; never of an exact size. */
  readonly height: number
  readonly marks: readonly PictureMark[]
  /** Where the parts of the page stand; none covers another. */
  readonly blocks: Readonly<Record<'heading' | 'body' | 'footing', Box>>
}

/**
 * A figure as a page of the print look: conclusion, chart, then source, 口径, 截至, notes, link and marking, all of
 * them whole. The chart keeps 58 % of the height that was asked for, 44 % where that saves a page from growing.
 * @throws ExportRefused where there is nothing to show, something is missing that must stay with it, or the words
 * have no room.
 */
export function pictureMarks(item: Exported, size: PictureSize): PictureMarks {
  const { figure, origin } = item
  const of = approvalFirst(wordsOf(item), figure)
  const page = pageOf(size)
  const { margin, gap, width } = page
  const inner = width - 2 * margin
  const need = (on: Page): number => bodyNeed(item, on, inner)
  const { heading, footing, height } = fitWords(item, of, size, need)
  const top = margin + heading.height + gap
  const foot = height - margin * FOOT - footing.height
  const body = { x: margin, y: top, width: inner, height: foot - gap - top }
  return {
    width,
    height,
    marks: [
      ...moved(heading.marks, margin, margin),
      ...moved(bodyMarks(item, page, body), margin, top),
      ...moved(footing.marks, margin, foot),
      ...watermark(page, of.badge || origin.watermark, height),
    ],
    blocks: {
      heading: { x: margin, y: margin, width: inner, height: heading.height },
      body,
      footing: { x: margin, y: foot, width: inner, height: footing.height },
    },
  }
}

/** The approval or 示意 note of a map leads its notes. */
const approvalFirst = (of: ExportWords, figure: Figure): ExportWords =>
  figure.kind === 'map'
    ? { ...of, notes: [...new Set([figure.approval, ...of.notes])].filter(Boolean) }
    : of

const bodyNeed = ({ figure, context }: Exported, page: Page, width: number): number =>
  isChart(figure)
    ? neededHeight(figure, page, width, context)
    : figure.kind === 'table'
      ? tableHeight(figure, page, width)
      : 0
