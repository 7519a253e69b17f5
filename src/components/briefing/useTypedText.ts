import { tryOnScopeDispose, useTimeoutFn } from '@vueuse/core'
import { computed, shallowRef, watch } from 'vue'

import { BRIEFING_LIMITS } from '../../export/briefing.ts'
import { wholeCharacters } from '../../export/wholeCharacters.ts'
import { beforeLeaving } from '../../stores/beforeLeaving.ts'

/** Rest after a key before what was typed is kept. */
const REST_MS = 400

/**
 * Words in a field that are kept while they are typed: after a short rest, when the field is left, and when the
 * page ends. `value` is what is kept, `keep` takes what is new; of words that are too long it takes as many
 * characters as a briefing holds, and `excess` says how many it does not. While somebody types, the field stays
 * as it is; left, it shows what is kept.
 */
export function useTypedText(value: () => string, keep: (text: string) => void) {
  const text = shallowRef(value())
  /** Somebody is in the field. */
  let isHeld = false
  let isTyped = false
  const excess = computed(() => Math.max(0, text.value.length - BRIEFING_LIMITS.characters))

  function flush(): void {
    rest.stop()
    if (!isTyped) return
    isTyped = false
    const kept = wholeCharacters(text.value, BRIEFING_LIMITS.characters, ({ length }) => length)
    if (kept !== value()) keep(kept)
  }
  const rest = useTimeoutFn(flush, REST_MS, { immediate: false })

  watch(value, (now) => {
    if (!isHeld && excess.value === 0) text.value = now
  })
  const stay = beforeLeaving(flush)
  tryOnScopeDispose(() => {
    stay()
    flush()
  })

  const onInput = (event: Event): void => {
    text.value = (event.target as HTMLInputElement | HTMLTextAreaElement).value
    isTyped = true
    rest.start()
  }
  const onFocus = (): void => void (isHeld = true)
  /** What was not taken stands as it was; what is too long stays to be shortened. */
  const onBlur = (): void => {
    flush()
    isHeld = false
    if (excess.value === 0) text.value = value()
  }
  return { text, excess, onInput, onFocus, onBlur }
}
