import { computed, shallowRef, watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'

import { useFigureContext } from '../../components/useFigureContext.ts'
import { CATALOGUE, indicatorOf } from '../../domain/catalogue/index.ts'
import {
  MOST_COMPARED,
  readComparison,
  writeComparison,
  type Comparison,
  type ComparisonVocabulary,
} from '../../domain/comparison.ts'
import { growthId } from '../../domain/measure/published.ts'
import { CITIES, PROVINCE } from '../../domain/region.ts'
import type { SpaceId } from '../../domain/space.ts'
import { compareLines } from '../../figures/compare/compareLines.ts'
import { compareTable } from '../../figures/compare/compareTable.ts'
import { LARGEST_CITIES } from '../../figures/compare/starters.ts'
import { timelineEnd } from '../../figures/latest.ts'
import { useDeskLinks } from '../desk/useDeskLinks.ts'
import { useSpace } from '../../stores/space.ts'

const FIRST_MONTH = '2023-01'
const INDICATORS: ReadonlySet<string> = new Set(CATALOGUE.map(({ id }) => id))

/** What stands where the link names nothing: reported figures in demo, public statistics in main. */
const DEFAULTS: Readonly<
  Record<SpaceId, Pick<ComparisonVocabulary, 'ids' | 'indicator' | 'columns'>>
> = {
  demo: {
    ids: LARGEST_CITIES,
    indicator: 'cluster.revenue',
    columns: [
      'cluster.revenue',
      'cluster.profit',
      'compute.racksBuilt',
      'compute.rackUtilisation',
      'platforms.computeScheduled',
      'platforms.dataAggregated',
      'platforms.algorithms',
      'service.firmsServed',
      'innovation.platforms',
      'transformation.coverage',
    ],
  },
  main: {
    ids: [PROVINCE, ...LARGEST_CITIES],
    indicator: 'statistics.valueAddedGrowth',
    columns: [
      'statistics.valueAddedGrowth',
      'statistics.revenue',
      'statistics.profit',
      'statistics.aboveScaleFirms',
      'statistics.electricityGrowth',
      'cluster.revenue',
    ],
  },
}

/** Slices that a comparison reads: its indicators, what weighs them, their published growth. */
function slicesOf({ indicator, columns }: Comparison): string[] {
  const ids = [indicator, growthId(indicator), ...columns].flatMap((id) => {
    const aggregation = indicatorOf(id)?.aggregation
    return aggregation?.how === 'weighted' ? [id, aggregation.by] : [id]
  })
  return [...new Set(ids)].filter((id) => INDICATORS.has(id))
}

/** The comparison in the address, its figures, and the ways to change it. */
export function useCompare() {
  const route = useRoute()
  const router = useRouter()
  const place = useSpace()
  const { locale } = useI18n()
  const { kept } = useDeskLinks()
  const wanted = shallowRef<readonly string[]>([])
  const context = useFigureContext(
    CATALOGUE,
    () => (locale.value === 'en' ? 'en' : 'zh-CN'),
    () => wanted.value,
  )

  const vocabulary = computed((): ComparisonVocabulary | null => {
    const now = context.value
    if (!now) return null
    const entities = new Set([PROVINCE, ...CITIES, ...now.cube.brains.map(({ id }) => id)])
    const last = timelineEnd(now)
    return {
      ...{ entities, indicators: INDICATORS, periods: [FIRST_MONTH, last] },
      ...DEFAULTS[place.id],
    }
  })
  const link = computed(() => vocabulary.value && readComparison(route.query, vocabulary.value))
  const comparison = computed(() => link.value?.comparison ?? null)
  watchEffect(() => {
    if (comparison.value) wanted.value = slicesOf(comparison.value)
  })

  const figure = computed(
    () => context.value && comparison.value && compareLines(context.value, comparison.value),
  )
  const table = computed(
    () => context.value && comparison.value && compareTable(context.value, comparison.value),
  )

  /** The link changes and everything follows it. */
  function change(part: Partial<Comparison>): void {
    if (!comparison.value || !vocabulary.value) return
    const next = { ...comparison.value, ...part }
    void router.push({ query: { ...writeComparison(next, vocabulary.value), ...kept.value } })
  }
  const idsNow = (): readonly string[] => comparison.value?.ids ?? []
  const add = (id: string): void => {
    if (!idsNow().includes(id)) change({ ids: [...idsNow(), id].slice(0, MOST_COMPARED) })
  }
  const remove = (id: string): void =>
    change({ ids: idsNow().filter((other) => other !== id), focus: null })
  const focus = (id: string): void => change({ focus: comparison.value?.focus === id ? null : id })

  return { context, vocabulary, link, comparison, figure, table, change, add, remove, focus }
}
