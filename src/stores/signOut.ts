import { defineStore } from 'pinia'
import { ref } from 'vue'

import { useAccountShelf, ledgerPrefix } from './accountShelf.ts'
import { useKeptBriefings } from './keptBriefings.ts'
import { keysFrom, usePageStorage } from './pageStorage.ts'
import { usePorts } from './ports.ts'
import { viewsKey } from './savedViews.ts'
import { useSession } from './session.ts'
import { useShelfOwner } from './shelfOwner.ts'

/** What is typed into report forms begins with it: the space, the person, the brain and the month follow. */
const FORMS = 'report-form|'

/**
 * Signing out of a browser that others use too: what it holds of the person goes to the service first, then it is
 * removed from here, and the page begins anew. The open demo's own shelf stays.
 */
export const useSignOut = defineStore('signOut', () => {
  const { lastGood, startAnew } = usePorts()
  const storage = usePageStorage()
  const session = useSession()
  const account = useAccountShelf()
  const briefings = useKeptBriefings()
  const owner = useShelfOwner()
  /** Things that only this browser holds, as the last try found: to leave is to lose them. Null before a try. */
  const unsent = ref<number | null>(null)

  const forms = (): readonly string[] =>
    storage
      ? keysFrom(storage, FORMS).filter((key) => key.split('|')[2] === session.user?.name)
      : []

  async function send(): Promise<number> {
    await briefings.ready
    return (await account.sendAll()) + forms().length
  }

  /** The notes of what was in step go first: without their things they would have these removed at the service. */
  async function cleanUp(id: string): Promise<void> {
    for (const key of storage ? keysFrom(storage, ledgerPrefix(id)) : []) storage?.removeItem(key)
    for (const key of [viewsKey(id), ...forms()]) storage?.removeItem(key)
    await briefings.clear()
    await lastGood.clear()
  }

  /**
   * Ends the session, or all of this person's, and goes on at a path. Where something could not be sent it stays
   * signed in and `unsent` says how much; `evenSo` gives that up. Rejects with the service's DataError.
   */
  async function signOut(
    path: string,
    { everywhere = false, evenSo = false } = {},
  ): Promise<boolean> {
    const id = await owner.known()
    unsent.value = id === '' ? 0 : await send()
    if (unsent.value > 0 && !evenSo) return false
    await session.signOut(everywhere, () => (id === '' ? Promise.resolve() : cleanUp(id)))
    startAnew(path)
    return true
  }

  return { unsent, signOut }
})
