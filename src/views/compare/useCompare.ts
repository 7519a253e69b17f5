import { computed, shallowRef, watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'

import { useFigureContext } from '../../components/useFigureContext.ts'
import { CATALOGUE } from '../../domain/catalogue/index.ts'
import {
  MOST_COMPARED,
  readComparison,
  writeComparison,
  type Comparison,
} from '../../domain/comparison.ts'
import { compareLines } from '../../figures/compare/compareLines.ts'
import { compareTable } from '../../figures/compare/compareTable.ts'
import { useDeskLinks } from '../desk/useDeskLinks.ts'
import { comparisonSlices } from './comparisonSlices.ts'
import { comparisonVocabulary } from './comparisonVocabulary.ts'

/** The comparison in the address, its figures, and the ways to change it. */
export function useCompare() {
  const route = useRoute()
  const router = useRouter()
  const { locale } = useI18n()
  const { kept } = useDeskLinks()
  const wanted = shallowRef<readonly string[]>([])
  const context = useFigureContext(
    CATALOGUE,
    () => (locale.value === 'en' ? 'en' : 'zh-CN'),
    () => wanted.value,
  )

  const vocabulary = computed(() => context.value && comparisonVocabulary(context.value))
  const link = computed(() => vocabulary.value && readComparison(route.query, vocabulary.value))
  const comparison = computed(() => link.value?.comparison ?? null)
  watchEffect(() => {
    if (comparison.value) wanted.value = comparisonSlices(comparison.value)
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
