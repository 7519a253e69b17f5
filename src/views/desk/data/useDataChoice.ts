import { computed, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

import { DOMAIN_IDS } from '../../../domain/brain.ts'
import { CATALOGUE, REPORTED_INDICATORS, STATISTICS } from '../../../domain/catalogue/index.ts'
import {
  PLAIN_CHOICE,
  readDataLink,
  writeDataLink,
  type DataChoice,
} from '../../../domain/dataLink.ts'
import { monthOf, shiftPeriod } from '../../../domain/period.ts'
import { CITIES } from '../../../domain/region.ts'
import { DEMO_TODAY, type SpaceId } from '../../../domain/space.ts'
import { useOpenData } from '../../../stores/openData.ts'
import { useRegistry } from '../../../stores/registry.ts'
import { useSpace } from '../../../stores/space.ts'
import { useDeskLinks } from '../useDeskLinks.ts'

const KNOWN = {
  indicators: new Set(CATALOGUE.map(({ id }) => id)),
  domains: new Set<string>(DOMAIN_IDS),
  cities: new Set(CITIES),
}

/** In main everything fits on a page; in demo the latest month of one indicator is enough to begin with. */
const USUAL: Readonly<Record<SpaceId, DataChoice>> = {
  main: PLAIN_CHOICE,
  demo: {
    ...PLAIN_CHOICE,
    indicators: ['cluster.revenue'],
    from: shiftPeriod(monthOf(DEMO_TODAY), -1),
  },
}

/** The first indicator that each space may hold, and whom it is about. */
const FIRST: Readonly<Record<SpaceId, Partial<DataChoice>>> = {
  main: { indicators: STATISTICS.slice(0, 1).map(({ id }) => id), groupBy: 'region' },
  demo: { indicators: REPORTED_INDICATORS.slice(0, 1).map(({ id }) => id) },
}

/** A query needs an indicator. */
const answerable = (choice: DataChoice, space: SpaceId): DataChoice =>
  choice.kind === 'query' && choice.indicators.length === 0
    ? { ...choice, ...FIRST[space] }
    : choice

/** The choice that stands in the link, its preview, and how to change it. */
export function useDataChoice() {
  const route = useRoute()
  const router = useRouter()
  const place = useSpace()
  const data = useOpenData()
  const registry = useRegistry()
  const { kept, locale } = useDeskLinks()
  const choice = computed(() => readDataLink(route.query, USUAL[place.id], KNOWN))
  const batches = computed(() => {
    const years = registry.document?.brains.flatMap(({ batch }) => batch ?? []) ?? []
    return [...new Set(years)].sort().map(String)
  })
  void registry.follow()

  function change(part: Partial<DataChoice>): void {
    const next = answerable({ ...choice.value, ...part }, place.id)
    const query = { ...writeDataLink(next, USUAL[place.id]), ...kept.value }
    void router.push({ query })
  }

  watch(
    () => [JSON.stringify(choice.value), place.id, place.asOf, locale.value] as const,
    () => void data.look(choice.value, locale.value),
    { immediate: true },
  )
  return { choice, batches, change, locale }
}
