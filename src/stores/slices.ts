import { defineStore } from 'pinia'
import { markRaw, shallowRef } from 'vue'

import { SliceDocument as SliceSchema } from '../contract/slice.ts'
import type { Keeper, Kept, KeptState } from '../data/keepDocument.ts'
import { unpackSlice } from '../domain/cube.ts'
import type { Slice, SliceDocument } from '../domain/slice.ts'
import { useDocuments } from './useDocuments.ts'
import { usePorts } from './ports.ts'

/**
 * The slices that the page looks at, by indicator. `slices` and `states` are replaced together, once for
 * all answers of a moment, so that figures recompute once.
 */
export const useSlices = defineStore('slices', () => {
  const { client, lastGood, soon } = usePorts()
  const slices = shallowRef<ReadonlyMap<string, Slice>>(new Map())
  const states = shallowRef<ReadonlyMap<string, KeptState>>(new Map())
  const { keep } = useDocuments(leave)
  const keepers = new Map<string, Keeper>()
  const pending = new Map<string, Kept<SliceDocument>>()

  function onUpdate(indicator: string, kept: Kept<SliceDocument>): void {
    if (pending.size === 0) soon(commit)
    pending.set(indicator, kept)
  }

  function commit(): void {
    const [nextSlices, nextStates] = [new Map(slices.value), new Map(states.value)]
    let changed = false
    for (const [id, { document, ...state }] of pending) {
      nextStates.set(id, state)
      if (!document || document.version === slices.value.get(id)?.version) continue
      nextSlices.set(id, markRaw(unpackSlice(document)))
      changed = true
    }
    if (changed) slices.value = nextSlices
    states.value = nextStates
    pending.clear()
  }

  function leave(): void {
    const wanted = [...keepers.keys()]
    keepers.clear()
    pending.clear()
    slices.value = new Map()
    states.value = new Map()
    void need(wanted)
  }

  function keeperOf(indicator: string): Keeper {
    const keeper = keep<SliceDocument>({
      subject: indicator,
      ask: (space, options) => client.slice(space, indicator, options),
      recall: (space) => lastGood.recall(space, indicator, SliceSchema),
      onUpdate: (kept) => onUpdate(indicator, kept),
    })
    keepers.set(indicator, keeper)
    return keeper
  }

  /** Loads those that are missing or failed, side by side; never rejects: `states` says why. */
  async function need(indicators: readonly string[]): Promise<void> {
    await Promise.all(indicators.map((id) => (keepers.get(id) ?? keeperOf(id)).follow()))
  }

  /** A slice in use has another version now; others are left alone. */
  const follow = (id: string, version?: number): Promise<boolean> =>
    keepers.get(id)?.follow(version) ?? Promise.resolve(false)

  /** Follows every slice in use (version 0 where none is named); resolves to those that are current. */
  async function followAll(versions?: Readonly<Record<string, number>>): Promise<string[]> {
    const ids = [...keepers.keys()]
    const sound = await Promise.all(ids.map((id) => follow(id, versions && (versions[id] ?? 0))))
    return ids.filter((_, i) => sound[i])
  }

  return { slices, states, need, follow, followAll }
})
