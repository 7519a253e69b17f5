import { computed, inject } from 'vue'
import { routeLocationKey, type RouteLocationRaw } from 'vue-router'

import { useSpace } from '../stores/space.ts'
import { keptQuery } from './keptQuery.ts'

/** Links to pages of the space that is looked at; they keep language and as-of. */
export function useSpaceLink(): (...parts: readonly string[]) => RouteLocationRaw {
  const place = useSpace()
  const route = inject(routeLocationKey, null)
  const query = computed(() => keptQuery(route?.query ?? {}))
  return (...parts) => ({
    path: `/${[place.id, ...parts].map(encodeURIComponent).join('/')}`,
    query: query.value,
  })
}
