import type { Kysely } from 'kysely'

import { padded } from './bulk.ts'
import type { FoundCell } from './cells.ts'
import type { EqualQuery, StandingQuery } from './draft.ts'
import { reportId } from './reportId.ts'
import type { Tables } from './tables.ts'

/**
 * See Store.standingCells. The history's index tells in one step for each indicator which periods there are, so that
 * years around a report cost nothing where little was reported.
 */
export async function readStandingCells(
  db: Kysely<Tables>,
  { entities, indicators, periods }: StandingQuery,
): Promise<readonly FoundCell[]> {
  if ([entities, indicators, periods].some((list) => list.length === 0)) return []
  const wanted = new Set(periods)
  const sorted = [...wanted].sort()
  const reported = db
    .selectFrom('observation')
    .select(['indicator', 'period', 'entity'])
    .distinct()
    .where('indicator', 'in', padded(indicators))
    .where('entity', 'in', padded(entities))
    .where('period', '>=', sorted[0] ?? '')
    .where('period', '<=', sorted.at(-1) ?? '')
    .as('reported')
  const rows = await db
    .selectFrom(reported)
    .innerJoin('current', (join) =>
      join
        .onRef('current.indicator', '=', 'reported.indicator')
        .onRef('current.period', '=', 'reported.period')
        .onRef('current.entity', '=', 'reported.entity'),
    )
    .selectAll('current')
    .execute()
  return rows
    .filter(({ period }) => wanted.has(period))
    .map(({ known_at: knownAt, report, ...row }) => ({
      ...row,
      knownAt,
      report: reportId(report),
    }))
}

/** See Store.entitiesWith. */
export async function readEntitiesWith(
  db: Kysely<Tables>,
  { indicator, periods, values }: EqualQuery,
): Promise<readonly string[]> {
  if (periods.length === 0 || values.length === 0) return []
  const rows = await db
    .selectFrom('current')
    .select('entity')
    .distinct()
    .where('indicator', '=', indicator)
    .where('period', 'in', padded(periods))
    .where('value', 'in', padded(values))
    .execute()
  return rows.map(({ entity }) => entity)
}
