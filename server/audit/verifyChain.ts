import type { ChainHead, Verdict } from './audit.ts'
import { hashOfRow } from './chain.ts'
import type { AuditTables } from './tables.ts'

type Row = AuditTables['entry']
type Read = (after: number, limit: number) => Promise<readonly Row[]>

const PAGE = 2_000

/**
 * Walks the chain from its anchor (what stood before the oldest entry that is kept) and hashes every entry
 * anew. `expected`, a head written down earlier, must stand in it: a tail that was cut off leaves no other mark.
 */
export async function verifyChain(
  read: Read,
  anchor: ChainHead,
  expected: ChainHead | null,
): Promise<Verdict> {
  let head = anchor
  let entries = 0
  let seen = expected === null || expected.seq <= anchor.seq
  for (;;) {
    const rows = await read(head.seq, PAGE)
    if (rows.length === 0) break
    for (const row of rows) {
      const fault = faultOf(row, head)
      if (fault) return { kind: 'broken', seq: head.seq + 1, fault }
      head = { seq: row.seq, hash: row.hash }
      if (expected?.seq === row.seq) {
        if (expected.hash !== row.hash)
          return { kind: 'broken', seq: row.seq, fault: 'foreignHead' }
        seen = true
      }
    }
    entries += rows.length
  }
  if (!seen) return { kind: 'broken', seq: head.seq + 1, fault: 'cut' }
  return { kind: 'whole', entries, head }
}

function faultOf(row: Row, before: ChainHead): 'missing' | 'changed' | null {
  if (row.seq !== before.seq + 1) return 'missing'
  return row.prev === before.hash && hashOfRow(row) === row.hash ? null : 'changed'
}
