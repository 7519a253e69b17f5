import type PptxGenJS from 'pptxgenjs'

import type { Locale } from '../../domain/text.ts'
import { say } from '../../figures/text/words.ts'
import { plainText } from '../plainText.ts'
import type { Exported } from '../exported.ts'
import { headlineOf } from '../picture/heading.ts'
import { shortened } from '../picture/lineBreak.ts'
import type { ExportWords } from '../words.ts'
import type { Slide } from './deck.ts'
import { footWithin, type Foot } from './foot.ts'
import { IMPRINT, IMPRINT_LEFT, PAGE_WIDTH, TITLE } from './layouts.ts'
import { inches, lineHeight } from './plan/chartPlan.ts'
import { addTitle, fitTitle, type FittedTitle } from './title.ts'
import { BODY_SHARE, INCH, INNER, ink, LEADING, POINTS, PRINT, SLIDE, type Box } from './paper.ts'

const SUBTITLE = { y: TITLE.y + TITLE.h + 0.03, h: 0.26 } as const
const GAP = 0.1
const LEAST_BODY = SLIDE.height * BODY_SHARE
const FOOT_BOTTOM = IMPRINT.y - 0.05

/** The words of a figure's slides and the room that they leave. */
export interface Frame {
  readonly title: FittedTitle
  readonly sentence: string
  readonly subtitle: string
  readonly foot: Foot
  readonly body: Box
  /** What had no room, whole: for a slide of its own. */
  readonly left: readonly string[]
}

/** What stands above a body. */
interface Heading {
  readonly title: string
  readonly sentence: string
  readonly subtitle: string
  /** The heading that the slide stands below, in front of the subtitle where it has room. */
  readonly section: string
}

/** The frame of a figure's slides. */
export const frameOf = (item: Exported, words: ExportWords, section = ''): Frame =>
  planFrame({ ...headlineOf(item, words), section }, words, item.figure.locale)

/** Plans heading and footing: the figure keeps 58 % of the height, what then has no room goes to a slide of its own. */
export function planFrame(heading: Heading, words: ExportWords, locale: Locale): Frame {
  const { title, sentence, subtitle } = heading
  const fitted = fitTitle(title, TITLE.w)
  const width = TITLE.w * INCH
  const badge = words.badge ? inches(words.badge, POINTS.label, 600) + 0.5 : 0
  const second = shortened(plainText(sentence), width, POINTS.subtitle)
  const third = subtitleWithin(heading, TITLE.w - badge)
  const top = SUBTITLE.y + SUBTITLE.h * (second ? 2 : 1) + GAP
  const room = FOOT_BOTTOM - 0.06 - GAP - LEAST_BODY - top
  const foot = footWithin(words, locale, { w: INNER, h: room })
  const isShort = fitted.isCut || second.endsWith('…') || third.endsWith('…')
  return {
    ...{ title: fitted, sentence: second, subtitle: third },
    foot,
    body: {
      ...{ x: SLIDE.margin, y: top, w: INNER },
      h: footTop(foot) - GAP - top,
    },
    left: foot.isCut || isShort ? wholeText(words, [title, sentence, subtitle], locale) : [],
  }
}

/** With the section in front where both have room. */
function subtitleWithin({ section, subtitle }: Heading, width: number): string {
  const text = plainText(subtitle)
  const both = [plainText(section), text].filter(Boolean).join('　|　')
  return inches(both, POINTS.subtitle) <= width * 0.9
    ? both
    : shortened(text, width * INCH, POINTS.subtitle)
}

const footTop = ({ paragraphs, size }: Foot): number =>
  FOOT_BOTTOM - 0.04 - paragraphs.reduce((sum, { lines }) => sum + lines, 0) * lineHeight(size)

const wholeText = (
  { facts, notes }: ExportWords,
  heading: readonly string[],
  locale: Locale,
): string[] =>
  [
    ...heading,
    ...facts.map(({ name, text }) => `${name}${say(locale, '：', ': ')}${text}`),
    ...notes.map((text, i) => `${i + 1}. ${text}`),
  ].filter(Boolean)

