import type { Grade } from '../../domain/event.ts'
import { compareEvents } from '../../domain/lifecycle.ts'
import { countedGrades, yearOf } from '../../domain/programme/countedGrades.ts'
import type { FigureContext } from '../definition.ts'
import type { Symbol } from '../kinds/symbol.ts'
import { say, symbolName } from '../text/words.ts'

export interface AssessmentRow {
  readonly id: string
  readonly year: number
  readonly symbol: Symbol
  readonly name: string
  readonly date: string
  /** Brains of the same year with this grade, of all assessed: 12/31; — for a grade that was replaced. */
  readonly same: string
  /** The last of its year. */
  readonly counts: boolean
}

export const GRADE_SYMBOL: Readonly<Record<Grade, Symbol>> = {
  lead: 'lead',
  onTime: 'ontime',
  remind: 'remind',
  warn: 'warn',
}

/**
 * The yearly assessments of a brain, newest first; of a year that was assessed again the last counts. Scores are not
 * part of the events.
 */
export function assessmentsOf(context: FigureContext, brain: string): readonly AssessmentRow[] {
  const { today, locale, cube } = context
  const assessed = cube.events.filter(
    ({ kind, grade, date }) => kind === 'assessed' && grade && date <= today,
  )
  const counted = countedGrades(assessed)
  return assessed
    .filter((event) => event.brain === brain)
    .sort((a, b) => compareEvents(b, a))
    .flatMap((event) => {
      const { grade, year } = event
      if (!grade) return []
      const ofYear = [...counted].filter((other) => other.year === year)
      const counts = counted.has(event)
      const name = symbolName(GRADE_SYMBOL[grade], locale)
      return {
        id: event.id,
        year: yearOf(event),
        symbol: GRADE_SYMBOL[grade],
        name: counts ? name : say(locale, `${name}（后有重评）`, `${name} (assessed again)`),
        date: event.date,
        same: counts
          ? `${ofYear.filter((other) => other.grade === grade).length}/${ofYear.length}`
          : '—',
        counts,
      }
    })
}
