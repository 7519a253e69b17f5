import { computed, onScopeDispose, ref, watch, type Ref } from 'vue'

/** Time that one city holds the focus. */
const HOLD = 8_000
/** After a touch the carousel rests this long. */
const REST = 60_000

/**
 * Walks the ids one after the other. A touch stops it and it goes on by itself after a minute; `toggle`
 * pauses it until it is called again. While `held` it moves only when it is moved.
 */
export function useCarousel(
  ids: Ref<readonly string[]>,
  held: Readonly<Ref<boolean>> = ref(false),
) {
  const index = ref(0)
  const paused = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  function wait(time: number): void {
    clearTimeout(timer)
    if (!paused.value && !held.value) timer = setTimeout(step, time)
  }

  function step(): void {
    index.value += 1
    wait(HOLD)
  }

  function move(by: number): void {
    index.value += by
    wait(REST)
  }

  function pick(id: string): void {
    const found = ids.value.indexOf(id)
    if (found >= 0) index.value = found
    wait(REST)
  }

  const current = computed(() => {
    const count = ids.value.length
    return count === 0 ? null : (ids.value[((index.value % count) + count) % count] ?? null)
  })

  watch([paused, held], () => wait(HOLD), { immediate: true })
  onScopeDispose(() => clearTimeout(timer))

  return {
    current,
    paused,
    next: () => move(1),
    previous: () => move(-1),
    pick,
    toggle: () => (paused.value = !paused.value),
  }
}
