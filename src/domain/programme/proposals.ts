import type { Brain } from '../brain.ts'
import { isOwn } from '../brain.ts'
import type { Grade, LifecycleEvent } from '../event.ts'
import { eventsByBrain, foldBrain, isCounted, standingEvents } from '../lifecycle.ts'
import { passClock, PASSING_GRADES } from './passClock.ts'
import { TERMS } from './terms.ts'

/** A brain whose 取消资格 the rule proposes; people decide, nothing changes by itself. */
export interface Proposal {
  readonly brain: string
  readonly rule: 'twoYearsWithoutPass'
  /** The event that started the two years, and its day. */
  readonly event: string
  readonly start: string
  /** The last day on which a pass still counted. */
  readonly due: string
  /** 逾期通过: day of the first pass after `due`; null where there is none. */
  readonly passedLate: string | null
  /** Assessments since then, none passed in time; empty: never assessed. */
  readonly failed: readonly { readonly year: number; readonly grade: Grade }[]
  readonly sources: readonly string[]
}

/**
 * «满两年未通过考核评估的，取消建设资格» (S01, read as PASS_RULE says): the register's own brains in 试点, 验收 or 挂牌 whose two
 * years went by. The longest over first.
 */
export function proposedDisqualifications(
  brains: readonly Brain[],
  events: readonly LifecycleEvent[],
  today: string,
  passes: ReadonlySet<Grade> = PASSING_GRADES,
): readonly Proposal[] {
  const groups = eventsByBrain(standingEvents(events))
  return brains
    .filter(isOwn)
    .flatMap((brain): Proposal[] => {
      const standing = groups.get(brain.id) ?? []
      const clock = passClock(standing, today, passes)
      if (!clock || clock.passedBy !== null || clock.due >= today) return []
      if (!isCounted(foldBrain(standing, today, brain.id))) return []
      const { event, start, due, passedLate, failed } = clock
      const what = { brain: brain.id, rule: 'twoYearsWithoutPass', event, start, due } as const
      return [{ ...what, passedLate, failed, sources: TERMS.sources }]
    })
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.brain < b.brain ? -1 : 1))
}
