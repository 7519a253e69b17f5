import { shallowRef } from 'vue'

import { failureOf } from '../stores/failure.ts'
import type { Failure } from '../stores/failure.ts'

/** One attempt at a time to have the service do something: whether it is under way, and why the last one failed. */
export function useAttempt() {
  const busy = shallowRef(false)
  const failure = shallowRef<Failure | null>(null)

  /** Whether it was done. */
  async function attempt(action: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    failure.value = null
    try {
      await action()
      return true
    } catch (cause) {
      failure.value = failureOf(cause)
      return false
    } finally {
      busy.value = false
    }
  }

  return { busy, failure, attempt }
}
