import { chmodSync, closeSync, openSync } from 'node:fs'

import { Kysely } from 'kysely'

import { closeOnce, nodeSqliteDialect } from '../store/nodeSqliteDialect.ts'
import { appendOnly, openSqliteFile, writeBack } from '../store/sqliteFile.ts'
import type { AccountTables } from './accountTables.ts'
import { ACCOUNT_TABLES, ACCOUNTS_VERSION } from './accountTables.ts'
import type { Accounts } from './accounts.ts'
import { makeGrantRows } from './grantRows.ts'
import { makeSharedLinkRows, makeTokenRows, makeWallLinkRows } from './issuedRows.ts'
import { makePersonRows } from './personRows.ts'
import { makeSavedRows } from './savedRows.ts'
import { makeSessionRows } from './sessionRows.ts'

/** Marks the file in the SQLite header: "SDAC". */
const APPLICATION_ID = 0x53444143

const OWNER_ONLY = 0o600

/** Only this user reads the file, before anything stands in it; SQLite gives the files beside it the same mode. */
function keepPrivate(file: string): void {
  try {
    closeSync(openSync(file, 'a', OWNER_ONLY))
    chmodSync(file, OWNER_ONLY)
  } catch {
    // Opening the store says what is wrong with the place.
  }
}

/**
 * Opens the store of accounts, creating it when missing; see openSqliteFile.
 * Throws StartError storeCorrupted, storeForeign, storeInUse or folderUnwritable.
 */
export function openAccounts(file: string): Accounts {
  keepPrivate(file)
  const database = openSqliteFile({
    ...{ file, applicationId: APPLICATION_ID, version: ACCOUNTS_VERSION },
    create: (fresh) => {
      for (const statement of ACCOUNT_TABLES) fresh.exec(statement)
      for (const trigger of appendOnly('grant_step')) fresh.exec(trigger)
    },
  })
  const db = new Kysely<AccountTables>({ dialect: nodeSqliteDialect(database) })
  const listeners: (() => void)[] = []
  const changed = () => {
    for (const listener of listeners) listener()
  }
  return {
    people: makePersonRows(db, changed),
    sessions: makeSessionRows(db, changed),
    grants: makeGrantRows(db, changed),
    tokens: makeTokenRows(db, changed),
    wallLinks: makeWallLinkRows(db, changed),
    sharedLinks: makeSharedLinkRows(db, changed),
    saved: makeSavedRows(db),
    onChange: (listener) => void listeners.push(listener),
    close: async () => {
      writeBack(database)
      await db.destroy()
      closeOnce(database)
    },
  }
}
