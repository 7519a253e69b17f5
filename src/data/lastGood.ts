import * as z from 'zod/mini'

import type { Shelf, ShelfEntry } from './shelf.ts'

/** A document as it was last known, and the last instant at which that was confirmed. */
export interface Recalled<T> {
  readonly document: T
  readonly savedAt: string
}

export interface LastGood {
  /** Null when there is none, it breaks the contract of today's page, or the browser refuses. */
  recall<S extends z.core.$ZodType>(
    space: string,
    subject: string,
    schema: S,
  ): Promise<Recalled<z.output<S>> | null>
  /** Keeps the document of `registry` or of an indicator; written a little later, never an error. */
  save(space: string, subject: string, document: unknown): void
  /** The service just said that these documents are current. */
  confirm(space: string, subjects: readonly string[]): void
  /** Keeps nothing any more, of any space: whoever comes next may see less. Never an error. */
  clear(): Promise<void>
}

export interface LastGoodOptions {
  readonly shelf: Shelf
  readonly now?: () => Date
  /** Documents kept at most, over all spaces. */
  readonly most?: number
  /** Milliseconds from the first unsaved document until all are written together. */
  readonly delay?: number
}

const Confirmed = z.object({ subjects: z.array(z.string()) })

/** The entry that holds confirmations; no indicator id contains a blank. */
const CONFIRMED = 'confirmed at'

const keyOf = (space: string, subject: string): string => `${space}/${subject}`

/**
 * The last good documents of this browser, for a start while the service is away. A wall that gets an
 * update every second writes each document once per `delay` only. A failure to store is not an error:
 * the page then starts without.
 */
export function makeLastGood(options: LastGoodOptions): LastGood {
  const { shelf, now = () => new Date(), most = 200, delay = 5_000 } = options
  const unsaved = new Map<string, ShelfEntry>()
  let timer: ReturnType<typeof setTimeout> | null = null

  const find = async (space: string, subject: string): Promise<ShelfEntry | null> => {
    const key = keyOf(space, subject)
    return unsaved.get(key) ?? (await shelf.get(key).catch(() => null))
  }

  function flush(): void {
    timer = null
    const entries = [...unsaved.values()]
    unsaved.clear()
    shelf.put(entries, most).catch(() => undefined)
  }

  /** A page whose person has left keeps nothing that still arrives. */
  let isCleared = false

  function save(space: string, subject: string, value: unknown): void {
    if (isCleared) return
    const key = keyOf(space, subject)
    unsaved.set(key, { key, value, savedAt: now().toISOString() })
    timer ??= setTimeout(flush, delay)
  }

  async function confirmedAt(space: string, subject: string): Promise<string> {
    const entry = await find(space, CONFIRMED)
    const confirmed = z.safeParse(Confirmed, entry?.value)
    return entry && confirmed.success && confirmed.data.subjects.includes(subject)
      ? entry.savedAt
      : ''
  }

  return {
    save,
    confirm: (space, subjects) => save(space, CONFIRMED, { subjects }),
    clear: async () => {
      unsaved.clear()
      isCleared = true
      await shelf.clear().catch(() => undefined)
    },
    async recall(space, subject, schema) {
      const entry = await find(space, subject)
      const parsed = z.safeParse(schema, entry?.value)
      if (!entry || !parsed.success) return null
      const confirmed = await confirmedAt(space, subject)
      return {
        document: parsed.data,
        savedAt: confirmed > entry.savedAt ? confirmed : entry.savedAt,
      }
    },
  }
}
