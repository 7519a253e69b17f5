import { CATALOGUE } from '../../../domain/catalogue/index.ts'
import { CITIES } from '../../../domain/region.ts'
import type { LinkVocabulary } from '../../../domain/selectionLink.ts'
import { countyOrZone } from '../../../domain/zone.ts'
import type { FigureContext } from '../../../figures/definition.ts'

const INDICATOR_IDS: ReadonlySet<string> = new Set(CATALOGUE.map(({ id }) => id))

/** What a link to the explorer may name; no brains until the registry is there. */
export function selectionVocabulary(
  context: FigureContext | null,
  months: readonly string[],
): LinkVocabulary {
  const brains = context?.cube.brains ?? []
  const [first, last] = [months[0], months.at(-1)]
  return {
    brains: new Set(brains.map(({ id }) => id)),
    subIndustries: new Set(brains.map(({ subIndustry }) => subIndustry)),
    regions: new Set([...CITIES, ...brains.flatMap((brain) => countyOrZone(brain) ?? [])]),
    indicators: INDICATOR_IDS,
    batches: new Set(brains.flatMap(({ batch }) => batch ?? [])),
    periods: first && last ? [first, last] : null,
  }
}
