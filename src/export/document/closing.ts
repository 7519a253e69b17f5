import { HeadingLevel, Paragraph, TextRun, type FileChild } from 'docx'

import { SPACE_NAMES } from '../../domain/space.ts'
import type { Locale } from '../../domain/text.ts'
import { say } from '../../figures/text/words.ts'
import { plainText } from '../plainText.ts'
import { dayWords } from '../dayWords.ts'
import type { DocumentHead } from '../documentHead.ts'
import { ems } from '../ems.ts'
import { productName } from '../productName.ts'
import { tableParagraphs } from './figureParagraphs.ts'
import { TWIPS_A_POINT, TYPE } from './measures.ts'
import { definitionTable } from './kpiParagraphs.ts'
import type { Block } from './outline.ts'
import { note } from './prose.ts'

const EM = TYPE.three * TWIPS_A_POINT

/**
 * What stands behind the last part: the list of annexes, name and day (GB/T 9704—2012, 7.3.5), the annexes, and
 * where the data can be seen.
 */
export function closing(head: DocumentHead, blocks: readonly Block[]): FileChild[] {
  const { locale, origin } = head
  const tables = blocks.flatMap(annexed)
  const isAnnexed = tables.length > 0
  const name = productName(locale)
  const day = dayWords(origin.asOf ?? shanghaiDay(origin.madeAt), locale)
  const dayIndent = 4 * EM
  const nameIndent = dayIndent + ((ems(day) - ems(name)) / 2) * EM
  return [
    ...(isAnnexed ? [blank(), kept(say(locale, '附件：数据表', 'Annex: data tables'))] : []),
    blank(),
    signed('Signature', name, nameIndent),
    signed('Date', day, dayIndent),
    ...(isAnnexed ? [annexHeading(locale), ...tables] : []),
    credit(head),
  ]
}

/** Who made it from what, and where the data can be seen. */
export function credit({ locale, origin }: DocumentHead): Paragraph {
  const name = productName(locale)
  const link = plainText(origin.link)
  return note(
    say(
      locale,
      `本件由${name}（${SPACE_NAMES[origin.space].zh}）据数据生成，数据与视图：${link}`,
      `Written from the data of the ${name} (${SPACE_NAMES[origin.space].en}); data and view: ${link}`,
    ),
  )
}

const DAY_OFFSET = 8 * 3_600_000

/** The day of an instant in Shandong (UTC+8 all year). */
const shanghaiDay = (instant: string): string =>
  new Date(Date.parse(instant) + DAY_OFFSET).toISOString().slice(0, 10)

/** Tables that are too long for the text and definitions stand on pages of their own. */
const annexHeading = (locale: Locale): Paragraph =>
  new Paragraph({
    ...{ heading: HeadingLevel.HEADING_1, numbering: false, pageBreakBefore: true },
    indent: { firstLine: 0, firstLineChars: 0 },
    children: [new TextRun(say(locale, '附件　数据表', 'Annex: data tables'))],
  })

function annexed(block: Block): FileChild[] {
  switch (block.kind) {
    case 'text':
      return []
    case 'kpis':
      return definitionTable(block)
    case 'figure':
      return block.annexed ? tableParagraphs(block) : []
  }
}

const kept = (text: string): Paragraph =>
  new Paragraph({ style: 'BodyText', keepNext: true, children: [new TextRun(text)] })

const blank = (): Paragraph => new Paragraph({ style: 'BodyText', keepNext: true })

const signed = (style: string, text: string, right: number): Paragraph =>
  new Paragraph({
    style,
    indent: { right: Math.max(0, Math.round(right)) },
    children: [new TextRun(text)],
  })
