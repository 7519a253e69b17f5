import { DatabaseSync } from 'node:sqlite'

import { Kysely } from 'kysely'

import type { SpaceId } from '../../src/domain/space.ts'
import { StartError } from '../startError.ts'
import { nodeSqliteDialect } from './nodeSqliteDialect.ts'
import { SqlStore } from './sqlStore.ts'
import type { Store } from './store.ts'
import { APPEND_ONLY, SCHEMA_VERSION, TABLES } from './tables.ts'
import type { Tables } from './tables.ts'

/** Marks our files in the SQLite header (`PRAGMA application_id`): "SDIB". */
export const APPLICATION_ID = 0x53444942

const SQLITE_BUSY = 5
const SQLITE_CORRUPT = 11
const SQLITE_NOTADB = 26

/**
 * Opens the store file of a space, creating it when missing.
 * WAL with synchronous=FULL: a commit is on disk before it is acknowledged. The lock is exclusive,
 * so a second service on the same folder is refused.
 * Throws StartError storeCorrupted, storeForeign, storeInUse or folderUnwritable.
 */
export async function openSqlite(file: string, space: SpaceId): Promise<Store> {
  const database = openFile(file)
  try {
    const fresh = identify(database, file)
    prepareConnection(database)
    if (fresh) createTables(database)
    else checkIntegrity(database, file)
    const writeBack = () => {
      if (database.isOpen) database.exec('pragma wal_checkpoint(truncate)')
    }
    const kysely = new Kysely<Tables>({ dialect: nodeSqliteDialect(database) })
    const store = new SqlStore(kysely, writeBack)
    await claimSpace(store, space, file)
    return store
  } catch (error) {
    if (database.isOpen) database.close()
    throw asStartError(error, file)
  }
}

function openFile(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file)
  } catch (error) {
    throw new StartError(
      'folderUnwritable',
      `Cannot open the store ${file}. Give DATA_DIR a folder this user may write to.`,
      error,
    )
  }
}

const numberOf = (database: DatabaseSync, pragma: string): number =>
  Number(Object.values(database.prepare(`pragma ${pragma}`).get() ?? {})[0] ?? 0)

const tableCount = (database: DatabaseSync): number =>
  Number(database.prepare('select count(*) as n from sqlite_schema').get()?.['n'])

/** True for an empty file; throws unless the file is one of ours that this version can read. */
function identify(database: DatabaseSync, file: string): boolean {
  database.exec('pragma busy_timeout = 500')
  const id = numberOf(database, 'application_id')
  const version = numberOf(database, 'user_version')
  if (id === 0 && version === 0 && tableCount(database) === 0) return true
  if (id !== APPLICATION_ID) throw foreign(file, 'it was not written by this product')
  if (version > SCHEMA_VERSION) throw foreign(file, `a newer version (${version}) wrote it`)
  return false
}

const foreign = (file: string, why: string): StartError =>
  new StartError(
    'storeForeign',
    `The store ${file} cannot be used: ${why}. Move it away or name another DATA_DIR.`,
  )

const corrupted = (file: string, detail: string, cause?: unknown): StartError =>
  new StartError(
    'storeCorrupted',
    `The store ${file} is damaged (${detail}). Put the last backup in its place; keep the damaged file for repair.`,
    cause,
  )

/** Page cache in KiB: the whole projection and its index stay in memory while brains report. */
const CACHE_KIB = 65_536

/** Pages of WAL before it is written back: 32 MB, so that bursts are not interrupted by checkpoints. */
const CHECKPOINT_PAGES = 8_000

/** Settings of every connection to a store file. */
export function prepareConnection(database: DatabaseSync): void {
  database.exec(`pragma cache_size = -${CACHE_KIB}`)
  database.exec('pragma locking_mode = exclusive')
  database.exec('pragma journal_mode = wal')
  database.exec('pragma synchronous = full')
  database.exec(`pragma wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
  database.exec('pragma foreign_keys = on')
  database.exec('pragma trusted_schema = off')
}

function createTables(database: DatabaseSync): void {
  database.exec('begin')
  for (const table of TABLES) database.exec(withEngineClauses(table))
  for (const table of APPEND_ONLY)
    for (const verb of ['update', 'delete'])
      database.exec(
        `create trigger ${table}_no_${verb} before ${verb} on ${table}
         begin select raise(abort, '${table} is append-only'); end`,
      )
  database.exec(`pragma application_id = ${APPLICATION_ID}`)
  database.exec(`pragma user_version = ${SCHEMA_VERSION}`)
  database.exec('commit')
}

/** `current` is clustered on its key: one tree instead of two. */
const withEngineClauses = (table: string): string =>
  table.startsWith('create table current') ? `${table} without rowid` : table

function checkIntegrity(database: DatabaseSync, file: string): void {
  const row = database.prepare('pragma quick_check(1)').get()
  const verdict = String(Object.values(row ?? {})[0])
  if (verdict !== 'ok') throw corrupted(file, verdict)
}

async function claimSpace(store: Store, space: SpaceId, file: string): Promise<void> {
  const owner = await store.meta('space')
  if (owner === null) await store.setMeta('space', space)
  else if (owner !== space) throw foreign(file, `it belongs to the space "${owner}"`)
}

function asStartError(error: unknown, file: string): unknown {
  if (error instanceof StartError || !(error instanceof Error)) return error
  const code = 'errcode' in error ? Number(error.errcode) & 0xff : 0
  if (code === SQLITE_NOTADB) return foreign(file, 'it is not a store file')
  if (code === SQLITE_CORRUPT) return corrupted(file, error.message, error)
  if (code === SQLITE_BUSY)
    return new StartError(
      'storeInUse',
      `The store ${file} is in use by another service. Stop it first or name another DATA_DIR.`,
      error,
    )
  return new StartError(
    'folderUnwritable',
    `The store ${file} cannot be written (${error.message}). Give DATA_DIR a folder this user may write to.`,
    error,
  )
}
