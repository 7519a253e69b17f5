import type PptxGenJS from 'pptxgenjs'

import { textWidth } from '../../charts/look.ts'
import type { Locale } from '../../domain/text.ts'
import { say } from '../../figures/text/words.ts'
import { cleanText } from '../cleanText.ts'
import type { Exported } from '../exported.ts'
import { headlineOf } from '../picture/heading.ts'
import { shortened, wrapped } from '../picture/lineBreak.ts'
import type { ExportWords } from '../words.ts'
import { ink, INNER, POINTS, PRINT, SANS, SERIF, SLIDE, type Box } from './paper.ts'

type Slide = PptxGenJS.Slide

const TITLE = { y: 0.42, height: 0.92 }
const SUBTITLE = { y: 1.36, height: 0.36 }
/** Lines of a title, less what breaks between words leave empty. */
const TITLE_LINES = 1.75
const BODY_TOP = 1.86
const FOOT_BOTTOM = 7.08
const BADGE = 1.35
/** Lines of a footing at most; what has no room stands in the speaker's notes. */
const FOOT_LINES = 6

/** Room that is left for the figure between heading and footing. */
export function bodyBox(words: ExportWords, locale: Locale): Box {
  const h = footTop(footLines(words, locale)) - 0.14 - BODY_TOP
  return { x: SLIDE.margin, y: BODY_TOP, w: INNER, h }
}

const footTop = ({ length }: readonly string[]): number =>
  FOOT_BOTTOM - (length * POINTS.fact * 1.42) / 72

/** Heading, footing and imprint; `part` stands behind the title where a figure takes several slides. */
export function frameSlide(slide: Slide, item: Exported, words: ExportWords, part: string): void {
  const { locale } = item.figure
  const lines = footLines(words, locale)
  heading(slide, item, words, part)
  footing(slide, lines, footTop(lines))
  imprint(slide, words, locale)
}

function heading(slide: Slide, item: Exported, words: ExportWords, part: string): void {
  const { title, sentence, subtitle } = headlineOf(item, words)
  const room = INNER - 0.22 - (words.badge ? BADGE + 0.2 : 0)
  slide.addShape('rect', {
    ...{ x: SLIDE.margin, y: TITLE.y + 0.06, w: 0.09, h: TITLE.height - 0.12 },
    ...{ fill: { color: ink(PRINT.seal) }, line: { type: 'none' } },
  })
  const size = titleSize(title + part, room)
  slide.addText(cleanText(shortened(title + part, room * 72 * TITLE_LINES, size)), {
    ...{ x: SLIDE.margin + 0.22, y: TITLE.y, w: room, h: TITLE.height, margin: 0 },
    ...{ fontFace: SERIF, fontSize: size, bold: true, color: ink(PRINT.text1), valign: 'middle' },
  })
  slide.addText(cleanText([sentence, subtitle].filter(Boolean).join('　')), {
    ...{ x: SLIDE.margin + 0.22, y: SUBTITLE.y, w: INNER - 0.22, h: SUBTITLE.height, margin: 0 },
    ...{ fontFace: SANS, fontSize: POINTS.subtitle, color: ink(PRINT.text3), fit: 'shrink' },
  })
  if (words.badge)
    slide.addText(words.badge, {
      ...{ x: SLIDE.width - SLIDE.margin - BADGE, y: TITLE.y + 0.1, w: BADGE, h: 0.36, margin: 0 },
      ...{ fontFace: SANS, fontSize: 12, bold: true, color: ink(PRINT.goldText), align: 'center' },
      ...{ line: { color: ink(PRINT.gold), width: 1.2 } },
    })
}

/** The largest size at which a title stands on two lines. */
function titleSize(title: string, room: number): number {
  const fitting = [1, 0.9, 0.8, 0.7, 0.6].map((part) => POINTS.title * part)
  return (
    fitting.find((size) => textWidth(title, size) <= room * 72 * TITLE_LINES) ?? POINTS.title * 0.6
  )
}

/** Source, 截至 and 已知至 on one line, 口径 and notes on lines of their own. */
function footLines({ facts, notes }: ExportWords, locale: Locale): string[] {
  const room = INNER * 72
  const isShort = ({ text }: { readonly text: string }): boolean =>
    textWidth(text, POINTS.fact) < room * 0.4
  const fact = ({ name, text }: { readonly name: string; readonly text: string }): string =>
    `${name}  ${text}`
  const texts = [
    facts.filter(isShort).map(fact).join('　　'),
    ...facts.filter((one) => !isShort(one)).map(fact),
    notes.length === 0
      ? ''
      : `${say(locale, '注', 'Notes')}  ${notes.map((note, i) => `${i + 1}. ${note}`).join('　')}`,
  ].filter(Boolean)
  return texts
    .flatMap((text) => wrapped(cleanText(text), room, POINTS.fact, {}).lines)
    .slice(0, FOOT_LINES)
}

function footing(slide: Slide, lines: readonly string[], y: number): void {
  slide.addShape('line', {
    ...{ x: SLIDE.margin, y: y - 0.05, w: INNER, h: 0 },
    line: { color: ink(PRINT.lineStrong), width: 0.75 },
  })
  slide.addText(
    lines.map((text) => ({ text, options: { breakLine: true } })),
    {
      ...{ x: SLIDE.margin, y, w: INNER, h: FOOT_BOTTOM - y, margin: 0, valign: 'top' },
      ...{ fontFace: SANS, fontSize: POINTS.fact, color: ink(PRINT.text2), wrap: false },
    },
  )
}

/** Name, marking and link; the page's number is the library's own field. */
function imprint(slide: Slide, { marking, link }: ExportWords, locale: Locale): void {
  const name = say(locale, '山东工业经济大脑', 'Shandong Industrial Economy Brain')
  const style = {
    ...({ y: 7.12, h: 0.24, margin: 0, fontFace: SANS, fontSize: POINTS.note } as const),
    color: ink(PRINT.text3),
  }
  const address = shortened(cleanText(link), 9.2 * 72, POINTS.note)
  slide.addText([name, marking, address].filter(Boolean).join('　·　'), {
    ...{ ...style, x: SLIDE.margin, w: INNER - 0.8 },
  })
  slide.slideNumber = {
    ...{ ...style, x: SLIDE.width - SLIDE.margin - 0.7, w: 0.7, align: 'right' },
  }
}
