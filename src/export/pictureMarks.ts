import { isChart } from '../charts/chartMarks.ts'
import type { Figure } from '../figures/figure.ts'
import type { Exported } from './exported.ts'
import { moved, type Block } from './picture/block.ts'
import { bodyMarks } from './picture/bodyMarks.ts'
import { neededHeight } from './picture/chartBody.ts'
import type { PictureMark } from './picture/drawn.ts'
import { footingBlock, UNLIMITED, type FootingLimits } from './picture/footing.ts'
import { headingBlock, headlineOf, type HeadingLimits } from './picture/heading.ts'
import { BODY_SHARE, pageOf, type Page } from './picture/page.ts'
import type { Box } from './picture/steps.ts'
import { watermark } from './picture/watermark.ts'
import type { PictureSize } from './sizes.ts'
import { wordsOf, type ExportWords } from './words.ts'

/** A page ready to be written or painted, in CSS pixels. */
export interface PictureMarks {
  readonly width: number
  /** More than asked for where the size grows and its words need it. */
  readonly height: number
  readonly marks: readonly PictureMark[]
  /** Where the parts of the page stand; none covers another. */
  readonly blocks: Readonly<Record<'heading' | 'body' | 'footing', Box>>
}

/**
 * A figure as a page of the print look: conclusion, chart, then source, 口径, 截至, notes, link and marking. The chart
 * keeps 58 % of the height that was asked for.
 * @throws ExportRefused where there is nothing to show or something is missing that must stay with it.
 */
export function pictureMarks(item: Exported, size: PictureSize): PictureMarks {
  const { figure, origin } = item
  const of = approvalFirst(wordsOf(item), figure)
  const page = pageOf(size)
  const { margin, gap, width } = page
  const inner = width - 2 * margin
  const least = leastBody(item, page, inner, size.grows)
  const { heading, footing, height } = fittedWords(item, of, page, least, size.grows)
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

/** The approval or 示意 note of a map is the last that could be cut. */
const approvalFirst = (of: ExportWords, figure: Figure): ExportWords =>
  figure.kind === 'map'
    ? { ...of, notes: [...new Set([figure.approval, ...of.notes])].filter(Boolean) }
    : of

/** Margin below the footing, which ends with air of its own. */
const FOOT = 0.7
/** A page that grows ends here, in heights that were asked for: what is longer is cut and counted as on a slide. */
const MOST_GROWTH = 2

function leastBody(
  { figure, context }: Exported,
  page: Page,
  width: number,
  grows: boolean,
): number {
  const least = page.height * BODY_SHARE
  if (!grows || !isChart(figure)) return least
  return Math.min(page.height, Math.max(least, neededHeight(figure, page, width, context)))
}

interface Fitted {
  readonly heading: Block
  readonly footing: Block
  readonly height: number
}

/** The words around a chart that leave it the room it needs, and the page's height with them. */
function fittedWords(
  item: Exported,
  of: ExportWords,
  page: Page,
  body: number,
  grows: boolean,
): Fitted {
  const { margin, gap, height } = page
  const headline = headlineOf(item, of)
  const most = height * (grows ? MOST_GROWTH : 1)
  const fixed = body + (1 + FOOT) * margin + 2 * gap
  const pinned = item.figure.kind === 'map' ? 1 : 0
  let last: Fitted | null = null
  for (const [above, below] of tightening()) {
    const heading = headingBlock(page, headline, of.badge, above)
    const footing = footingBlock(page, of, item.figure.locale, { ...below, pinned })
    const needed = Math.ceil(fixed + heading.height + footing.height)
    last = { heading, footing, height: Math.min(most, Math.max(height, needed)) }
    if (needed <= most) return last
  }
  return last ?? { heading: NONE, footing: NONE, height }
}

const NONE: Block = { marks: [], height: 0 }

/** Smaller type first, of notes and title; then fewer lines of notes, of the facts and above the chart. */
function* tightening(): Generator<readonly [HeadingLimits, FootingLimits]> {
  const small = { ...UNLIMITED, small: true }
  const lines = 3
  for (const title of [1, 0.85]) yield [{ title, lines }, UNLIMITED]
  for (const title of [1, 0.85, 0.72]) yield [{ title, lines }, small]
  const least = { title: 0.72, lines }
  for (let noteLines = 8; noteLines > 0; noteLines--) yield [least, { ...small, noteLines }]
  for (let factLines = 8; factLines > 0; factLines--)
    yield [least, { ...small, noteLines: 1, factLines }]
  for (const few of [2, 1])
    yield [
      { ...least, lines: few },
      { ...small, noteLines: 1, factLines: 1 },
    ]
}
