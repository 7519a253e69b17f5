/**
 * Truth in three values (Kleene's strong logic, 1952): `unknown` is what more evidence may still make true or false,
 * so a result that is true or false stays so whatever comes to be known.
 */
export type Truth = 'true' | 'false' | 'unknown'

/** True when all are, false as soon as one is. Empty: true. */
export const allTrue = (parts: readonly Truth[]): Truth =>
  parts.includes('false') ? 'false' : parts.includes('unknown') ? 'unknown' : 'true'

/** True as soon as one is, false when all are. Empty: false. */
export const anyTrue = (parts: readonly Truth[]): Truth =>
  parts.includes('true') ? 'true' : parts.includes('unknown') ? 'unknown' : 'false'

export const not = (part: Truth): Truth =>
  part === 'unknown' ? 'unknown' : part === 'true' ? 'false' : 'true'

/** True when at least `n` parts are, false once no more than n − 1 can become so. */
export function atLeast(n: number, parts: readonly Truth[]): Truth {
  const sure = parts.filter((part) => part === 'true').length
  if (sure >= n) return 'true'
  return parts.filter((part) => part !== 'false').length >= n ? 'unknown' : 'false'
}
