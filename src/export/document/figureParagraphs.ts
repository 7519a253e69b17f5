import { Paragraph, TextRun, type FileChild } from 'docx'

import type { Locale } from '../../domain/text.ts'
import { say } from '../../figures/text/words.ts'
import type { DrawPicture } from '../picture.ts'
import { caption, captionTitle, referenceTo } from './captions.ts'
import { dataTables } from './dataTable.ts'
import type { FigureBlock } from './outline.ts'
import { pictureBox, pictureRun } from './pictureRun.ts'
import { factsAndNotes, heading, note, oneLine, prose } from './prose.ts'

/** Heading, sentence, picture, source, 口径, 截至 and notes, table; without a picture these stand below the table. */
export async function figureParagraphs(
  block: FigureBlock,
  draw: DrawPicture,
): Promise<FileChild[]> {
  const { item, words, level, picture } = block
  const foot = factsAndNotes(words, item.figure.locale)
  const table = block.annexed ? [] : tableParagraphs(block)
  return [
    heading(level, words.title),
    ...prose(words.sentence),
    ...(picture === null
      ? [...table, ...foot]
      : [...(await drawn(block, picture, draw)), ...foot, ...table]),
  ]
}

async function drawn(block: FigureBlock, number: number, draw: DrawPicture): Promise<FileChild[]> {
  const { item, words, annexed, table } = block
  const { locale } = item.figure
  const picture = await draw(item, pictureBox(item.figure))
  const beside = annexed ? referenceTo('annex', table, locale) : referenceTo('table', table, locale)
  const run = pictureRun(picture, {
    number,
    title: oneLine(words.title),
    description: oneLine(item.figure.finding),
  })
  return [
    new Paragraph({ style: 'Picture', children: [run] }),
    caption('picture', number, pictureTitle(block), locale),
    ...(picture.png ? [] : [note(vectorOnly(beside, locale), true)]),
    ...(picture.png && annexed
      ? [note(say(locale, `数据见${beside}。`, `The data are in ${beside.toLowerCase()}.`), true)]
      : []),
  ]
}

/** Title with unit, period and scope: nothing of it is drawn in the picture. */
const pictureTitle = ({ words, item }: FigureBlock): string => {
  const { subtitle } = words
  const title = captionTitle(words.title)
  return oneLine(
    subtitle ? say(item.figure.locale, `${title}（${subtitle}）`, `${title} (${subtitle})`) : title,
  )
}

/** What is said of a picture of which no PNG could be made; `beside` is where its data are, null for nowhere. */
export const vectorOnly = (beside: string | null, locale: Locale): string =>
  say(
    locale,
    `此图为矢量图（SVG），Word 2016 以前的版本和部分软件只显示灰底${beside === null ? '' : `；数据见${beside}`}。`,
    `A vector picture (SVG): Word before 2016 and some programs show grey instead${beside === null ? '' : `; the data are in ${beside.toLowerCase()}`}.`,
  )

/** Caption, unit at the right, table, and what it leaves out. */
export function tableParagraphs({ item, words, values, table, annexed }: FigureBlock): FileChild[] {
  const { locale } = item.figure
  const { unit, rest } = values
  const tables = dataTables(values.table)
  const title = captionTitle(words.title)
  return tables.flatMap((one, i): FileChild[] => [
    i === 0
      ? caption(annexed ? 'annex' : 'table', table, title, locale)
      : continued(annexed ? 'annex' : 'table', table, title, locale),
    ...(unit ? [unitLine(unit, locale)] : []),
    one,
    ...(rest && i === tables.length - 1 ? [note(rest)] : []),
  ])
}

/** 附表1（续）: the columns that did not fit beside the first ones. */
const continued = (
  what: 'annex' | 'table',
  number: number,
  title: string,
  locale: Locale,
): Paragraph =>
  new Paragraph({
    style: 'Caption',
    keepNext: true,
    children: [
      new TextRun(
        `${referenceTo(what, number, locale)}${say(locale, '（续）　', ' (continued)  ')}${title}`,
      ),
    ],
  })

export const unitLine = (unit: string, locale: Locale): Paragraph =>
  new Paragraph({
    style: 'TableUnit',
    children: [new TextRun(`${say(locale, '单位：', 'Unit: ')}${oneLine(unit)}`)],
  })
