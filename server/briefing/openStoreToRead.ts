import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

import { Kysely } from 'kysely'

import { nodeSqliteDialect } from '../store/nodeSqliteDialect.ts'
import { APPLICATION_ID } from '../store/openSqlite.ts'
import { SqlStore } from '../store/sqlStore.ts'
import type { Store } from '../store/store.ts'
import { SCHEMA_VERSION, type Tables } from '../store/tables.ts'
import { BriefingError } from './briefingError.ts'

const SQLITE_BUSY = 5

/** How long a service that just starts or stops is waited for. */
const BUSY_MS = 500

/**
 * Opens the store file of a space for reading only: nothing of ours is written, SQLite may leave its side files. A
 * service that has written since its start holds the file alone: then, or from then on, reading fails, so that what
 * was read is of one state. Throws BriefingError.
 */
export function openStoreToRead(file: string): Store {
  if (!existsSync(file))
    throw new BriefingError(
      `There is no store ${file}. Start the service once (npm start), or name its folder in DATA_DIR.`,
    )
  const database = opened(file)
  try {
    database.exec(`pragma busy_timeout = ${BUSY_MS}`)
    requireOurs(database, file)
    database.prepare('select count(*) from sqlite_schema').get()
    return new SqlStore(new Kysely<Tables>({ dialect: nodeSqliteDialect(database) }))
  } catch (error) {
    database.close()
    throw readingFault(error, file)
  }
}

function opened(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { readOnly: true })
  } catch (error) {
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
  const isBusy = 'errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_BUSY
  return new BriefingError(
    isBusy
      ? `${file} is held by a running service. Read from it instead: add --url http://127.0.0.1:8787 (its address).`
      : `${file} cannot be read (${error.message}). Check that it is a store of the service and that you may read its folder.`,
    { cause: error },
  )
}
