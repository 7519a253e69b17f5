import { DOMAIN_IDS, type DomainId } from '../../domain/brain.ts'
import { STAGES } from '../../domain/lifecycle.ts'
import { textIn, type LinkQuery } from '../desk/textIn.ts'
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

/** The choices of an address; what is unknown there counts as not chosen. */
export function readLifecycleLink(query: LinkQuery): LifecycleChoice {
  const fitting = (key: string, pattern: RegExp): string =>
    pattern.test(textIn(query, key)) && !Number.isNaN(Date.parse(textIn(query, key)))
      ? textIn(query, key)
      : ''
  return {
    tab: LIFECYCLE_TABS.find((tab) => tab === textIn(query, 'tab')) ?? 'flow',
    stage: STAGE_KEYS.find((stage) => stage === textIn(query, 'stage')) ?? '',
    city: /^37\d{4}$/.test(textIn(query, 'city')) ? textIn(query, 'city') : '',
    domain: DOMAIN_IDS.find((id) => id === textIn(query, 'domain')) ?? '',
    batch: /^(\d{4}|none)$/.test(textIn(query, 'batch')) ? textIn(query, 'batch') : '',
    isWarned: textIn(query, 'warned') === '1',
    text: textIn(query, 'q').slice(0, LONGEST),
    order: ROW_ORDERS.find((order) => order === textIn(query, 'order')) ?? 'urgency',
    on: fitting('on', DAY),
    day: fitting('day', DAY_OR_MONTH),
    ...{ case: textIn(query, 'case').slice(0, 80), brain: textIn(query, 'brain').slice(0, 80) },
  }
}
