import type { Grade, LifecycleEvent } from '../event.ts'
import { compareEvents } from '../lifecycle.ts'
import type { LocalText } from '../text.ts'
import { countedGrades, yearOf } from './countedGrades.ts'
import { monthsAfter, TERMS } from './terms.ts'

/** Grades that count as passed where no score card says otherwise: all but 预警. */
export const PASSING_GRADES: ReadonlySet<Grade> = new Set<Grade>(['lead', 'onTime', 'remind'])

/**
 * How the clause is read here, in one sentence: the source leaves open whether one pass in the two years is enough and
 * what a late one does.
 */
export const PASS_RULE: LocalText = {
  zh: '自公布为建设试点之日起满两年（挂牌后重新起算），其间没有一次考核评估通过、也未通过验收的，建议取消资格；只计起算当年及以后年度、且在期限内作出的考核，期限后才通过的记“逾期通过”，不撤销建议',
  en: 'Disqualification is proposed once two full years from the announcement as a pilot (anew from designation) went by without one passed assessment and without acceptance; only assessments of the first year or later that are given within the term count, a later pass is called a late pass and does not end the proposal',
}

/**
 * «自公布之日起满两年未通过考核评估的，取消建设资格» (S01), read as PASS_RULE says: the clock of one brain since it was announced
 * as a pilot, and anew since it was designated.
 */
export interface PassClock {
  /** The event that started it: piloted or designated. */
  readonly event: string
  readonly start: string
  /** The last day on which a pass still counts. */
  readonly due: string
  /** The event that ended it: an assessment passed in time, or acceptance; null while it runs. */
  readonly passedBy: string | null
  /** 逾期通过: day of the first pass after `due`; null where there is none. It does not end the clock. */
  readonly passedLate: string | null
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
  const due = monthsAfter(start.date, TERMS.passWithinMonths)
  const graded = [...countedGrades(since)].filter((event) => yearOf(event) >= yearIn(start.date))
  const passed = graded.filter((event) => isPassed(event, passes)).sort(compareEvents)
  const ended = passed.find(({ date }) => date <= due) ?? since.find(isAcceptance)
  return {
    ...{ event: start.id, start: start.date, due, passedBy: ended?.id ?? null },
    passedLate: passed.find(({ date }) => date > due)?.date ?? null,
    failed: graded.flatMap((event) =>
      event.grade && !isPassed(event, passes) ? [{ year: yearOf(event), grade: event.grade }] : [],
    ),
  }
}

const yearIn = (day: string): number => Number(day.slice(0, 4))
const isAcceptance = ({ kind }: LifecycleEvent): boolean => kind === 'accepted'

const isPassed = ({ grade }: LifecycleEvent, passes: ReadonlySet<Grade>): boolean =>
  grade != null && passes.has(grade)
