import { DOMAIN_IDS } from '../../src/domain/brain.ts'
import type { Brain } from '../../src/domain/brain.ts'
import { ALL_REGIONS, regionName } from '../../src/domain/county.ts'
import { REGIONS } from '../../src/domain/region.ts'
import { isPlausibleEvent } from '../../src/domain/event.ts'
import type { LifecycleEvent } from '../../src/domain/event.ts'
import type { Indicator } from '../../src/domain/indicator.ts'
import { standingEvents } from '../../src/domain/lifecycle.ts'
import { domainName } from '../../src/domain/taxonomy.ts'
import type { Locale } from '../../src/domain/text.ts'
import { regionCity } from '../space/regionCity.ts'
import { scopedRegistry } from '../space/scopedRows.ts'
import type { RowFilter } from '../space/scopedRows.ts'
import type { Store } from '../store/store.ts'
import { vocabulary } from './readParameters.ts'
import type { Vocabulary } from './readParameters.ts'

/** The registry as of an instant, in the form in which names are looked up. */
export interface RegistryView {
  readonly brains: readonly Brain[]
  readonly events: readonly LifecycleEvent[]
  readonly credit: string | null
  readonly byId: ReadonlyMap<string, Brain>
  readonly entities: Vocabulary
  readonly brainNames: Vocabulary
  readonly subIndustries: Vocabulary
  readonly batches: Vocabulary
}

export async function readRegistryView(
  store: Store,
  asOf: number | null,
  { isDemo, holds }: { readonly isDemo: boolean; readonly holds: RowFilter },
): Promise<RegistryView> {
  const { brains, events } = scopedRegistry(await store.registry(asOf), holds)
  const brainNames = new Map(brains.map(({ id, name }) => [id, [name]]))
  return {
    brains,
    events: standingEvents(events as readonly LifecycleEvent[]).filter(isPlausibleEvent),
    credit: isDemo ? ((await store.simulatedBy()) ?? '模拟数据') : null,
    byId: new Map(brains.map((brain) => [brain.id, brain])),
    entities: new Map([...REGION_NAMES, ...brainNames]),
    brainNames,
    subIndustries: vocabulary(brains.map(({ subIndustry }) => subIndustry)),
    batches: vocabulary(brains.flatMap(({ batch }) => (batch === null ? [] : [String(batch)]))),
  }
}

/** 济南市 is also found as 济南 and Jinan. */
const wordsOf = ({ zh, en }: { zh: string; en: string }): string[] => [zh, zh.slice(0, -1), en]

const REGION_NAMES: Vocabulary = new Map(ALL_REGIONS.map(({ id, name }) => [id, wordsOf(name)]))
const named = (level: string): Vocabulary =>
  new Map([...REGION_NAMES].filter(([id]) => LEVELS.get(id) === level))
const LEVELS = new Map(ALL_REGIONS.map(({ id, level }) => [id, level as string]))

export const CITY_NAMES = named('city')
export const COUNTY_NAMES: Vocabulary = new Map([...named('county'), ...named('zone')])
export const DOMAIN_WORDS: Vocabulary = new Map(
  DOMAIN_IDS.map((id) => [id, [domainName(id, 'zh-CN'), domainName(id, 'en')]]),
)
export const indicatorWords = (indicators: ReadonlyMap<string, Indicator>): Vocabulary =>
  new Map(Array.from(indicators.values(), ({ id, name }) => [id, [name.zh, name.en]]))

/** Name, city and domain of an entity; an unknown id stands for itself. */
export function entityOf({ byId }: RegistryView, id: string, locale: Locale) {
  const brain = byId.get(id)
  if (brain) return { name: brain.name, city: brain.city, domain: brain.domain }
  return { name: regionName(id, locale), city: regionCity(id), domain: null }
}

export interface EntityFilter {
  readonly entities: readonly string[] | null
  readonly domains: readonly string[] | null
  readonly cities: readonly string[] | null
  readonly batches: readonly string[] | null
}

/** Ids of the entities that are seen and for which every condition holds; null for all there are. */
export function entityIds(
  view: RegistryView,
  filter: EntityFilter,
  holds: RowFilter | null,
): readonly string[] | null {
  const ids = matchingIds(view, filter)
  if (!holds) return ids
  return (ids ?? [...view.byId.keys(), ...ALL_REGIONS.map(({ id }) => id)]).filter(holds)
}

/** Null without any condition. A city holds itself. */
function matchingIds(view: RegistryView, filter: EntityFilter): readonly string[] | null {
  const [entities, domains, cities, batches] = [
    filter.entities,
    filter.domains,
    filter.cities,
    filter.batches,
  ].map((list) => list && new Set(list))
  if (!domains && !cities && !batches) return filter.entities
  const brains = view.brains.filter(
    ({ domain, city, batch }) =>
      (!domains || (domain !== null && domains.has(domain))) &&
      (!cities || cities.has(city)) &&
      (!batches || (batch !== null && batches.has(String(batch)))),
  )
  const regions =
    domains || batches ? [] : ALL_REGIONS.filter(({ id }) => cities?.has(regionCity(id) ?? ''))
  const ids = [...brains, ...regions].map(({ id }) => id)
  return entities ? ids.filter((id) => entities.has(id)) : ids
}

/** The regions that queries know: as the pages have them. */
export const QUERY_REGIONS = REGIONS
