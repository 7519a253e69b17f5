import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

import { useDeskLinks } from '../desk/useDeskLinks.ts'
import { readLifecycleLink, type LifecycleChoice } from './lifecycleLink.ts'

/** The choices of the page in the address. */
export function useLifecycleLink() {
  const route = useRoute()
  const router = useRouter()
  const { kept } = useDeskLinks()
  const choice = computed(() => readLifecycleLink(route.query))

  /** A step to another tab, brain or case is one to go back from; what is narrowed or sorted is not. */
  function go(part: Partial<LifecycleChoice>): void {
    const { tab, text, isWarned, order, ...rest } = { ...choice.value, ...part }
    const named = {
      ...{ tab: tab === 'flow' ? '' : tab, order: order === 'urgency' ? '' : order },
      ...{ q: text, warned: isWarned ? '1' : '', ...rest },
    }
    const query = Object.entries(named).filter(([, value]) => value !== '')
    const isStep = 'tab' in part || 'brain' in part || 'case' in part
    void router[isStep ? 'push' : 'replace']({
      query: { ...Object.fromEntries(query), ...kept.value },
    })
  }
  return { choice, go }
}
