import { MEASURES } from './measure/question.ts'
import { parsePeriod } from './period.ts'
import type { GroupBy, Measure } from './query.ts'
import type { SpaceId } from './space.ts'
import type { Locale } from './text.ts'

/** What somebody wants from the open data: cells as they are, or measures by group. */
export interface DataChoice {
  readonly kind: 'observations' | 'query'
  readonly indicators: readonly string[]
  readonly groupBy: GroupBy
  readonly measure: Measure
  readonly domains: readonly string[]
  readonly cities: readonly string[]
  readonly batches: readonly string[]
  readonly from: string | null
  readonly to: string | null
}

/** Groups that a choice may ask for. */
export const GROUPS = [
  'all',
  'domain',
  'subIndustry',
  'city',
  'county',
  'batch',
  'brain',
  'region',
] as const satisfies readonly GroupBy[]

export const PLAIN_CHOICE: DataChoice = {
  kind: 'observations',
  indicators: [],
  groupBy: 'all',
  measure: 'value',
  domains: [],
  cities: [],
  batches: [],
  from: null,
  to: null,
}

export interface DataRequest {
  readonly space: SpaceId
  readonly asOf: string | null
  readonly locale: Locale
  readonly format: 'json' | 'csv'
  /** Rows a page; for observations only. */
  readonly size?: number
}

/** Most rows that one page of observations holds. */
export const LARGEST_DATA_PAGE = 10_000

/** Path and query of a choice, without what is usual: /api/demo/data/observations?indicator=… */
export function dataPath(choice: DataChoice, request: DataRequest): string {
  const { space, asOf, locale, format, size } = request
  const { groupBy } = choice
  const isQuery = choice.kind === 'query'
  const many = (one: string, several: string, values: readonly string[]) =>
    [isQuery ? several : one, values.join(',')] as const
  const search = [
    ['indicator', choice.indicators.join(',')],
    ['groupBy', isQuery && groupBy !== 'all' ? groupBy : ''],
    ['measure', isQuery && choice.measure !== 'value' ? choice.measure : ''],
    many('domain', 'domains', choice.domains),
    many('city', 'cities', choice.cities),
    many('batch', 'batches', choice.batches),
    ['from', choice.from ?? ''],
    ['to', choice.to ?? ''],
    ['asOf', asOf ?? ''],
    ['lang', locale === 'en' ? 'en' : ''],
    ['format', format === 'csv' ? 'csv' : ''],
    ['size', isQuery || size === undefined ? '' : String(size)],
  ] as const
  const given = search.filter(([, value]) => value !== '')
  const query = given.map(([name, value]) => `${name}=${encoded(value)}`).join('&')
  return `/api/${space}/data/${choice.kind}${query === '' ? '' : `?${query}`}`
}

/** Commas and colons stay readable; a quote would end a text in other people's programs. */
const encoded = (value: string): string =>
  encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll("'", '%27')

/** What a page's link may hold: each value as text, as a router gives it. */
export type DataLinkQuery = Readonly<Record<string, unknown>>

/** Names that a link may hold; what is not among them is dropped. */
export interface DataVocabulary {
  readonly indicators: ReadonlySet<string>
  readonly domains: ReadonlySet<string>
  readonly cities: ReadonlySet<string>
}

/** The choice that stands in a page's link; what it does not name is as in `usual`. */
export function readDataLink(
  query: DataLinkQuery,
  usual: DataChoice,
  known: DataVocabulary,
): DataChoice {
  const text = (name: string): string | null => {
    const value = query[name]
    return typeof value === 'string' ? value : null
  }
  const list = (name: string, allowed: (one: string) => boolean): readonly string[] | null =>
    text(name)
      ?.split(',')
      .filter((one) => one !== '' && allowed(one)) ?? null
  const { groupBy } = usual
  const period = (name: string): string | null => {
    const value = text(name)
    return value !== null && parsePeriod(value) ? value : null
  }
  return {
    kind: text('rows') === 'query' ? 'query' : usual.kind,
    indicators: list('indicator', (one) => known.indicators.has(one)) ?? usual.indicators,
    groupBy: GROUPS.find((one) => one === text('groupBy')) ?? groupBy,
    measure: MEASURES.find((one) => one === text('measure')) ?? usual.measure,
    domains: list('domain', (one) => known.domains.has(one)) ?? usual.domains,
    cities: list('city', (one) => known.cities.has(one)) ?? usual.cities,
    batches: list('batch', (one) => /^\d{4}$/.test(one)) ?? usual.batches,
    from: period('from') ?? usual.from,
    to: period('to') ?? usual.to,
  }
}

/** What of a choice differs from the usual one, for a page's link; the inverse of readDataLink. */
export function writeDataLink(choice: DataChoice, usual: DataChoice): Record<string, string> {
  const { groupBy } = choice
  const { groupBy: usualGroup } = usual
  const parts: readonly (readonly [string, string, string])[] = [
    ['rows', choice.kind, usual.kind],
    ['indicator', choice.indicators.join(','), usual.indicators.join(',')],
    ['groupBy', groupBy, usualGroup],
    ['measure', choice.measure, usual.measure],
    ['domain', choice.domains.join(','), usual.domains.join(',')],
    ['city', choice.cities.join(','), usual.cities.join(',')],
    ['batch', choice.batches.join(','), usual.batches.join(',')],
    ['from', choice.from ?? '', usual.from ?? ''],
    ['to', choice.to ?? '', usual.to ?? ''],
  ]
  return Object.fromEntries(
    parts.filter(([, now, was]) => now !== was).map(([name, now]) => [name, now]),
  )
}
