import * as z from 'zod/mini'

import { Instant, Line, SpaceId } from './common.ts'

/** Longest content of a saved view or briefing, as JSON text: a hundred figures with their values have room. */
export const SAVED_LIMITS = { bytes: 8_000_000, entries: 500 } as const

/** A named view or briefing without what it holds. */
export const SavedEntry = z.object({
  id: z.string(),
  name: z.string(),
  space: SpaceId,
  /** Others who may read the space see it too. */
  shared: z.boolean(),
  /** Whether it is one's own. */
  own: z.boolean(),
  /** Name of whose it is. */
  by: z.string(),
  changedAt: Instant,
})
export type SavedEntry = z.infer<typeof SavedEntry>
export const SavedList = z.object({ entries: z.array(SavedEntry) })

/** What is kept of a page: its own JSON, which the service does not look into. */
export const SavedWrite = z.strictObject({
  name: Line,
  space: SpaceId,
  shared: z.boolean(),
  content: z.unknown(),
})
export type SavedWrite = z.infer<typeof SavedWrite>
export const SavedAnswer = z.object({ ...SavedEntry.shape, content: z.unknown() })
export type SavedAnswer = z.infer<typeof SavedAnswer>
