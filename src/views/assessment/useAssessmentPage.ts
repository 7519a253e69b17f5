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
import { withWeights, type ScoreView } from '../../figures/programme/scoreView.ts'
import { useProgramme } from '../../stores/programme.ts'
import { textIn } from '../desk/textIn.ts'
import { useDeskLinks } from '../desk/useDeskLinks.ts'
import { readAssessmentLink, scoresOf } from './assessmentLink.ts'
import { weightsIn, weightsText } from './weights.ts'

const KEYS = ['tab', 'year', 'month', 'brain', 'city', 'domain', 'batch', 'w'] as const

/** What the page of the yearly assessment shows; every choice stands in the address. */
export function useAssessmentPage() {
  const route = useRoute()
  const router = useRouter()
  const store = useProgramme()
  const { locale } = useI18n()
  const { kept } = useDeskLinks()
  const choices = computed(() =>
    Object.fromEntries(KEYS.map((key) => [key, textIn(route.query, key)])),
  )

  const imported = computed(() => store.read?.scoreCards.map(({ entry }): ScoreCard => entry) ?? [])
  const wanted = computed(() => [
    ...new Set(overlaidScoreCards(imported.value).flatMap((card) => indicatorsOf({ card }))),
  ])
  const context = useProgrammeContext(
    CATALOGUE,
    () => (locale.value === 'en' ? 'en' : 'zh-CN'),
    () => wanted.value,
  )
  const choice = computed(() => context.value && readAssessmentLink(route.query, context.value))
  /** Years that can be looked at, the latest first. */
  const years = computed(() => {
    const now = context.value ? periodOf(latestMonth(context.value)).year : 0
    return [0, 1, 2].map((back) => now - back)
  })
  const year = computed(() => choice.value?.year ?? 0)
  const month = computed(() => choice.value?.month ?? '')
  const view = computed(() => scoresBack(0))
  const before = computed(() => scoresBack(1))

  /** Scores to the month that is shown, so many years before it. */
  function scoresBack(years: number): ScoreView | null {
    return context.value && scoresOf(context.value, year.value - years, month.value)
  }

  const weights = shallowRef<readonly number[] | null>(null)
  watch(
    () => [view.value?.card, choice.value?.weights ?? ''] as const,
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
    ...{ context, view, before, tried, weights, years, choice, choices, go, weigh },
    error: computed(() => store.error),
    retry: () => void store.follow(),
  }
}
