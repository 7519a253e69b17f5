import { plainText } from '../plainText.ts'
import { wrapped } from '../picture/lineBreak.ts'
import type { Deck } from './deck.ts'
import { imprint, partWords } from './frame.ts'
import { TITLE } from './layouts.ts'
import { inches } from './plan/chartPlan.ts'
import { addTitle, fitTitle } from './title.ts'
import { unbroken } from './unbroken.ts'
import { INCH, ink, POINTS, PRINT, SLIDE } from './paper.ts'

const TOP = 1.5
const HEIGHT = 5.4
/** Between lines, in sizes of their type. */
const LINE = 1.5
const AFTER = 8

/** Words on slides: what they say, in which type, behind which watermark. */
export interface TextSlide {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly size: number
  readonly watermark: string
  readonly badge: string
  readonly marking: string
  readonly link: string
  /** What the speaker reads. */
  readonly notes: string
}

/** A title and paragraphs, on as many slides as they need; a title that is cut begins them whole. */
export function addTextSlides(deck: Deck, text: TextSlide): void {
  const { locale } = deck.head
  const isCut = fitTitle(text.title, TITLE.w).isCut
  const pages = pagesOf(isCut ? [text.title, ...text.paragraphs] : text.paragraphs, text.size)
  pages.forEach((paragraphs, i) => {
    const slide = deck.addSlide(text.watermark)
    const part = partWords(locale, i, pages.length)
    addTitle(slide, fitTitle(`${text.title}${part}`, TITLE.w))
    if (text.notes) slide.addNotes(text.notes)
    if (paragraphs.length > 0)
      slide.addText(
        paragraphs.map((words) => ({ text: words, options: { breakLine: true } })),
        {
          ...{ x: TITLE.x, y: TOP, w: TITLE.w, h: HEIGHT, margin: 0, valign: 'top' },
          ...{ fontSize: text.size, color: ink(PRINT.text1), lineSpacing: text.size * LINE },
          paraSpaceAfter: AFTER,
        },
      )
    if (text.badge) addBadge(slide, text.badge)
    imprint(slide, text)
  })
}

function addBadge(slide: Parameters<typeof imprint>[0], badge: string): void {
  const w = inches(badge, POINTS.label, 600) + 0.26
  slide.addText(badge, {
    ...{ x: SLIDE.width - SLIDE.margin - w, y: TITLE.y + TITLE.h + 0.01, w, h: 0.29 },
    ...{ margin: 0, fontSize: POINTS.label, bold: true, align: 'center', valign: 'middle' },
    ...{ color: ink(PRINT.goldText), line: { color: ink(PRINT.gold), width: 1.25 } },
  })
}

/** Paragraphs by the lines that a slide has; only one that no slide has room for goes on on the next. */
function pagesOf(paragraphs: readonly string[], size: number): string[][] {
  const line = size * LINE
  const most = HEIGHT * INCH
  const pages: string[][] = [[]]
  let used = 0
  for (const raw of paragraphs) {
    const text = plainText(raw).replace(/\s+/g, ' ').trim()
    let { lines } = wrapped(text, TITLE.w * INCH, size)
    const all = Math.floor(most / line)
    while (lines.length > 0) {
      const free = Math.floor((most - used) / line)
      if (free < 1 || (free < lines.length && used > 0 && lines.length <= all)) {
        pages.push([])
        used = 0
        continue
      }
      const own = lines.slice(0, free)
      lines = lines.slice(free)
      pages
        .at(-1)
        ?.push(lines.length === 0 && own.length > 0 ? tail(text, own) : unbroken(own, text))
      used += own.length * line + AFTER
    }
  }
  return pages
}

/** The end of a text from the first of its last lines on. */
function tail(text: string, lines: readonly string[]): string {
  const at = text.indexOf(lines[0] ?? '')
  return at < 0 ? unbroken(lines, text) : unbroken(lines, text.slice(at))
}
