import { computed, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'

import { useProgrammeContext } from '../../components/useProgrammeContext.ts'
import { CATALOGUE } from '../../domain/catalogue/index.ts'
import { indicatorsOf } from '../../domain/eligibility/needs.ts'
import { NOTICES } from '../../domain/eligibility/notices.ts'
import type { Scenario } from '../../domain/eligibility/scenario.ts'
import { VERDICTS } from '../../domain/eligibility/judge.ts'
import { scenarioIn, scenarioText } from '../../domain/eligibility/scenarioLink.ts'
import {
  eligibilityView,
  ruleSetsIn,
  withScenario,
} from '../../figures/programme/eligibilityView.ts'
import { useClock } from '../../stores/clock.ts'
import { useProgramme } from '../../stores/programme.ts'
import { useDeskLinks } from '../desk/useDeskLinks.ts'

export const TABS = ['batch', 'brain', 'whatif', 'rules'] as const
export type Tab = (typeof TABS)[number]
/** The two scenarios that may stand side by side. */
export type Side = 'a' | 'b'

/** What the page of eligibility shows; every choice stands in the address. */
export function useEligibilityPage() {
  const route = useRoute()
  const router = useRouter()
  const clock = useClock()
  const store = useProgramme()
  const { locale } = useI18n()
  const { kept } = useDeskLinks()
  const textIn = (key: string): string => {
    const value = route.query[key]
    return typeof value === 'string' ? value : ''
  }

  const tab = computed(() => TABS.find((one) => one === textIn('tab')) ?? 'batch')
  const batch = computed(() => Number(textIn('batch')) || LAST_BATCH)
  /** The year of the application: by default this one, for which most brains have reported the year before. */
  const year = computed(() => Number(textIn('year')) || Number(clock.today.slice(0, 4)))
  const brain = computed(() => textIn('brain'))
  /** The verdict to which a batch is narrowed. */
  const only = computed(() => VERDICTS.find((one) => one === textIn('verdict')) ?? '')

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

  const scenarios = useScenarios(textIn, () => view.value?.set ?? null)
  const tried = computed(() => view.value && withScenario(view.value, scenarios.a.value))
  const other = computed(() => view.value && withScenario(view.value, scenarios.b.value))

  /** A step to another tab, brain or rule set is one to go back from; what is narrowed or moved is not. */
  function go(part: Readonly<Record<string, string>>): void {
    const now = { tab: textIn('tab'), batch: textIn('batch'), year: textIn('year') }
    const held = { ...now, verdict: only.value, brain: brain.value, a: textIn('a'), b: textIn('b') }
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
    ...{ context, sets, view, tried, other, tab, batch, year, brain, only, go, move },
    error: computed(() => store.error),
    retry: () => void store.follow(),
  }
}

const LAST_BATCH = NOTICES.at(-1)?.batch ?? 0

/** Scenarios as the address holds them, and as a hand moves them between two addresses. */
function useScenarios(
  textIn: (key: string) => string,
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
