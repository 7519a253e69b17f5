/** Something that this browser keeps: its key, and a stamp that is another one after every change. */
export interface LocalItem {
  readonly key: string
  readonly stamp: string
}

/** One's own entry at the service. */
export interface RemoteItem {
  readonly id: string
  readonly changedAt: string
}

/** What both sides held when they were last in step. */
export interface InStep {
  readonly id: string
  readonly remote: string
  readonly local: string
}

/** By the local key. */
export type Ledger = Readonly<Record<string, InStep>>

export type MergeStep =
  | { readonly kind: 'download'; readonly id: string; readonly key: string | null }
  | { readonly kind: 'upload'; readonly id: string; readonly key: string }
  /** Both sides changed: the newer one keeps the place, the other one goes beside it. */
  | { readonly kind: 'both'; readonly id: string; readonly key: string }
  | { readonly kind: 'removeLocal' | 'forget'; readonly key: string }
  | { readonly kind: 'removeRemote'; readonly id: string; readonly key: string }
  /** Only in this browser: goes to the service when the person says so. */
  | { readonly kind: 'offer'; readonly key: string }

/** What brings a browser and an account into step. What changed on one side wins over what was removed on the other. */
export function mergePlan(
  local: readonly LocalItem[],
  remote: readonly RemoteItem[],
  ledger: Ledger,
): readonly MergeStep[] {
  const here = new Map(local.map((item) => [item.key, item]))
  const there = new Map(remote.map((item) => [item.id, item]))
  const known = new Set(Object.values(ledger).map(({ id }) => id))
  return [
    ...Object.entries(ledger).flatMap(([key, entry]) =>
      stepOf(key, entry, here.get(key), there.get(entry.id)),
    ),
    ...local
      .filter(({ key }) => !(key in ledger))
      .map(({ key }): MergeStep => ({ kind: 'offer', key })),
    ...remote
      .filter(({ id }) => !known.has(id))
      .map(({ id }): MergeStep => ({ kind: 'download', id, key: null })),
  ]
}

function stepOf(
  key: string,
  { id, local, remote }: InStep,
  here: LocalItem | undefined,
  there: RemoteItem | undefined,
): MergeStep[] {
  const isChangedHere = here !== undefined && here.stamp !== local
  const isChangedThere = there !== undefined && there.changedAt !== remote
  if (here && there) {
    if (isChangedHere && isChangedThere) return [{ kind: 'both', id, key }]
    if (isChangedHere) return [{ kind: 'upload', id, key }]
    return isChangedThere ? [{ kind: 'download', id, key }] : []
  }
  if (here) return isChangedHere ? [{ kind: 'upload', id, key }] : [{ kind: 'removeLocal', key }]
  if (there)
    return isChangedThere ? [{ kind: 'download', id, key }] : [{ kind: 'removeRemote', id, key }]
  return [{ kind: 'forget', key }]
}
