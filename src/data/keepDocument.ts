import type { DataError } from './dataError.ts'
import type { Recalled } from './lastGood.ts'

/** What a page holds of one document. `savedAt` is set when it was recalled, not answered. */
export interface Kept<T> {
  readonly document: T | null
  readonly savedAt: string | null
  readonly error: DataError | null
  readonly loading: boolean
}

/** A document's state beside its content. */
export type KeptState = Omit<Kept<unknown>, 'document'>

export interface KeepOptions<T> {
  /** Rejects with a DataError. */
  readonly ask: (signal: AbortSignal) => Promise<T>
  readonly recall: () => Promise<Recalled<T> | null>
  readonly save: (document: T) => void
  readonly onUpdate: (kept: Kept<T>) => void
}

export interface Keeper {
  /**
   * Asks when nothing is held, the last try failed, what is held was recalled, or `version` is another one.
   * Resolves, when that is settled, to whether the page now holds what the service has; never rejects.
   */
  follow(version?: number): Promise<boolean>
  /** Drops a running request; its answer is not reported any more. */
  stop(): void
}

export const NOTHING_KEPT: Kept<never> = {
  document: null,
  savedAt: null,
  error: null,
  loading: false,
}

/**
 * Keeps one versioned document fresh. One request runs at a time; a change meanwhile is asked for after it.
 * The old document stays until the new one is there, and stays with the error when it fails; only a page
 * that holds nothing recalls the last good one, and only while the service is away. The same version
 * keeps the same object.
 */
export function keepDocument<T extends { readonly version: number }>(
  options: KeepOptions<T>,
): Keeper {
  const { ask, recall, save, onUpdate } = options
  const aborter = new AbortController()
  let kept: Kept<T> = NOTHING_KEPT
  let running: Promise<boolean> | null = null
  let wanted: number | undefined

  function report(next: Kept<T>): void {
    kept = next
    if (!aborter.signal.aborted) onUpdate(next)
  }

  async function attempt(): Promise<Kept<T>> {
    try {
      const answer = await ask(aborter.signal)
      if (!aborter.signal.aborted) save(answer)
      const same = kept.document?.version === answer.version && !kept.savedAt
      return { ...NOTHING_KEPT, document: same ? kept.document : answer }
    } catch (cause) {
      return await fallBack(cause as DataError)
    }
  }

  async function fallBack(error: DataError): Promise<Kept<T>> {
    if (kept.document || !error.isAway) return { ...kept, error, loading: false }
    const recalled = await recall()
    return { ...NOTHING_KEPT, ...recalled, error }
  }

  const isSound = (): boolean => kept.document !== null && !kept.error && !kept.savedAt
  const isCurrent = (version = kept.document?.version): boolean =>
    isSound() && kept.document?.version === version
  const isBehind = (): boolean => isSound() && !isCurrent(wanted) && !aborter.signal.aborted

  async function run(): Promise<boolean> {
    do {
      wanted = undefined
      report({ ...kept, loading: true })
      report(await attempt())
    } while (isBehind())
    running = null
    return isSound()
  }

  function follow(version?: number): Promise<boolean> {
    if (running) wanted = version ?? wanted
    else if (isCurrent(version)) return Promise.resolve(true)
    return (running ??= run())
  }

  return { follow, stop: () => aborter.abort() }
}
