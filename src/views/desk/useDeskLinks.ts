import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, type RouteLocationRaw } from 'vue-router'

import { keptQuery } from '../../components/keptQuery.ts'
import type { Selection } from '../../domain/selection.ts'
import type { Locale } from '../../domain/text.ts'
import { useSpace } from '../../stores/space.ts'
import { brainLink, dictionaryLink, eligibilityLink, exploreLink, traceLink } from './links.ts'

/** Links of the space that the page looks at; they keep language and as-of. Made anew when those change. */
export function useDeskLinks() {
  const route = useRoute()
  const place = useSpace()
  const { locale } = useI18n()
  const kept = computed(() => keptQuery(route.query))
  return {
    kept,
    locale: computed((): Locale => (locale.value === 'en' ? 'en' : 'zh-CN')),
    toTrace: (indicator: string, entity: string, period: string): RouteLocationRaw =>
      traceLink(place.id, indicator, entity, period, kept.value),
    toIndicator: (id: string | null): RouteLocationRaw => dictionaryLink(place.id, id, kept.value),
    toBrain: (id: string): RouteLocationRaw => brainLink(place.id, id, kept.value),
    toEligibility: (brain: string, batch: number): RouteLocationRaw =>
      eligibilityLink(place.id, brain, batch, kept.value),
    toExplorer: (selection: Partial<Selection>): RouteLocationRaw =>
      exploreLink(place.id, selection, kept.value),
  }
}
