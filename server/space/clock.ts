import { SHANGHAI_MS } from '../../src/domain/shanghai.ts'
import { DEMO_TODAY } from '../../src/domain/space.ts'
import type { SpaceId } from '../../src/domain/space.ts'

/** Milliseconds since 1970: the service's clock, a parameter everywhere. */
export type Clock = () => number

const DAY = 86_400_000

/** The day in Asia/Shanghai (UTC+8 all year) at an instant. */
export const shanghaiDay = (instant: number): string =>
  new Date(instant + SHANGHAI_MS).toISOString().slice(0, 10)

/** Last millisecond of a day in Asia/Shanghai. */
export const endOfDay = (day: string): number => Date.parse(day) - SHANGHAI_MS + DAY - 1

export interface SpaceClock {
  /** The day the space calls today. */
  today(): string
  /** Instant of a report that arrives now: always later than everything known before. */
  knownNow(): number
  /** Takes note of an instant that became known. */
  seen(instant: number): void
}

/**
 * The clock of a space. `demo` lives on its pinned day, at the real time of day;
 * in both spaces knowledge only moves forward, even when a machine's clock steps back.
 */
export function makeSpaceClock(
  space: SpaceId,
  clock: Clock,
  lastKnownAt: number | null,
): SpaceClock {
  let last = lastKnownAt ?? 0
  const now = (): number =>
    space === 'demo' ? endOfDay(DEMO_TODAY) - DAY + 1 + ((clock() + SHANGHAI_MS) % DAY) : clock()
  return {
    today: () => (space === 'demo' ? DEMO_TODAY : shanghaiDay(clock())),
    knownNow: () => (last = Math.max(now(), last + 1)),
    seen: (instant) => {
      last = Math.max(last, instant)
    },
  }
}
