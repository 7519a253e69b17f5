import { computed, onMounted, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

import type { Action } from '../../domain/rights.ts'
import { useSession } from '../../stores/session.ts'
import { useSpace } from '../../stores/space.ts'

/** Whether a page may be used by who is at the screen; who may not is sent to the sign-in, and back. */
export function useRight(action: Action) {
  const session = useSession()
  const place = useSpace()
  const route = useRoute()
  const router = useRouter()
  const allowed = computed(() => session.mayIn(action, place.id))

  onMounted(() => void session.load())
  watch(
    () => session.answer !== null && !allowed.value,
    (refused) => {
      const lang = route.query['lang'] ? { lang: route.query['lang'] } : {}
      if (refused)
        void router.replace({ path: '/sign-in', query: { ...lang, next: route.fullPath } })
    },
    { immediate: true },
  )
  return { allowed, error: computed(() => session.error) }
}
