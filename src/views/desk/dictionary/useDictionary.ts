import { computed, shallowRef } from 'vue'

import { usePinyin } from '../../../components/usePinyin.ts'
import { CATALOGUE } from '../../../domain/catalogue/index.ts'
import { INDICATOR_GROUPS, type Indicator, type IndicatorGroup } from '../../../domain/indicator.ts'
import { findEntries, foldText, makeSearchIndex } from '../../../domain/searchIndex.ts'
import { indicatorEntry } from '../search/searchEntries.ts'

/** One group of the dictionary with those of its indicators that match. */
export interface DictionaryGroup {
  readonly group: IndicatorGroup
  readonly indicators: readonly Indicator[]
}

/** The dictionary under a search text: by name, id, pinyin, or a word of the definition. */
export function useDictionary() {
  const text = shallowRef('')
  const { syllablesOf, load } = usePinyin()
  const index = computed(() =>
    makeSearchIndex(
      CATALOGUE.map((indicator) => indicatorEntry(indicator, 'zh-CN', syllablesOf.value)),
    ),
  )
  const matching = computed((): readonly Indicator[] => {
    const wanted = foldText(text.value)
    if (wanted === '') return CATALOGUE
    const hits = new Set(
      findEntries(index.value, text.value, CATALOGUE.length).map(({ entry }) => entry.id),
    )
    const says = ({ definition }: Indicator): boolean =>
      foldText(definition.zh).includes(wanted) || foldText(definition.en).includes(wanted)
    return CATALOGUE.filter((indicator) => hits.has(indicator.id) || says(indicator))
  })
  const groups = computed((): DictionaryGroup[] =>
    INDICATOR_GROUPS.map((group) => ({
      group,
      indicators: matching.value.filter((indicator) => indicator.group === group),
    })).filter(({ indicators }) => indicators.length > 0),
  )
  return { text, groups, count: computed(() => matching.value.length), load }
}
