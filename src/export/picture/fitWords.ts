import { say } from '../../figures/text/words.ts'
import { ExportRefused, type Exported } from '../exported.ts'
import type { PictureSize } from '../sizes.ts'
import type { ExportWords } from '../words.ts'
import type { Block } from './block.ts'
import { footingBlock } from './footing.ts'
import { headingBlock, headlineOf } from './heading.ts'
import { BODY_SHARE, pageOf, type Page } from './page.ts'

/** The words above and below a chart, and the height of a page that holds both and the chart. */
export interface Fitted {
  readonly heading: Block
  readonly footing: Block
  readonly height: number
}

/** Margin below the footing, which ends with air of its own. */
export const FOOT = 0.7
/** Heights that were asked for: a page that needs more is no picture of its size any more. */
const MOST_GROWTH = 3

/** How words make room: size of the title, 9 points below the chart, the chart's part of the height. */
interface Setting {
  readonly title: number
  readonly isSmall: boolean
  readonly share: number
}

/** A chart that needs more height than this leaves something out. */
const MOST_BODY = 1.5

/** Smaller type first, then a lower chart. */
const SETTINGS: readonly Setting[] = [
  { title: 1, isSmall: false, share: BODY_SHARE },
  { title: 0.85, isSmall: false, share: BODY_SHARE },
  { title: 1, isSmall: true, share: BODY_SHARE },
  { title: 0.85, isSmall: true, share: BODY_SHARE },
  { title: 0.72, isSmall: true, share: BODY_SHARE },
  { title: 0.72, isSmall: true, share: 0.5 },
  { title: 0.72, isSmall: true, share: 0.44 },
]
const TIGHTEST: Setting = { title: 0.72, isSmall: true, share: 0.44 }
/** Of a page that becomes higher than it is asked for anyway. */
const GROWN: Setting = { title: 0.85, isSmall: true, share: BODY_SHARE }

/** Height in CSS pixels that a chart needs on a page to be read; 0 where any will do. */
export type BodyNeed = (page: Page) => number

/**
 * The words around a chart, all of them, and the height of the page with them and the chart. A size that grows
 * becomes higher at once; slides and squares first try smaller type and a lower chart.
 * @throws ExportRefused where the words need more than an exact size has, or than three times any other.
 */
export function fitWords(
  item: Exported,
  of: ExportWords,
  size: PictureSize,
  bodyNeed: BodyNeed,
): Fitted {
  const page = pageOf(size)
  const { height, grows, isExact } = size
  const most = height * (isExact ? 1 : MOST_GROWTH)
  const set = (setting: Setting): Fitted =>
    setWords(item, of, page, setting, grows ? bodyNeed : null)
  for (const setting of grows ? [] : SETTINGS) {
    const fitted = set(setting)
    if (fitted.height <= height) return { ...fitted, height }
  }
  const grown = set(grows ? (SETTINGS[0] ?? GROWN) : GROWN)
  if (isExact !== true && grown.height <= most)
    return { ...grown, height: Math.max(height, grown.height) }
  throw tooLow(item, of, size)
}

function setWords(
  item: Exported,
  of: ExportWords,
  page: Page,
  { title, isSmall, share }: Setting,
  bodyNeed: BodyNeed | null,
): Fitted {
  const { margin, gap, height } = page
  const heading = headingBlock(page, headlineOf(item, of), of.badge, title)
  const footing = footingBlock(page, of, item.figure.locale, isSmall)
  const body = Math.max(height * share, Math.min(height * MOST_BODY, bodyNeed?.(page) ?? 0))
  const fixed = body + (1 + FOOT) * margin + 2 * gap
  return { heading, footing, height: Math.ceil(fixed + heading.height + footing.height) }
}

/** Tens of pixels: a least height that a person types. */
const STEP = 10
const MOST_TRIES = 40

/** The least height of a width at which all words fit; type grows with the page, so that it is approached. */
function leastHeight(item: Exported, of: ExportWords, size: PictureSize): number {
  let { height } = size
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { height: needed } = setWords(item, of, pageOf({ ...size, height }), TIGHTEST, null)
    if (needed <= height) return height
    height = Math.ceil(needed / STEP) * STEP
  }
  return height
}

function tooLow(item: Exported, of: ExportWords, size: PictureSize): ExportRefused {
  const { id, title, locale } = item.figure
  const needed = `${size.width} × ${leastHeight(item, of, size)}`
  const why = say(
    locale,
    `宽 ${size.width} 像素时，标题、来源、口径、注与链接要 ${needed} 像素才能全部印出；请把尺寸改到 ${needed} 以上、加宽，或缩短自拟的标题与说明`,
    `at a width of ${size.width} px, title, source, definition, notes and link need ${needed} px to be printed whole: choose at least ${needed}, a wider size, or shorter words of your own`,
  )
  return new ExportRefused(id, say(locale, `${title}：${why}`, `${title}: ${why}`))
}
