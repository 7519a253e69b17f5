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
import { randomId } from './randomId.ts'
import { useSpace } from './space.ts'

/** A briefing as it is kept: its content is not checked. */
export type KeptBriefing = ShelvedDocument
export type KeptHead = DocumentHead

export const BRIEFING_SHELF: InjectionKey<DocumentShelf | null> = Symbol('briefingShelf')

/**
 * The briefings kept in this browser, as documents of unknown content; who opens one checks it. Where the
 * browser keeps nothing they live as long as the page, and `forgetful` says so.
 */
export const useKeptBriefings = defineStore('keptBriefings', () => {
  const shelf = inject(BRIEFING_SHELF, browserShelf, true)
  const place = useSpace()
  const all = shallowRef<readonly DocumentHead[]>([])
  const forgetful = shallowRef(shelf === null)
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

  async function load(): Promise<void> {
    const stored = await asked((from) => from.heads())
    for (const head of (stored ?? []).filter(isHead)) note(head.id, head)
  }
  const ready = load()

  /** Null where the shelf does not answer: from then on the page keeps everything itself. */
  async function asked<T>(ask: (shelf: DocumentShelf) => Promise<T>): Promise<T | null> {
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
  onScopeDispose(shelf?.watch((id) => void follow(id)) ?? (() => undefined))

  return { heads, forgetful, changedElsewhere, ready, read, change }
})

function isHead(value: unknown): value is DocumentHead {
  if (typeof value !== 'object' || value === null) return false
  const { count, ...words } = value as Partial<Record<keyof DocumentHead, unknown>>
  const named = ['id', 'space', 'title', 'savedAt', 'openedAt', 'revision'] as const
  return Number.isInteger(count) && named.every((name) => typeof words[name] === 'string')
}

/** Null where the browser has no IndexedDB. */
function browserShelf(): DocumentShelf | null {
  if (!('indexedDB' in globalThis)) return null
  const shelf = indexedDbDocuments('briefings')
  const storage = browserStorage()
  const journal = { name: 'unsaved-briefings', page: globalThis, freshId: randomId }
  return storage ? journaledShelf(shelf, { ...journal, storage }) : shelf
}
