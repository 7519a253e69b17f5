import { periodOf } from '../../domain/period.ts'
import type { FigureContext } from '../../figures/definition.ts'
import { latestMonth } from '../../figures/latest.ts'
import { cardIn, scoreView, type ScoreView } from '../../figures/programme/scoreView.ts'
import { textIn, type LinkQuery } from '../desk/textIn.ts'

export const TABS = ['ranking', 'card', 'cards'] as const
export type Tab = (typeof TABS)[number]

/** What a reader chose, as the address holds it. */
export interface AssessmentChoice {
  readonly tab: Tab
  readonly year: number
  /** Month of the year to which scores are read, as 10. */
  readonly month: string
  /** Months that they can be read to, the latest first. */
  readonly months: readonly string[]
  /** Id of the brain that is shown; empty for none. */
  readonly brain: string
  /** Weights that are tried, as weightsText writes them. */
  readonly weights: string
}

/** The choices of an address: by default the year and the month that were due last. */
export function readAssessmentLink(query: LinkQuery, context: FigureContext): AssessmentChoice {
  const last = latestMonth(context)
  const thisYear = periodOf(last).year
  const year = Number(textIn(query, 'year')) || thisYear
  const length = year === thisYear ? Number(last.slice(5)) : 12
  const months = Array.from({ length }, (_, back) => String(length - back).padStart(2, '0'))
  return {
    ...{ tab: TABS.find((one) => one === textIn(query, 'tab')) ?? 'ranking', year, months },
    month: months.find((one) => one === textIn(query, 'month')) ?? months[0] ?? '',
    ...{ brain: textIn(query, 'brain'), weights: textIn(query, 'w') },
  }
}

/** Scores of a year by its own card, to a month of it; null without a card. */
export function scoresOf(context: FigureContext, year: number, month: string): ScoreView | null {
  const card = cardIn(context, year)
  return card && scoreView(context, card, `${year}-${month}`)
}
