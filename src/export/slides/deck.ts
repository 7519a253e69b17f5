import PptxGenJS from 'pptxgenjs'

import { say } from '../../figures/text/words.ts'
import { cleanText } from '../cleanText.ts'
import type { DocumentHead } from '../document/head.ts'
import { titleOf } from '../document/properties.ts'
import type { Picture } from '../picture.ts'
import type { NativeChart } from './chart/nativeChart.ts'
import type { About } from './chart/workbook.ts'
import { defineCover, defineLayout } from './layouts.ts'
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
  file.author = say(head.locale, '山东工业经济大脑', 'Shandong Industrial Economy Brain')
  const layouts = new Map<string, string>()
  const nameOf = (key: string, define: (name: string) => void): string => {
    const known = layouts.get(key)
    if (known) return known
    const name = `Layout ${layouts.size + 1}`
    define(name)
    layouts.set(key, name)
    return name
  }
  return {
    ...{ file, head, inserts: [] },
    addSlide: (watermark) =>
      file.addSlide({
        masterName: nameOf(`slide ${watermark}`, (name) =>
          defineLayout(file, name, head.locale, cleanText(watermark)),
        ),
      }),
    addCover: (watermark) =>
      file.addSlide({
        masterName: nameOf(`cover ${watermark}`, (name) =>
          defineCover(file, name, head.locale, cleanText(watermark)),
        ),
      }),
  }
}

/** Name by which the package finds the shape that stands in for an insert. */
export const insertName = (number: number): string => `INSERT-${number}`

/** Puts a chart or picture in its place. */
export function addInsert({ inserts }: Deck, slide: Slide, insert: Insert): void {
  inserts.push(insert)
  slide.addShape('rect', { ...insert.box, objectName: insertName(inserts.length) })
}
