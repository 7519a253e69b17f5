import { SPACE_NAMES } from '../../domain/space.ts'
import { textOf } from '../../domain/text.ts'
import { say } from '../../figures/text/words.ts'
import { plainText } from '../plainText.ts'
import { dayWords } from '../dayWords.ts'
import { shortened } from '../picture/lineBreak.ts'
import { titleOf } from '../titleOf.ts'
import { badgeOf, markingOf } from '../words.ts'
import type { Deck, Slide } from './deck.ts'
import { COVER_TITLE } from './layouts.ts'
import { inches } from './plan/chartPlan.ts'
import { addTextSlides } from './textSlides.ts'
import { addTitle, fitTitle } from './title.ts'
import { INCH, ink, POINTS, PRINT } from './paper.ts'

const SIZES = [34, 28, 24] as const

/** The first slide: title, day, where the data come from, how far the deck may go. */
export function addCover(deck: Deck): void {
  const { head } = deck
  const { locale, origin } = head
  const badge = badgeOf(head)
  const slide = deck.addCover(badge || origin.watermark)
  const title = fitTitle(titleOf(head), COVER_TITLE.w, SIZES, POINTS.cover)
  addTitle(slide, title)
  const marking = markingOf(origin.marking, head)
  const day = dayWords(origin.asOf ?? origin.madeAt.slice(0, 10), locale)
  const lines = [
    [day, textOf(SPACE_NAMES[origin.space], locale), marking].filter(Boolean).join('　·　'),
    shortened(plainText(origin.link), COVER_TITLE.w * INCH, POINTS.subtitle),
  ].filter(Boolean)
  slide.addText(
    lines.map((line, i) => ({
      text: line,
      options: { breakLine: true, fontSize: i === 0 ? POINTS.text : POINTS.subtitle },
    })),
    {
      ...{ x: COVER_TITLE.x, y: COVER_TITLE.y + COVER_TITLE.h + 0.25, w: COVER_TITLE.w, h: 0.9 },
      ...{ margin: 0, valign: 'top', color: ink(PRINT.text2), paraSpaceAfter: 6 },
    },
  )
  if (badge) addBadge(slide, badge)
  if (title.isCut) addWholeTitle(deck, badge)
}

function addBadge(slide: Slide, badge: string): void {
  const w = inches(badge, POINTS.text, 600) + 0.4
  slide.addText(badge, {
    ...{ x: COVER_TITLE.x, y: COVER_TITLE.y - 0.75, w, h: 0.42, margin: 0 },
    ...{ fontSize: POINTS.text, bold: true, align: 'center', valign: 'middle' },
    ...{ color: ink(PRINT.goldText), line: { color: ink(PRINT.gold), width: 1.5 } },
  })
}

/** A title that the cover has no room for. */
function addWholeTitle(deck: Deck, badge: string): void {
  const { head } = deck
  addTextSlides(deck, {
    title: say(head.locale, '标题全文', 'The whole title'),
    ...{ paragraphs: [titleOf(head)], size: POINTS.text, badge },
    ...{ watermark: badge || head.origin.watermark, marking: '', link: '', notes: '' },
  })
}
