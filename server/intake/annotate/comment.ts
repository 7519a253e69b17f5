import { textOf, type Locale } from '../../../src/domain/text.ts'
import type { IntakeFinding } from '../intakeCell.ts'

/** What a cell is told: one text, and who says it. */
export interface Comment {
  readonly reference: string
  readonly author: string
  readonly text: string
}

/** Author of our comments: they are replaced when a file is annotated again. */
export const AUTHOR = '报送检查 · Intake check'

/** The comments of one sheet, a cell each; what concerns the whole sheet stands in A1. */
export function commentsOf(findings: readonly IntakeFinding[], locale: Locale): Comment[] {
  const texts = new Map<string, string[]>()
  for (const finding of findings) {
    const reference = finding.place.cell ?? 'A1'
    texts.set(reference, [...(texts.get(reference) ?? []), findingText(finding, locale)])
  }
  return [...texts].map(([reference, lines]) => ({
    ...{ reference, author: AUTHOR },
    text: lines.join('\n'),
  }))
}

/** «【须改正】单位应为…» in one line. */
export const findingText = ({ severity, text, remedy }: IntakeFinding, locale: Locale): string =>
  `${severityText(severity, locale)}${textOf(text, locale)}${locale === 'en' ? ' ' : ''}${textOf(remedy, locale)}`

export function severityText(severity: IntakeFinding['severity'], locale: Locale): string {
  if (locale === 'en') return severity === 'block' ? '[To correct] ' : '[To confirm] '
  return severity === 'block' ? '【须改正】' : '【请确认】'
}
