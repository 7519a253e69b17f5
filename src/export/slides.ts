import { say } from '../figures/text/words.ts'
import { plainText } from './plainText.ts'
import type { DocumentHead } from './documentHead.ts'
import type { Exported } from './exported.ts'
import { groupTitle } from './kpiGroup.ts'
import type { Part } from './part.ts'
import type { DrawPicture } from './picture.ts'
import { aboutOf } from './slides/about.ts'
import { addChart } from './slides/chartSlide.ts'
import { addCover } from './slides/cover.ts'
import { makeDeck, type Deck, type Slide } from './slides/deck.ts'
import { planFrame, frameOf, frameSlide, partWords, type Frame } from './slides/frame.ts'
import { addKpiCards } from './slides/kpiCards.ts'
import { addKpi } from './slides/kpiSlide.ts'
import { TITLE } from './slides/layouts.ts'
import { oneLine } from './slides/oneLine.ts'
import { slideGroups, type SlideGroup } from './slides/outline.ts'
import { packDeck } from './slides/pack/packDeck.ts'
import { POINTS } from './slides/paper.ts'
import { addPicture, pictureChoice } from './slides/pictureSlide.ts'
import { inches } from './slides/plan/chartPlan.ts'
import { chartPlans } from './slides/plan/chartPlans.ts'
import { speakerNotes } from './slides/speakerNotes.ts'
import { addTable, tablePages } from './slides/tables.ts'
import { addTextSlides } from './slides/textSlides.ts'
import { sharedFacts } from './sharedFacts.ts'
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
  let done = 0
  for (const group of slideGroups(parts, hasRoom)) {
    if (group.kind === 'text') addWords(deck, group.text)
    else if (group.kind === 'kpis') addKpis(deck, group)
    else await addFigure(deck, group, draw)
    done += group.count
    tell(done, parts.length + 1)
  }
  return packDeck(deck, parts)
}

/** Whether a text stands on one line below a title. */
const hasRoom = (text: string): boolean => inches(oneLine(text), POINTS.subtitle) <= TITLE.w * 0.95

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

/** Headline figures on one slide, with what they rest on said once. */
function addKpis(deck: Deck, group: Extract<SlideGroup, { kind: 'kpis' }>): void {
  const { items, lead, section } = group
  const [first] = items
  if (!first) return
  const { locale } = first.figure
  const words: ExportWords = {
    ...first.words,
    title: groupTitle(items),
    facts: sharedFacts(items, locale),
    notes: [...new Set(items.flatMap((one) => one.words.notes))],
  }
  const heading = { title: words.title, sentence: lead, subtitle: '', section }
  const frame = planFrame(heading, words, locale)
  const notes = items.map(({ item, words: own }) => speakerNotes(item, own)).join('\n\n')
  const slides = { deck, item: first.item, name: words.title, words, frame, notes }
  addKpiCards(framed(slides, ''), items, frame.body)
  if (frame.left.length > 0) addRest(slides)
}

/** What all slides of one figure share. */
interface FigureSlides {
  readonly deck: Deck
  readonly item: Exported
  /** What the slides are called among others. */
  readonly name: string
  readonly words: ExportWords
  readonly frame: Frame
  readonly notes: string
}

async function addFigure(
  deck: Deck,
  { item, section }: Extract<SlideGroup, { kind: 'figure' }>,
  draw: DrawPicture,
): Promise<void> {
  const words = wordsOf(item)
  const frame = frameOf(item, words, section)
  const name = item.figure.title
  const slides = { deck, item, name, words, frame, notes: speakerNotes(item, words) }
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
      addChart(deck, slide, plan, { about, altText: plainText(name + finding) })
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
function addRest({ deck, item, name, words, frame, notes }: FigureSlides): void {
  const { locale } = item.figure
  addTextSlides(deck, {
    title: say(locale, `说明全文：${name}`, `Whole text: ${name}`),
    ...{ paragraphs: frame.left, size: 14, notes, badge: words.badge },
    ...{
      watermark: words.badge || item.origin.watermark,
      marking: words.marking,
      link: words.link,
    },
  })
}
