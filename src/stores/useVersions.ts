import { computed, shallowRef } from 'vue'

import type { DataError } from '../data/dataError.ts'
import { usePorts } from './ports.ts'
import { useRefusal } from './refusal.ts'
import { useRegistry } from './registry.ts'
import { useSlices } from './slices.ts'
import { useSpace } from './space.ts'

/**
 * Compares what the page holds with the service's versions.
 * `lastGoodAt` is the instant at which all of it was last known to be current (ISO; null: nothing held yet).
 */
export function useVersions() {
  const { client, lastGood, now } = usePorts()
  const place = useSpace()
  const refusal = useRefusal()
  const registry = useRegistry()
  const slices = useSlices()
  const error = shallowRef<DataError | null>(null)
  const confirmed = shallowRef<{ place: typeof place.place; instant: string } | null>(null)

  const recalledAt = computed(() => {
    const states = [registry.state, ...slices.states.values()]
    return states.flatMap(({ savedAt }) => savedAt ?? []).sort()[0]
  })
  const confirmedAt = computed(() =>
    confirmed.value?.place === place.place ? confirmed.value.instant : null,
  )
  const lastGoodAt = computed(() => recalledAt.value ?? confirmedAt.value)

  /**
   * Loads what differs, failed or was recalled; as of an instant nothing can differ. Never rejects:
   * `error` says why the service could not be asked.
   */
  async function check(): Promise<void> {
    const at = place.place
    try {
      const versions = at.asOf ? undefined : await client.versions(at.id)
      if (place.place !== at) return
      error.value = null
      if (versions) refusal.lift()
      const sound = registry.follow(versions?.registry)
      const current = await slices.followAll(versions?.slices)
      if (versions) confirm(at, (await sound) ? ['registry', ...current] : current)
    } catch (cause) {
      error.value = cause as DataError
      if (place.id === at.id) refusal.tell(error.value)
    }
  }

  let isProbing = false
  /** Asks nothing but whether the space is still shown to this page; once at a time, and no more when it is not. */
  async function probe(): Promise<void> {
    if (isProbing || refusal.error) return
    isProbing = true
    const { id } = place
    try {
      await client.versions(id)
    } catch (cause) {
      if (place.id === id) refusal.tell(cause as DataError)
    } finally {
      isProbing = false
    }
  }

  function confirm(at: typeof place.place, subjects: readonly string[]): void {
    confirmed.value = { place: at, instant: now().toISOString() }
    lastGood.confirm(at.id, subjects)
  }

  return { error, lastGoodAt, check, probe }
}
