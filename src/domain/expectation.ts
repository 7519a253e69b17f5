import type { LifecycleEvent } from './event.ts'
import { standingEvents } from './lifecycle.ts'
import type { Correctable } from './lifecycle.ts'

/** Months in which a brain should report, as ordinals of `period.ts` (year × 12 + month − 1). */
export interface Expectation {
  /** Month of the first 试点, 验收 or 挂牌; Infinity for a brain that never got there. */
  readonly from: number
  /** Month of 取消资格 when nothing later readmits the brain, else Infinity. */
  readonly until: number
}

export const NEVER_EXPECTED: Expectation = { from: Infinity, until: Infinity }

const monthOrdinal = (day: string): number =>
  Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

type Dated = Correctable & Pick<LifecycleEvent, 'brain' | 'date'>

const isEntry = ({ kind }: Pick<Dated, 'kind'>): boolean =>
  kind === 'piloted' || kind === 'accepted' || kind === 'designated'

/**
 * The window of every brain that has events: from the first counted stage to 取消资格. A brain is expected
 * in the month of 取消资格 and no more after it. Order of the events does not matter; those taken back do not count.
 */
export function expectations(events: readonly Dated[]): ReadonlyMap<string, Expectation> {
  const days = new Map<string, { first: string; last: string; stopped: string }>()
  for (const event of standingEvents(events)) {
    const entry = isEntry(event)
    if (!entry && event.kind !== 'disqualified') continue
    const known = days.get(event.brain) ?? { first: '', last: '', stopped: '' }
    days.set(event.brain, known)
    if (!entry) known.stopped = latest(known.stopped, event.date)
    else {
      known.last = latest(known.last, event.date)
      if (known.first === '' || event.date < known.first) known.first = event.date
    }
  }
  return new Map(
    Array.from(days, ([brain, { first, last, stopped }]) => [
      brain,
      {
        from: first === '' ? Infinity : monthOrdinal(first),
        until: stopped === '' || last > stopped ? Infinity : monthOrdinal(stopped),
      },
    ]),
  )
}

const latest = (a: string, b: string): string => (a > b ? a : b)
