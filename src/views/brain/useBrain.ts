import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'

import { useFigureContext } from '../../components/useFigureContext.ts'
import { useProgrammeData } from '../../components/useProgrammeContext.ts'
import { REPORTED_INDICATORS } from '../../domain/catalogue/index.ts'
import { assessmentPanel } from '../../figures/brain/assessmentTable.ts'
import { brainHeader } from '../../figures/brain/brainHeader.ts'
import { brainIndicators } from '../../figures/brain/brainIndicators.ts'
import { brainKpis } from '../../figures/brain/brainKpis.ts'
import { brainTrends } from '../../figures/brain/brainTrends.ts'
import { capacityPanel } from '../../figures/brain/capacity.ts'
import { indicatorTable } from '../../figures/brain/indicatorTable.ts'
import { brainLifecycle } from '../../figures/brain/lifecycle.ts'
import { lifecycleTrack } from '../../figures/brain/lifecycleTrack.ts'
import { peersOf } from '../../figures/brain/peers.ts'
import { platformPanel } from '../../figures/brain/platforms.ts'
import { thresholdPanel } from '../../figures/brain/thresholds.ts'

/** The profile of the brain in the address, part by part; null until the registry is there. */
export function useBrain() {
  const route = useRoute()
  const { locale } = useI18n()
  const context = useFigureContext(REPORTED_INDICATORS, () =>
    locale.value === 'en' ? 'en' : 'zh-CN',
  )
  const programme = useProgrammeData()
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
      lifecycle: brainLifecycle.build(now, who),
      thresholds: thresholdPanel({ ...now, programme: programme.value }, who),
      capacity: capacityPanel(now, who),
      platforms: platformPanel(now, who),
      assessments: assessmentPanel(now, who),
      indicators: indicatorTable(now, who, groups),
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
