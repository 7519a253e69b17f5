import { TAXONOMIES } from '../taxonomy.ts'
import { industryKey, type IndustryKey } from './industryKey.ts'

/** What a list says of one of its sub-industries: its name, and what else it is called. */
export interface ListedIndustry {
  readonly name: string
  readonly aliases?: readonly string[] | undefined
}

/** The key of the industry that a name means. */
export type IndustryCrosswalk = (name: string) => IndustryKey

const PUBLIC = TAXONOMIES.map(({ named }) => ({
  subIndustries: named.map(({ zh }): ListedIndustry => ({ name: zh })),
}))

/**
 * The crosswalk between names of all batches: those of one listed sub-industry, its aliases among them, mean the same,
 * also from list to list; a name that no list holds stands for itself, by its stem.
 */
export function industryCrosswalk(
  lists: readonly { readonly subIndustries: readonly ListedIndustry[] }[],
): IndustryCrosswalk {
  const parents = new Map<string, IndustryKey>()
  const rootOf = (key: IndustryKey): IndustryKey => {
    const parent = parents.get(textOf(key))
    return parent === undefined ? key : rootOf(parent)
  }
  for (const { name, aliases = [] } of [...PUBLIC, ...lists].flatMap((one) => one.subIndustries)) {
    const root = rootOf(industryKey(name))
    for (const alias of aliases) {
      const other = rootOf(industryKey(alias))
      if (textOf(other) !== textOf(root)) parents.set(textOf(other), root)
    }
  }
  return (name) => rootOf(industryKey(name))
}

const textOf = ({ stem, part }: IndustryKey): string => `${stem}(${part})`
