import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'

import { usePageStorage } from './pageStorage.ts'
import { usePorts } from './ports.ts'
import { SIGNED_IN, useSession } from './session.ts'

/**
 * Whose things this browser shows: of the person who is signed in, or, where nobody is, of the open demo's own
 * shelf. Known at once where nobody was signed in before, else when the service has said who it is; while the
 * service is away it is whoever was signed in last. A page has one owner: when another person signs in, or this one
 * out, it begins anew.
 */
export const useShelfOwner = defineStore('shelfOwner', () => {
  const { startAnew } = usePorts()
  const session = useSession()
  const last = usePageStorage()?.getItem(SIGNED_IN) ?? ''
  /** The account's id; empty for nobody, null until it is known. */
  const id = shallowRef<string | null>(last === '' ? '' : null)

  async function find(): Promise<string> {
    if (id.value !== null) return id.value
    await session.load()
    return (id.value ??= session.answer ? (session.user?.id ?? '') : last)
  }
  let found: Promise<string> | null = null

  watch(
    () => session.answer,
    (answer) => {
      const now = answer?.user?.id ?? ''
      if (answer && id.value !== null && id.value !== now)
        startAnew(location.pathname + location.search)
    },
    { flush: 'sync' },
  )

  return { id, known: () => (found ??= find()) }
})

/** The name under which things of an owner are kept. */
export const ownedName = (name: string, owner: string): string =>
  owner === '' ? name : `${name}@${owner}`
