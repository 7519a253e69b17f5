import { say } from '../figures/text/words.ts'
import { cleanText } from './cleanText.ts'
import type { DocumentHead } from './documentHead.ts'
import type { Exported } from './exported.ts'
import type { Part } from './part.ts'
import type { DrawPicture } from './picture.ts'
import { aboutOf } from './slides/about.ts'
import { addChart } from './slides/chartSlide.ts'
import { addCover } from './slides/cover.ts'
import { makeDeck, type Deck, type Slide } from './slides/deck.ts'
import { frameOf, frameSlide, partWords, type Frame } from './slides/frame.ts'
import { addKpi } from './slides/kpiSlide.ts'
import { packDeck } from './slides/pack/packDeck.ts'
import { POINTS } from './slides/paper.ts'
import { addPicture, pictureChoice } from './slides/pictureSlide.ts'
import { chartPlans } from './slides/plan/chartPlans.ts'
import { speakerNotes } from './slides/speakerNotes.ts'
import { addTable, tablePages } from './slides/tables.ts'
import { addTextSlides } from './slides/textSlides.ts'
import { tellNobody } from './tell.ts'
import { badgeOf, wordsOf, type ExportWords } from './words.ts'

/**
 * A PowerPoint deck of 16:9: every figure as native charts with their workbook where Office has one of its kind,
 * else as a picture with its table; a cover where there are several parts. The same input gives the same bytes.
 * @throws ExportRefused for a figure that must not leave the screen; nothing is written then.
 */
export async function writeSlides(
  parts: readonly Part[],
  head: DocumentHead,
  draw: DrawPicture,
  tell = tellNobody,
): Promise<Uint8Array> {
  const deck = makeDeck(head)
  if (parts.length !== 1) addCover(deck)
  for (const [at, part] of parts.entries()) {
    if (part.kind === 'text') addWords(deck, part)
    else await addFigure(deck, part.item, draw)
    tell(at + 1, parts.length + 1)
  }
  return packDeck(deck, parts)
}

function addWords(deck: Deck, { title, paragraphs }: Extract<Part, { kind: 'text' }>): void {
  const badge = badgeOf(deck.head)
  addTextSlides(deck, {
    ...{
      title,
      paragraphs,
      size: POINTS.text,
      badge,
      watermark: badge || deck.head.origin.watermark,
    },
    ...{ marking: '', link: '', notes: '' },
  })
}

/** What all slides of one figure share. */
interface FigureSlides {
  readonly deck: Deck
  readonly item: Exported
  readonly words: ExportWords
  readonly frame: Frame
  readonly notes: string
}

async function addFigure(deck: Deck, item: Exported, draw: DrawPicture): Promise<void> {
  const words = wordsOf(item)
  const frame = frameOf(item, words)
  const slides = { deck, item, words, frame, notes: speakerNotes(item, words) }
  await addBody(slides, draw)
  if (frame.left.length > 0) addRest(slides)
}

async function addBody(slides: FigureSlides, draw: DrawPicture): Promise<void> {
  const { figure } = slides.item
  switch (figure.kind) {
    case 'kpi':
      addKpi(framed(slides, ''), figure, slides.frame.body)
      return
    case 'table':
    case 'timeline':
      addTables(slides)
      return
    default: {
      const plans = chartPlans(figure, slides.frame.body)
      if (plans.length === 0) await addDrawn(slides, draw)
      else addCharts(slides, plans)
    }
  }
}

function framed({ deck, item, words, frame, notes }: FigureSlides, part: string): Slide {
  const slide = deck.addSlide(words.badge || item.origin.watermark)
  slide.addNotes(notes)
  frameSlide(slide, frame, words, part)
  return slide
}

function addCharts(slides: FigureSlides, pages: ReturnType<typeof chartPlans>): void {
  const { deck, item, words } = slides
  const about = aboutOf(item, words)
  const { locale, finding } = item.figure
  pages.forEach((plans, i) => {
    const slide = framed(slides, partWords(locale, i, pages.length))
    for (const plan of plans) {
      const name = plan.chart.title ? `${plan.chart.title}：` : ''
      addChart(deck, slide, plan, { about, altText: cleanText(name + finding) })
    }
  })
}

function addTables(
  slides: FigureSlides,
  pages = tablePages(slides.item.figure, slides.frame.body),
): void {
  const { figure } = slides.item
  pages.forEach((page, i) => {
    const slide = framed(slides, partWords(figure.locale, i, pages.length))
    addTable(slide, page, slides.frame.body, `Table ${i + 1}`)
  })
}

/** A picture with its table beside it, or on slides of its own where it is long. */
async function addDrawn(slides: FigureSlides, draw: DrawPicture): Promise<void> {
  const { deck, item, frame } = slides
  const { box, beside, pages } = pictureChoice(item, frame.body)
  const slide = framed(slides, '')
  await addPicture(deck, slide, item, box, draw)
  if (beside) addTable(slide, beside.page, beside.box, 'Table 1')
  else addTables(slides, [...pages])
}

/** Title, 口径 and notes whole, where their slide had no room for them. */
function addRest({ deck, item, words, frame, notes }: FigureSlides): void {
  const { locale, title } = item.figure
  addTextSlides(deck, {
    title: say(locale, `说明全文：${title}`, `Whole text: ${title}`),
    ...{ paragraphs: frame.left, size: 14, notes, badge: words.badge },
    ...{
      watermark: words.badge || item.origin.watermark,
      marking: words.marking,
      link: words.link,
    },
  })
}
