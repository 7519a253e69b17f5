import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'

import { useFigureContext } from '../../components/useFigureContext.ts'
import { REPORTED_INDICATORS } from '../../domain/catalogue/index.ts'
import { assessmentsOf } from '../../figures/brain/assessments.ts'
import { brainHeader } from '../../figures/brain/brainHeader.ts'
import { brainIndicators } from '../../figures/brain/brainIndicators.ts'
import { brainKpis } from '../../figures/brain/brainKpis.ts'
import { brainTrends } from '../../figures/brain/brainTrends.ts'
import { capacityOf } from '../../figures/brain/capacity.ts'
import { lifecycleTrack } from '../../figures/brain/lifecycleTrack.ts'
import { peersOf } from '../../figures/brain/peers.ts'
import { platformLines, warehouseLines } from '../../figures/brain/platformLines.ts'
import { thresholdRows } from '../../figures/brain/thresholdRows.ts'

/** The profile of the brain in the address, part by part; null until the registry is there. */
export function useBrain() {
  const route = useRoute()
  const { locale } = useI18n()
  const context = useFigureContext(REPORTED_INDICATORS, () =>
    locale.value === 'en' ? 'en' : 'zh-CN',
  )
  const id = computed(() => String(route.params['id'] ?? ''))
  const brain = computed(() => context.value?.cube.byId.get(id.value) ?? null)
  const indicators = brainIndicators()

  const profile = computed(() => {
    const [now, who] = [context.value, brain.value]
    if (!now || !who) return null
    const groups = indicators(now, who.id)
    return {
      brain: who,
      header: brainHeader(now, who),
      kpis: brainKpis(now, who.id),
      track: lifecycleTrack(now, who.id),
      thresholds: thresholdRows(now, who),
      capacity: capacityOf(now, who.id),
      platforms: platformLines(now, who.id),
      warehouses: warehouseLines(now, who.id),
      assessments: assessmentsOf(now, who.id),
      peers: peersOf(now, who),
      trends: brainTrends(now, who),
      groups,
      reported: groups.some(({ rows }) => rows.some(({ last }) => last !== null)),
      loaded: REPORTED_INDICATORS.every((indicator) => now.cube.slices.has(indicator.id)),
      gap: now.gaps.find((gap) => gap.id === 'operation') ?? null,
    }
  })
  return { id, context, profile }
}
