import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

import { DOMAIN_IDS, type DomainId } from '../../domain/brain.ts'
import { STAGES } from '../../domain/lifecycle.ts'
import { useDeskLinks } from '../desk/useDeskLinks.ts'
import { ROW_ORDERS, type RowOrder, type StageKey } from './lifecycleRows.ts'

export const LIFECYCLE_TABS = ['flow', 'list', 'calendar'] as const
export type LifecycleTab = (typeof LIFECYCLE_TABS)[number]

/** Stages in the order of the programme, then what stands beside them. */
export const STAGE_KEYS: readonly StageKey[] = [
  ...STAGES,
  ...(['unknown', 'rectification', 'proposed'] as const),
]

/** What a reader chose, as the address holds it. */
export interface LifecycleChoice {
  readonly tab: LifecycleTab
  readonly stage: StageKey | ''
  readonly city: string
  readonly domain: DomainId | ''
  /** Year; `none` for brains without one; empty for all. */
  readonly batch: string
  readonly isWarned: boolean
  readonly text: string
  readonly order: RowOrder
  /** ISO day to which history is folded; empty for today. */
  readonly on: string
  /** A day or a month of the calendar; empty for what is urgent. */
  readonly day: string
  /** Id of the order whose case is open. */
  readonly case: string
  /** Id of the brain whose events are open. */
  readonly brain: string
}

/** Longest text that is looked for. */
const LONGEST = 60
const DAY = /^\d{4}-\d{2}-\d{2}$/
const DAY_OR_MONTH = /^\d{4}-\d{2}(-\d{2})?$/

/** The choices of the page in the address; what is unknown there counts as not chosen. */
export function useLifecycleLink() {
  const route = useRoute()
  const router = useRouter()
  const { kept } = useDeskLinks()
  const textIn = (key: string): string => {
    const value = route.query[key]
    return typeof value === 'string' ? value : ''
  }
  const fitting = (key: string, pattern: RegExp): string =>
    pattern.test(textIn(key)) && !Number.isNaN(Date.parse(textIn(key))) ? textIn(key) : ''
  const choice = computed((): LifecycleChoice => ({
    tab: LIFECYCLE_TABS.find((tab) => tab === textIn('tab')) ?? 'flow',
    stage: STAGE_KEYS.find((stage) => stage === textIn('stage')) ?? '',
    city: /^37\d{4}$/.test(textIn('city')) ? textIn('city') : '',
    domain: DOMAIN_IDS.find((id) => id === textIn('domain')) ?? '',
    batch: /^(\d{4}|none)$/.test(textIn('batch')) ? textIn('batch') : '',
    isWarned: textIn('warned') === '1',
    text: textIn('q').slice(0, LONGEST),
    order: ROW_ORDERS.find((order) => order === textIn('order')) ?? 'urgency',
    on: fitting('on', DAY),
    day: fitting('day', DAY_OR_MONTH),
    ...{ case: textIn('case').slice(0, 80), brain: textIn('brain').slice(0, 80) },
  }))

  /** A step to another tab, brain or case is one to go back from; what is narrowed or sorted is not. */
  function go(part: Partial<LifecycleChoice>): void {
    const { tab, text, isWarned, order, ...rest } = { ...choice.value, ...part }
    const named = {
      ...{ tab: tab === 'flow' ? '' : tab, order: order === 'urgency' ? '' : order },
      ...{ q: text, warned: isWarned ? '1' : '', ...rest },
    }
    const query = Object.entries(named).filter(([, value]) => value !== '')
    const isStep = 'tab' in part || 'brain' in part || 'case' in part
    void router[isStep ? 'push' : 'replace']({
      query: { ...Object.fromEntries(query), ...kept.value },
    })
  }
  return { choice, go }
}