/** Heading, footing and imprint; `part` stands behind the subtitle where a figure takes several slides. */
export function frameSlide(slide: Slide, frame: Frame, words: ExportWords, part: string): void {
  const { title, sentence, subtitle } = frame
  addTitle(slide, title)
  const line = (text: string, row: number, color: string): void => {
    if (!text) return
    slide.addText(text, {
      ...{ x: TITLE.x, y: SUBTITLE.y + row * SUBTITLE.h, w: TITLE.w, h: SUBTITLE.h, margin: 0 },
      ...{ fontSize: POINTS.subtitle, color: ink(color), valign: 'middle' },
    })
  }
  line(sentence, 0, PRINT.text1)
  line([subtitle, part].filter(Boolean).join('　'), sentence ? 1 : 0, PRINT.text3)
  badge(slide, words.badge, sentence ? 1 : 0)
  footing(slide, frame.foot)
  imprint(slide, words)
}

function badge(slide: Slide, text: string, row: number): void {
  if (!text) return
  const w = inches(text, POINTS.label, 600) + 0.26
  slide.addText(text, {
    ...{ x: SLIDE.width - SLIDE.margin - w, y: SUBTITLE.y + row * SUBTITLE.h - 0.02, w, h: 0.29 },
    ...{ margin: 0, fontSize: POINTS.label, bold: true, align: 'center', valign: 'middle' },
    ...{ color: ink(PRINT.goldText), line: { color: ink(PRINT.gold), width: 1.25 } },
  })
}

/** Source, 口径, 截至 and notes below a rule. */
function footing(slide: Slide, foot: Foot): void {
  const { paragraphs, size } = foot
  const y = footTop(foot)
  slide.addShape('line', {
    ...{ x: SLIDE.margin, y: y - 0.03, w: INNER, h: 0 },
    line: { color: ink(PRINT.lineStrong), width: 0.75 },
  })
  const runs = paragraphs.flatMap(({ runs: own }): PptxGenJS.TextProps[] =>
    own.map(({ text, isName }, i) => ({
      text,
      options: {
        ...{ bold: isName, color: ink(isName ? PRINT.text1 : PRINT.text2) },
        breakLine: i === own.length - 1,
      },
    })),
  )
  if (runs.length === 0) return
  slide.addText(runs, {
    ...{ x: SLIDE.margin, y, w: INNER, h: FOOT_BOTTOM - y, margin: 0, valign: 'top' },
    ...{ fontSize: size, color: ink(PRINT.text2), lineSpacing: size * LEADING },
  })
}

/** Marking and the way back; seal, name and page stand in the layout. */
export function imprint(
  slide: Slide,
  { marking, link }: Pick<ExportWords, 'marking' | 'link'>,
): void {
  const style = {
    ...({ ...IMPRINT, margin: 0, valign: 'middle', fontSize: POINTS.least } as const),
    color: ink(PRINT.text3),
  }
  const x = SLIDE.margin + IMPRINT_LEFT + 0.4
  const w = SLIDE.width - SLIDE.margin - PAGE_WIDTH - x
  const marked = marking ? inches(marking, POINTS.least, 600) + 0.3 : 0
  if (marking)
    slide.addText(marking, { ...style, x, w: marked, bold: true, color: ink(PRINT.text1) })
  const text = shortened(plainText(link), (w - marked) * INCH, POINTS.least)
  if (!text) return
  const url = addressOf(link)
  slide.addText([{ text, options: url ? { hyperlink: { url } } : {} }], {
    ...{ ...style, x: x + marked, w: w - marked, align: 'right' },
  })
}

/** An address that a relation of a package may have: absolute and percent-encoded; none for anything else. */
function addressOf(link: string): string {
  try {
    const { href, protocol } = new URL(plainText(link))
    return /^https?:$/.test(protocol) ? href : ''
  } catch {
    return ''
  }
}

/** （1/3） behind the subtitle of a figure that takes several slides. */
export const partWords = (locale: Locale, at: number, of: number): string =>
  of > 1 ? say(locale, `（${at + 1}/${of}）`, `(${at + 1}/${of})`) : ''
