import { DatabaseSync } from 'node:sqlite'

import { Kysely } from 'kysely'

import { closeOnce, nodeSqliteDialect } from '../store/nodeSqliteDialect.ts'
import { StartError } from '../startError.ts'
import type { Audit } from './audit.ts'
import { makeAudit } from './makeAudit.ts'
import { RETENTION_DAYS } from './retention.ts'
import type { AuditTables } from './tables.ts'
import { AUDIT_VERSION, TABLES } from './tables.ts'

/** Marks the file in the SQLite header: "SDAU". */
const APPLICATION_ID = 0x53444155

const BUSY_MS = 2_000

interface AuditOptions {
  readonly retentionDays?: number
  /** For the command that verifies: a file that is missing is not made, nothing is written. */
  readonly readOnly?: boolean
}

/**
 * Opens the audit trail, creating its file when missing. Entries cannot be updated, and only those older
 * than the retention can be deleted. Throws StartError storeForeign, storeCorrupted or folderUnwritable.
 */
export function openAudit(file: string, options: AuditOptions = {}): Audit {
  const { retentionDays = RETENTION_DAYS.usual, readOnly = false } = options
  const database = opened(file, readOnly)
  try {
    database.exec(`pragma busy_timeout = ${BUSY_MS}`)
    const fresh = identify(database, file)
    if (!readOnly) prepare(database, fresh)
    const db = new Kysely<AuditTables>({ dialect: nodeSqliteDialect(database) })
    const audit = makeAudit(db, retentionDays)
    const close = async (): Promise<void> => {
      await audit.close()
      closeOnce(database)
    }
    return { ...audit, close }
  } catch (error) {
    database.close()
    throw error instanceof StartError ? error : damaged(file, error)
  }
}

function opened(file: string, readOnly: boolean): DatabaseSync {
  try {
    return new DatabaseSync(file, { readOnly })
  } catch (error) {
    throw new StartError(
      'folderUnwritable',
      `Cannot open the audit trail ${file}. Give DATA_DIR a folder this user may write to.`,
      error,
    )
  }
}

const pragma = (database: DatabaseSync, name: string): number =>
  Number(Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0] ?? 0)

function identify(database: DatabaseSync, file: string): boolean {
  const id = pragma(database, 'application_id')
  const version = pragma(database, 'user_version')
  if (id === 0 && version === 0) return true
  if (id === APPLICATION_ID && version <= AUDIT_VERSION) return false
  throw new StartError(
    'storeForeign',
    `${file} is no audit trail that this version can read. Move it away or name another DATA_DIR.`,
  )
}

function prepare(database: DatabaseSync, fresh: boolean): void {
  database.exec('pragma journal_mode = wal')
  database.exec('pragma synchronous = full')
  database.exec('pragma trusted_schema = off')
  if (!fresh) return
  database.exec('begin')
  for (const statement of TABLES) database.exec(statement)
  database.exec(`pragma application_id = ${APPLICATION_ID}`)
  database.exec(`pragma user_version = ${AUDIT_VERSION}`)
  database.exec('commit')
}

const damaged = (file: string, cause: unknown): StartError =>
  new StartError(
    'storeCorrupted',
    `The audit trail ${file} is damaged. Keep the file for the auditor and put the last backup in its place.`,
    cause,
  )
