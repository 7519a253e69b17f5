import type { Kysely, Selectable } from 'kysely'

import type { Grant } from '../../src/domain/rights.ts'
import type { AccountTables } from './accountTables.ts'
import type { Person, PersonStore } from './accounts.ts'
import { insertGiven } from './grantRows.ts'

type Db = Kysely<AccountTables>

/** How names are compared: full-width and capital letters make no other name. */
export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase()

const personOf = (row: Selectable<AccountTables['person']>): Person => ({
  id: row.id,
  name: row.name,
  password: row.password,
  createdAt: row.created_at,
  createdBy: row.created_by,
  closedAt: row.closed_at,
})

/** See PersonStore. */
export function makePersonRows(db: Db, changed: () => void): PersonStore {
  const one = async (column: 'id' | 'name_key', value: string): Promise<Person | null> => {
    const row = await db
      .selectFrom('person')
      .selectAll()
      .where(column, '=', value)
      .executeTakeFirst()
    return row ? personOf(row) : null
  }
  /** Changes an account; a link that was made for it before ends. */
  const update = async (id: string, set: Partial<AccountTables['person']>): Promise<void> => {
    await db.transaction().execute(async (trx) => {
      await trx.updateTable('person').set(set).where('id', '=', id).execute()
      await trx.deleteFrom('invitation').where('person', '=', id).execute()
    })
    changed()
  }
  return {
    add: (person, grants) => db.transaction().execute((trx) => insertPerson(trx, person, grants)),
    all: async () =>
      (await db.selectFrom('person').selectAll().orderBy('name_key').execute()).map(personOf),
    byId: (id) => one('id', id),
    byName: (name) => one('name_key', nameKey(name)),
    setPassword: (id, password) => update(id, { password }),
    setClosed: (id, closedAt) => update(id, { closed_at: closedAt }),
    ...invitationRows(db, changed),
  }
}

/** False where the name is taken. */
async function insertPerson(
  trx: Db,
  { id, name, password, createdAt: at, createdBy: by, closedAt }: Person,
  grants: readonly Grant[],
): Promise<boolean> {
  const row = { id, name, name_key: nameKey(name), password, closed_at: closedAt }
  const { numInsertedOrUpdatedRows: added } = await trx
    .insertInto('person')
    .values({ ...row, created_at: at, created_by: by })
    .onConflict((c) => c.column('name_key').doNothing())
    .executeTakeFirstOrThrow()
  if (Number(added) === 0) return false
  for (const grant of grants) await insertGiven(trx, { person: id, grant, by, at })
  return true
}

const invitationRows = (
  db: Db,
  changed: () => void,
): Pick<PersonStore, 'invite' | 'invitation' | 'accept'> => ({
  /** A new one ends those before it. */
  invite: (hash, { person, expiresAt }, at) =>
    db.transaction().execute(async (trx) => {
      await trx
        .deleteFrom('invitation')
        .where('person', person === null ? 'is' : '=', person)
        .execute()
      const row = { hash, person, created_at: at, expires_at: expiresAt, used_at: null }
      await trx.insertInto('invitation').values(row).execute()
    }),
  invitation: async (hash) => {
    const row = await db
      .selectFrom('invitation')
      .selectAll()
      .where('hash', '=', hash)
      .executeTakeFirst()
    return row ? { person: row.person, expiresAt: row.expires_at, usedAt: row.used_at } : null
  },
  accept: async (hash, at, made) => {
    const outcome = await db
      .transaction()
      .execute(async (trx) => {
        if ('person' in made && !(await insertPerson(trx, made.person, made.grants))) return 'taken'
        if (!(await isUsed(trx, hash, at))) throw new Gone()
        if ('password' in made)
          await trx
            .updateTable('person')
            .set({ password: made.password })
            .where('id', '=', made.id)
            .execute()
        return 'accepted'
      })
      .catch((error: unknown) => {
        if (error instanceof Gone) return 'gone' as const
        throw error
      })
    changed()
    return outcome
  },
})

/** Rolls the transaction back. */
class Gone extends Error {}

async function isUsed(trx: Db, hash: string, at: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('invitation')
    .set({ used_at: at })
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
