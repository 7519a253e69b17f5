import { useVirtualizer } from '@tanstack/vue-virtual'
import { computed, type Ref } from 'vue'

import { useScale } from './scale.ts'

/** Height of a row in design units. */
const ROW = 34

/**
 * Rows of a grid of which only those in view are drawn: their places, the height of all, and the arrow keys, which
 * move between the elements that carry `data-index`; the one in focus is drawn first. `row` is in design units.
 */
export function useGridRows(
  scroller: Readonly<Ref<HTMLElement | null>>,
  count: () => number,
  row = ROW,
) {
  const scale = useScale()
  const virtual = useVirtualizer(
    computed(() => ({
      count: count(),
      getScrollElement: () => scroller.value,
      estimateSize: () => row * scale.value.u,
      overscan: 12,
    })),
  )

  function step(event: KeyboardEvent): void {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const held = (event.target as HTMLElement).dataset['index']
    if (by === undefined || held === undefined) return
    event.preventDefault()
    const at = Math.max(0, Math.min(count() - 1, Number(held) + by))
    virtual.value.scrollToIndex(at)
    requestAnimationFrame(() =>
      scroller.value?.querySelector<HTMLElement>(`[data-index="${at}"]`)?.focus(),
    )
  }

  return {
    items: computed(() => virtual.value.getVirtualItems()),
    height: computed(() => `${virtual.value.getTotalSize()}px`),
    step,
  }
}
