import type { Kysely } from 'kysely'

import type { AccountTables } from './accountTables.ts'
import type { SavedStore } from './accounts.ts'

const HEAD = ['id', 'kind', 'owner', 'space', 'name', 'shared', 'changed_at as changedAt'] as const

const headOf = <T extends { readonly shared: number }>(row: T) => ({
  ...row,
  shared: row.shared === 1,
})

/** See SavedStore. */
export function makeSavedRows(db: Kysely<AccountTables>): SavedStore {
  return {
    put: async ({ changedAt, shared, ...entry }) => {
      const row = { ...entry, shared: shared ? 1 : 0, changed_at: changedAt }
      const { name, content, space } = entry
      await db
        .insertInto('saved')
        .values(row)
        .onConflict((c) =>
          c
            .column('id')
            .doUpdateSet({ name, content, space, shared: row.shared, changed_at: changedAt }),
        )
        .execute()
    },
    find: async (id) => {
      const row = await db
        .selectFrom('saved')
        .select([...HEAD, 'content'])
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? headOf(row) : null
    },
    list: async (kind, owner) => {
      const rows = await db
        .selectFrom('saved')
        .select(HEAD)
        .where('kind', '=', kind)
        .where((eb) => eb.or([eb('owner', '=', owner), eb('shared', '=', 1)]))
        .orderBy('changed_at', 'desc')
        .execute()
      return rows.map(headOf)
    },
    count: async (owner) => {
      const { entries } = await db
        .selectFrom('saved')
        .select((eb) => eb.fn.countAll().as('entries'))
        .where('owner', '=', owner)
        .executeTakeFirstOrThrow()
      return Number(entries)
    },
    remove: async (id) => {
      await db.deleteFrom('saved').where('id', '=', id).execute()
    },
  }
}
