import { computed, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'

import { useProgrammeContext } from '../../components/useProgrammeContext.ts'
import { useProgramme } from '../../stores/programme.ts'
import { chosenRows, foldedTo, inOrder, lifecycleRows, narrowed } from './lifecycleRows.ts'
import { useLifecycleLink } from './useLifecycleLink.ts'

/** What the page of the lifecycle shows: history folded to the chosen day, its rows, its choices. */
export function useLifecyclePage() {
  const { locale } = useI18n()
  const store = useProgramme()
  const { choice, go } = useLifecycleLink()
  /** The registry as it stands today: no figure of this page reads a slice. */
  const present = useProgrammeContext(
    [],
    () => (locale.value === 'en' ? 'en' : 'zh-CN'),
    () => [],
  )

  /** The day under a hand that moves; the address follows when it rests. */
  const moved = shallowRef('')
  watch(
    () => choice.value.on,
    (on) => (moved.value = on),
    { immediate: true, flush: 'sync' },
  )
  const context = computed(() => present.value && foldedTo(present.value, moved.value))
  const rows = computed(() => (context.value ? lifecycleRows(context.value) : []))
  /** Before the stage is chosen. */
  const scoped = computed(() => narrowed(rows.value, choice.value))
  const shown = computed(() =>
    inOrder(chosenRows(rows.value, choice.value), choice.value.order, locale.value),
  )
  const isPast = computed(() => context.value !== present.value)

  /** Folds to a day at once; the address says so when the hand rests. */
  function moveTo(day: string, isDone: boolean): void {
    moved.value = day
    if (isDone) go({ on: day === present.value?.today ? '' : day })
  }

  return {
    ...{ choice, go, present, context, rows, scoped, shown, isPast, moveTo },
    error: computed(() => store.error),
    retry: () => void store.follow(),
  }
}
