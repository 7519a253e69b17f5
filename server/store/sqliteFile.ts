import { DatabaseSync } from 'node:sqlite'

import { StartError } from '../startError.ts'

const SQLITE_BUSY = 5
const SQLITE_CORRUPT = 11
const SQLITE_NOTADB = 26

/** A file of ours: how it is marked (`PRAGMA application_id`), the version of its tables, how they are made. */
export interface SqliteFile {
  readonly file: string
  readonly applicationId: number
  readonly version: number
  /** Makes the tables of `version` from those of an earlier one, 0 for an empty file; in a transaction. */
  readonly create: (database: DatabaseSync, from: number) => void
}

/**
 * Opens a store file, creating it when missing and bringing an older one up to date.
 * WAL with synchronous=FULL: a commit is on disk before it is acknowledged. The lock is exclusive,
 * so a second service on the same folder is refused.
 * Throws StartError storeCorrupted, storeForeign, storeInUse or folderUnwritable.
 */
export function openSqliteFile(described: SqliteFile): DatabaseSync {
  const { file } = described
  const database = openFile(file)
  try {
    const written = identify(database, described)
    prepareConnection(database)
    if (written > 0) checkIntegrity(database, file)
    if (written < described.version) createTables(database, described, written)
    return database
  } catch (error) {
    if (database.isOpen) database.close()
    throw asStartError(error, file)
  }
}

/** Writes the WAL back; nothing where the database is closed already. */
export const writeBack = (database: DatabaseSync): void => {
  if (database.isOpen) database.exec('pragma wal_checkpoint(truncate)')
}

/** Refuses every update and delete of a table. */
export const appendOnly = (table: string): readonly string[] =>
  ['update', 'delete'].map(
    (verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table}
       begin select raise(abort, '${table} is append-only'); end`,
  )

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

/** Version of the file's tables, 0 for an empty file; throws unless it is one of ours that this service can read. */
function identify(database: DatabaseSync, { file, applicationId, version }: SqliteFile): number {
  database.exec('pragma busy_timeout = 500')
  const id = numberOf(database, 'application_id')
  const written = numberOf(database, 'user_version')
  if (id === 0 && written === 0 && tableCount(database) === 0) return 0
  if (id !== applicationId) throw foreignFile(file, 'it was not written by this product')
  if (written > version) throw foreignFile(file, `a newer version (${written}) wrote it`)
  return written
}

export const foreignFile = (file: string, why: string): StartError =>
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

function createTables(
  database: DatabaseSync,
  { applicationId, version, create }: SqliteFile,
  from: number,
): void {
  database.exec('begin')
  create(database, from)
  database.exec(`pragma application_id = ${applicationId}`)
  database.exec(`pragma user_version = ${version}`)
  database.exec('commit')
}

function checkIntegrity(database: DatabaseSync, file: string): void {
  const row = database.prepare('pragma quick_check(1)').get()
  const verdict = String(Object.values(row ?? {})[0])
  if (verdict !== 'ok') throw corrupted(file, verdict)
}

/** What a person is told where a store cannot be opened. */
export function asStartError(error: unknown, file: string): unknown {
  if (error instanceof StartError || !(error instanceof Error)) return error
  const code = 'errcode' in error ? Number(error.errcode) & 0xff : 0
  if (code === SQLITE_NOTADB) return foreignFile(file, 'it is not a store file')
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
