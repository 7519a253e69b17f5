import { REGISTRY } from '../store/changes.ts'
import type { Store } from '../store/store.ts'

/** A brain as rights and messages need it. */
export interface IndexedBrain {
  readonly id: string
  readonly name: string
  readonly city: string
}

export interface BrainIndex {
  readonly byId: ReadonlyMap<string, IndexedBrain>
  readonly byCity: ReadonlyMap<string, readonly IndexedBrain[]>
}

/** What the index is read from. */
export interface IndexedSpace {
  readonly store: Pick<Store, 'registry'>
  versionOf(subject: string): number
}

const kept = new WeakMap<
  IndexedSpace,
  { readonly version: number; readonly index: Promise<BrainIndex> }
>()

/** The brains of a space by id and by city; read once for each version of the registry. */
export function brainIndex(space: IndexedSpace): Promise<BrainIndex> {
  const version = space.versionOf(REGISTRY)
  const known = kept.get(space)
  if (known?.version === version) return known.index
  const index = readIndex(space)
  kept.set(space, { version, index })
  index.catch(() => kept.delete(space))
  return index
}

async function readIndex({ store }: IndexedSpace): Promise<BrainIndex> {
  const { brains } = await store.registry(null)
  const byId = new Map<string, IndexedBrain>()
  const byCity = new Map<string, IndexedBrain[]>()
  for (const { id, name, city } of brains) {
    const brain = { id, name, city }
    byId.set(id, brain)
    byCity.set(city, [...(byCity.get(city) ?? []), brain])
  }
  return { byId, byCity }
}
