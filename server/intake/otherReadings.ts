import type { OtherReading } from '../../src/domain/quality/judge.ts'
import { COUNTED_ONCE } from '../../src/domain/quality/relations.ts'
import { brainIndex } from '../space/brainIndex.ts'
import type { Space } from '../space/space.ts'
import type { IntakeCell } from './intakeCell.ts'

/** What the other brains of a brain's city report of what a total counts once, in the cells' periods. */
export async function otherReadings(
  space: Space,
  brain: string,
  cells: readonly IntakeCell[],
): Promise<readonly OtherReading[]> {
  const counted = cells.filter(({ indicator }) => COUNTED_ONCE.includes(indicator))
  if (counted.length === 0) return []
  const { byId, byCity } = await brainIndex(space)
  const neighbours = byCity.get(byId.get(brain)?.city ?? '') ?? []
  const standing = await space.store.standingCells({
    entities: neighbours.flatMap(({ id }) => (id === brain ? [] : [id])),
    indicators: [...COUNTED_ONCE],
    periods: [...new Set(counted.map(({ period }) => period))],
  })
  return standing.flatMap(({ entity, indicator, period, value }) =>
    value === null ? [] : [{ brain: entity, indicator, period, value }],
  )
}
