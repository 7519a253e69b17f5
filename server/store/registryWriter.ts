import type { Kysely, Transaction } from 'kysely'

import { bumpChanges, REGISTRY } from './changes.ts'
import type { EventsOutcome, EventWrite, ReferenceData, Written } from './store.ts'
import type { Tables } from './tables.ts'

/** Writes in one transaction; where something changed, the registry gets its next change number. */
export const inTransaction = <T>(
  db: Kysely<Tables>,
  write: (trx: Transaction<Tables>) => Promise<{ outcome: T; changed: boolean }>,
): Promise<Written<T>> =>
  db.transaction().execute(async (trx) => {
    const { outcome, changed } = await write(trx)
    return { outcome, changes: await bumpChanges(trx, changed ? [REGISTRY] : []) }
  })

/** Keeps the hash of a brain's token. */
export const addToken = (trx: Kysely<Tables>, brain: string, hash: string, at: number) =>
  trx.insertInto('token').values({ hash, brain, created: at, revoked: null }).execute()

/** See Store.issueToken. */
export function writeToken(
  db: Kysely<Tables>,
  brain: string,
  hash: string,
  at: number,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const known = await trx
      .selectFrom('brain')
      .select('id')
      .where('id', '=', brain)
      .executeTakeFirst()
    if (!known) return false
    await trx
      .updateTable('token')
      .set({ revoked: at })
      .where('brain', '=', brain)
      .where('revoked', 'is', null)
      .execute()
    await addToken(trx, brain, hash, at)
    return true
  })
}

/** See Store.appendEvents. */
export function writeEvents(
  db: Kysely<Tables>,
  events: readonly EventWrite[],
): Promise<Written<EventsOutcome>> {
  return inTransaction(db, async (trx) => {
    const brains = new Set((await entries(trx, 'brain')).map(({ id }) => id))
    const unknown = positions(events, ({ entry }) => !brains.has(entry.brain))
    if (unknown.length > 0) return refused({ kind: 'unknownBrain', events: unknown })
    const held = new Map((await entries(trx, 'event')).map(({ id, entry }) => [id, entry]))
    const fresh: EventWrite[] = []
    const conflicts: number[] = []
    events.forEach((event, i) => {
      const entry = JSON.stringify(event.entry)
      const earlier = held.get(event.entry.id)
      if (earlier === undefined) fresh.push(event)
      else if (earlier !== entry) conflicts.push(i)
      held.set(event.entry.id, earlier ?? entry)
    })
    if (conflicts.length > 0) return refused({ kind: 'conflict', events: conflicts })
    await insertEvents(trx, fresh)
    const unchanged = events.length - fresh.length
    return {
      outcome: { kind: 'stored', added: fresh.length, unchanged },
      changed: fresh.length > 0,
    }
  })
}

const refused = (outcome: EventsOutcome) => ({ outcome, changed: false })

const positions = <T>(items: readonly T[], test: (item: T) => boolean): number[] =>
  items.flatMap((item, i) => (test(item) ? [i] : []))

/** Appends events that are new and sound. */
export async function insertEvents(
  trx: Kysely<Tables>,
  events: readonly EventWrite[],
): Promise<void> {
  const last = await trx
    .selectFrom('event')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .executeTakeFirst()
  let seq = Number(last?.seq ?? 0)
  for (const { entry, knownAt } of events) {
    const row = { seq: ++seq, id: entry.id, brain: entry.brain, known_at: knownAt }
    await trx
      .insertInto('event')
      .values({ ...row, entry: JSON.stringify(entry) })
      .execute()
  }
}

/** See Store.putReference; the outcome is the number of entries that changed. */
export function writeReference(db: Kysely<Tables>, data: ReferenceData): Promise<Written<number>> {
  return inTransaction(db, async (trx) => {
    let changed = 0
    changed += await putEntries(trx, 'target', data.targets)
    changed += await putEntries(trx, 'source', data.sources)
    changed += await putEntries(trx, 'cited', data.cited)
    changed += await putEntries(trx, 'gap', data.gaps)
    changed += await putHolidays(trx, data)
    return { outcome: changed, changed: changed > 0 }
  })
}

async function putEntries(
  trx: Kysely<Tables>,
  table: 'target' | 'source' | 'cited' | 'gap',
  items: readonly { readonly id: string }[],
): Promise<number> {
  const held = new Map((await entries(trx, table)).map(({ id, entry }) => [id, entry]))
  const fresh = items
    .map((item) => ({ id: item.id, entry: JSON.stringify(item) }))
    .filter(({ id, entry }) => held.get(id) !== entry)
  for (const row of fresh)
    await trx
      .insertInto(table)
      .values(row)
      .onConflict((c) => c.column('id').doUpdateSet((eb) => ({ entry: eb.ref('excluded.entry') })))
      .execute()
  return fresh.length
}

async function putHolidays(trx: Kysely<Tables>, { holidays }: ReferenceData): Promise<number> {
  const rows = await trx.selectFrom('holiday').selectAll().execute()
  const held = new Map(rows.map(({ date, kind }) => [date, kind]))
  const fresh = holidays.filter(({ date, kind }) => held.get(date) !== kind)
  for (const { date, kind } of fresh)
    await trx
      .insertInto('holiday')
      .values({ date, kind })
      .onConflict((c) => c.column('date').doUpdateSet((eb) => ({ kind: eb.ref('excluded.kind') })))
      .execute()
  return fresh.length
}

type EntryTable = 'brain' | 'event' | 'target' | 'source' | 'cited' | 'gap'

/** Entries of a table as their JSON text. */
export const entries = (
  trx: Kysely<Tables>,
  table: EntryTable,
): Promise<{ id: string; entry: string }[]> =>
  trx.selectFrom(table).select(['id', 'entry']).execute()
