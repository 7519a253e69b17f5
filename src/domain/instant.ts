/** A link's `asOf` as it was understood. */
export interface ReadInstant {
  /** ISO instant in UTC; null for what is known now. */
  readonly instant: string | null
  /** The text could not be followed and was left out. */
  readonly dropped: boolean
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const DAY_MS = 86_400_000

/**
 * Reads the `asOf` of a link. A day means its end in Shandong (15:59:59.999 UTC); today's end is now. What
 * cannot be read, lies before 1949 or lies ahead is dropped: the page shows what is known now and says so.
 */
export function readInstant(text: unknown, now: string): ReadInstant {
  if (typeof text !== 'string' || text === '') return { instant: null, dropped: false }
  const time = Date.parse(DAY.test(text) ? `${text}T15:59:59.999Z` : text)
  if (Number.isNaN(time)) return { instant: null, dropped: true }
  const ahead = time - Date.parse(now)
  if (ahead > 0) return { instant: null, dropped: ahead > DAY_MS }
  const instant = new Date(time).toISOString()
  return instant < '1949' ? { instant: null, dropped: true } : { instant, dropped: false }
}
