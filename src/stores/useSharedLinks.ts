import { markRaw, shallowRef } from 'vue'

import type { SharedLinkEntry } from '../contract/links.ts'
import { usePorts } from './ports.ts'

export type { SharedLinkEntry }

/** One's own shared links that still open, newest first; each can be ended. Both actions reject with a DataError. */
export function useSharedLinks() {
  const { saved: connect, now } = usePorts()
  const links = shallowRef<readonly SharedLinkEntry[]>([])

  async function load(): Promise<void> {
    const found = await (await connect()).sharedLinks()
    const stands = ({ revokedAt, expiresAt }: SharedLinkEntry): boolean =>
      revokedAt === null && Date.parse(expiresAt) > now().getTime()
    const byDay = (a: SharedLinkEntry, b: SharedLinkEntry): number =>
      b.createdAt.localeCompare(a.createdAt)
    links.value = markRaw(found.links.filter(stands).sort(byDay))
  }

  async function end(id: string): Promise<void> {
    await (await connect()).endSharedLink(id)
    await load()
  }

  return { links, load, end }
}
