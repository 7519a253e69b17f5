import type { Brain } from '../../domain/brain.ts'
import { FILTERS, selectBrains, type Selection } from '../../domain/selection.ts'
import type { FigureContext } from '../definition.ts'

/** Lists by their filters, for as long as nothing happens to a brain. */
const lists = new WeakMap<FigureContext['states'], Map<string, readonly Brain[]>>()
const KEPT = 12

/**
 * The brains that pass the filters, in the registry's order. The same filters give the same list, so that
 * what has been worked out for it holds while only the question or the focus changes.
 */
export function selectedBrains(
  { cube, states }: Pick<FigureContext, 'cube' | 'states'>,
  selection: Selection,
): readonly Brain[] {
  if (FILTERS.every((filter) => selection[filter].length === 0)) return cube.brains
  const known = lists.get(states) ?? new Map<string, readonly Brain[]>()
  lists.set(states, known)
  const key = JSON.stringify(FILTERS.map((filter) => selection[filter]))
  const list = known.get(key) ?? selectBrains(cube.brains, states, selection)
  return keepLast(known, key, list, KEPT)
}

/** Puts an entry last and drops the first one of more than `limit`. */
export function keepLast<T>(entries: Map<string, T>, key: string, value: T, limit: number): T {
  entries.delete(key)
  entries.set(key, value)
  const [first] = entries.keys()
  if (entries.size > limit && first !== undefined) entries.delete(first)
  return value
}
