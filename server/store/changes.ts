import type { Kysely } from 'kysely'

import type { ChangeEvent } from '../../src/contract/index.ts'
import type { Tables } from './tables.ts'

/** The subject of changes to brains, events and reference data; other subjects are indicators. */
export const REGISTRY = 'registry'

/**
 * Gives each subject the next change number. The table holds one row a subject, the latest:
 * a reader that resumes gets every subject it missed once, however often it changed.
 */
export async function bumpChanges(
  trx: Kysely<Tables>,
  subjects: Iterable<string>,
): Promise<readonly ChangeEvent[]> {
  const sorted = [...subjects].sort()
  if (sorted.length === 0) return []
  const last = await trx
    .selectFrom('change')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .executeTakeFirst()
  const base = Number(last?.seq ?? 0)
  const rows = sorted.map((subject, i) => ({ subject, seq: base + 1 + i }))
  await trx
    .insertInto('change')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('subject').doUpdateSet((eb) => ({ seq: eb.ref('excluded.seq') })),
    )
    .execute()
  return rows.map(({ subject, seq }) => ({ subject, version: seq }))
}

/** Latest change of every subject that changed after `version`, oldest first. */
export async function readChanges(
  db: Kysely<Tables>,
  version: number,
): Promise<readonly ChangeEvent[]> {
  return db
    .selectFrom('change')
    .select(['subject', 'seq as version'])
    .where('seq', '>', version)
    .orderBy('seq')
    .execute()
}
