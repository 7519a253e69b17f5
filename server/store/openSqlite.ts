import type { DatabaseSync } from 'node:sqlite'

import { Kysely } from 'kysely'

import type { SpaceId } from '../../src/domain/space.ts'
import { nodeSqliteDialect } from './nodeSqliteDialect.ts'
import { appendOnly, asStartError, foreignFile, openSqliteFile, writeBack } from './sqliteFile.ts'
import { SqlStore } from './sqlStore.ts'
import type { Store } from './store.ts'
import { SCHEMA, SCHEMA_VERSION } from './tables.ts'
import type { SchemaStep, Tables } from './tables.ts'

/** Marks our files in the SQLite header (`PRAGMA application_id`): "SDIB". */
export const APPLICATION_ID = 0x53444942

/**
 * Opens the store file of a space, creating it when missing and bringing an older one up to date; see openSqliteFile.
 * Throws StartError storeCorrupted, storeForeign, storeInUse or folderUnwritable.
 */
export async function openSqlite(file: string, space: SpaceId): Promise<Store> {
  const database = openSqliteFile({
    ...{ file, applicationId: APPLICATION_ID, version: SCHEMA_VERSION },
    create: (store, from) => {
      for (const step of SCHEMA) if (step.version > from) takeStep(store, step)
    },
  })
  try {
    const kysely = new Kysely<Tables>({ dialect: nodeSqliteDialect(database) })
    const store = new SqlStore(kysely, () => writeBack(database))
    await claimSpace(store, space, file)
    return store
  } catch (error) {
    if (database.isOpen) database.close()
    throw asStartError(error, file)
  }
}

function takeStep(database: DatabaseSync, step: SchemaStep): void {
  for (const statement of step.statements) database.exec(withEngineClauses(statement))
  for (const trigger of step.appendOnly.flatMap(appendOnly)) database.exec(trigger)
}

/** Tables that are looked up by a key of several columns are clustered on it: one tree instead of two. */
const withEngineClauses = (statement: string): string =>
  /^create table (current|cell_origin) /.test(statement) ? `${statement} without rowid` : statement

async function claimSpace(store: Store, space: SpaceId, file: string): Promise<void> {
  const owner = await store.meta('space')
  if (owner === null) await store.setMeta('space', space)
  else if (owner !== space) throw foreignFile(file, `it belongs to the space "${owner}"`)
}
