import type { SavedKind } from '../data/savedClient.ts'
import type { SpaceId } from '../domain/space.ts'
import { useKeptBriefings } from './keptBriefings.ts'
import type { LocalItem } from './mergePlan.ts'
import { randomId } from './randomId.ts'
import { useSavedViews } from './savedViews.ts'

/** A name and what stands under it, as an account keeps it. */
export interface KeptContent {
  readonly name: string
  readonly content: unknown
  /** ISO instant of the last change; null where the browser does not note it. */
  readonly changedAt: string | null
}

/** What this browser keeps of one kind, in one space. */
export interface KeptShelf {
  readonly kind: SavedKind
  items(space: SpaceId): readonly LocalItem[]
  read(space: SpaceId, key: string): Promise<KeptContent | null>
  /** Writes under a key, or as a new item; null where the content is none that can be kept. */
  write(space: SpaceId, key: string | null, kept: KeptContent): Promise<LocalItem | null>
  remove(space: SpaceId, key: string): Promise<void>
}

/** The named views as a shelf: the key is the name. */
export function useViewShelf(): KeptShelf {
  const views = useSavedViews()
  const of = (space: SpaceId) =>
    views.kept.named.filter(({ path }) => path.startsWith(`/${space}/`))
  return {
    kind: 'views',
    items: (space) => of(space).map(({ name, path }) => ({ key: name, stamp: path })),
    read: (space, key) => {
      const view = of(space).find(({ name }) => name === key)
      return Promise.resolve(
        view ? { name: view.name, content: { path: view.path }, changedAt: null } : null,
      )
    },
    write: (space, key, { name, content }) => {
      const path = pathOf(content)
      const wanted = key ?? freeName(name, path, of(space))
      const isSaved = path.startsWith(`/${space}/`) && views.save(wanted, path)
      return Promise.resolve(isSaved ? { key: wanted.trim(), stamp: path } : null)
    },
    remove: (space, key) => {
      for (const view of of(space)) if (view.name === key) views.remove(view)
      return Promise.resolve()
    },
  }
}

function pathOf(content: unknown): string {
  const { path } = (content ?? {}) as { readonly path?: unknown }
  return typeof path === 'string' ? path : ''
}

/** The name itself where it is free or means the same page, else with a number behind it. */
function freeName(
  name: string,
  path: string,
  taken: readonly { readonly name: string; readonly path: string }[],
): string {
  const isFree = (one: string) => !taken.some((view) => view.name === one && view.path !== path)
  const short = name.slice(0, 54)
  for (let n = 2; ; n++) {
    const wanted = n === 2 ? name : `${short} (${n - 1})`
    if (isFree(wanted)) return wanted
  }
}

/** The briefings as a shelf: the key is their id in this browser. */
export function useBriefingShelf(): KeptShelf {
  const briefings = useKeptBriefings()
  return {
    kind: 'briefings',
    items: (space) =>
      briefings.all
        .filter((head) => head.space === space)
        .map(({ id, revision }) => ({ key: id, stamp: revision })),
    read: async (_, key) => {
      const kept = await briefings.read(key)
      return kept
        ? { name: kept.head.title, content: kept.content, changedAt: kept.head.savedAt }
        : null
    },
    write: async (space, key, { name, content, changedAt }) => {
      if (typeof content !== 'object' || content === null) return null
      const id = key ?? randomId()
      const { items } = content as { readonly items?: unknown }
      const count = Array.isArray(items) ? items.length : 0
      const savedAt = changedAt ?? new Date(0).toISOString()
      const kept = await briefings.change(id, (before) => ({
        head: {
          ...{ id, space, title: name, count, savedAt, revision: randomId() },
          openedAt: before?.head.openedAt ?? savedAt,
        },
        content: { ...content, id, space },
      }))
      return kept ? { key: id, stamp: kept.head.revision } : null
    },
    remove: async (_, key) => {
      await briefings.change(key, () => null)
    },
  }
}
