import { createHash } from 'node:crypto'

import type { AuditEntry, ChainedEntry, ChainHead } from './audit.ts'
import type { AuditTables } from './tables.ts'

/** Before the first entry stands nothing. */
export const START: ChainHead = { seq: 0, hash: '0'.repeat(64) }

/** The entry behind `head`: its hash covers its own words and the hash before it (SHA-256, FIPS 180-4). */
export function chained(head: ChainHead, entry: AuditEntry): ChainedEntry {
  const placed = { ...entry, seq: head.seq + 1, prev: head.hash }
  return { ...placed, hash: hashOfRow({ ...placed, detail: detailText(entry.detail) }) }
}

/** The hash that a row must carry in its place: of its fields in a fixed order. */
export const hashOfRow = (row: Omit<AuditTables['entry'], 'hash'>): string => {
  const { seq, prev, at, actor, action, space, subject, outcome, detail } = row
  const text = JSON.stringify([seq, prev, at, actor, action, space, subject, outcome, detail])
  return createHash('sha256').update(text).digest('hex')
}

/** Details as they are kept, by name: the same details give the same text. */
export const detailText = (detail: AuditEntry['detail']): string =>
  JSON.stringify(Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1)))
