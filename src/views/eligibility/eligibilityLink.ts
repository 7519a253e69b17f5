import { VERDICTS, type Verdict } from '../../domain/eligibility/judge.ts'
import { NOTICES } from '../../domain/eligibility/notices.ts'
import { textIn, type LinkQuery } from '../desk/textIn.ts'

export const TABS = ['batch', 'brain', 'whatif', 'rules'] as const
export type Tab = (typeof TABS)[number]
/** The two scenarios that may stand side by side. */
export type Side = 'a' | 'b'

/** What a reader chose, as the address holds it. */
export interface EligibilityChoice {
  readonly tab: Tab
  /** Year of the rule set. */
  readonly batch: number
  /** The year of the application: by default this one, for which most brains have reported the year before. */
  readonly year: number
  /** Id of the brain that is checked; empty for none. */
  readonly brain: string
  /** The verdict to which a batch is narrowed; empty for all. */
  readonly only: Verdict | ''
  /** The scenarios as scenarioText writes them. */
  readonly a: string
  readonly b: string
  /** The scenario whose counts, map and list are shown. */
  readonly side: Side
}

const LAST_BATCH = NOTICES.at(-1)?.batch ?? 0

/** The choices of an address on a day; what is unknown there counts as not chosen. */
export function readEligibilityLink(query: LinkQuery, today: string): EligibilityChoice {
  return {
    tab: TABS.find((one) => one === textIn(query, 'tab')) ?? 'batch',
    batch: Number(textIn(query, 'batch')) || LAST_BATCH,
    year: Number(textIn(query, 'year')) || Number(today.slice(0, 4)),
    brain: textIn(query, 'brain'),
    only: VERDICTS.find((one) => one === textIn(query, 'verdict')) ?? '',
    ...{
      a: textIn(query, 'a'),
      b: textIn(query, 'b'),
      side: textIn(query, 'side') === 'b' ? 'b' : 'a',
    },
  }
}
