import { plainText } from '../../../src/export/plainText.ts'

/** A formula that our files keep from being one. */
const GUARDED = /^'(?=[=+\-@])/

/**
 * A text as a cell gives it back: without blanks at its ends, characters that no file takes, and the sign that keeps
 * it from being a formula. Written and read again it stays the same.
 */
export const cellTextIn = (text: string): string => plainText(text).trim().replace(GUARDED, '')

/** A value with all its texts as a cell gives them back, so that a file of any format holds the same. */
export const asWritten = <T>(value: T): T => written(value) as T

function written(value: unknown): unknown {
  if (typeof value === 'string') return cellTextIn(value)
  if (Array.isArray(value)) return value.map(written)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, written(held)]))
}
