import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'

import type { SpaceId } from '../domain/space.ts'

interface Place {
  readonly id: SpaceId
  /** An instant (ISO, UTC), or null for what is known now. */
  readonly asOf: string | null
}

/**
 * What the page looks at: the space, and the instant as of which it asks. Both stand in the URL; the
 * view that reads it calls `lookAt`, and every document of the former place is dropped at once.
 */
export const useSpace = defineStore('space', () => {
  const place = shallowRef<Place>({ id: 'main', asOf: null })
  const id = computed(() => place.value.id)
  const asOf = computed(() => place.value.asOf)

  function lookAt(space: SpaceId, instant: string | null = null): void {
    if (space === id.value && instant === asOf.value) return
    place.value = { id: space, asOf: instant }
  }

  return { place, id, asOf, lookAt }
})
