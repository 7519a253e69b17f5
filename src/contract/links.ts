import * as z from 'zod/mini'

import { Id, Instant, Line, SpaceId } from './common.ts'

/** Days that a token or link may last at most. */
export const LONGEST_DAYS = { token: 400, wallLink: 400, sharedLink: 92 } as const

const issued = {
  id: z.string(),
  label: z.string(),
  createdAt: Instant,
  createdBy: z.string(),
  expiresAt: Instant,
  /** Null while it stands. */
  revokedAt: z.nullable(Instant),
}
const ordered = (most: number) => ({
  label: Line,
  days: z.int().check(z.gte(1), z.lte(most)),
})

/** Shared links of one person that stand at a time. */
export const MOST_SHARED_LINKS = 200

/** A token of a brain; the secret itself is shown once, when it is made. */
export const TokenEntry = z.object({
  ...issued,
  brain: z.string(),
  may: z.enum(['draft', 'publish']),
})
export type TokenEntry = z.infer<typeof TokenEntry>
export const TokenList = z.object({ tokens: z.array(TokenEntry) })
export const NewToken = z.strictObject({
  ...ordered(LONGEST_DAYS.token),
  brain: Id,
  may: z.enum(['draft', 'publish']),
})
export const TokenAnswer = z.object({ ...TokenEntry.shape, token: z.string() })

/** A link that opens the wall of a space, or of one city of it, for reading. */
export const WallLinkEntry = z.object({ ...issued, space: SpaceId, city: z.nullable(z.string()) })
export type WallLinkEntry = z.infer<typeof WallLinkEntry>
export const WallLinkList = z.object({ wallLinks: z.array(WallLinkEntry) })
export const NewWallLink = z.strictObject({
  ...ordered(LONGEST_DAYS.wallLink),
  city: z.nullable(z.string().check(z.regex(/^37\d{4}$/))),
})
export const WallLinkAnswer = z.object({ ...WallLinkEntry.shape, path: z.string() })

/** A short address of a page of ours. It gives no right: who opens it sees what they may see. */
export const SharedLinkEntry = z.object({ ...issued, target: z.string() })
export type SharedLinkEntry = z.infer<typeof SharedLinkEntry>
export const SharedLinkList = z.object({ links: z.array(SharedLinkEntry) })
export const NewSharedLink = z.strictObject({
  ...ordered(LONGEST_DAYS.sharedLink),
  /** Path and query of the page: `/main/desk?domain=light`. */
  target: z.string().check(z.maxLength(4000), z.regex(/^\/[^\\\s]*$/)),
})
export const SharedLinkAnswer = z.object({ ...SharedLinkEntry.shape, path: z.string() })
