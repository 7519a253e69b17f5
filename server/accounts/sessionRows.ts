import type { Kysely } from 'kysely'

import type { AccountTables } from './accountTables.ts'
import type { SessionStore } from './accounts.ts'

type Db = Kysely<AccountTables>

/** See SessionStore. */
export function makeSessionRows(db: Db, changed: () => void): SessionStore {
  return {
    open: async (hash, { id, person, createdAt, seenAt }) => {
      const row = { hash, id, person, created_at: createdAt, seen_at: seenAt }
      await db.insertInto('session').values(row).execute()
    },
    find: async (hash) => {
      const row = await db
        .selectFrom('session')
        .select(['id', 'person', 'created_at as createdAt', 'seen_at as seenAt'])
        .where('hash', '=', hash)
        .executeTakeFirst()
      return row ?? null
    },
    touch: async (hash, seenAt) => {
      await db.updateTable('session').set({ seen_at: seenAt }).where('hash', '=', hash).execute()
    },
    end: async (hash) => {
      await db.deleteFrom('session').where('hash', '=', hash).execute()
      changed()
    },
    endOf: async (person, but = '') => {
      await db.deleteFrom('session').where('person', '=', person).where('id', '<>', but).execute()
      changed()
    },
    lastSeen: async () => {
      const rows = await db
        .selectFrom('session')
        .select((eb) => ['person', eb.fn.max<number>('seen_at').as('seen')])
        .groupBy('person')
        .execute()
      return new Map(rows.map(({ person, seen }) => [person, seen]))
    },
    purge: async (openedBefore, seenBefore) => {
      await db
        .deleteFrom('session')
        .where((eb) => eb.or([eb('created_at', '<', openedBefore), eb('seen_at', '<', seenBefore)]))
        .execute()
    },
  }
}
