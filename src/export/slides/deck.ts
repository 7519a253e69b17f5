import PptxGenJS from 'pptxgenjs'

import { plainText } from '../plainText.ts'
import type { DocumentHead } from '../documentHead.ts'
import type { Picture } from '../picture.ts'
import { productName } from '../productName.ts'
import { titleOf } from '../titleOf.ts'
import type { NativeChart } from './chart/nativeChart.ts'
import type { About } from './chart/workbook.ts'
import { defineLayout, type LayoutKind } from './layouts.ts'
import type { Box } from './paper.ts'

export type Slide = PptxGenJS.Slide

/** What the library has no true form of: it stands in for it as an empty shape until the package is put together. */
export type Insert = { readonly box: Box; readonly altText: string } & (
  | { readonly kind: 'chart'; readonly chart: NativeChart; readonly about: About }
  | { readonly kind: 'picture'; readonly picture: Picture }
)

/** A deck in the making. */
export interface Deck {
  readonly file: PptxGenJS
  readonly head: DocumentHead
  readonly inserts: Insert[]
  /** A slide in the common layout, with words tiled behind it. */
  readonly addSlide: (watermark: string) => Slide
  readonly addCover: (watermark: string) => Slide
}

export function makeDeck(head: DocumentHead): Deck {
  const file = new PptxGenJS()
  file.layout = 'LAYOUT_WIDE'
  file.title = titleOf(head)
  file.company = ''
  file.author = productName(head.locale)
  const layouts = new Map<string, string>()
  const add = (kind: LayoutKind, watermark: string): Slide => {
    const key = `${kind} ${watermark}`
    const masterName = layouts.get(key) ?? `Layout ${layouts.size + 1}`
    if (!layouts.has(key)) {
      const { locale } = head
      defineLayout(file, masterName, { kind, locale, watermark: plainText(watermark) })
      layouts.set(key, masterName)
    }
    return file.addSlide({ masterName })
  }
  return {
    ...{ file, head, inserts: [] },
    addSlide: (watermark) => add('slide', watermark),
    addCover: (watermark) => add('cover', watermark),
  }
}

/** Name by which the package finds the shape that stands in for an insert. */
export const insertName = (number: number): string => `INSERT-${number}`

/** Puts a chart or picture in its place. */
export function addInsert({ inserts }: Deck, slide: Slide, insert: Insert): void {
  inserts.push(insert)
  slide.addShape('rect', { ...insert.box, objectName: insertName(inserts.length) })
}
