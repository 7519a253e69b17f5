import { computed, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'

import { useProgrammeContext } from '../../components/useProgrammeContext.ts'
import { CATALOGUE } from '../../domain/catalogue/index.ts'
import { indicatorsOf } from '../../domain/eligibility/needs.ts'
import { NOTICES } from '../../domain/eligibility/notices.ts'
import type { Scenario } from '../../domain/eligibility/scenario.ts'
import { scenarioIn, scenarioText } from '../../domain/eligibility/scenarioLink.ts'
import {
  eligibilityView,
  ruleSetsIn,
  withScenario,
} from '../../figures/programme/eligibilityView.ts'
import { useClock } from '../../stores/clock.ts'
import { useProgramme } from '../../stores/programme.ts'
import { textIn } from '../desk/textIn.ts'
import { useDeskLinks } from '../desk/useDeskLinks.ts'
import { readEligibilityLink, type Side } from './eligibilityLink.ts'

/** What the page of eligibility shows; every choice stands in the address. */
export function useEligibilityPage() {
  const route = useRoute()
  const router = useRouter()
  const clock = useClock()
  const store = useProgramme()
  const { locale } = useI18n()
  const { kept } = useDeskLinks()
  const choice = computed(() => readEligibilityLink(route.query, clock.today))
  const batch = computed(() => choice.value.batch)
  const year = computed(() => choice.value.year)

  const wanted = computed(() => [
    ...new Set(
      [...NOTICES, ...(store.read?.ruleSets.map(({ entry }) => entry) ?? [])].flatMap((set) =>
        indicatorsOf(set),
      ),
    ),
  ])
  const context = useProgrammeContext(
    CATALOGUE,
    () => (locale.value === 'en' ? 'en' : 'zh-CN'),
    () => wanted.value,
  )
  const sets = computed(() => (context.value ? ruleSetsIn(context.value) : []))
  const view = computed(() =>
    context.value ? eligibilityView(context.value, batch.value, year.value) : null,
  )

  const scenarios = useScenarios(
    (side) => choice.value[side],
    () => view.value?.set ?? null,
  )
  const tried = computed(() => view.value && withScenario(view.value, scenarios.a.value))
  const other = computed(() => view.value && withScenario(view.value, scenarios.b.value))

  /** A step to another tab, brain or rule set is one to go back from; what is narrowed or moved is not. */
  function go(part: Readonly<Record<string, string>>): void {
    const held = Object.fromEntries(KEYS.map((key) => [key, textIn(route.query, key)]))
    const query = Object.entries({ ...held, ...part }).filter(([, value]) => value !== '')
    const isStep = ['tab', 'brain', 'batch'].some((key) => key in part)
    void router[isStep ? 'push' : 'replace']({
      query: { ...Object.fromEntries(query), ...kept.value },
    })
  }

  /** Moves a scenario at once; the address follows when the hand rests. */
  function move(side: Side, next: Scenario, isDone: boolean): void {
    scenarios[side].value = next
    if (isDone) go({ [side]: scenarioText(next) })
  }

  return {
    ...{ context, sets, view, tried, other, choice, go, move },
    error: computed(() => store.error),
    retry: () => void store.follow(),
  }
}

const KEYS = ['tab', 'batch', 'year', 'verdict', 'brain', 'a', 'b', 'side'] as const

/** Scenarios as the address holds them, and as a hand moves them between two addresses. */
function useScenarios(
  textIn: (side: Side) => string,
  setOf: () => (typeof NOTICES)[number] | null,
) {
  const made = (side: Side) => {
    const scenario = shallowRef<Scenario>(EMPTY)
    watch(
      () => [setOf(), textIn(side)] as const,
      ([set, text]) => (scenario.value = set ? scenarioIn(set, text) : EMPTY),
      { immediate: true, flush: 'sync' },
    )
    return scenario
  }
  return { a: made('a'), b: made('b') }
}

const EMPTY: Scenario = { batch: 0, least: new Map(), floor: new Map(), without: new Set() }
