import type { SavedEntry } from '../contract/saved.ts'
import type { SavedClient } from '../data/savedClient.ts'
import type { SpaceId } from '../domain/space.ts'
import type { KeptShelf } from './keptShelves.ts'
import type { InStep, MergeStep } from './mergePlan.ts'
import { randomId } from './randomId.ts'

export interface Merging {
  readonly client: SavedClient
  readonly shelf: KeptShelf
  readonly space: SpaceId
  /** One's own entries by id. */
  readonly own: Map<string, SavedEntry>
  readonly ledger: Record<string, InStep>
}

/** Takes the steps of a plan one by one; `own` and `ledger` are kept up to date. */
export function makeSteps({ client, shelf, space, own, ledger }: Merging) {
  const { kind } = shelf
  const stampOf = (key: string): string =>
    shelf.items(space).find((item) => item.key === key)?.stamp ?? ''

  async function upload(key: string, id: string): Promise<void> {
    const kept = await shelf.read(space, key)
    if (!kept) return
    const local = stampOf(key)
    const { name, content } = kept
    const shared = own.get(id)?.shared ?? false
    const entry = await client.put(kind, id, { name, space, shared, content })
    own.set(id, entry)
    ledger[key] = { id, remote: entry.changedAt, local }
  }

  async function download(id: string, key: string | null): Promise<void> {
    const { name, content, changedAt } = await client.read(kind, id)
    const item = await shelf.write(space, key, { name, content, changedAt })
    if (item) ledger[item.key] = { id, remote: changedAt, local: item.stamp }
  }

  /** The newer one keeps the place; the other one becomes an entry of its own. */
  async function keepBoth(id: string, key: string): Promise<void> {
    const here = await shelf.read(space, key)
    const there = await client.read(kind, id)
    if (!here) return download(id, key)
    if (JSON.stringify(here.content) === JSON.stringify(there.content)) {
      ledger[key] = { id, remote: there.changedAt, local: stampOf(key) }
      return
    }
    const isHereNewer = here.changedAt !== null && here.changedAt > there.changedAt
    const older = isHereNewer ? there : here
    const { name, content, changedAt } = older
    const copy = await shelf.write(space, null, { name: copyName(name), content, changedAt })
    if (copy) await upload(copy.key, `s-${randomId()}`)
    await (isHereNewer ? upload(key, id) : download(id, key))
  }

  return async function take(step: MergeStep, takesOffers: boolean): Promise<void> {
    switch (step.kind) {
      case 'upload':
        return upload(step.key, step.id)
      case 'download':
        return download(step.id, step.key)
      case 'both':
        return keepBoth(step.id, step.key)
      case 'offer':
        return takesOffers ? upload(step.key, `s-${randomId()}`) : undefined
      case 'removeRemote':
        await client.remove(kind, step.id)
        own.delete(step.id)
        break
      case 'removeLocal':
        await shelf.remove(space, step.key)
        break
      case 'forget':
        break
    }
    Reflect.deleteProperty(ledger, step.key)
  }
}

const copyName = (name: string): string => `${name.slice(0, 54)} (2)`
