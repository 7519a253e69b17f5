import { sql } from 'kysely'
import type { Kysely } from 'kysely'

import { wholeCharacters } from '../../src/export/wholeCharacters.ts'
import type { Audit, AuditEntry, AuditFilter, ChainHead } from './audit.ts'
import { chained, START } from './chain.ts'
import { DAY_MS } from './retention.ts'
import { entryOf, rowOf } from './rows.ts'
import type { AuditTables } from './tables.ts'
import { verifyChain } from './verifyChain.ts'

/** Longest text of one field: a longer one is cut, so that nobody fills the trail. */
const LONGEST = 200

type Db = Kysely<AuditTables>

/** The trail in SQL. One process appends; any number may read and verify. */
export function makeAudit(db: Db, retentionDays: number): Audit {
  const note = makeAppend(db)
  return {
    note,
    async search(filter, { limit, offset }) {
      const found = matching(db, filter)
      const rows = await found
        .selectAll()
        .orderBy('seq', 'desc')
        .limit(limit)
        .offset(offset)
        .execute()
      const { total } = await found
        .select((eb) => eb.fn.countAll().as('total'))
        .executeTakeFirstOrThrow()
      return { entries: rows.map(entryOf), total: Number(total), head: await headOf(db) }
    },
    verify: async (expected) =>
      verifyChain(
        (after, limit) => rowsAfter(db, after, limit),
        await anchorOf(db),
        expected ?? null,
      ),
    async purge(now) {
      const keepFrom = now - retentionDays * DAY_MS
      const removed = await purgeBefore(db, keepFrom)
      if (removed > 0) await note(purged(now, removed, keepFrom))
      return removed
    },
    close: () => db.destroy(),
  }
}

/** Appends in the order of the calls; entries that wait while one commit runs share the next. */
function makeAppend(db: Db): Audit['note'] {
  let waiting: AuditEntry[] = []
  let running: Promise<void> = Promise.resolve()
  let next: Promise<void> | null = null
  return (entry) => {
    waiting.push(bounded(entry))
    next ??= running.then(() => {
      const batch = waiting
      waiting = []
      const commit = append(db, batch)
      running = commit.catch(() => undefined)
      next = null
      return commit
    })
    return next
  }
}

const append = (db: Db, entries: readonly AuditEntry[]): Promise<void> =>
  db.transaction().execute(async (trx) => {
    let head = await headOf(trx)
    for (const entry of entries) {
      const link = chained(head, entry)
      await trx.insertInto('entry').values(rowOf(link)).execute()
      head = link
    }
  })

const cut = (text: string): string => wholeCharacters(text, LONGEST, ({ length }) => length)

const bounded = (entry: AuditEntry): AuditEntry => ({
  ...entry,
  actor: cut(entry.actor),
  action: cut(entry.action),
  subject: cut(entry.subject),
  detail: Object.fromEntries(
    Object.entries(entry.detail).map(([name, value]) => [
      name,
      typeof value === 'string' ? cut(value) : value,
    ]),
  ),
})

async function headOf(db: Db): Promise<ChainHead> {
  const row = await db
    .selectFrom('entry')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? (await anchorOf(db))
}

async function anchorOf(db: Db): Promise<ChainHead> {
  const kept = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', 'anchor')
    .executeTakeFirst()
  return kept ? (JSON.parse(kept.value) as ChainHead) : START
}

const rowsAfter = (db: Db, after: number, limit: number) =>
  db.selectFrom('entry').selectAll().where('seq', '>', after).orderBy('seq').limit(limit).execute()

/** Whether a column holds a text, whatever wildcards stand in it. */
const holds = (column: 'actor' | 'action' | 'subject', text: string) => {
  const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`${sql.ref(column)} like ${pattern} escape '\\'`
}

function matching(db: Db, { actor, action, space, text, from, until }: AuditFilter) {
  return db
    .selectFrom('entry')
    .$if(actor !== null, (q) => q.where('actor', '=', actor))
    .$if(action !== null, (q) => q.where('action', '=', action))
    .$if(space !== null, (q) => q.where('space', '=', space))
    .$if(from !== null, (q) => q.where('at', '>=', from))
    .$if(until !== null, (q) => q.where('at', '<', until))
    .$if(text !== null, (q) =>
      q.where((eb) =>
        eb.or((['actor', 'action', 'subject'] as const).map((column) => holds(column, text ?? ''))),
      ),
    )
}

/** Deletes the entries before an instant that stand at the chain's beginning; its new anchor is kept. */
const purgeBefore = (db: Db, keepFrom: number): Promise<number> =>
  db.transaction().execute(async (trx) => {
    const first = await trx
      .selectFrom('entry')
      .select('seq')
      .where('at', '>=', keepFrom)
      .orderBy('seq')
      .limit(1)
      .executeTakeFirst()
    const last = await trx
      .selectFrom('entry')
      .select(['seq', 'hash'])
      .$if(first !== undefined, (q) => q.where('seq', '<', first?.seq ?? 0))
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!last) return 0
    await put(trx, 'keepFrom', String(keepFrom))
    await put(trx, 'anchor', JSON.stringify(last))
    const { numDeletedRows } = await trx
      .deleteFrom('entry')
      .where('seq', '<=', last.seq)
      .executeTakeFirstOrThrow()
    return Number(numDeletedRows)
  })

const put = (db: Db, key: string, value: string) =>
  db
    .insertInto('setting')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()

const purged = (at: number, entries: number, keepFrom: number): AuditEntry => ({
  at,
  actor: 'service',
  action: 'audit.purge',
  space: null,
  subject: `before ${new Date(keepFrom).toISOString()}`,
  outcome: 'done',
  detail: { entries },
})
