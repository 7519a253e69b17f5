import PptxGenJS from 'pptxgenjs'

import { textOf } from '../domain/text.ts'
import { say } from '../figures/text/words.ts'
import { cleanText } from './cleanText.ts'
import type { DocumentHead } from './document/head.ts'
import { titleOf } from './document/properties.ts'
import type { Exported } from './exported.ts'
import type { Part } from './part.ts'
import type { DrawPicture, Picture } from './picture.ts'
import { addChart, type NativeChart } from './slides/nativeChart.ts'
import { chartsOf } from './slides/chartsOf.ts'
import { bodyBox, frameSlide } from './slides/frame.ts'
import { addKpi } from './slides/kpiSlide.ts'
import { packParts } from './slides/packParts.ts'
import { ink, INNER, PRINT, SANS, SERIF, SLIDE, type Box } from './slides/paper.ts'
import { pictureData } from './slides/pictureData.ts'
import { speakerNotes } from './slides/speakerNotes.ts'
import { addTable, tablePages } from './slides/tables.ts'
import { MARKING_TEXT, wordsOf, type ExportWords } from './words.ts'

/**
 * A PowerPoint deck of 16:9: every figure on a slide of its own, as a native chart with its workbook where
 * PowerPoint has one of its kind, else as a picture with its table. The same input gives the same bytes.
 * @throws ExportRefused for a figure that must not leave the screen; nothing is written then.
 */
export async function writeSlides(
  parts: readonly Part[],
  deck: DocumentHead,
  draw: DrawPicture,
): Promise<Uint8Array> {
  const file = new PptxGenJS()
  file.layout = 'LAYOUT_WIDE'
  file.title = titleOf(deck)
  file.theme = { headFontFace: SANS, bodyFontFace: SANS }
  if (parts.length !== 1) addCover(file, deck)
  for (const part of parts)
    if (part.kind === 'text') addText(file, part)
    else await addFigure(file, part.item, draw)
  const bytes = (await file.write({ outputType: 'uint8array' })) as Uint8Array
  return packParts(bytes, deck, parts)
}

/** The first slide of several: title, whose it is, the day, and how far it may go. */
function addCover(file: PptxGenJS, deck: DocumentHead): void {
  const { locale, origin, simulated } = deck
  const marking = origin.marking && !simulated ? textOf(MARKING_TEXT[origin.marking], locale) : ''
  const day = origin.madeAt.slice(0, 10)
  const lines = [
    say(locale, '山东工业经济大脑', 'Shandong Industrial Economy Brain'),
    origin.asOf
      ? say(
          locale,
          `${day}　·　已知至 ${origin.asOf.slice(0, 10)}`,
          `${day}  ·  known by ${origin.asOf.slice(0, 10)}`,
        )
      : day,
    simulated ? say(locale, '演示数据', 'Demonstration data') : marking,
  ].filter(Boolean)
  const slide = file.addSlide()
  slide.addShape('rect', {
    ...{ x: SLIDE.margin, y: 2.35, w: 0.12, h: 1.3 },
    ...{ fill: { color: ink(PRINT.seal) }, line: { type: 'none' } },
  })
  slide.addText(titleOf(deck), {
    ...{ x: SLIDE.margin + 0.35, y: 2.3, w: INNER - 0.35, h: 1.4, margin: 0, fit: 'shrink' },
    ...{ fontFace: SERIF, fontSize: 40, bold: true, color: ink(PRINT.text1), valign: 'middle' },
  })
  slide.addText(
    lines.map((text) => ({ text, options: { breakLine: true } })),
    {
      ...{ x: SLIDE.margin + 0.35, y: 3.9, w: INNER - 0.35, h: 1.4, margin: 0, valign: 'top' },
      ...{ fontFace: SANS, fontSize: 16, color: ink(PRINT.text2), lineSpacingMultiple: 1.5 },
    },
  )
}

