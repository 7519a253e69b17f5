import { say } from '../../figures/text/words.ts'
import { plainText } from '../plainText.ts'
import type { Exported } from '../exported.ts'
import type { DrawPicture, Picture } from '../picture.ts'
import { addInsert, type Deck, type Slide } from './deck.ts'
import { ink, POINTS, PRINT, type Box } from './paper.ts'
import { ONE_LINE, tablePages, type TablePage } from './tables.ts'

/** CSS pixels of an inch: type in a picture is measured by them. */
const PIXELS = 96
const SCALE = 3
const GAP = 0.3
/** Room of a table beside a picture, and of the picture at least. */
const BESIDE = { least: 2.6, most: 5 } as const

/** A picture in its box, and the pages of its table: one beside it where it has room there, else all behind. */
export interface PicturePlan {
  readonly box: Box
  readonly beside: { readonly page: TablePage; readonly box: Box } | null
  readonly pages: readonly TablePage[]
}

export function pictureChoice({ figure }: Exported, box: Box): PicturePlan {
  const least = figure.kind === 'map' ? 0.56 : 0.6
  for (let w = BESIDE.least; w <= Math.min(BESIDE.most, box.w * (1 - least)); w += 0.3) {
    const pages = tablePages(figure, { w, h: box.h })
    const [page] = pages
    if (page && pages.length === 1 && isLegible(page)) {
      const left = box.w - w - GAP
      return {
        ...{ box: { ...box, w: left }, pages: [] },
        beside: { page, box: { ...box, x: box.x + left + GAP, w } },
      }
    }
  }
  return { box, beside: null, pages: tablePages(figure, box) }
}

/** Whether rows stand on one line: names that wrap in a narrow column are better off on a slide of their own. */
const isLegible = ({ heights }: TablePage): boolean => heights.every((height) => height <= ONE_LINE)

/** Draws the picture and puts it in its box, undistorted. */
export async function addPicture(
  deck: Deck,
  slide: Slide,
  item: Exported,
  box: Box,
  draw: DrawPicture,
): Promise<void> {
  const picture = await draw(item, {
    ...{ width: Math.round(box.w * PIXELS), height: Math.round(box.h * PIXELS), scale: SCALE },
  })
  if (picture.png === null) addBehind(slide, deck, box)
  addInsert(deck, slide, {
    ...{ kind: 'picture', picture, box: within(picture, box) },
    altText: plainText(item.figure.finding),
  })
}

/** Words that a program shows which knows no drawings: the drawing covers them. */
function addBehind(slide: Slide, { head }: Deck, box: Box): void {
  slide.addText(
    say(
      head.locale,
      '此图为矢量图，请用 PowerPoint 2019 或更新的版本打开；数据见表。',
      'This is a vector drawing: open it with PowerPoint 2019 or later. The table has its data.',
    ),
    {
      ...{ ...box, align: 'center', valign: 'middle', fontSize: POINTS.label },
      color: ink(PRINT.text3),
    },
  )
}

function within({ width, height }: Picture, box: Box): Box {
  const scale = Math.min(box.w / width, box.h / height)
  const [w, h] = [width * scale, height * scale]
  return { x: box.x + (box.w - w) / 2, y: box.y + (box.h - h) / 2, w, h }
}
