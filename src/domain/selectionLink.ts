import { DOMAIN_IDS } from './brain.ts'
import { GRADES } from './event.ts'
import { STAGES } from './lifecycle.ts'
import { MEASURES } from './measure/question.ts'
import { parsePeriod } from './period.ts'
import { DEFAULT_SELECTION, FILTERS, type Filter, type Selection } from './selection.ts'

/** What a link may name; anything else is dropped and said. */
export interface LinkVocabulary {
  readonly brains: ReadonlySet<string>
  readonly subIndustries: ReadonlySet<string>
  readonly regions: ReadonlySet<string>
  readonly indicators: ReadonlySet<string>
  readonly batches: ReadonlySet<number>
  /** First and last period with data; null where there is none. */
  readonly periods: readonly [string, string] | null
}

/** One part of a link that the page could not follow. */
export interface Dropped {
  readonly part: string
  readonly value: string
}

export interface ReadLink {
  readonly selection: Selection
  readonly dropped: readonly Dropped[]
}

/** Query names: short, and never renamed, so that old links live on. */
const FILTER_KEYS: Readonly<Record<Filter, string>> = {
  domains: 'domain',
  subIndustries: 'sub',
  cities: 'city',
  counties: 'county',
  batches: 'batch',
  stages: 'stage',
  grades: 'grade',
}

const VALUE_KEYS = {
  indicator: 'i',
  measure: 'm',
  period: 't',
  versus: 'y',
  size: 'z',
  focus: 'b',
} as const satisfies Partial<Record<keyof Selection, string>>

type ValueKey = keyof typeof VALUE_KEYS

const SEPARATOR = '~'

/** The canonical link: only differences from the defaults, filters sorted. */
export function writeLink(selection: Selection): Record<string, string> {
  const query: Record<string, string> = {}
  for (const filter of FILTERS) {
    const values = [...selection[filter]].map(String).sort()
    if (values.length > 0) query[FILTER_KEYS[filter]] = values.join(SEPARATOR)
  }
  for (const key of Object.keys(VALUE_KEYS) as ValueKey[]) {
    const value = selection[key]
    if (value !== null && value !== DEFAULT_SELECTION[key]) query[VALUE_KEYS[key]] = value
  }
  return query
}

/**
 * Reads a link. Unknown names are left to others; a value that the vocabulary does not know is dropped
 * and named, and the nearest valid view opens: an out-of-range period becomes the end it lies beyond.
 */
export function readLink(
  query: Readonly<Record<string, unknown>>,
  vocabulary: LinkVocabulary,
): ReadLink {
  const dropped: Dropped[] = []
  const filters = Object.fromEntries(
    FILTERS.map((filter) => [filter, readFilter(query, filter, vocabulary, dropped)]),
  )
  const values = Object.fromEntries(
    (Object.keys(VALUE_KEYS) as ValueKey[]).map((key) => [
      key,
      readValue(query, key, vocabulary, dropped),
    ]),
  )
  return { selection: { ...DEFAULT_SELECTION, ...filters, ...values }, dropped }
}

function readFilter(
  query: Readonly<Record<string, unknown>>,
  filter: Filter,
  vocabulary: LinkVocabulary,
  dropped: Dropped[],
): (string | number)[] {
  const key = FILTER_KEYS[filter]
  const raw = query[key]
  if (typeof raw !== 'string' || raw === '') return []
  const values = [...new Set(raw.split(SEPARATOR))].sort()
  const known = values.filter((value) => knows(filter, value, vocabulary))
  for (const value of values) if (!known.includes(value)) dropped.push({ part: key, value })
  return filter === 'batches' ? known.map(Number) : known
}

function knows(filter: Filter, value: string, vocabulary: LinkVocabulary): boolean {
  switch (filter) {
    case 'domains':
      return (DOMAIN_IDS as readonly string[]).includes(value)
    case 'subIndustries':
      return vocabulary.subIndustries.has(value)
    case 'cities':
    case 'counties':
      return vocabulary.regions.has(value)
    case 'batches':
      return vocabulary.batches.has(Number(value))
    case 'stages':
      return (STAGES as readonly string[]).includes(value) || value === 'unknown'
    case 'grades':
      return (GRADES as readonly string[]).includes(value) || value === 'none'
  }
}

function readValue(
  query: Readonly<Record<string, unknown>>,
  key: ValueKey,
  vocabulary: LinkVocabulary,
  dropped: Dropped[],
): string | null {
  const raw = query[VALUE_KEYS[key]]
  const fallback = DEFAULT_SELECTION[key]
  if (typeof raw !== 'string' || raw === '') return fallback
  const value = valid(key, raw, vocabulary)
  if (value !== raw) dropped.push({ part: VALUE_KEYS[key], value: raw })
  return value ?? fallback
}

/** The value itself, the nearest valid one, or null. */
function valid(key: ValueKey, raw: string, vocabulary: LinkVocabulary): string | null {
  switch (key) {
    case 'indicator':
    case 'versus':
    case 'size':
      return vocabulary.indicators.has(raw) ? raw : null
    case 'measure':
      return (MEASURES as readonly string[]).includes(raw) ? raw : null
    case 'focus':
      return vocabulary.brains.has(raw) ? raw : null
    case 'period':
      return nearestPeriod(raw, vocabulary.periods)
  }
}

function nearestPeriod(raw: string, range: LinkVocabulary['periods']): string | null {
  if (parsePeriod(raw)?.cadence !== 'month' || !range) return null
  const [first, last] = range
  return raw < first ? first : raw > last ? last : raw
}
