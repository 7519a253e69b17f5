import * as z from 'zod/mini'

import { Instant, SpaceId } from './common.ts'

/** Entries given in one answer at most. */
export const AUDIT_PAGE = 200

/** One entry of the trail in its place of the chain. */
export const AuditTrailEntry = z.object({
  seq: z.number(),
  at: Instant,
  actor: z.string(),
  action: z.string(),
  space: z.nullable(SpaceId),
  subject: z.string(),
  outcome: z.enum(['done', 'refused']),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
  hash: z.string(),
})
export type AuditTrailEntry = z.infer<typeof AuditTrailEntry>

export const ChainHeadEntry = z.object({ seq: z.number(), hash: z.string() })

/** One page of the trail, newest first, and the end of the chain to be written down elsewhere. */
export const AuditTrail = z.object({
  page: z.number(),
  size: z.number(),
  total: z.number(),
  head: ChainHeadEntry,
  rows: z.array(AuditTrailEntry),
})
export type AuditTrail = z.infer<typeof AuditTrail>

/** Whether the chain holds, or the first place where it does not. */
export const AuditVerdict = z.union([
  z.object({ kind: z.literal('whole'), entries: z.number(), head: ChainHeadEntry }),
  z.object({
    kind: z.literal('broken'),
    seq: z.number(),
    fault: z.enum(['changed', 'missing', 'cut', 'foreignHead']),
  }),
])
export type AuditVerdict = z.infer<typeof AuditVerdict>
