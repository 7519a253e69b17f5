import type { Kysely } from 'kysely'

import type { RecordKind } from '../../src/contract/index.ts'
import type { StoredRecord } from './record.ts'
import type { RecordRow, Tables } from './tables.ts'

const stored = ({
  kind,
  key,
  n,
  brain,
  entry,
  known_at,
  actor,
  reason,
}: RecordRow): StoredRecord => ({
  ...{ kind, key, n, brain, actor, reason },
  entry: JSON.parse(entry) as unknown,
  knownAt: known_at,
})

/** See RecordStore.records. */
export async function readRecords(
  db: Kysely<Tables>,
  asOf: number | null,
): Promise<readonly StoredRecord[]> {
  const rows = await db
    .selectFrom('record')
    .selectAll()
    .$if(asOf !== null, (query) => query.where('known_at', '<=', asOf ?? 0))
    .orderBy('seq')
    .execute()
  return rows.map(stored)
}

/** See RecordStore.recordVersions. */
export async function readRecordVersions(
  db: Kysely<Tables>,
  kind: RecordKind,
  key: string,
): Promise<readonly StoredRecord[]> {
  const rows = await db
    .selectFrom('record')
    .selectAll()
    .where('kind', '=', kind)
    .where('key', '=', key)
    .orderBy('n')
    .execute()
  return rows.map(stored)
}
