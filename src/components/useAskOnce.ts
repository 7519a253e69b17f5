import { shallowRef } from 'vue'

/** What takes something away asks first: only the second click in a row on the same thing does it. */
export function useAskOnce() {
  /** Id of the thing that a second click takes away. */
  const asked = shallowRef<string | null>(null)

  function askOnce(id: string, act: () => void): void {
    const sure = asked.value === id
    asked.value = sure ? null : id
    if (sure) act()
  }

  const forget = (): void => void (asked.value = null)
  return { asked, askOnce, forget }
}
