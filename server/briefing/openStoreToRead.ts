import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

import { Kysely } from 'kysely'

import { nodeSqliteDialect } from '../store/nodeSqliteDialect.ts'
import { APPLICATION_ID } from '../store/openSqlite.ts'
import { SqlStore } from '../store/sqlStore.ts'
import type { Store } from '../store/store.ts'
import { SCHEMA_VERSION, type Tables } from '../store/tables.ts'
import { BriefingError } from './briefingError.ts'
import { copyStore } from './copyStore.ts'

/** A store that is read, and what ends it. */
export interface ReadStore {
  readonly store: Store
  /** Removes what was copied; the store is closed by its space. */
  readonly forget: () => Promise<void>
}

/**
 * Opens a copy of the store file of a space as it is now, whether a service holds it or not: what is read is of one
 * state, and nothing is written beside the store. Throws BriefingError.
 */
export async function openStoreToRead(file: string): Promise<ReadStore> {
  if (!existsSync(file))
    throw new BriefingError(
      `There is no store ${file}. Start the service once (npm start), or name its folder in DATA_DIR.`,
    )
  const copy = await copyStore(file).catch((error: unknown) => {
    throw readingFault(error, file)
  })
  const database = new DatabaseSync(copy.file)
  try {
    requireOurs(database, file)
    database.exec('pragma query_only = on')
    const store = new SqlStore(new Kysely<Tables>({ dialect: nodeSqliteDialect(database) }))
    return { store, forget: copy.remove }
  } catch (error) {
    database.close()
    await copy.remove()
    throw readingFault(error, file)
  }
}

const pragma = (database: DatabaseSync, name: string): number =>
  Number(Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0] ?? 0)

function requireOurs(database: DatabaseSync, file: string): void {
  if (pragma(database, 'application_id') !== APPLICATION_ID)
    throw new BriefingError(
      `${file} was not written by this product. Name the data folder of the service in DATA_DIR.`,
    )
  const version = pragma(database, 'user_version')
  if (version !== SCHEMA_VERSION)
    throw new BriefingError(
      `${file} is of version ${version}, this program reads ${SCHEMA_VERSION}. Start the service once, or use the newer program.`,
    )
}

/** What a person is told where a store cannot be read. */
export function readingFault(error: unknown, file: string): unknown {
  if (error instanceof BriefingError || !(error instanceof Error)) return error
  return new BriefingError(
    `${file} cannot be read (${error.message}). Check that it is a store of the service and that you may read its folder.`,
    { cause: error },
  )
}
