import type { SpaceId } from '../../src/domain/space.ts'
import type { ChainedEntry } from './audit.ts'
import { detailText } from './chain.ts'
import type { AuditTables } from './tables.ts'

export const rowOf = ({ detail, ...entry }: ChainedEntry): AuditTables['entry'] => ({
  ...entry,
  detail: detailText(detail),
})

/** What the trail holds; a row that somebody spoilt by hand comes back without details. */
export function entryOf(row: AuditTables['entry']): ChainedEntry {
  return {
    ...row,
    space: row.space as SpaceId | null,
    outcome: row.outcome === 'refused' ? 'refused' : 'done',
    detail: detailOf(row.detail),
  }
}

function detailOf(text: string): ChainedEntry['detail'] {
  try {
    return Object.fromEntries(JSON.parse(text) as [string, string | number][])
  } catch {
    return {}
  }
}
