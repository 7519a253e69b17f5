import { sql } from 'kysely'
import type { Kysely, Selectable } from 'kysely'

import type { Grant } from '../../src/domain/rights.ts'
import type { AccountTables, GrantStepRow } from './accountTables.ts'
import type { GivenGrant, GrantStore } from './accounts.ts'

type Db = Kysely<AccountTables>

const givenOf = (row: Selectable<GrantStepRow>): GivenGrant => ({
  id: row.grant_id,
  person: row.person,
  role: row.role,
  space: row.space,
  city: row.city,
  brain: row.brain,
  by: row.by,
  at: row.at,
})

/** Appends a given grant; its id is its number in the history. */
export async function insertGiven(
  db: Db,
  { person, grant, by, at }: { person: string; grant: Grant; by: string; at: number },
): Promise<GivenGrant> {
  const seq = await nextSeq(db)
  const { role, space, city, brain } = grant
  const row = { seq, grant_id: `G${seq}`, step: 'given' as const, person, by, at }
  await db
    .insertInto('grant_step')
    .values({ ...row, role, space, city, brain })
    .execute()
  return { id: row.grant_id, person, by, at, role, space, city, brain }
}

async function nextSeq(db: Db): Promise<number> {
  const { last } = await db
    .selectFrom('grant_step')
    .select((eb) => eb.fn.max<number | null>('seq').as('last'))
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

/** Those that were given and not taken. */
const standing = (db: Db) =>
  db
    .selectFrom('grant_step as given')
    .selectAll()
    .where('step', '=', 'given')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('grant_step as taken')
            .select(sql<number>`1`.as('one'))
            .whereRef('taken.grant_id', '=', 'given.grant_id')
            .where('taken.step', '=', 'taken'),
        ),
      ),
    )
    .orderBy('seq')

/** See GrantStore. */
export function makeGrantRows(db: Db, changed: () => void): GrantStore {
  return {
    give: async (person, grant, by, at) => {
      const given = await db
        .transaction()
        .execute((trx) => insertGiven(trx, { person, grant, by, at }))
      changed()
      return given
    },
    take: async (id, by, at) => {
      const taken = await db.transaction().execute(async (trx) => {
        const row = await standing(trx).where('grant_id', '=', id).executeTakeFirst()
        if (!row) return false
        const step = { ...row, seq: await nextSeq(trx), step: 'taken' as const, by, at }
        await trx.insertInto('grant_step').values(step).execute()
        return true
      })
      changed()
      return taken
    },
    of: async (person) => (await standing(db).where('person', '=', person).execute()).map(givenOf),
    all: async () => (await standing(db).execute()).map(givenOf),
    history: async () => {
      const rows = await db.selectFrom('grant_step').selectAll().orderBy('seq').execute()
      return rows.map((row) => ({ ...givenOf(row), step: row.step }))
    },
  }
}
