import type { Kysely } from 'kysely'

import type { AccountTables } from './accountTables.ts'
import type { IssuedStore, IssuedToken, SharedLink, WallLink } from './accounts.ts'

type Db = Kysely<AccountTables>
type Changed = () => void

const SHARED = [
  'id',
  'label',
  'created_at as createdAt',
  'created_by as createdBy',
  'expires_at as expiresAt',
  'revoked_at as revokedAt',
] as const

interface Fresh {
  readonly id: string
  readonly label: string
  readonly createdAt: number
  readonly createdBy: string
  readonly expiresAt: number
}

const rowOf = (hash: string, { id, label, createdAt, createdBy, expiresAt }: Fresh) => ({
  ...{ hash, id, label, created_at: createdAt, created_by: createdBy, expires_at: expiresAt },
  revoked_at: null,
})

const revokeIn =
  (db: Db, table: 'token' | 'wall_link' | 'shared_link', changed: Changed) =>
  async (id: string, at: number): Promise<boolean> => {
    const { numUpdatedRows } = await db
      .updateTable(table)
      .set({ revoked_at: at })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .executeTakeFirstOrThrow()
    changed()
    return numUpdatedRows === 1n
  }

/** Tokens of brains that were made in the page. */
export function makeTokenRows(db: Db, changed: Changed): IssuedStore<IssuedToken> {
  const all = () =>
    db
      .selectFrom('token')
      .select([...SHARED, 'space', 'brain', 'may'])
      .orderBy('created_at')
  return {
    add: async (hash, entry) => {
      const { space, brain, may } = entry
      await db
        .insertInto('token')
        .values({ ...rowOf(hash, entry), space, brain, may })
        .execute()
    },
    find: async (hash) => (await all().where('hash', '=', hash).executeTakeFirst()) ?? null,
    all: () => all().execute(),
    revoke: revokeIn(db, 'token', changed),
  }
}

/** Links that open a wall for reading. */
export function makeWallLinkRows(db: Db, changed: Changed): IssuedStore<WallLink> {
  const all = () =>
    db
      .selectFrom('wall_link')
      .select([...SHARED, 'space', 'city'])
      .orderBy('created_at')
  return {
    add: async (hash, entry) => {
      const { space, city } = entry
      await db
        .insertInto('wall_link')
        .values({ ...rowOf(hash, entry), space, city })
        .execute()
    },
    find: async (hash) => (await all().where('hash', '=', hash).executeTakeFirst()) ?? null,
    all: () => all().execute(),
    revoke: revokeIn(db, 'wall_link', changed),
  }
}

/** Short addresses of pages of ours. */
export function makeSharedLinkRows(db: Db, changed: Changed): IssuedStore<SharedLink> {
  const all = () =>
    db
      .selectFrom('shared_link')
      .select([...SHARED, 'path', 'owner'])
      .orderBy('created_at')
  return {
    add: async (hash, entry) => {
      const { path, owner } = entry
      await db
        .insertInto('shared_link')
        .values({ ...rowOf(hash, entry), path, owner })
        .execute()
    },
    find: async (hash) => (await all().where('hash', '=', hash).executeTakeFirst()) ?? null,
    all: () => all().execute(),
    revoke: revokeIn(db, 'shared_link', changed),
  }
}
