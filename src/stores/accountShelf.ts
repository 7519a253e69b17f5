import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'

import type { SavedEntry } from '../contract/saved.ts'
import type { SavedClient, SavedKind } from '../data/savedClient.ts'
import { SPACES } from '../domain/space.ts'
import type { SpaceId } from '../domain/space.ts'
import { failureOf } from './failure.ts'
import type { Failure } from './failure.ts'
import { useBriefingShelf, useViewShelf } from './keptShelves.ts'
import type { KeptShelf } from './keptShelves.ts'
import { mergePlan } from './mergePlan.ts'
import type { InStep, Ledger } from './mergePlan.ts'
import { makeSteps } from './mergeSteps.ts'
import { tryToKeep, usePageStorage } from './pageStorage.ts'
import { usePorts } from './ports.ts'
import { useSession } from './session.ts'
import { useSpace } from './space.ts'

export type { SavedEntry, SavedKind }

/** One kind of kept things as the account and this browser hold it. */
export interface ShelfState {
  /** Keys that only this browser holds. */
  readonly offered: readonly string[]
  /** One's own entries at the service, by their key in this browser. */
  readonly own: ReadonlyMap<string, SavedEntry>
  /** What others share in the space. */
  readonly shared: readonly SavedEntry[]
}

const NOTHING: ShelfState = { offered: [], own: new Map(), shared: [] }
const KINDS = ['views', 'briefings'] as const satisfies readonly SavedKind[]

/**
 * Named views and briefings of the account, kept in step with those of this browser while somebody is signed in.
 * What only this browser holds stays here until the person says otherwise. Nothing here rejects: `failure` says
 * why the service did not do it.
 */
export const useAccountShelf = defineStore('accountShelf', () => {
  const session = useSession()
  const place = useSpace()
  const storage = usePageStorage()
  const shelves: Readonly<Record<SavedKind, KeptShelf>> = {
    ...{ views: useViewShelf(), briefings: useBriefingShelf() },
  }
  const remote = useSavedConnection()
  const states = shallowRef<Readonly<Record<SavedKind, ShelfState>>>({
    ...{ views: NOTHING, briefings: NOTHING },
  })
  const failure = shallowRef<Failure | null>(null)
  const isActive = computed(() => session.user !== null && session.mayIn('read', place.id))
  const mayShare = computed(() => isActive.value && session.mayIn('share', place.id))
  const offered = computed(() =>
    KINDS.reduce((count, kind) => count + states.value[kind].offered.length, 0),
  )
  let queue: Promise<unknown> = Promise.resolve()

  const ledgerKey = (kind: SavedKind, space: SpaceId): string =>
    `${ledgerPrefix(session.user?.id ?? '')}${kind}:${space}`

  function readLedger(kind: SavedKind, space: SpaceId): Record<string, InStep> {
    try {
      return JSON.parse(storage?.getItem(ledgerKey(kind, space)) ?? '{}') as Record<string, InStep>
    } catch {
      return {}
    }
  }
  /** Where there is no room the next page offers again what is in step already. */
  const writeLedger = (kind: SavedKind, space: SpaceId, ledger: Ledger): void =>
    tryToKeep(storage, ledgerKey(kind, space), JSON.stringify(ledger))

  /** One thing at a time, and only while the same person looks at the same space. */
  function inTurn(work: (client: SavedClient, space: SpaceId) => Promise<void>): Promise<void> {
    const next = queue.then(async () => {
      if (!isActive.value) return
      try {
        failure.value = null
        await work(await remote(), place.id)
      } catch (cause) {
        failure.value = failureOf(cause)
      }
    })
    queue = next.catch(() => undefined)
    return next
  }

  async function syncKind(
    client: SavedClient,
    space: SpaceId,
    kind: SavedKind,
    upload: boolean,
  ): Promise<void> {
    const shelf = shelves[kind]
    const { entries } = await client.list(kind)
    const inSpace = entries.filter((entry) => entry.space === space)
    const own = new Map(inSpace.flatMap((one) => (one.own ? [[one.id, one] as const] : [])))
    const ledger = readLedger(kind, space)
    const take = makeSteps({ client, shelf, space, own, ledger })
    const plan = mergePlan(shelf.items(space), [...own.values()], ledger)
    try {
      for (const step of plan) await take(step, upload)
    } finally {
      writeLedger(kind, space, ledger)
    }
    const held = shelf.items(space)
    states.value = {
      ...states.value,
      [kind]: {
        offered: held.flatMap(({ key }) => (key in ledger ? [] : [key])),
        own: new Map(
          Object.entries(ledger).flatMap(([key, { id }]) => {
            const entry = own.get(id)
            return entry ? [[key, entry] as const] : []
          }),
        ),
        shared: inSpace.filter((one) => !one.own),
      },
    }
  }

  const sync = (upload = false): Promise<void> =>
    inTurn(async (client, space) => {
      for (const kind of KINDS) await syncKind(client, space, kind, upload)
    })

  /**
   * Sends what only this browser holds, of every space that may be read. Gives how many things the service does
   * not have in the end; `failure` says why.
   */
  async function sendAll(): Promise<number> {
    await queue
    failure.value = null
    try {
      const client = await remote()
      for (const space of SPACES)
        if (session.mayIn('read', space))
          for (const kind of KINDS) await syncKind(client, space, kind, true)
    } catch (cause) {
      failure.value = failureOf(cause)
    }
    return SPACES.flatMap((space) => KINDS.map((kind) => unsentOf(kind, space))).reduce(sum, 0)
  }

  function unsentOf(kind: SavedKind, space: SpaceId): number {
    const ledger = readLedger(kind, space)
    return shelves[kind].items(space).filter(({ key, stamp }) => ledger[key]?.local !== stamp)
      .length
  }

  /** Shares an entry with those who may read the space, or takes that back. */
  const setShared = (kind: SavedKind, key: string, shared: boolean): Promise<void> =>
    inTurn(async (client, space) => {
      const entry = states.value[kind].own.get(key)
      const kept = await shelves[kind].read(space, key)
      if (!entry || !kept) return
      const { name, content } = kept
      const written = await client.put(kind, entry.id, { name, space, shared, content })
      const ledger = readLedger(kind, space)
      const [local] = shelves[kind].items(space).filter((item) => item.key === key)
      const step = { id: entry.id, remote: written.changedAt, local: local?.stamp ?? '' }
      writeLedger(kind, space, { ...ledger, [key]: step })
      const own = new Map([...states.value[kind].own, [key, written]])
      states.value = { ...states.value, [kind]: { ...states.value[kind], own } }
    })

  /** Takes a copy of what somebody shares into this browser; gives its key. */
  async function takeCopy(kind: SavedKind, id: string): Promise<string | null> {
    let key: string | null = null
    await inTurn(async (client, space) => {
      const { name, content, changedAt } = await client.read(kind, id)
      key = (await shelves[kind].write(space, null, { name, content, changedAt }))?.key ?? null
    })
    return key
  }

  return {
    ...{ states, failure, isActive, mayShare, offered },
    ...{ sync, uploadOffered: () => sync(true), sendAll, setShared, takeCopy },
  }
})

const sum = (a: number, b: number): number => a + b

/** Keys of what was in step begin with it: a new name since things are kept by owner. */
export const ledgerPrefix = (owner: string): string => `account-shelf@${owner}:`

/** The client of what an account keeps, loaded when it is first asked. */
function useSavedConnection(): () => Promise<SavedClient> {
  const { saved } = usePorts()
  let client: Promise<SavedClient> | null = null
  return () => (client ??= saved())
}
