import type { Brain } from '../brain.ts'
import type { BrainState } from '../lifecycle.ts'
import { taxonomyOf } from '../taxonomy.ts'
import { holdsIndustry } from './conflicts.ts'
import { industryCrosswalk, type ListedIndustry } from './industryCrosswalk.ts'
import { isSameIndustry } from './industryKey.ts'

/** The list of a batch year (榜单) as it was imported: its sub-industries by name. */
export interface IndustryList {
  readonly year: number
  readonly subIndustries: readonly ListedIndustry[]
  readonly document: string
}

/** Which sub-industries of a list have a brain. */
export interface ListCoverage {
  readonly year: number
  /** Names on the list that are known here. */
  readonly named: readonly { readonly name: string; readonly brains: readonly Brain[] }[]
  /** Size of the list as it was published; null where no source says it. */
  readonly published: number | null
  /** `false`: only some of its names are public. */
  readonly isComplete: boolean
  readonly document: string | null
  readonly sources: readonly string[]
}

/**
 * 榜单覆盖 of a batch year: the imported list, else the names that sources print; null where there is neither. Brains
 * that are counted or in the pool count, of whatever batch: a later list may name an industry that is taken already.
 */
export function listCoverage(
  year: number,
  lists: readonly IndustryList[],
  brains: readonly Brain[],
  states: ReadonlyMap<string, BrainState>,
): ListCoverage | null {
  const imported = lists.find((list) => list.year === year)
  const published = taxonomyOf(year)
  if (!imported && !published) return null
  const names = imported
    ? imported.subIndustries.map(({ name }) => name)
    : (published?.named.map(({ zh }) => zh) ?? [])
  const crosswalk = industryCrosswalk(lists)
  const held = brains
    .filter(({ id }) => holdsIndustry(states.get(id)))
    .map((brain) => ({ brain, key: crosswalk(brain.subIndustry) }))
  return {
    ...{ year, document: imported?.document ?? null, sources: published?.sources ?? [] },
    named: names.map((name) => {
      const wanted = crosswalk(name)
      const own = held.filter(({ key }) => isSameIndustry(key, wanted))
      return { name, brains: own.map(({ brain }) => brain) }
    }),
    published: published?.subIndustryCount ?? null,
    isComplete: imported !== undefined,
  }
}
