import type { Indicator } from '../indicator.ts'
import { NOT_ADDITIVE, NOT_APPLICABLE } from './codes.ts'
import type { GroupBy, Scope } from './group.ts'

/**
 * value: as reported (a flow is cumulative 1–N) · single: 当月 · yearOnYear: 同比, percent, cumulative with cumulative ·
 * singleYearOnYear · monthOnMonth: 环比 of the single period (a stock: of the stock) ·
 * pointChange: percentage points against the same period last year (rates only) ·
 * share: percent of the total of all groups · rank: 1 is best by `direction`, ties share a rank ·
 * contribution: percentage points that a group adds to the total's year-on-year change (sums only) ·
 * index: base period = 100.
 */
export const MEASURES = [
  'value',
  'single',
  'yearOnYear',
  'singleYearOnYear',
  'monthOnMonth',
  'pointChange',
  'pointChangeOnMonth',
  'share',
  'rank',
  'contribution',
  'index',
] as const
export type Measure = (typeof MEASURES)[number]

const COMPARED: ReadonlySet<Measure> = new Set<Measure>([
  'yearOnYear',
  'singleYearOnYear',
  'monthOnMonth',
  'pointChange',
  'pointChangeOnMonth',
  'contribution',
  'index',
])

/**
 * True for measures that set two periods against each other: their totals take only members with both
 * values, so that their coverage counts those that are comparable (同口径), not those that reported.
 */
export const isCompared = (measure: Measure): boolean => COMPARED.has(measure)

export interface Query {
  readonly indicator: string
  readonly scope?: Scope
  readonly groupBy: GroupBy
  readonly periods: readonly string[]
  readonly measure: Measure
  /** For `index`; the first of `periods` when it is left out. */
  readonly base?: string
}

/** Why a measure has no meaning for an indicator, as a code; 0 when it has one. */
export function refusal(measure: Measure, { kind, aggregation }: Indicator): number {
  switch (measure) {
    case 'value':
    case 'single':
    case 'rank':
      return 0
    case 'share':
    case 'contribution':
      return aggregation.how === 'sum' && kind !== 'rate' ? 0 : NOT_ADDITIVE
    case 'pointChange':
    case 'pointChangeOnMonth':
      return kind === 'rate' ? 0 : NOT_APPLICABLE
    case 'yearOnYear':
    case 'singleYearOnYear':
    case 'monthOnMonth':
    case 'index':
      return kind === 'rate' ? NOT_APPLICABLE : 0
  }
}
