import { defineStore } from 'pinia'
import { computed, inject, onScopeDispose, shallowRef } from 'vue'
import type { InjectionKey } from 'vue'

import { browserStorage } from '../data/browserStorage.ts'
import { indexedDbDocuments } from '../data/documentShelf.ts'
import type {
  DocumentHead,
  DocumentShelf,
  NextDocument,
  ShelvedDocument,
} from '../data/documentShelf.ts'
import { journaledShelf } from '../data/journaledShelf.ts'
import { leaveNow } from './beforeLeaving.ts'
import { randomId } from './randomId.ts'
import { ownedName, useShelfOwner } from './shelfOwner.ts'
import { useSpace } from './space.ts'

/** A briefing as it is kept: its content is not checked. */
export type KeptBriefing = ShelvedDocument
export type KeptHead = DocumentHead

/** Opens the shelf of an owner; null where nothing can be kept. */
export type OpenShelf = (owner: string) => DocumentShelf | null

export const BRIEFING_SHELF: InjectionKey<OpenShelf> = Symbol('briefingShelf')

/**
 * The briefings that this browser keeps of its owner, as documents of unknown content; who opens one checks it. Where the
 * browser keeps nothing they live as long as the page, and `forgetful` says so.
 */
export const useKeptBriefings = defineStore('keptBriefings', () => {
  const open = inject(BRIEFING_SHELF, browserShelf)
  const owner = useShelfOwner()
  const place = useSpace()
  /** Of every space. */
  const all = shallowRef<readonly DocumentHead[]>([])
  const forgetful = shallowRef(false)
  /** The last document that another page changed; a new object each time. */
  const changedElsewhere = shallowRef<{ readonly id: string } | null>(null)
  /** What no shelf holds. */
  const memory = new Map<string, ShelvedDocument>()

  /** Of the space that is looked at, the last opened first. */
  const heads = computed(() => all.value.filter(({ space }) => space === place.id))

  const note = (id: string, head: DocumentHead | null): void => {
    const others = all.value.filter((one) => one.id !== id)
    all.value = (head ? [head, ...others] : others).sort((a, b) =>
      b.openedAt.localeCompare(a.openedAt),
    )
  }

  const leaving: (() => void)[] = []
  /** Once it is there it is asked at once: a page that ends waits for nothing. */
  let opened: DocumentShelf | null | undefined
  const opening = owner.known().then((id) => {
    const shelf = open(id)
    opened = shelf
    forgetful.value = shelf === null
    if (shelf) leaving.push(shelf.watch((changed) => void follow(changed)))
    return shelf
  })

  async function load(): Promise<void> {
    const stored = await asked((from) => from.heads())
    for (const head of (stored ?? []).filter(isHead)) note(head.id, head)
  }
  const ready = load()

  /** Null where the shelf does not answer: from then on the page keeps everything itself. */
  async function asked<T>(ask: (shelf: DocumentShelf) => Promise<T>): Promise<T | null> {
    const shelf = opened === undefined ? await opening : opened
    if (!shelf || forgetful.value) return null
    try {
      return await ask(shelf)
    } catch {
      forgetful.value = true
      return null
    }
  }

  async function read(id: string): Promise<ShelvedDocument | null> {
    return memory.get(id) ?? (await asked((from) => from.read(id)))
  }

  /** Changes what is kept now, whoever wrote it; null removes. Never rejects. */
  async function change(id: string, next: NextDocument): Promise<ShelvedDocument | null> {
    const kept = await asked((from) => from.change(id, next))
    const now = forgetful.value ? remember(id, next) : kept
    note(id, now?.head ?? null)
    return now
  }

  function remember(id: string, next: NextDocument): ShelvedDocument | null {
    const now = next(memory.get(id) ?? null)
    if (now) memory.set(id, now)
    else memory.delete(id)
    return now
  }

  async function follow(id: string): Promise<void> {
    const now = await asked((from) => from.read(id))
    note(id, now && isHead(now.head) ? now.head : null)
    changedElsewhere.value = { id }
  }
  onScopeDispose(() => leaving.forEach((leave) => leave()))

  /** Takes everything of the owner from the shelf, in every space; the page keeps no more from then on. */
  async function clear(): Promise<void> {
    await asked((from) => from.clear())
    forgetful.value = true
    memory.clear()
    all.value = []
  }

  return { all, heads, forgetful, changedElsewhere, ready, read, change, clear }
})

function isHead(value: unknown): value is DocumentHead {
  if (typeof value !== 'object' || value === null) return false
  const { count, ...words } = value as Partial<Record<keyof DocumentHead, unknown>>
  const named = ['id', 'space', 'title', 'savedAt', 'openedAt', 'revision'] as const
  return Number.isInteger(count) && named.every((name) => typeof words[name] === 'string')
}

/** Null where the browser has no IndexedDB. */
function browserShelf(owner: string): DocumentShelf | null {
  if (!('indexedDB' in globalThis)) return null
  const shelf = indexedDbDocuments(ownedName('briefings', owner))
  const storage = browserStorage()
  const name = ownedName('unsaved-briefings', owner)
  globalThis.addEventListener('pagehide', leaveNow)
  const journal = { name, page: globalThis, freshId: randomId }
  return storage ? journaledShelf(shelf, { ...journal, storage }) : shelf
}
