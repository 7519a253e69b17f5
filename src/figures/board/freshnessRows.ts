import {
  brainFreshness,
  publicationFreshness,
  type Freshness,
  type FreshnessState,
} from '../../domain/board/freshness.ts'
import { indicatorOf } from '../../domain/catalogue/index.ts'
import { formatPeriod } from '../../domain/period.ts'
import { textOf } from '../../domain/text.ts'
import { sourceText } from '../text/source.ts'
import { nameOfRow, type BoardContext } from './boardContext.ts'

/** The last period of a public statistic and the publication that states it. */
export interface Publication {
  readonly indicator: string
  readonly last: string | null
  readonly source: string | null
}

/** How current one source is, as it is printed. */
export interface FreshnessRow {
  readonly id: string
  readonly kind: 'brain' | 'publication'
  readonly name: string
  readonly hint: string
  readonly last: string
  readonly wanted: string
  readonly state: FreshnessState
  readonly behind: number
  readonly days: number
}

/** Sources that are behind their own cadence, the longest first, and how many there are of each state. */
export interface FreshnessReport {
  readonly behind: readonly FreshnessRow[]
  readonly counts: Readonly<Record<FreshnessState, number>>
}

/** Brains of the given rows and the public statistics, against what should be there today. */
export function freshnessReport(
  context: BoardContext,
  rows: readonly number[],
  publications: readonly Publication[],
): FreshnessReport {
  const counts = { fresh: 0, due: 0, stale: 0 }
  const behind: FreshnessRow[] = []
  const take = (head: Head, freshness: Freshness): void => {
    counts[freshness.state] += 1
    if (freshness.state !== 'fresh') behind.push(rowOf(context, head, freshness))
  }
  for (const publication of publications) takePublication(context, publication, take)
  for (const row of rows) {
    const freshness = brainFreshness(context.board, row)
    const id = context.board.brains[row] ?? ''
    if (freshness.wanted !== null)
      take({ id, kind: 'brain', name: nameOfRow(context, row), hint: '' }, freshness)
  }
  return { counts, behind: behind.sort((a, b) => b.days - a.days || (a.name < b.name ? -1 : 1)) }
}

type Head = Pick<FreshnessRow, 'id' | 'kind' | 'name' | 'hint'>

function takePublication(
  context: BoardContext,
  { indicator: id, last, source }: Publication,
  take: (head: Head, freshness: Freshness) => void,
): void {
  const indicator = indicatorOf(id)
  if (!indicator) return
  const { locale, board, sources } = context
  const name = textOf(indicator.name, locale)
  const hint = sourceText(sources.find((one) => one.id === source))
  const freshness = publicationFreshness(indicator.cadence, last, board.today)
  take({ id, kind: 'publication', name, hint }, freshness)
}

const rowOf = (
  { locale }: BoardContext,
  head: Head,
  { state, last, wanted, behind, days }: Freshness,
): FreshnessRow => ({
  ...{ ...head, state, behind, days },
  last: last === null ? '—' : formatPeriod(last, locale),
  wanted: wanted === null ? '—' : formatPeriod(wanted, locale),
})
