import type { FigureContext } from '../../src/figures/definition.ts'

const DAY_MS = 86_400_000
const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/**
 * The first day after `from` up to `until` (ISO) of which `works` says yes, by halving: what works on a day works on
 * later ones. Null where none does.
 */
export async function firstDay(
  from: string,
  until: string,
  works: (day: string) => Promise<boolean>,
): Promise<string | null> {
  const dayAt = (after: number): string =>
    new Date(timeOf(from) + after * DAY_MS).toISOString().slice(0, 10)
  let [none, some] = [0, Math.round((timeOf(until) - timeOf(from)) / DAY_MS)]
  if (some <= none || !(await works(dayAt(some)))) return null
  while (some - none > 1) {
    const middle = Math.floor((none + some) / 2)
    if (await works(dayAt(middle))) some = middle
    else none = middle
  }
  return dayAt(some)
}

/** The first month of which a reading is known; null where there is none. */
export function firstReadMonth({ cube }: Pick<FigureContext, 'cube'>): string | null {
  let first: string | null = null
  for (const { periods, entities, absence } of cube.slices.values())
    for (const [column, period] of periods.entries()) {
      if (!/^\d{4}-\d\d$/.test(period) || (first !== null && period >= first)) break
      if (entities.some((_, row) => absence[row * periods.length + column] === 0)) first = period
    }
  return first
}
