import { defineStore } from 'pinia'
import { computed, onScopeDispose, ref } from 'vue'

import { usePorts } from './ports.ts'
import { useRegistry } from './registry.ts'
import { useSpace } from './space.ts'

/** ISO day of an instant where the programme lives. */
const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/**
 * The time on the page, per minute. `today` (ISO day, Asia/Shanghai) is the day that deadlines are counted
 * from: the day of the instant the page asks as of, else the space's pinned day (demo), else the real one.
 */
export const useClock = defineStore('clock', () => {
  const { now: read, everyMinute } = usePorts()
  const place = useSpace()
  const registry = useRegistry()
  const now = ref(read().toISOString())
  const day = computed(() => dayFormat.format(new Date(place.asOf ?? now.value)))
  const today = computed(() => (place.asOf ? day.value : (registry.document?.today ?? day.value)))

  onScopeDispose(everyMinute(() => (now.value = read().toISOString())))

  return { now, today }
})
