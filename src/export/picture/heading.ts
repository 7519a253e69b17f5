import type { Look } from '../../charts/look.ts'
import { rectMark } from '../../charts/marks.ts'
import { say } from '../../figures/text/words.ts'
import type { Exported } from '../exported.ts'
import type { ExportWords } from '../words.ts'
import { moved, stacked, words, WORDS_Z, type Block } from './block.ts'
import { widthOf } from './characters.ts'
import { wrapped } from './lineBreak.ts'
import { LEADING, lookOf, type Page } from './page.ts'
import { titleBlock } from './title.ts'

/** The three things above a chart. */
export interface Headline {
  readonly title: string
  readonly sentence: string
  readonly subtitle: string
}

/**
 * The conclusion is the title and the figure's name leads the subtitle; where somebody wrote a title, that one is,
 * and their sentence stands below it.
 */
export function headlineOf(item: Exported, of: ExportWords): Headline {
  const { locale, title: name } = item.figure
  const conclusion = of.sentence.replace(/[。.]$/, '')
  if (item.title !== undefined || !conclusion)
    return {
      title: of.title,
      sentence: item.sentence ?? '',
      subtitle: [item.title === undefined ? '' : name, of.subtitle].filter(Boolean).join(' · '),
    }
  return {
    title: of.badge ? say(locale, `【演示】${conclusion}`, `[Demo] ${conclusion}`) : conclusion,
    sentence: '',
    subtitle: [name, of.subtitle].filter(Boolean).join(' · '),
  }
}

/** Room in sizes of the title that must be left beside the badge; where it is not, the badge goes below the title. */
const BESIDE = 14
/** Part of the width that the badge must leave to the words below the title; where it does not, it goes above all. */
const LEAST_BESIDE = 0.66

/**
 * Title with the vermilion bar at its left, sentence, subtitle; the badge of demonstration data at the right. `scale`
 * is how large the title may be at most, as a part of the page's own size.
 */
export function headingBlock(page: Page, headline: Headline, badge: string, scale: number): Block {
  const look = lookOf(page, page.width - 2 * page.margin, page.height)
  const mark = badgeOf(page, badge, look.width)
  const bar = page.title * 0.2
  const left = bar * 2.6
  const room = look.width - left
  const isNarrow = room - mark.width < BESIDE * page.title
  const isAbove = isNarrow && room - mark.width < room * LEAST_BESIDE
  const [beside, below] = isNarrow
    ? [room, isAbove ? room : room - mark.width]
    : [room - mark.width, room]
  const top = isAbove ? mark.height + page.gap * 0.5 : 0
  const title = titleBlock(look, page, headline.title, beside, { isNarrow, scale })
  const under = top + title.height + page.gap * 0.45
  const small = Math.max(page.least, page.subtitle * 0.92)
  const { text1, text3, seal } = look.palette
  const more = stacked([
    paragraph(look, headline.sentence, page.subtitle, text1, below),
    paragraph(look, headline.subtitle, small, text3, below),
  ])
  return {
    height: Math.max(under + more.height, mark.height + (isNarrow && !isAbove ? under : 0)),
    marks: [
      rectMark({ x: 0, y: top, width: bar, height: title.height }, { fill: seal }, WORDS_Z),
      ...moved(title.marks, left, top),
      ...moved(more.marks, left, under),
      ...moved(mark.marks, 0, isNarrow && !isAbove ? under : 0),
    ],
  }
}

/** Lines of a sentence or subtitle. */
function paragraph(look: Look, text: string, size: number, color: string, width: number): Block {
  const leading = size * LEADING
  const { lines } = wrapped(text.replaceAll(' · ', '\u00A0· '), width, size)
  return {
    marks: lines.map((line, i) => words(look, line, 0, i * leading, { size, leading, color })),
    height: lines.length * leading,
  }
}

/** A frame in gold with the word, and the room that it takes beside the title. */
function badgeOf(page: Page, text: string, right: number): Block & { readonly width: number } {
  if (!text) return { marks: [], width: 0, height: 0 }
  const look = lookOf(page, right, page.height)
  const size = Math.max(page.least, page.subtitle * 0.92)
  const [pad, height] = [size * 0.6, size * 1.75]
  const width = widthOf(text, size, 600) + 2 * pad
  const style = { fill: null, stroke: look.palette.gold, lineWidth: 1.4 * look.u }
  return {
    ...{ width: width + page.gap, height },
    marks: [
      rectMark({ x: right - width, y: 0, width, height, r: 3 * look.u }, style, WORDS_Z),
      words(look, text, right - width / 2, 0, {
        ...{ size, leading: height, color: look.palette.goldText, weight: 600, align: 'center' },
      }),
    ],
  }
}
