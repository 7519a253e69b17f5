import { asWritten } from './asWritten.ts'

/** Whether two entries of a file of rules say the same, whatever the order of their fields and what is left empty. */
export const sameEntry = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

const canonical = (entry: unknown): string =>
  JSON.stringify(asWritten(entry), (_, held: unknown) =>
    held !== null && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(
          Object.entries(held)
            .filter(([, one]) => one !== undefined && one !== null)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : held,
  )
