import { computed, onScopeDispose, watch, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'

import { CITIES } from '../../domain/region.ts'

/** An untouched city gives way to the province after this time. */
const REST = 60_000

/**
 * The city that the wall's map is drilled into, as the address says (`city=370100`); null for the province.
 * It returns by itself a minute after the last `touch`, unless the wall is paused.
 */
export function useDrill(paused: Readonly<Ref<boolean>>) {
  const route = useRoute()
  const router = useRouter()
  let timer: ReturnType<typeof setTimeout> | undefined

  const city = computed(() => {
    const { city: named } = route.query
    return typeof named === 'string' && CITIES.includes(named) ? named : null
  })

  function enter(adcode: string | null): void {
    if (adcode !== null && CITIES.includes(adcode))
      void router.push({ query: { ...route.query, city: adcode } })
  }

  function leave(): void {
    if (city.value !== null) void router.replace({ query: { ...route.query, city: undefined } })
  }

  function touch(): void {
    clearTimeout(timer)
    if (city.value !== null && !paused.value) timer = setTimeout(leave, REST)
  }

  watch([city, paused], touch, { immediate: true })
  onScopeDispose(() => clearTimeout(timer))

  return { city, enter, leave, touch }
}
