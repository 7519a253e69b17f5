import type { LifecycleEvent } from '../event.ts'
import { compareEvents } from '../lifecycle.ts'

/**
 * The yearly assessments that count among standing events: of each brain and year the last. Earlier ones of the year
 * stay in the history.
 */
export function countedGrades(standing: readonly LifecycleEvent[]): ReadonlySet<LifecycleEvent> {
  const last = new Map<string, LifecycleEvent>()
  const assessed = standing.filter(({ kind }) => kind === 'assessed').sort(compareEvents)
  for (const event of assessed) last.set(`${event.brain} ${yearOf(event)}`, event)
  return new Set(last.values())
}

/** The year that an assessment is of. */
export const yearOf = ({ year, date }: Pick<LifecycleEvent, 'year' | 'date'>): number =>
  year ?? Number(date.slice(0, 4))
