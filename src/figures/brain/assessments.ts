import type { Grade } from '../../domain/event.ts'
import { compareEvents } from '../../domain/lifecycle.ts'
import type { FigureContext } from '../definition.ts'
import type { Symbol } from '../kinds/symbol.ts'
import { symbolName } from '../text/words.ts'

export interface AssessmentRow {
  readonly id: string
  readonly year: number
  readonly symbol: Symbol
  readonly name: string
  readonly date: string
  /** Brains of the same year with this grade, of all assessed: 12/31. */
  readonly same: string
}

export const GRADE_SYMBOL: Readonly<Record<Grade, Symbol>> = {
  lead: 'lead',
  onTime: 'ontime',
  remind: 'remind',
  warn: 'warn',
}

/** The yearly assessments of a brain, newest first. Scores are not part of the events. */
export function assessmentsOf(context: FigureContext, brain: string): readonly AssessmentRow[] {
  const { today, locale, cube } = context
  const assessed = cube.events.filter(
    ({ kind, grade, date }) => kind === 'assessed' && grade && date <= today,
  )
  return assessed
    .filter((event) => event.brain === brain)
    .sort((a, b) => compareEvents(b, a))
    .flatMap((event) => {
      const { grade, year } = event
      if (!grade) return []
      const ofYear = assessed.filter((other) => other.year === year)
      return {
        id: event.id,
        year: year ?? Number(event.date.slice(0, 4)),
        symbol: GRADE_SYMBOL[grade],
        name: symbolName(GRADE_SYMBOL[grade], locale),
        date: event.date,
        same: `${ofYear.filter((other) => other.grade === grade).length}/${ofYear.length}`,
      }
    })
}
