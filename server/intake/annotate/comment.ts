import { textOf, type Locale } from '../../../src/domain/text.ts'
import type { IntakeFinding } from '../intakeCell.ts'
import { referenceOf } from '../workbook/reference.ts'

/** What a cell is told: one text, and who says it. */
export interface Comment {
  readonly reference: string
  readonly author: string
  readonly text: string
  /** By which a conversation knows the note that stands for it. */
  readonly uid?: string
}

/** Author of our comments: they are replaced when a file is annotated again. */
export const AUTHOR = '报送检查 · Intake check'

/**
 * The comments of one sheet, a cell each; what concerns the whole sheet stands in A1. A cell with a conversation
 * keeps it: what there is to say of it stands in A1 too, or in the first cell beside without one.
 */
export function commentsOf(
  findings: readonly IntakeFinding[],
  locale: Locale,
  threaded: ReadonlySet<string>,
): Comment[] {
  const top = topCell(threaded)
  const texts = new Map<string, string[]>()
  for (const finding of findings) {
    const { cell } = finding.place
    const isKept = cell !== null && threaded.has(cell)
    const reference = cell === null || isKept ? top : cell
    const text = `${isKept ? elsewhere(cell, locale) : ''}${findingText(finding, locale)}`
    texts.set(reference, [...(texts.get(reference) ?? []), text])
  }
  return [...texts].map(([reference, lines]) => ({
    ...{ reference, author: AUTHOR },
    text: lines.join('\n'),
  }))
}

/** The first cell of the first row without a conversation. */
function topCell(threaded: ReadonlySet<string>): string {
  let column = 1
  while (threaded.has(referenceOf(column, 1))) column++
  return referenceOf(column, 1)
}

const elsewhere = (cell: string, locale: Locale): string =>
  locale === 'en' ? `${cell} (its conversation is kept): ` : `${cell}（该格的对话批注保留）：`

/** «【须改正】单位应为…» in one line. */
export const findingText = ({ severity, text, remedy }: IntakeFinding, locale: Locale): string =>
  `${severityText(severity, locale)}${textOf(text, locale)}${locale === 'en' ? ' ' : ''}${textOf(remedy, locale)}`

export function severityText(severity: IntakeFinding['severity'], locale: Locale): string {
  if (locale === 'en') return severity === 'block' ? '[To correct] ' : '[To confirm] '
  return severity === 'block' ? '【须改正】' : '【请确认】'
}
