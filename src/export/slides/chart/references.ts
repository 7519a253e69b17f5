import { cellText } from '../../office/cellText.ts'
import { numberFormat } from '../../office/numberFormat.ts'
import { escaped, tag, value } from '../../xml.ts'

/** The sheet of the workbook that a chart is drawn from. */
export const SHEET = 'Sheet1'

const LETTERS = 26

/** Letters of a column from its position: 0 is A, 26 is AA. */
export function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % LETTERS))
  return at < LETTERS ? last : columnName(Math.floor(at / LETTERS) - 1) + last
}

/** Cells of a column from one row to another; rows count from 1. */
export const cells = (column: number, from: number, to: number): string => {
  const name = columnName(column)
  const first = `${SHEET}!$${name}$${from}`
  return from === to ? first : `${first}:$${name}$${to}`
}

/** Number format with U+2212 as minus, as figures print it. */
export function printedFormat(decimals: number): string {
  const digits = numberFormat(decimals)
  return `${digits};"\u2212"${digits}`
}

/** Decimals that the steps of an axis need. */
export function decimalsOf(step: number): number {
  const [, exponent] = step.toExponential().split('e')
  const digits = step.toExponential().split('e')[0]?.replace('.', '').length ?? 1
  return Math.min(10, Math.max(0, digits - 1 - Number(exponent)))
}

/** Texts of cells with what stands in them. */
export const textsXml = (range: string, texts: readonly string[]): string =>
  tag(
    'c:strRef',
    {},
    tag('c:f', {}, escaped(range)),
    tag(
      'c:strCache',
      {},
      value('c:ptCount', texts.length),
      ...texts.map((text, idx) => tag('c:pt', { idx }, tag('c:v', {}, escaped(cellText(text))))),
    ),
  )

/** Numbers of cells with what stands in them; an absent one has no point. */
export const numbersXml = (
  range: string,
  numbers: readonly (number | null)[],
  decimals: number,
): string =>
  tag(
    'c:numRef',
    {},
    tag('c:f', {}, escaped(range)),
    tag(
      'c:numCache',
      {},
      tag('c:formatCode', {}, escaped(printedFormat(decimals))),
      value('c:ptCount', numbers.length),
      ...numbers.flatMap((one, idx) =>
        one === null ? [] : [tag('c:pt', { idx }, tag('c:v', {}, String(one)))],
      ),
    ),
  )
