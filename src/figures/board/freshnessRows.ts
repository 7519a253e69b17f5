import type { FreshnessState } from '../../domain/board/freshness.ts'
import { sourcesBehind, type SourceBehind } from '../../domain/board/sourcesBehind.ts'
import { indicatorOf } from '../../domain/catalogue/index.ts'
import { formatPeriod } from '../../domain/period.ts'
import { textOf } from '../../domain/text.ts'
import { sourceText } from '../text/source.ts'
import { nameOfBrain, type BoardContext } from './boardContext.ts'

/** The last period of a public statistic and the publication that states it. */
export interface Publication {
  readonly indicator: string
  readonly last: string | null
  readonly source: string | null
}

/** How current one source is, as it is printed. */
export interface FreshnessRow extends Pick<
  SourceBehind,
  'id' | 'kind' | 'state' | 'behind' | 'days'
> {
  readonly name: string
  readonly hint: string
  readonly last: string
  readonly wanted: string
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
  const series = publications.flatMap(({ indicator, last }) => {
    const cadence = indicatorOf(indicator)?.cadence
    return cadence ? [{ id: indicator, cadence, last }] : []
  })
  const { counts, behind } = sourcesBehind(context.board, rows, series)
  const cited = new Map(publications.map(({ indicator, source }) => [indicator, source]))
  return { counts, behind: behind.map((one) => rowOf(context, one, cited.get(one.id) ?? null)) }
}

function rowOf(
  context: BoardContext,
  { id, kind, state, behind, days, last, wanted }: SourceBehind,
  source: string | null,
): FreshnessRow {
  const { locale, sources } = context
  const indicator = kind === 'brain' ? null : indicatorOf(id)
  return {
    ...{ id, kind, state, behind, days },
    name: indicator ? textOf(indicator.name, locale) : nameOfBrain(context, id),
    hint: kind === 'brain' ? '' : sourceText(sources.find((one) => one.id === source)),
    last: last === null ? '—' : formatPeriod(last, locale),
    wanted: wanted === null ? '—' : formatPeriod(wanted, locale),
  }
}
