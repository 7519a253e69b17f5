import { ABSENCE_TEXT } from '../../domain/reading.ts'
import { textOf, type Locale } from '../../domain/text.ts'
import { say } from '../../figures/text/words.ts'

interface Absent {
  readonly absent: string
}

/** Absent cells where the figure itself gives no reason. */
export interface AbsentWords {
  /** A gap: somebody should know the value. */
  readonly noReading: Absent
  readonly notReported: Absent
  readonly notApplicable: Absent
  /** A goal or point that belongs to another period. */
  readonly none: Absent
}

export const absentWords = (locale: Locale): AbsentWords => ({
  noReading: { absent: say(locale, '无读数', 'no reading') },
  notReported: { absent: textOf(ABSENCE_TEXT.notReported, locale) },
  notApplicable: { absent: textOf(ABSENCE_TEXT.notApplicable, locale) },
  none: { absent: say(locale, '未设', 'none set') },
})
