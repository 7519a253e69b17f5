import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'

import type { DataError } from '../data/dataError.ts'
import { useSpace } from './space.ts'

/**
 * Why the service shows the space no longer: 401, nobody is signed in (any more) or the link has ended; 403, the
 * right is gone. Null while it does, or nobody has heard otherwise.
 */
export const useRefusal = defineStore('refusal', () => {
  const place = useSpace()
  const error = shallowRef<DataError | null>(null)

  /** Takes note of why a read of the space failed; other reasons than a refusal pass by. */
  function tell(cause: DataError): void {
    const { status } = cause.details
    if (status === 401 || status === 403) error.value = cause
  }

  /** The service shows it. */
  const lift = (): void => void (error.value = null)

  watch(() => place.id, lift, { flush: 'sync' })

  return { error, tell, lift }
})
