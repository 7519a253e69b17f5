import { computed, onMounted, watch } from 'vue'
import type { ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

import type { Action } from '../../domain/rights.ts'
import { useSession } from '../../stores/session.ts'

/**
 * Whether who is at the screen may use a page of the administration, by any of the actions; it is opened once they
 * may. Who is not signed in is sent to the sign-in, and back.
 */
export function useDuty(actions: readonly Action[], open: () => unknown): ComputedRef<boolean> {
  const session = useSession()
  const route = useRoute()
  const router = useRouter()
  const allowed = computed(
    () => session.user !== null && actions.some((action) => session.may(action)),
  )

  onMounted(() => void session.load())
  watch(allowed, (may) => may && void open(), { immediate: true })
  watch(
    () => session.answer !== null && session.user === null,
    (isStranger) => {
      const lang = route.query['lang'] ? { lang: route.query['lang'] } : {}
      if (isStranger)
        void router.replace({ path: '/sign-in', query: { ...lang, next: route.fullPath } })
    },
    { immediate: true },
  )
  return allowed
}
