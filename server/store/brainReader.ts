import type { Kysely } from 'kysely'

import type { BrainEntry } from '../../src/contract/index.ts'
import type { BrainVersion } from './store.ts'
import type { Tables } from './tables.ts'

/** The registry's entries as JSON text, in the order of registration: as they stand, or stood at an instant. */
export function readBrains(
  db: Kysely<Tables>,
  asOf: number | null,
): Promise<readonly { readonly entry: string }[]> {
  if (asOf === null) return db.selectFrom('brain').select('entry').orderBy('position').execute()
  const latest = db
    .selectFrom('brain_entry')
    .select((eb) => ['brain', eb.fn.max('n').as('n')])
    .where('known_at', '<=', asOf)
    .groupBy('brain')
  return db
    .selectFrom('brain_entry')
    .innerJoin(latest.as('latest'), (join) =>
      join.onRef('latest.brain', '=', 'brain_entry.brain').onRef('latest.n', '=', 'brain_entry.n'),
    )
    .innerJoin('brain', 'brain.id', 'brain_entry.brain')
    .select('brain_entry.entry')
    .orderBy('brain.position')
    .execute()
}

/** See Store.brainHistory. */
export async function readBrainHistory(
  db: Kysely<Tables>,
  brain: string,
): Promise<readonly BrainVersion[]> {
  const rows = await db
    .selectFrom('brain_entry')
    .selectAll()
    .where('brain', '=', brain)
    .orderBy('n', 'desc')
    .execute()
  return rows.map(({ n, known_at, actor, reason, entry }) => ({
    ...{ version: n, knownAt: known_at, by: actor, reason },
    entry: JSON.parse(entry) as BrainEntry,
  }))
}

/** See Store.brainVersions. */
export async function readBrainVersions(db: Kysely<Tables>): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('brain_entry')
    .select((eb) => ['brain', eb.fn.max('n').as('n')])
    .groupBy('brain')
    .execute()
  return new Map(rows.map(({ brain, n }) => [brain, Number(n)]))
}

/** See Store.registeredSince. */
export async function readRegisteredSince(
  db: Kysely<Tables>,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('brain_entry')
    .select((eb) => ['brain', eb.fn.min('known_at').as('since')])
    .where('entry', 'not like', '%"origin":"public"%')
    .groupBy('brain')
    .execute()
  return new Map(rows.map(({ brain, since }) => [brain, Number(since)]))
}
