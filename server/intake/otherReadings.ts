import type { OtherReading } from '../../src/domain/quality/judge.ts'
import { COUNTED_ONCE } from '../../src/domain/quality/relations.ts'
import { brainIndex } from '../space/brainIndex.ts'
import type { Space } from '../space/space.ts'

/** A report and its brain's figures, as far as others may hold the same. */
interface Compared {
  readonly brain: string
  readonly cells: readonly Figure[]
  readonly standing: readonly Figure[]
}

interface Figure {
  readonly indicator: string
  readonly period: string
  readonly value: number | null
}

/** The figures of other brains that a report is set against. */
export type OthersOf = (brain: string) => readonly OtherReading[]

/**
 * What brains of a brain's city that may count the same thing report of what a total counts once: those with the
 * report's very figure of the first such indicator, in the periods of the reports; read at once for all of them.
 */
export async function otherReadings(space: Space, reports: readonly Compared[]): Promise<OthersOf> {
  const [first = ''] = COUNTED_ONCE
  const given = reports.flatMap(({ cells }) => cells.filter(isCounted))
  const periods = [...new Set(given.map(({ period }) => period))]
  const own = [...given, ...reports.flatMap(({ standing }) => standing)].filter(
    ({ indicator }) => indicator === first,
  )
  const values = [
    ...new Set(own.flatMap(({ value }) => (value !== null && value > 0 ? [value] : []))),
  ]
  const entities = await space.store.entitiesWith({ indicator: first, periods, values })
  if (entities.length === 0) return () => []
  const { byId } = await brainIndex(space)
  const found = await space.store.standingCells({ entities, indicators: COUNTED_ONCE, periods })
  const readings = found.flatMap(({ entity, indicator, period, value }) =>
    value === null ? [] : [{ brain: entity, indicator, period, value }],
  )
  const cityOf = (brain: string): string | undefined => byId.get(brain)?.city
  return (brain) => {
    const city = cityOf(brain)
    return readings.filter((other) => other.brain !== brain && cityOf(other.brain) === city)
  }
}

const isCounted = ({ indicator }: Figure): boolean => COUNTED_ONCE.includes(indicator)
