/** A string or number inside a value, with the way to it. */
export interface Leaf {
  readonly path: string
  readonly value: unknown
}

/** Every leaf of a nested value. */
export function leavesOf(value: unknown, path = ''): Leaf[] {
  if (value === null || typeof value !== 'object') return [{ path, value }]
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${path}/${key}`))
}

/** Every text inside a value. */
export const textsOf = (value: unknown): string[] =>
  leavesOf(value).flatMap(({ value: leaf }) => (typeof leaf === 'string' ? [leaf] : []))

/** Numbers that cannot be drawn or written as JSON, by path. */
export const brokenNumbers = (value: unknown): string[] =>
  isSound(value)
    ? []
    : leavesOf(value)
        .filter(({ value: leaf }) => typeof leaf === 'number' && !Number.isFinite(leaf))
        .map(({ path, value: leaf }) => `${path} = ${String(leaf)}`)

/** Looks without keeping the way: charts hold tens of thousands of numbers. */
function isSound(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (value === null || typeof value !== 'object') return true
  return Object.values(value).every(isSound)
}

/** Half of a character that was cut in two. */
export const hasHalfCharacter = (text: string): boolean => /\p{Surrogate}/u.test(text)

/** The value with everything inside it frozen: whoever writes into it throws. */
export function deepFreeze<T>(value: T): T {
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value
  for (const inner of Object.values(value)) deepFreeze(inner)
  return Object.freeze(value)
}
