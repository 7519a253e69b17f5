import { nearest } from '../nearest.ts'
import { wordKey } from './columnWords.ts'

/** Brains by what files call them. */
export interface BrainNames {
  /** The id of a brain by id or name; null where there is none, or two of the name. */
  readonly find: (written: string) => string | null
  readonly suggest: (written: string) => string | null
}

const brainKey = (text: string): string => wordKey(text).replace(/产业大脑$/, '')

const known = new WeakMap<ReadonlyMap<string, string>, BrainNames>()

/** Names of brains by their ids; made once for each map. */
export function brainNames(brains: ReadonlyMap<string, string>): BrainNames {
  const made = known.get(brains) ?? makeNames(brains)
  known.set(brains, made)
  return made
}

function makeNames(brains: ReadonlyMap<string, string>): BrainNames {
  const ids = new Map<string, string | null>()
  for (const [id, name] of brains) {
    const key = brainKey(name)
    ids.set(key, ids.has(key) ? null : id)
  }
  for (const id of brains.keys()) ids.set(brainKey(id), id)
  return {
    find: (written) => ids.get(brainKey(written)) ?? null,
    suggest: (written) => {
      const key = nearest(brainKey(written).slice(0, 80), ids.keys())
      const id = key === null ? null : ids.get(key)
      return id == null ? null : (brains.get(id) ?? null)
    },
  }
}
