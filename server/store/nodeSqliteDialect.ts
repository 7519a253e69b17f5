import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'

import { SqliteDialect } from 'kysely'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** Prepared statements kept; the store has a few dozen shapes. */
const KEPT_STATEMENTS = 256

/**
 * Kysely over `node:sqlite`: prepares each SQL text once and keeps the statement.
 * Never stream with it: a statement that is being iterated would be shared.
 */
export function nodeSqliteDialect(database: DatabaseSync): SqliteDialect {
  const kept = new Map<string, SqliteStatement>()
  const prepare = (sql: string): SqliteStatement => {
    const known = kept.get(sql)
    if (known) return known
    if (kept.size >= KEPT_STATEMENTS) kept.clear()
    const statement = adapt(database.prepare(sql))
    kept.set(sql, statement)
    return statement
  }
  const adapter: SqliteDatabase = { prepare, close: () => closeOnce(database) }
  return new SqliteDialect({ database: adapter })
}

/** Closes a database that may be closed already; Kysely leaves one open that it never asked anything. */
export const closeOnce = (database: DatabaseSync): void => {
  if (database.isOpen) database.close()
}

function adapt(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  }
}
