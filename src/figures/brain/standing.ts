import type { Indicator } from '../../domain/indicator.ts'
import { runQuery, type Scope } from '../../domain/query.ts'
import { isPresent, type Reading } from '../../domain/reading.ts'
import type { FigureContext } from '../definition.ts'
import { quartilesOf } from '../desk/quartiles.ts'

/** Where one brain stands among the brains of a scope that have a value in the period. */
export interface Standing {
  /** 1 is best by the indicator's direction, ties share; null without a value or without a better way. */
  readonly rank: number | null
  /** Brains with a value. */
  readonly of: number
  readonly median: number | null
}

/** Rank and median of `brain` in one indicator and period among the brains of `scope`. */
export function standingOf(
  context: FigureContext,
  indicator: Indicator,
  brain: string,
  period: string,
  scope: Scope = {},
): Standing {
  const ask = { indicator: indicator.id, groupBy: 'brain', scope, periods: [period] } as const
  const values = runQuery(context.cube, { ...ask, measure: 'value' })
  const known = values.groups.flatMap((_, g) => valueOf(values.reading(g, 0)))
  const ranks = runQuery(context.cube, { ...ask, measure: 'rank' })
  const own = ranks.groups.findIndex(({ id }) => id === brain)
  const rank = own < 0 ? null : ranks.reading(own, 0)
  return {
    rank: rank && isPresent(rank) && indicator.direction !== 'neutral' ? rank.value : null,
    of: known.length,
    median: quartilesOf(Float64Array.from(known))?.middle ?? null,
  }
}

const valueOf = (reading: Reading): number[] => (isPresent(reading) ? [reading.value] : [])

/** Brains of the same domain; null where no source states the domain. */
export const domainScope = (context: FigureContext, brain: string): Scope | null => {
  const domain = context.cube.byId.get(brain)?.domain
  return domain ? { domains: [domain] } : null
}
