import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

import { usePageStorage, type PageStorage } from './pageStorage.ts'
import { ownedName, useShelfOwner } from './shelfOwner.ts'

/** A page of the desk with its query, under a name. */
export interface SavedView {
  readonly name: string
  /** Path and query inside the site: /demo/desk?domain=chemicals. */
  readonly path: string
}

interface Kept {
  readonly named: readonly SavedView[]
  readonly recent: readonly SavedView[]
}

export const VIEW_LIMITS = { named: 50, recent: 8, name: 60, path: 2000 } as const
const NOTHING: Kept = { named: [], recent: [] }

/** Where the views of an owner are kept. */
export const viewsKey = (owner: string): string => ownedName('saved-views', owner)

/**
 * Named views and recently opened pages of the owner, kept in this browser. Content that is broken or foreign is
 * dropped; where the browser keeps nothing, they live as long as the page. None until the owner is known.
 */
export const useSavedViews = defineStore('savedViews', () => {
  const storage = usePageStorage()
  const owner = useShelfOwner()
  const kept = shallowRef(owner.id === null ? NOTHING : read(storage, owner.id))
  const waiting: ((now: Kept) => Kept)[] = []
  let forgetful = storage === null
  if (owner.id === null)
    void owner.known().then((id) => {
      kept.value = read(storage, id)
      for (const next of waiting.splice(0)) change(next)
    })

  /** Reads before it writes, so that a view saved in another tab is not lost. */
  function change(next: (now: Kept) => Kept): void {
    const { id } = owner
    if (id === null) return void waiting.push(next)
    kept.value = next(forgetful ? kept.value : read(storage, id))
    try {
      storage?.setItem(viewsKey(id), JSON.stringify(kept.value))
    } catch {
      // A full or forbidden storage: from here on the views last as long as the page.
      forgetful = true
    }
  }

  /** Saves the newest first; the same name is replaced. Returns whether the name and path could be used. */
  function save(name: string, path: string): boolean {
    const view = { name: name.trim().slice(0, VIEW_LIMITS.name), path }
    if (!isView(view)) return false
    const others = (views: readonly SavedView[]) => views.filter((other) => !isSame(view, other))
    change(({ named, recent }) => ({
      named: [view, ...others(named)].slice(0, VIEW_LIMITS.named),
      recent,
    }))
    return true
  }

  const remove = (view: SavedView): void =>
    change(({ named, recent }) => ({
      named: named.filter((other) => !isSame(view, other)),
      recent,
    }))

  /** Notes an opened page; the same page again, whatever its query and title, moves to the front. */
  function visit(name: string, path: string): void {
    const view = { name: name.trim().slice(0, VIEW_LIMITS.name), path }
    if (!isView(view)) return
    const others = (views: readonly SavedView[]) =>
      views.filter(({ path }) => pageOf(path) !== pageOf(view.path))
    change(({ named, recent }) => ({
      named,
      recent: [view, ...others(recent)].slice(0, VIEW_LIMITS.recent),
    }))
  }

  return { kept, save, remove, visit }
})

const pageOf = (path: string): string => path.split('?')[0] ?? ''

const spaceOf = ({ path }: SavedView): string => path.split(/[/?]/)[1] ?? ''

/** Names are unique within a space. */
const isSame = (a: SavedView, b: SavedView): boolean =>
  a.name === b.name && spaceOf(a) === spaceOf(b)

/** A view leads to a page of this site and nowhere else. */
function isView(value: unknown): value is SavedView {
  if (typeof value !== 'object' || value === null) return false
  const { name, path } = value as Partial<Record<keyof SavedView, unknown>>
  if (typeof name !== 'string' || typeof path !== 'string') return false
  return (
    name !== '' &&
    name.length <= VIEW_LIMITS.name &&
    path.length <= VIEW_LIMITS.path &&
    /^\/(main|demo)(\/|\?|$)/.test(path)
  )
}

function read(storage: PageStorage | null, owner: string): Kept {
  try {
    const value = JSON.parse(storage?.getItem(viewsKey(owner)) ?? '{}') as unknown
    const { named, recent } = (value ?? {}) as Partial<Record<keyof Kept, unknown>>
    return { named: views(named, VIEW_LIMITS.named), recent: views(recent, VIEW_LIMITS.recent) }
  } catch {
    return { named: [], recent: [] }
  }
}

const views = (value: unknown, limit: number): SavedView[] =>
  Array.isArray(value)
    ? value
        .filter(isView)
        .map(({ name, path }) => ({ name, path }))
        .slice(0, limit)
    : []
