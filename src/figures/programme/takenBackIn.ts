import type { FigureContext } from '../definition.ts'

/** Ids of the events that were taken back by 登记更正. */
export const takenBackIn = ({ cube }: Pick<FigureContext, 'cube'>): ReadonlySet<string> =>
  new Set(cube.told.flatMap(({ kind, order }) => (kind === 'withdrawn' && order ? [order] : [])))
