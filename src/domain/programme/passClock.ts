import type { Grade, LifecycleEvent } from '../event.ts'
import { compareEvents } from '../lifecycle.ts'
import { countedGrades, yearOf } from './countedGrades.ts'
import { monthsAfter, TERMS } from './terms.ts'

/** Grades that count as passed where no score card says otherwise: all but 预警. */
export const PASSING_GRADES: ReadonlySet<Grade> = new Set<Grade>(['lead', 'onTime', 'remind'])

/**
 * «自公布之日起满两年未通过考核评估的，取消建设资格» (S01): the clock of one brain since it was announced as a pilot, and
 * anew since it was designated.
 */
export interface PassClock {
  /** The event that started it: piloted or designated. */
  readonly event: string
  readonly start: string
  /** The last day on which a pass still counts. */
  readonly due: string
  /** The event that ended it: a passed assessment or acceptance; null while it runs. */
  readonly passedBy: string | null
  /** Grades given since the start, one a year, none of which passed. */
  readonly failed: readonly { readonly year: number; readonly grade: Grade }[]
}

const isStart = ({ kind }: LifecycleEvent): boolean => kind === 'piloted' || kind === 'designated'
const isEnd = ({ kind }: LifecycleEvent): boolean => kind === 'disqualified' || kind === 'applied'

/**
 * The clock of one brain at the end of a day from its standing events; null where none runs or ran. Of a year that
 * was assessed twice the last grade counts.
 */
export function passClock(
  standing: readonly LifecycleEvent[],
  today: string,
  passes: ReadonlySet<Grade> = PASSING_GRADES,
): PassClock | null {
  const known = standing.filter(({ date }) => date <= today).sort(compareEvents)
  const at = known.findLastIndex(isStart)
  const start = known[at]
  if (!start) return null
  const since = known.slice(at + 1)
  if (since.some(isEnd)) return null
  const graded = countedGrades(since)
  const passed = since.find(
    (event) => event.kind === 'accepted' || (graded.has(event) && isPassed(event, passes)),
  )
  return {
    ...{ event: start.id, start: start.date },
    due: monthsAfter(start.date, TERMS.passWithinMonths),
    passedBy: passed?.id ?? null,
    failed: [...graded].flatMap((event) =>
      event.grade && !isPassed(event, passes) ? [{ year: yearOf(event), grade: event.grade }] : [],
    ),
  }
}

const isPassed = ({ grade }: LifecycleEvent, passes: ReadonlySet<Grade>): boolean =>
  grade != null && passes.has(grade)
