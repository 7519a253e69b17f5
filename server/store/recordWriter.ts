import type { Kysely, Transaction } from 'kysely'

import { entries, insertEvents, inTransaction } from './registryWriter.ts'
import type { ProgrammeOutcome, ProgrammeWrite, RecordWrite } from './record.ts'
import type { Written } from './store.ts'
import type { Tables } from './tables.ts'

/** See RecordStore.appendProgramme. */
export function writeProgramme(
  db: Kysely<Tables>,
  { records, events, holidays, holidayYears }: ProgrammeWrite,
): Promise<Written<ProgrammeOutcome>> {
  return inTransaction<ProgrammeOutcome>(db, async (trx) => {
    const keys = await staleKeys(trx, records)
    if (keys.length > 0) return { outcome: { kind: 'stale', keys }, changed: false }
    const held = new Map((await entries(trx, 'event')).map(({ id, entry }) => [id, entry]))
    const fresh = events.filter(({ entry }) => held.get(entry.id) !== JSON.stringify(entry))
    const taken = fresh.filter(({ entry }) => held.has(entry.id))
    if (taken.length > 0) {
      const refused = taken.map(({ entry }) => entry)
      return { outcome: { kind: 'conflict', events: refused }, changed: false }
    }
    await insertRecords(trx, records)
    await insertEvents(trx, fresh)
    const days = await replaceHolidays(trx, { holidays, holidayYears })
    const changed = records.length + fresh.length + days
    return { outcome: { kind: 'stored', changed }, changed: changed > 0 }
  })
}

/** Keys of which another version than the one before was written last. */
async function staleKeys(
  trx: Transaction<Tables>,
  records: readonly RecordWrite[],
): Promise<string[]> {
  if (records.length === 0) return []
  const rows = await trx
    .selectFrom('record')
    .select((eb) => ['kind', 'key', eb.fn.max('n').as('n')])
    .groupBy(['kind', 'key'])
    .execute()
  const latest = new Map(rows.map(({ kind, key, n }) => [`${kind} ${key}`, Number(n)]))
  return records.flatMap(({ kind, key, n }) => {
    const name = `${kind} ${key}`
    const isNext = n === (latest.get(name) ?? 0) + 1
    latest.set(name, n)
    return isNext ? [] : [key]
  })
}

async function insertRecords(
  trx: Transaction<Tables>,
  records: readonly RecordWrite[],
): Promise<void> {
  if (records.length === 0) return
  const last = await trx
    .selectFrom('record')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .executeTakeFirst()
  let seq = Number(last?.seq ?? 0)
  for (const { entry, knownAt, ...record } of records)
    await trx
      .insertInto('record')
      .values({ ...record, seq: ++seq, known_at: knownAt, entry: JSON.stringify(entry) })
      .execute()
}

/** Sets the days of whole years; the outcome is how many days differ from before. */
async function replaceHolidays(
  trx: Transaction<Tables>,
  { holidays, holidayYears }: Pick<ProgrammeWrite, 'holidays' | 'holidayYears'>,
): Promise<number> {
  if (holidayYears.length === 0) return 0
  const years = new Set(holidayYears.map(String))
  const rows = await trx.selectFrom('holiday').selectAll().execute()
  const before = rows.filter(({ date }) => years.has(date.slice(0, 4)))
  const held = new Map(before.map(({ date, kind }) => [date, kind]))
  const wanted = new Set(holidays.map(({ date }) => date))
  const gone = before.filter(({ date }) => !wanted.has(date))
  const fresh = holidays.filter(({ date, kind }) => held.get(date) !== kind)
  for (const { date } of gone) await trx.deleteFrom('holiday').where('date', '=', date).execute()
  for (const { date, kind } of fresh)
    await trx
      .insertInto('holiday')
      .values({ date, kind })
      .onConflict((c) => c.column('date').doUpdateSet((eb) => ({ kind: eb.ref('excluded.kind') })))
      .execute()
  return gone.length + fresh.length
}
