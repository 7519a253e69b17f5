import { readonly, shallowRef, type Ref } from 'vue'

/**
 * Counts how often web fonts have arrived. Text on a canvas is not drawn again by the browser when its
 * font comes late, so charts depend on this number.
 */
const arrived = shallowRef(0)
let watching = false

export function useFontsLoaded(): Readonly<Ref<number>> {
  if (!watching && typeof document !== 'undefined' && 'fonts' in document) {
    watching = true
    document.fonts.addEventListener('loadingdone', () => (arrived.value += 1))
  }
  return readonly(arrived)
}
