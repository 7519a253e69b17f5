import type { Kysely, Transaction } from 'kysely'

import type { BrainEntry } from '../../src/contract/index.ts'
import { addToken, entries, insertEvents, inTransaction } from './registryWriter.ts'
import type { BrainsEdit, BrainsOutcome, BrainsTold, Written } from './store.ts'
import type { Tables } from './tables.ts'

const OPERATOR: BrainsTold = { by: 'operator', reason: null }

/** See Store.registerBrains. */
export function writeBrains(
  db: Kysely<Tables>,
  brains: readonly BrainEntry[],
  tokenHashes: ReadonlyMap<string, string>,
  at: number,
  { by, reason, knownAt = () => at }: BrainsTold = OPERATOR,
): Promise<Written<readonly string[]>> {
  return inTransaction(db, async (trx) => {
    const { added, changed } = await writeEntries(trx, { brains, by, reason, at, knownAt })
    for (const brain of added) {
      const hash = tokenHashes.get(brain)
      if (hash !== undefined) await addToken(trx, brain, hash, at)
    }
    return { outcome: added, changed: added.length + changed.length > 0 }
  })
}

/** See Store.editBrains. */
export function writeBrainsEdit(
  db: Kysely<Tables>,
  edit: BrainsEdit,
): Promise<Written<BrainsOutcome>> {
  return inTransaction<BrainsOutcome>(db, async (trx) => {
    const versions = await latestOf(trx)
    const stale = edit.brains
      .map(({ id }) => id)
      .filter((id) => (versions.get(id)?.n ?? 0) !== (edit.versions.get(id) ?? 0))
    if (stale.length > 0) return { outcome: { kind: 'stale', brains: stale }, changed: false }
    const { at } = edit
    const { added, changed } = await writeEntries(trx, { ...edit, knownAt: () => at })
    const held = new Set((await entries(trx, 'event')).map(({ id }) => id))
    const fresh = edit.events.filter(({ id }) => !held.has(id))
    await insertEvents(
      trx,
      fresh.map((entry) => ({ entry, knownAt: at })),
    )
    const events = fresh.length
    return {
      outcome: { kind: 'stored', added, changed, events },
      changed: added.length + changed.length + events > 0,
    }
  })
}

interface Entries extends Required<BrainsTold> {
  readonly brains: readonly BrainEntry[]
  readonly at: number
}

/** Writes entries that differ from what stands: each as it is now and as its next version. */
async function writeEntries(
  trx: Transaction<Tables>,
  { brains, by, reason, at, knownAt }: Entries,
): Promise<{ added: string[]; changed: string[] }> {
  const held = new Map((await entries(trx, 'brain')).map(({ id, entry }) => [id, entry]))
  const latest = await latestOf(trx)
  let seq = await lastSeq(trx)
  const [added, changed]: [string[], string[]] = [[], []]
  for (const brain of brains) {
    const entry = JSON.stringify(brain)
    const { id } = brain
    if (held.get(id) === entry) continue
    if (held.has(id)) {
      changed.push(id)
      await trx.updateTable('brain').set({ entry }).where('id', '=', id).execute()
    } else {
      added.push(id)
      const row = { id, position: held.size, entry, registered_at: at }
      await trx.insertInto('brain').values(row).execute()
    }
    held.set(id, entry)
    const before = latest.get(id)
    const n = (before?.n ?? 0) + 1
    // A version is never known before the one it follows.
    const known_at = Math.max(knownAt(id), before?.knownAt ?? 0)
    latest.set(id, { n, knownAt: known_at })
    const row = { seq: ++seq, brain: id, n, entry, known_at, actor: by, reason }
    await trx.insertInto('brain_entry').values(row).execute()
  }
  return { added, changed }
}

async function latestOf(
  trx: Kysely<Tables>,
): Promise<Map<string, { readonly n: number; readonly knownAt: number }>> {
  const rows = await trx
    .selectFrom('brain_entry')
    .select((eb) => ['brain', eb.fn.max('n').as('n'), eb.fn.max('known_at').as('knownAt')])
    .groupBy('brain')
    .execute()
  return new Map(
    rows.map(({ brain, n, knownAt }) => [brain, { n: Number(n), knownAt: Number(knownAt) }]),
  )
}

async function lastSeq(trx: Kysely<Tables>): Promise<number> {
  const last = await trx
    .selectFrom('brain_entry')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .executeTakeFirst()
  return Number(last?.seq ?? 0)
}
