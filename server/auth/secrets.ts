import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** What a secret opens, at its beginning. */
export const SECRET_KINDS = [
  'brain',
  'operator',
  'simulator',
  'session',
  'wall',
  'welcome',
  'link',
] as const
export type SecretKind = (typeof SECRET_KINDS)[number]

/** A new secret: 256 random bits, with a prefix that tells what it opens. */
export const newSecret = (prefix: SecretKind): string =>
  `${prefix}_${randomBytes(32).toString('base64url')}`

/** A new public id: 96 random bits. */
export const newId = (prefix: string): string => prefix + randomBytes(12).toString('base64url')

/** What is kept of a secret. It has full entropy, so a plain SHA-256 needs no salt. */
export const hashSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex')

/** Compares a presented secret with a kept hash in constant time. */
export function matchesHash(secret: string, hash: string): boolean {
  const presented = Buffer.from(hashSecret(secret))
  const kept = Buffer.from(hash)
  return presented.length === kept.length && timingSafeEqual(presented, kept)
}
