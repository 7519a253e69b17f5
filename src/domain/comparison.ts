import { parsePeriod } from './period.ts'
import type { Dropped } from './selectionLink.ts'

/** Brains, cities or the province side by side. */
export interface Comparison {
  /** Two to six; fewer while the reader is choosing. */
  readonly ids: readonly string[]
  readonly indicator: string
  /** Change on the year instead of the value. */
  readonly change: boolean
  /** Base period of an index (= 100); null: no index. */
  readonly base: string | null
  /** The one in focus; the others are muted. */
  readonly focus: string | null
  /** Indicators of the table. */
  readonly columns: readonly string[]
}

/** What a link may name. */
export interface ComparisonVocabulary {
  readonly entities: ReadonlySet<string>
  readonly indicators: ReadonlySet<string>
  /** What stands where the link names nothing. */
  readonly indicator: string
  readonly columns: readonly string[]
  /** Who is compared where the link names nobody; nobody where it is not given. */
  readonly ids?: readonly string[]
  /** First and last month with data. */
  readonly periods: readonly [string, string]
}

export const MOST_COMPARED = 6
const SEPARATOR = '~'
/** In a link: the reader has taken everybody out. */
const NOBODY = SEPARATOR

type Query = Readonly<Record<string, unknown>>

const textIn = (query: Query, key: string): string =>
  typeof query[key] === 'string' ? query[key] : ''

/** Reads a link; what the space does not know, or is too much, is dropped and named. */
export function readComparison(
  query: Query,
  vocabulary: ComparisonVocabulary,
): { readonly comparison: Comparison; readonly dropped: readonly Dropped[] } {
  const dropped: Dropped[] = []
  const list = (key: string, known: ReadonlySet<string>, most: number): string[] => {
    const values = [...new Set(textIn(query, key).split(SEPARATOR).filter(Boolean))]
    const kept = values.filter((value) => known.has(value)).slice(0, most)
    for (const value of values) if (!kept.includes(value)) dropped.push({ part: key, value })
    return kept
  }
  const one = (key: string, keep: (value: string) => string | null): string | null => {
    const raw = textIn(query, key)
    const value = raw === '' ? null : keep(raw)
    if (raw !== '' && value !== raw) dropped.push({ part: key, value: raw })
    return value
  }
  const named = list('ids', vocabulary.entities, MOST_COMPARED)
  const ids = textIn(query, 'ids') === '' ? (vocabulary.ids ?? []) : named
  const columns = list('k', vocabulary.indicators, 24)
  const comparison: Comparison = {
    ids,
    indicator:
      one('i', (id) => (vocabulary.indicators.has(id) ? id : null)) ?? vocabulary.indicator,
    base: one('base', (raw) => nearest(raw, vocabulary.periods)),
    change: one('m', (raw) => (raw === 'change' ? raw : null)) === 'change',
    focus: one('f', (id) => (ids.includes(id) ? id : null)),
    columns: columns.length > 0 ? columns : vocabulary.columns,
  }
  return { comparison, dropped }
}

/** The month itself, or the end of the range that it lies beyond; null for what is no month. */
function nearest(raw: string, [first, last]: readonly [string, string]): string | null {
  if (parsePeriod(raw)?.cadence !== 'month') return null
  return raw < first ? first : raw > last ? last : raw
}

/** The canonical link: only differences from what the vocabulary sets. */
export function writeComparison(
  comparison: Comparison,
  vocabulary: Pick<ComparisonVocabulary, 'indicator' | 'columns' | 'ids'>,
): Record<string, string> {
  const { ids, indicator, base, change, focus, columns } = comparison
  return {
    ...(ids.join() === (vocabulary.ids ?? []).join()
      ? {}
      : { ids: ids.length > 0 ? ids.join(SEPARATOR) : NOBODY }),
    ...(indicator === vocabulary.indicator ? {} : { i: indicator }),
    ...(base === null ? {} : { base }),
    ...(change ? { m: 'change' } : {}),
    ...(focus === null ? {} : { f: focus }),
    ...(columns.join() === vocabulary.columns.join() ? {} : { k: columns.join(SEPARATOR) }),
  }
}
