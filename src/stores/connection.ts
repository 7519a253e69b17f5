import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef, watch } from 'vue'

import type { ChangeEvent } from '../contract/slice.ts'
import type { LiveState, Watch } from '../data/live.ts'
import { usePorts } from './ports.ts'
import { useRegistry } from './registry.ts'
import { useSlices } from './slices.ts'
import { useSpace } from './space.ts'
import { useVersions } from './useVersions.ts'

/**
 * The tie to the service: pushed changes refresh what they name; after every (re)connection, and once a
 * minute in case the stream hangs, versions are compared so that nothing is missed.
 * A page that asks as of an instant does not follow changes: what was known then stays.
 */
export const useConnection = defineStore('connection', () => {
  const { client, watch: watchChanges, onUnauthorised, now, everyMinute } = usePorts()
  const place = useSpace()
  const registry = useRegistry()
  const slices = useSlices()
  const { error, lastGoodAt, check, probe } = useVersions()
  const live = shallowRef<LiveState>({ state: 'connecting', since: now().toISOString() })
  let stream: Watch | null = null

  function onChange({ subject, version }: ChangeEvent): void {
    if (place.asOf) return
    void (subject === 'registry' ? registry.follow(version) : slices.follow(subject, version))
  }

  /** The service also ends the stream of those who may see the space no more. */
  function onState(state: LiveState): void {
    live.value = state
    if (state.state === 'away') void probe()
  }

  function open(): void {
    stream?.pause()
    stream = watchChanges({
      url: client.changesUrl(place.id),
      onChange,
      onState,
      onCatchUp: () => void check(),
      now,
    })
  }

  /** Tries at once, for the person who presses the button. */
  function retry(): Promise<void> {
    if (live.value.state === 'away') stream?.restart()
    return check()
  }

  async function checkAndHeal(): Promise<void> {
    await check()
    if (error.value?.isAway) stream?.restart()
  }

  watch(() => place.id, open, { immediate: true, flush: 'sync' })
  onUnauthorised(() => void probe())
  const stopMinutes = everyMinute(checkAndHeal)
  onScopeDispose(() => {
    stopMinutes()
    stream?.pause()
  })

  return { live, error, lastGoodAt, retry }
})
