import type { Slice } from './slice.ts'

/** One value that is there. */
export interface PublishedCell {
  readonly entity: string
  readonly period: string
  readonly value: number
}

/** The values of a sparse slice, as a list: for public statistics, of which few cells are known. */
export function publishedCells({ entities, periods, values, absence }: Slice): PublishedCell[] {
  return entities.flatMap((entity, row) =>
    periods.flatMap((period, column) => {
      const at = row * periods.length + column
      const value = values[at]
      return absence[at] === 0 && value !== undefined ? [{ entity, period, value }] : []
    }),
  )
}
