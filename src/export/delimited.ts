import { say } from '../figures/text/words.ts'
import { plainText } from './plainText.ts'
import type { Exported } from './exported.ts'
import { valuesOf, type ValueCell, type ValueColumn } from './values.ts'
import { wordsOf, type ExportWords } from './words.ts'

const BYTE_ORDER_MARK = '\uFEFF'
const LINE_END = '\r\n'

/**
 * The values of a figure as CSV (RFC 4180) in UTF-8 with byte order mark, so that Excel reads Chinese: one head
 * with units, then records only, no comments and no title lines. What must stay with the numbers (title with
 * 演示, period, source, 口径, as-of, notes, marking, link) stands in the last columns of every record: rows stay
 * explained when somebody filters them or pastes them elsewhere, and every line still has the same columns.
 *
 * Numbers are the figure's own, unrounded; absent ones are their word. A text that a spreadsheet would take for
 * a formula (= + - @, also in full width or behind blanks) gets an apostrophe in front, within quotation marks
 * (OWASP, «CSV Injection»): Excel then shows the text and calculates nothing. A text that has the apostrophe
 * already gets another, so that taking one away always gives back what it was. CSV knows no types: a program may
 * still take 2026-10 for a day; the workbook of writeSheet leaves no such choice.
 * @throws ExportRefused as `wordsOf` and `valuesOf` do.
 */
export function writeDelimited(item: Exported): string {
  const words = wordsOf(item)
  const { columns, rows } = valuesOf(item.figure)
  const facts = factsOf(item, words)
  const tail = facts.map(([, text]) => textField(text))
  const lines = [
    [...columns.map(headOf), ...facts.map(([name]) => textField(name))],
    ...rows.map((row) => [...row.map(fieldOf), ...tail]),
  ]
  return BYTE_ORDER_MARK + lines.map((fields) => fields.join(',') + LINE_END).join('')
}

const headOf = ({ title, unit }: ValueColumn): string =>
  textField(unit ? `${title} (${unit})` : title)

function fieldOf(cell: ValueCell): string {
  if (typeof cell === 'number') return String(cell)
  return textField(typeof cell === 'string' ? cell : cell.absent)
}

/** What spreadsheets take for the start of a formula, behind apostrophes of ours and what they skip. */
const FORMULA = /^'*[\s\p{Cf}]*[=+\-@＝＋－＠]/u
const QUOTED = /[",\n]|^\s|\s$/u

function textField(raw: string): string {
  const text = plainText(raw)
  const isFormula = FORMULA.test(text)
  return isFormula || QUOTED.test(text)
    ? `"${(isFormula ? `'${text}` : text).replaceAll('"', '""')}"`
    : text
}

function factsOf(
  { figure: { locale, period, scope } }: Exported,
  { title, facts, notes, marking, link }: ExportWords,
): readonly (readonly [string, string])[] {
  const all: readonly (readonly [string, string])[] = [
    [say(locale, '图', 'Figure'), title],
    [say(locale, '时期', 'Period of the figure'), period],
    [say(locale, '范围', 'Scope'), scope],
    ...facts.map(({ name, text }) => [name, text] as const),
    [say(locale, '注', 'Notes'), notes.join(say(locale, '；', '; '))],
    [say(locale, '标识', 'Marking'), marking],
    [say(locale, '链接', 'Link'), link],
  ]
  return all.filter(([, text]) => text !== '')
}
