import { watchDebounced } from '@vueuse/core'
import { watch } from 'vue'

import { useAccountShelf } from '../../stores/accountShelf.ts'
import { useKeptBriefings } from '../../stores/keptBriefings.ts'
import { useSavedViews } from '../../stores/savedViews.ts'
import { useSpace } from '../../stores/space.ts'

/** Rest after a change before it goes to the account. */
const REST_MS = 2_000

/** Keeps what the account holds in step with this browser: at sign-in, in another space, after changes. */
export function useAccountSync(): void {
  const account = useAccountShelf()
  const briefings = useKeptBriefings()
  const views = useSavedViews()
  const place = useSpace()
  watch(
    () => [account.isActive, place.id] as const,
    ([isActive]) => {
      if (isActive) void briefings.ready.then(() => account.sync())
    },
    { immediate: true },
  )
  const stamp = (): string =>
    [
      ...views.kept.named.map(({ name, path }) => `${name}|${path}`),
      ...briefings.heads.map(({ id, revision }) => `${id}|${revision}`),
    ].join('\n')
  watchDebounced(
    stamp,
    () => {
      if (account.isActive) void account.sync()
    },
    { debounce: REST_MS },
  )
}
