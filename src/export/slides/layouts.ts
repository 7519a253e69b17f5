import type PptxGenJS from 'pptxgenjs'

import type { Locale } from '../../domain/text.ts'
import { productName } from '../productName.ts'
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

/** The common slide, with its page; the cover, with one large title. */
export type LayoutKind = 'slide' | 'cover'

/** Where title and seal of a layout stand, and what its bar is shorter than its title by, at each end. */
const PLACES = {
  slide: {
    ...{ title: TITLE, size: POINTS.title, inset: 0.08 },
    ...{ left: SLIDE.margin, seal: IMPRINT },
  },
  cover: {
    ...{ title: COVER_TITLE, size: POINTS.cover, inset: 0.1 },
    ...{ left: COVER_TITLE.x - 0.4, seal: { y: 6.5, h: 0.36 } },
  },
} as const

interface Layout {
  readonly kind: LayoutKind
  readonly locale: Locale
  /** Tiled behind everything; empty for none. */
  readonly watermark: string
}

/** Title with its bar, seal and name, and words tiled behind. */
export function defineLayout(file: PptxGenJS, title: string, layout: Layout): void {
  const place = PLACES[layout.kind]
  file.defineSlideMaster({
    title,
    background: { color: ink(PRINT.canvas) },
    objects: [
      ...tiles(layout.watermark),
      bar(place.left, place.title.y + place.inset, place.title.h - 2 * place.inset),
      titlePlace(place.title, place.size),
      ...seal(place.left, place.seal.y, place.seal.h, layout.locale),
    ],
    ...(layout.kind === 'slide' ? { slideNumber: pageNumber } : {}),
  })
}

const pageNumber: PptxGenJS.SlideNumberProps = {
  ...{ x: SLIDE.width - SLIDE.margin - PAGE_WIDTH, ...IMPRINT, w: PAGE_WIDTH, margin: 0 },
  ...{ align: 'right', valign: 'middle', fontSize: POINTS.least, color: ink(PRINT.text3) },
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
      text: productName(locale),
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
