import type { Cadence } from '../period.ts'
import { lastDueColumn } from './board.ts'
import type { Board } from './board.ts'
import { isOwed, stateAt } from './boardState.ts'
import { brainFreshness, publicationFreshness } from './freshness.ts'
import type { Freshness, FreshnessState } from './freshness.ts'

/** A public statistic: how often it appears, and the last period that is published. */
export interface PublicSeries {
  /** Id of the indicator. */
  readonly id: string
  readonly cadence: Cadence
  readonly last: string | null
}

/** A source that is behind its own cadence. */
export interface SourceBehind extends Freshness {
  readonly kind: 'brain' | 'publication'
  /** Id of the brain or of the indicator. */
  readonly id: string
}

/** Sources that are behind their own cadence, the longest first, and how many there are of each state. */
export interface SourcesBehind {
  readonly counts: Readonly<Record<FreshnessState, number>>
  readonly behind: readonly SourceBehind[]
}

/** Brains of some rows and public statistics against what should be there today; who owes nothing any more is no source. */
export function sourcesBehind(
  board: Board,
  rows: Iterable<number>,
  publications: readonly PublicSeries[],
): SourcesBehind {
  const counts = { fresh: 0, due: 0, stale: 0 }
  const behind: SourceBehind[] = []
  const take = (kind: SourceBehind['kind'], id: string, freshness: Freshness): void => {
    counts[freshness.state] += 1
    if (freshness.state !== 'fresh') behind.push({ kind, id, ...freshness })
  }
  for (const { id, cadence, last } of publications)
    take('publication', id, publicationFreshness(cadence, last, board.today))
  const last = lastDueColumn(board)
  for (const row of rows) {
    const freshness = brainFreshness(board, row)
    const owes = isOwed(stateAt(board.states[row] ?? '', last))
    if (owes || freshness.behind > 0) take('brain', board.brains[row] ?? '', freshness)
  }
  return { counts, behind: behind.sort((a, b) => b.days - a.days || (a.id < b.id ? -1 : 1)) }
}
