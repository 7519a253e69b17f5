import { defineStore } from 'pinia'
import { markRaw, shallowRef } from 'vue'

import { RegistryAnswer, type RegistryDocument } from '../contract/registry.ts'
import { NOTHING_KEPT } from '../data/keepDocument.ts'
import type { Keeper, Kept, KeptState } from '../data/keepDocument.ts'
import { usePorts } from './ports.ts'
import { useDocuments } from './useDocuments.ts'

const SUBJECT = 'registry'

/** The registry of the space: brains, events, targets, sources, cited points, holidays. */
export const useRegistry = defineStore('registry', () => {
  const { client, lastGood } = usePorts()
  const document = shallowRef<RegistryDocument | null>(null)
  const state = shallowRef<KeptState>(NOTHING_KEPT)
  const { keep } = useDocuments(leave)
  let keeper: Keeper | null = null

  function onUpdate({ document: next, ...rest }: Kept<RegistryDocument>): void {
    document.value = next && markRaw(next)
    state.value = rest
  }

  function leave(): void {
    const wasWanted = keeper !== null
    keeper = null
    onUpdate(NOTHING_KEPT)
    if (wasWanted) void follow()
  }

  /**
   * Loads what is missing, failed, or has another version than the one named. Resolves to whether the
   * page now holds what the service has; never rejects: `state.error` says why.
   */
  function follow(version?: number): Promise<boolean> {
    keeper ??= keep<RegistryDocument>({
      subject: SUBJECT,
      ask: client.registry,
      recall: (space) => lastGood.recall(space, SUBJECT, RegistryAnswer),
      onUpdate,
    })
    return keeper.follow(version)
  }

  return { document, state, follow }
})
