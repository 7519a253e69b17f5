import type { BrainEntry, EventEntry } from '../../../src/contract/index.ts'
import type { IntakeFinding } from '../intakeCell.ts'
import type { ListRow } from './readList.ts'

/** One row on its way: the entry it means as it stands, and as the row would have it. */
export interface PlannedRow {
  readonly row: ListRow
  readonly before: BrainEntry | null
  readonly entry: BrainEntry | null
  readonly event: EventEntry | null
  readonly stage: { readonly before: string; readonly after: string } | null
  readonly findings: IntakeFinding[]
}