/** Words alone: a title with the vermilion bar and paragraphs. */
function addText(
  file: PptxGenJS,
  { title, paragraphs }: { readonly title: string; readonly paragraphs: readonly string[] },
): void {
  const slide = file.addSlide()
  const top = paragraphs.length > 0 ? 0.7 : 3
  slide.addShape('rect', {
    ...{ x: SLIDE.margin, y: top, w: 0.09, h: 0.8 },
    ...{ fill: { color: ink(PRINT.seal) }, line: { type: 'none' } },
  })
  slide.addText(cleanText(title), {
    ...{ x: SLIDE.margin + 0.25, y: top, w: INNER - 0.25, h: 0.8, margin: 0, fit: 'shrink' },
    ...{ fontFace: SERIF, fontSize: 32, bold: true, color: ink(PRINT.text1), valign: 'middle' },
  })
  if (paragraphs.length === 0) return
  slide.addText(
    paragraphs.map((text) => ({ text: cleanText(text), options: { breakLine: true } })),
    {
      ...{ x: SLIDE.margin + 0.25, y: 1.8, w: INNER - 0.25, h: 5, margin: 0, valign: 'top' },
      ...{ fontFace: SANS, fontSize: 18, color: ink(PRINT.text2), lineSpacingMultiple: 1.4 },
      ...{ paraSpaceAfter: 8, fit: 'shrink' },
    },
  )
}

async function addFigure(file: PptxGenJS, item: Exported, draw: DrawPicture): Promise<void> {
  const words = wordsOf(item)
  const { figure } = item
  if (figure.kind === 'kpi') {
    const { slide, box } = framed(file, item, words)
    addKpi(slide, figure, box)
    return
  }
  if (figure.kind === 'table' || figure.kind === 'timeline') {
    addTables(file, item, words)
    return
  }
  const charts = chartsOf(figure)
  if (charts.length === 0) return addPicture(file, item, words, draw)
  const { slide, box } = framed(file, item, words)
  const boxes = gridOf(charts, box)
  charts.forEach((chart, i) => {
    addChart(slide, chart, boxes[i] ?? box, { altText: figure.finding, locale: figure.locale })
  })
}

/** A slide with heading, footing and notes, and the room between them. */
function framed(file: PptxGenJS, item: Exported, words: ExportWords, part = '') {
  const slide = file.addSlide()
  slide.addNotes(speakerNotes(item, words))
  frameSlide(slide, item, words, part)
  return { slide, box: bodyBox(words, item.figure.locale) }
}

/** Several charts in rows of cells of about three to two. */
function gridOf(charts: readonly NativeChart[], box: Box): Box[] {
  const { length } = charts
  const columns = Math.min(
    length,
    Math.max(1, Math.round(Math.sqrt((length * box.w) / (box.h * 1.5)))),
  )
  const rows = Math.ceil(length / columns)
  const [w, h] = [box.w / columns, box.h / rows]
  return charts.map((_, i) => ({
    ...{ x: box.x + (i % columns) * w, y: box.y + Math.floor(i / columns) * h },
    ...{ w: w - (columns > 1 ? 0.15 : 0), h: h - (rows > 1 ? 0.1 : 0) },
  }))
}

function addTables(file: PptxGenJS, item: Exported, words: ExportWords): void {
  const pages = tablePages(item.figure, bodyBox(words, item.figure.locale).h)
  pages.forEach((page, i) => {
    const part =
      pages.length > 1
        ? say(item.figure.locale, `（${i + 1}/${pages.length}）`, ` (${i + 1}/${pages.length})`)
        : ''
    const { slide, box } = framed(file, item, words, part)
    addTable(slide, page, box)
  })
}

const PIXELS = 96
const GAP = 0.3

/** A picture with its table beside it, or on slides of its own where it is long. */
async function addPicture(
  file: PptxGenJS,
  item: Exported,
  words: ExportWords,
  draw: DrawPicture,
): Promise<void> {
  const { figure } = item
  const { slide, box } = framed(file, item, words)
  const pages = tablePages(figure, box.h)
  const [first] = pages
  const beside = pages.length === 1 && first !== undefined && first.columns.length <= 4
  const room = beside ? box.w * 0.64 : box.w
  const size = { width: Math.round(room * PIXELS), height: Math.round(box.h * PIXELS), scale: 3 }
  place(slide, await draw(item, size), { ...box, w: room }, figure.finding)
  if (beside) addTable(slide, first, { ...box, x: box.x + room + GAP, w: box.w - room - GAP })
  else addTables(file, item, words)
}

function place(slide: PptxGenJS.Slide, picture: Picture, box: Box, altText: string): void {
  for (const data of pictureData(picture))
    slide.addImage({ ...box, data, altText: cleanText(altText) })
}
