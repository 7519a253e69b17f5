import { Paragraph, SimpleField, TextRun } from 'docx'

import type { Locale } from '../../domain/text.ts'
import { say } from '../../figures/text/words.ts'
import { cutWords } from '../cutWords.ts'

export type Counted = 'picture' | 'table' | 'annex'

/** Name of a sequence, as Word's own captions call it. */
const nameOf = (what: Counted, locale: Locale): string => {
  switch (what) {
    case 'picture':
      return say(locale, '图', 'Figure')
    case 'table':
      return say(locale, '表', 'Table')
    case 'annex':
      return say(locale, '附表', 'Annex table')
  }
}

/** 图1, Table 2: how the text refers to a picture or table. */
export const referenceTo = (what: Counted, number: number, locale: Locale): string =>
  `${nameOf(what, locale)}${say(locale, '', ' ')}${number}`

/** Ems of a title in a caption: the heading above has it whole. */
const LONGEST = 60

export const captionTitle = (title: string): string => cutWords(title, LONGEST)

/** A native caption, whose number Word counts on when something is put in before it; it stays with what follows. */
export const caption = (what: Counted, number: number, text: string, locale: Locale): Paragraph => {
  const name = nameOf(what, locale)
  return new Paragraph({
    style: 'Caption',
    keepNext: true,
    children: [
      new TextRun(`${name}${say(locale, '', ' ')}`),
      new SimpleField(` SEQ ${name.replaceAll(' ', '_')} \\* ARABIC `, String(number)),
      new TextRun(`${say(locale, '　', '  ')}${text}`),
    ],
  })
}
