import { computed, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'

import { useProgrammeContext } from '../../components/useProgrammeContext.ts'
import { overlaidScoreCards } from '../../domain/assessment/cards.ts'
import type { ScoreCard } from '../../domain/assessment/scoreCard.ts'
import { CATALOGUE } from '../../domain/catalogue/index.ts'
import { periodOf } from '../../domain/period.ts'
import { latestMonth } from '../../figures/latest.ts'
import { indicatorsOf } from '../../figures/programme/scoreMeaning.ts'
import { cardIn, scoreView, withWeights } from '../../figures/programme/scoreView.ts'
import { useProgramme } from '../../stores/programme.ts'
import { useDeskLinks } from '../desk/useDeskLinks.ts'
import { weightsIn, weightsText } from './weights.ts'

export const TABS = ['ranking', 'card', 'cards'] as const
const KEYS = ['tab', 'year', 'month', 'brain', 'city', 'domain', 'batch', 'w'] as const

/** What the page of the yearly assessment shows; every choice stands in the address. */
export function useAssessmentPage() {
  const route = useRoute()
  const router = useRouter()
  const store = useProgramme()
  const { locale } = useI18n()
  const { kept } = useDeskLinks()
  const textIn = (key: string): string => {
    const value = route.query[key]
    return typeof value === 'string' ? value : ''
  }
  const choices = computed(() => Object.fromEntries(KEYS.map((key) => [key, textIn(key)])))

  const imported = computed(() => store.read?.scoreCards.map(({ entry }): ScoreCard => entry) ?? [])
  const wanted = computed(() => [
    ...new Set(overlaidScoreCards(imported.value).flatMap((card) => indicatorsOf({ card }))),
  ])
  const context = useProgrammeContext(
    CATALOGUE,
    () => (locale.value === 'en' ? 'en' : 'zh-CN'),
    () => wanted.value,
  )
  const lastMonth = computed(() => (context.value ? latestMonth(context.value) : null))
  const thisYear = computed(() => (lastMonth.value ? periodOf(lastMonth.value).year : 0))
  const year = computed(() => Number(textIn('year')) || thisYear.value)
  /** Years that can be looked at, the latest first. */
  const years = computed(() => [0, 1, 2].map((back) => thisYear.value - back))
  /** Months that a score can be read to, the latest first, as 10. */
  const months = computed(() => {
    const last = year.value === thisYear.value ? Number(lastMonth.value?.slice(5)) : 12
    return Array.from({ length: last }, (_, back) => String(last - back).padStart(2, '0'))
  })
  const month = computed(
    () => months.value.find((one) => one === textIn('month')) ?? months.value[0] ?? '',
  )
  const view = computed(() => scoresOf(year.value))
  const before = computed(() => scoresOf(year.value - 1))

  /** Scores of a year by its own card, to the month that is shown. */
  function scoresOf(of: number) {
    if (!context.value || !lastMonth.value) return null
    const card = cardIn(context.value, of)
    return card && scoreView(context.value, card, `${of}-${month.value}`)
  }

  const weights = shallowRef<readonly number[] | null>(null)
  watch(
    () => [view.value?.card, textIn('w')] as const,
    ([card, text]) => (weights.value = card ? weightsIn(card, text) : null),
    { immediate: true, flush: 'sync' },
  )
  const tried = computed(() =>
    view.value && weights.value ? withWeights(view.value, weights.value) : view.value,
  )

  /** A step to another tab or brain is one to go back from; what is narrowed or weighed is not. */
  function go(part: Readonly<Record<string, string>>): void {
    const query = Object.entries({ ...choices.value, ...part }).filter(([, value]) => value !== '')
    const isStep = 'tab' in part || 'brain' in part
    void router[isStep ? 'push' : 'replace']({
      query: { ...Object.fromEntries(query), ...kept.value },
    })
  }

  /** Tries weights at once; the address follows when the hand rests. */
  function weigh(next: readonly number[] | null, isDone: boolean): void {
    weights.value = next
    if (isDone) go({ w: next ? weightsText(next) : '' })
  }

  return {
    ...{ context, view, before, tried, weights, years, year, months, month, choices, go, weigh },
    tab: computed(() => TABS.find((one) => one === textIn('tab')) ?? 'ranking'),
    error: computed(() => store.error),
    retry: () => void store.follow(),
  }
}
