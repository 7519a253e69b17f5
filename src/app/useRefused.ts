import { useEventListener } from '@vueuse/core'
import { computed, shallowRef, watch } from 'vue'
import type { ShallowRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

import { usePageStorage } from '../stores/pageStorage.ts'
import { usePorts } from '../stores/ports.ts'
import { useRefusal } from '../stores/refusal.ts'
import { useRegistry } from '../stores/registry.ts'
import { SIGNED_IN, useSession } from '../stores/session.ts'

/** The page itself; the sign-in in its place, while what was typed waits behind it; or nothing: it is being left. */
export type Shown = 'page' | 'signIn' | 'nothing'

/**
 * What stands on the screen when the service shows the space no longer. A page that has shown nothing yet leads to the
 * sign-in and back. One that holds figures takes them from the screen at once and begins anew at the sign-in, which
 * says what has ended; one with words in it keeps these, out of sight, until the person has signed in again.
 */
export function useRefused(isTyped: () => boolean): Readonly<ShallowRef<Shown>> {
  const { startAnew, lastGood } = usePorts()
  const storage = usePageStorage()
  const route = useRoute()
  const router = useRouter()
  const registry = useRegistry()
  const refusal = useRefusal()
  const session = useSession()
  /** Read at once: another page of the browser may note meanwhile that nobody is signed in. */
  const person = storage?.getItem(SIGNED_IN) ?? ''
  const shown = shallowRef<Shown>('page')

  const signIn = (ended: 'session' | 'link' | null) => {
    const { lang } = route.query
    const query = { ...(lang && { lang }), ...(ended && { ended }), next: route.fullPath }
    return { path: '/sign-in', query }
  }

  function take(status: number | null): void {
    if (!registry.document) return void router.replace(signIn(null))
    const cleared = lastGood.clear()
    for (const dialog of document.querySelectorAll('dialog[open]'))
      (dialog as HTMLDialogElement).close()
    const ended = session.user || person !== '' ? 'session' : 'link'
    shown.value = status === 401 && ended === 'session' && isTyped() ? 'signIn' : 'nothing'
    if (shown.value === 'signIn') return
    const { fullPath } = router.resolve(signIn(status === 401 ? ended : null))
    // To leave sooner is to break the removal off.
    void cleared.then(() => startAnew(fullPath))
  }

  watch(
    () => registry.state.error,
    (error) => {
      if (error) refusal.tell(error)
    },
  )
  const refused = computed(() => ('space' in route.params ? refusal.error : null))
  watch(refused, (error, before) => {
    if (error && !before) take(error.details.status)
    else if (!error && shown.value === 'signIn') shown.value = 'page'
  })
  useEventListener('pageshow', ({ persisted }) => {
    if (persisted && shown.value === 'nothing') startAnew(route.fullPath)
  })

  return shown
}
