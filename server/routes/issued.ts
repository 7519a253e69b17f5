import type { SharedLink, WallLink, IssuedToken } from '../accounts/accounts.ts'
import { actorOf } from '../auth/principal.ts'
import type { Principal } from '../auth/principal.ts'
import { newId } from '../auth/secrets.ts'

const DAY_MS = 86_400_000
const iso = (instant: number): string => new Date(instant).toISOString()

/** What a new token or link begins with. */
export const freshIssue = (
  { label, days }: { readonly label: string; readonly days: number },
  { principal, prefix, now }: { readonly principal: Principal; prefix: string; now: number },
) => ({
  id: newId(prefix),
  label,
  createdAt: now,
  createdBy: actorOf(principal),
  expiresAt: now + days * DAY_MS,
})

/** How a token or link is shown, without its secret. */
export const issuedEntry = (one: IssuedToken | WallLink | SharedLink) => ({
  id: one.id,
  label: one.label,
  createdAt: iso(one.createdAt),
  createdBy: one.createdBy,
  expiresAt: iso(one.expiresAt),
  revokedAt: one.revokedAt === null ? null : iso(one.revokedAt),
})
