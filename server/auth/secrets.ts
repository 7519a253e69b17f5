import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A new secret: 256 random bits, with a prefix that tells what it opens. */
export const newSecret = (prefix: 'brain' | 'operator' | 'simulator'): string =>
  `${prefix}_${randomBytes(32).toString('base64url')}`

/** What is kept of a secret. It has full entropy, so a plain SHA-256 needs no salt. */
export const hashSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex')

/** Compares a presented secret with a kept hash in constant time. */
export function matchesHash(secret: string, hash: string): boolean {
  const presented = Buffer.from(hashSecret(secret))
  const kept = Buffer.from(hash)
  return presented.length === kept.length && timingSafeEqual(presented, kept)
}
