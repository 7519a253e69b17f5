import type { Cube } from '../cube.ts'
import type { Indicator } from '../indicator.ts'
import type { Period } from '../period.ts'
import type { Frame } from './frame.ts'
import type { Grid } from './grid.ts'
import { put } from './grid.ts'
import { columnsOf, observed } from './source.ts'

/** Id of the indicator that holds the published year-on-year rate of another one. */
export const growthId = (id: string): string => `${id}Growth`

/**
 * A published growth rate is data and beats a computed one: where the cube has a rate `<id>Growth` with a
 * value for the cell, it is the 同比 (a statistics office grows at constant prices and revises its base).
 * Only for groups of one entity: published rates do not add up. Changes `grid`.
 */
export function preferPublished(
  grid: Grid,
  cube: Cube,
  indicator: Indicator,
  frame: Frame,
  periods: readonly (Period | null)[],
): Grid {
  const rate = cube.indicators.get(growthId(indicator.id))
  const slice = rate && cube.slices.get(rate.id)
  if (rate?.kind !== 'rate' || !slice) return grid
  const source = observed(slice, rate)
  const { at } = columnsOf(source, periods)
  frame.groups.forEach(({ members }, g) => {
    const row = members.length === 1 ? source.rows.get(members[0] ?? '') : undefined
    if (row === undefined) return
    at.forEach((column, j) => {
      const cell = row * source.width + column
      if (column < 0 || source.absence[cell] !== 0) return
      put(grid, g * grid.width + j, source.values[cell] ?? NaN, 0)
      grid.covered[g * grid.width + j] = grid.expected[g * grid.width + j] = 1
    })
  })
  return grid
}
