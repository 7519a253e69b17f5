import { HeadingLevel, Paragraph, TextRun } from 'docx'

import type { Locale } from '../../domain/text.ts'
import { say } from '../../figures/text/words.ts'
import { plainText } from '../plainText.ts'
import type { ExportWords } from '../words.ts'
import type { TextBlock } from './outline.ts'

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2 } as const

/** A numbered heading; the style counts. */
export const heading = (level: 1 | 2, text: string): Paragraph =>
  new Paragraph({ heading: LEVELS[level], children: [new TextRun(oneLine(text))] })

/** Body paragraphs of a text: one a line. */
export const prose = (text: string): Paragraph[] =>
  plainText(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => new Paragraph({ style: 'BodyText', children: [new TextRun(line)] }))

export const note = (text: string, keepNext = false): Paragraph =>
  new Paragraph({
    style: 'Notes',
    ...(keepNext ? { keepNext } : {}),
    children: [new TextRun(oneLine(text))],
  })

/** A heading, a caption, a cell: no line breaks. */
export const oneLine = (text: string): string => plainText(text).replace(/\s*\n\s*/g, ' ')

export const textBlock = ({ title, paragraphs }: TextBlock): Paragraph[] => [
  ...(title ? [heading(1, title)] : []),
  ...paragraphs.flatMap(prose),
]

/** 数据来源 · 统计口径 · 截至 in one line, then the numbered notes, which stay together. */
export const factsAndNotes = (
  { facts, notes }: Pick<ExportWords, 'facts' | 'notes'>,
  locale: Locale,
): Paragraph[] => [
  note(facts.map(({ name, text }) => `${name}${say(locale, '：', ': ')}${text}`).join(' · ')),
  ...numbered(notes, locale).map((text, at) => note(text, at < notes.length - 1)),
]

function numbered(notes: readonly string[], locale: Locale): string[] {
  const lead = say(locale, '注：', 'Note: ')
  if (notes.length < 2) return notes.map((text) => lead + text)
  return notes.map((text, i) => `${i === 0 ? lead : ''}${i + 1}. ${text}`)
}
