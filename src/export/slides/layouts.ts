import type PptxGenJS from 'pptxgenjs'

import type { Locale } from '../../domain/text.ts'
import { say } from '../../figures/text/words.ts'
import { inches } from './plan/chartPlan.ts'
import { INNER, ink, POINTS, PRINT, SLIDE, type Box } from './paper.ts'

/** Where the title of every slide stands. */
export const TITLE: Box = { x: SLIDE.margin + 0.24, y: 0.32, w: INNER - 0.24, h: 0.82 }
export const COVER_TITLE: Box = { x: 1.3, y: 2.2, w: 10.6, h: 1.7 }

/** Bottom line of a slide: seal and name, marking, page. */
export const IMPRINT = { y: 7.08, h: 0.26 } as const
/** Where the name of the product ends, and the words of the slide may begin. */
export const IMPRINT_LEFT = 3.6
export const PAGE_WIDTH = 0.7

type Objects = NonNullable<PptxGenJS.SlideMasterProps['objects']>

const vermilion = { color: ink(PRINT.seal) }

/** Title with its bar, seal and name, page, and words tiled behind. */
export function defineLayout(
  file: PptxGenJS,
  title: string,
  locale: Locale,
  watermark: string,
): void {
  file.defineSlideMaster({
    title,
    background: { color: ink(PRINT.canvas) },
    objects: [
      ...tiles(watermark),
      bar(SLIDE.margin, TITLE.y + 0.08, TITLE.h - 0.16),
      titlePlace(TITLE, POINTS.title),
      ...seal(SLIDE.margin, IMPRINT.y, IMPRINT.h, locale),
    ],
    slideNumber: {
      ...{ x: SLIDE.width - SLIDE.margin - PAGE_WIDTH, ...IMPRINT, w: PAGE_WIDTH, margin: 0 },
      ...{ align: 'right', valign: 'middle', fontSize: POINTS.least, color: ink(PRINT.text3) },
    },
  })
}

/** The first slide of a deck: one large title. */
export function defineCover(
  file: PptxGenJS,
  title: string,
  locale: Locale,
  watermark: string,
): void {
  file.defineSlideMaster({
    title,
    background: { color: ink(PRINT.canvas) },
    objects: [
      ...tiles(watermark),
      bar(COVER_TITLE.x - 0.4, COVER_TITLE.y + 0.1, COVER_TITLE.h - 0.2),
      titlePlace(COVER_TITLE, POINTS.cover),
      ...seal(COVER_TITLE.x - 0.4, 6.5, 0.36, locale),
    ],
  })
}

const bar = (x: number, y: number, h: number): Objects[number] => ({
  rect: { x, y, w: 0.085, h, fill: vermilion, line: { type: 'none' } },
})

const titlePlace = (box: Box, fontSize: number): Objects[number] => ({
  placeholder: {
    options: {
      ...{ name: 'title', type: 'title', ...box, margin: 0, align: 'left', valign: 'middle' },
      ...{ fontSize, bold: true, color: ink(PRINT.text1) },
    },
    text: '',
  },
})

/** The seal of the product and its name. */
const seal = (x: number, y: number, h: number, locale: Locale): Objects => [
  {
    text: {
      text: '鲁',
      options: {
        ...{
          x,
          y: y + h * 0.04,
          w: h * 0.92,
          h: h * 0.92,
          margin: 0,
          align: 'center',
          valign: 'middle',
        },
        ...{ fontSize: h * 42, bold: true, color: ink(PRINT.sealText), fill: vermilion },
      },
    },
  },
  {
    text: {
      text: say(locale, '山东工业经济大脑', 'Shandong Industrial Economy Brain'),
      options: {
        ...{ x: x + h + 0.06, y, w: IMPRINT_LEFT, h, margin: 0, align: 'left', valign: 'middle' },
        ...{ fontSize: Math.max(POINTS.least, h * 40), color: ink(PRINT.text2), wrap: false },
      },
    },
  },
]

const TILE = { size: 30, angle: 338, opacity: 6 } as const

/** Words all over the slide, behind everything, faint enough to read through; none for an empty text. */
function tiles(text: string): Objects {
  if (!text) return []
  const wide = Math.min(SLIDE.width * 0.9, inches(text, TILE.size) + 0.3)
  const columns = Math.min(4, Math.max(1, Math.floor(SLIDE.width / (wide * 1.3))))
  const rows = 4
  const [w, h] = [SLIDE.width / columns, SLIDE.height / rows]
  return Array.from({ length: columns * rows }, (_, i) => ({
    text: {
      text,
      options: {
        ...{ x: (i % columns) * w + (w - wide) / 2, w: wide, h: 0.6, margin: 0 },
        ...{ y: Math.floor(i / columns) * h + (h - 0.6) / 2, rotate: TILE.angle },
        ...{ align: 'center', valign: 'middle', fontSize: TILE.size, wrap: false },
        ...{ color: ink(PRINT.text1), transparency: 100 - TILE.opacity },
      },
    },
  }))
}
