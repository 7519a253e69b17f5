import { ABSENCE_TEXT } from '../../domain/reading.ts'
import type { Locale } from '../../domain/text.ts'
import { absentWords } from './absentWords.ts'
import type { ValueCell } from './valueTable.ts'

const ABSENCES: ReadonlySet<string> = new Set(
  Object.values(ABSENCE_TEXT).flatMap(({ zh, en }) => [zh, en]),
)

/** Whether a text is a reason why a value is absent: 未报送. */
export const isAbsenceWord = (text: string): boolean => ABSENCES.has(text)

export interface WordContext {
  readonly locale: Locale
  /** What — stands for. */
  readonly dash: { readonly absent: string }
}

/** What is printed in the place of a number: a reason, a sign for one, or a word such as 持平, which is a value. */
export function wordCell(text: string, { locale, dash }: WordContext): ValueCell {
  const { noReading, notApplicable } = absentWords(locale)
  if (text === '—') return dash
  if (text === '/') return notApplicable
  if (text === '') return noReading
  return isAbsenceWord(text) ? { absent: text } : text
}
