import type { DataAnswer, QueryRow } from '../../src/contract/index.ts'
import { GROUPS } from '../../src/domain/dataLink.ts'
import { makeCube } from '../../src/domain/cube.ts'
import type { DomainId } from '../../src/domain/brain.ts'
import { regionName } from '../../src/domain/county.ts'
import type { Indicator } from '../../src/domain/indicator.ts'
import { UNKNOWN_GROUP } from '../../src/domain/measure/group.ts'
import { measureUnit } from '../../src/domain/measure/measureUnit.ts'
import { MEASURES } from '../../src/domain/measure/question.ts'
import { periodRange } from '../../src/domain/period.ts'
import { runQuery } from '../../src/domain/query.ts'
import type { GroupBy, Measure, QueryResult, Scope } from '../../src/domain/query.ts'
import { isPresent } from '../../src/domain/reading.ts'
import type { Slice } from '../../src/domain/slice.ts'
import { domainName } from '../../src/domain/taxonomy.ts'
import { textOf } from '../../src/domain/text.ts'
import type { Locale } from '../../src/domain/text.ts'
import { HttpProblem } from '../http/problem.ts'
import { FORMATS } from './answer.ts'
import type { Answer, Format } from './answer.ts'
import { queryColumns } from './columns.ts'
import type { OpenSpace } from './openSpace.ts'
import { periodSpans } from './periodSpans.ts'
import { readParameters } from './readParameters.ts'
import {
  CITY_NAMES,
  COUNTY_NAMES,
  DOMAIN_WORDS,
  indicatorWords,
  QUERY_REGIONS,
} from './registryView.ts'
import type { RegistryView } from './registryView.ts'
import { roundedReading } from './roundedReading.ts'

/** Readings given at most in one answer. */
export const MOST_READINGS = 100_000

export const QUERY_PARAMETERS = [
  'indicator',
  'groupBy',
  'measure',
  'from',
  'to',
  'base',
  'brains',
  'domains',
  'subIndustries',
  'cities',
  'counties',
  'batches',
  'asOf',
  'lang',
  'format',
] as const

export interface QueryQuestion {
  readonly indicators: readonly string[]
  readonly groupBy: GroupBy
  readonly measure: Measure
  readonly from: string | null
  readonly to: string | null
  readonly base: string | null
  readonly scope: Scope
  readonly asOf: number | null
  readonly locale: Locale
  readonly format: Format
}

/** Reads what is asked for; throws one 400 with everything that is wrong. */
export async function readQueryQuestion(
  open: OpenSpace,
  search: URLSearchParams,
): Promise<QueryQuestion> {
  const read = readParameters(search, QUERY_PARAMETERS)
  const view = await open.view(null)
  const indicators = read.list('indicator', indicatorWords(open.space.indicators))
  if (!indicators)
    read.fault('indicator', 'required', {
      zh: '给出一个或几个指标编号，编号见 /data/indicators。',
      en: 'Give one or more indicator ids; /data/indicators lists them.',
    })
  const scope = {
    brains: read.list('brains', view.brainNames),
    domains: read.list('domains', DOMAIN_WORDS) as readonly DomainId[] | null,
    subIndustries: read.list('subIndustries', view.subIndustries),
    cities: read.list('cities', CITY_NAMES),
    counties: read.list('counties', COUNTY_NAMES),
    batches: read.list('batches', view.batches)?.map(Number) ?? null,
  }
  const question = {
    indicators: indicators ?? [],
    groupBy: read.oneOf('groupBy', GROUPS, 'all'),
    measure: read.oneOf('measure', MEASURES, 'value'),
    from: read.period('from'),
    to: read.period('to'),
    base: read.period('base'),
    scope: Object.fromEntries(Object.entries(scope).filter(([, list]) => list !== null)) as Scope,
    asOf: read.instant('asOf'),
    locale: read.locale(),
    format: read.oneOf('format', FORMATS, 'json'),
  }
  read.done()
  return question
}

/** What the pages would show: the same cube and the same query, with coverage and reasons. */
export async function queryAnswer(
  open: OpenSpace,
  question: QueryQuestion,
): Promise<Answer<QueryRow>> {
  const { asOf, groupBy, measure, locale } = question
  const view = await open.view(asOf)
  const indicators = question.indicators.flatMap((id) => open.space.indicators.get(id) ?? [])
  const slices = await slicesOf(open, indicators, open.effective(asOf))
  const holds = await open.rows()
  const cube = makeCube({
    brains: view.brains,
    events: view.events,
    regions: holds ? QUERY_REGIONS.filter(({ id }) => holds(id)) : QUERY_REGIONS,
    slices,
    indicators: open.space.indicators,
  })
  const results = indicators.map((indicator) =>
    runQuery(cube, {
      indicator: indicator.id,
      groupBy,
      measure,
      scope: question.scope,
      periods: periodsOf(indicator, slices.get(indicator.id), question),
      ...(question.base === null ? {} : { base: question.base }),
    }),
  )
  requireBounded(results)
  const rows = results.flatMap((result) =>
    rowsOf(result, slices.get(result.indicator.id)?.origins ?? [], view, locale),
  )
  const document: DataAnswer = {
    space: open.space.id,
    asOf: open.instant(asOf),
    simulated: rows.some(({ origins }) => origins.includes('simulated')),
    credit: view.credit,
    groupBy,
    measure,
    total: rows.length,
    rows,
  }
  return { document, columns: queryColumns(locale), total: rows.length }
}

/** The slices of the indicators and of those that weigh them. */
async function slicesOf(
  open: OpenSpace,
  indicators: readonly Indicator[],
  asOf: number | null,
): Promise<ReadonlyMap<string, Slice>> {
  const weights = indicators.flatMap(({ aggregation }) =>
    aggregation.how === 'weighted' ? (open.space.indicators.get(aggregation.by) ?? []) : [],
  )
  const all = [...new Set([...indicators, ...weights])]
  const slices = await Promise.all(all.map((indicator) => open.slice(indicator, asOf)))
  return new Map(slices.map((slice) => [slice.indicator, slice]))
}

/** From `from` to `to`, else all periods of the slice. */
function periodsOf(
  { cadence }: Indicator,
  slice: Slice | undefined,
  { from, to }: QueryQuestion,
): readonly string[] {
  const [first, last] = [from ?? slice?.periods[0], to ?? slice?.periods.at(-1)]
  if (first === undefined || last === undefined) return []
  const span = periodSpans(first, last).find((one) => one.cadence === cadence)
  return span ? periodRange(span.first, span.last) : []
}

function requireBounded(results: readonly QueryResult[]): void {
  const readings = results.reduce(
    (sum, { groups, periods }) => sum + groups.length * periods.length,
    0,
  )
  if (readings <= MOST_READINGS) return
  const remedy = {
    zh: `缩小 from—to、范围或指标数：本次 ${readings} 个读数，至多 ${MOST_READINGS} 个。`,
    en: `Narrow from–to, the scope or the indicators: ${readings} readings, at most ${MOST_READINGS}.`,
  }
  throw new HttpProblem(
    400,
    'tooLarge',
    { zh: '问题过大，未作答。', en: 'The question is too large.' },
    [{ place: '?from', rule: 'tooLarge', remedy }],
  )
}

function rowsOf(
  { indicator, query, groups, periods, reading }: QueryResult,
  origins: Slice['origins'],
  view: RegistryView,
  locale: Locale,
): QueryRow[] {
  const shared = {
    indicator: indicator.id,
    indicatorName: textOf(indicator.name, locale),
    measure: query.measure,
    unit: textOf(measureUnit(indicator, query.measure), locale),
  }
  return groups.flatMap(({ id }, g) => {
    const group = { group: id, groupName: groupName(query.groupBy, id, view, locale) }
    return periods.map((period, p) => {
      const found = reading(g, p)
      const { value, absent, covered } = isPresent(found)
        ? {
            value: roundedReading(found.value, indicator, query.measure),
            absent: null,
            covered: found.covered,
          }
        : { value: null, absent: found.absent, covered: null }
      const { expected } = found
      return {
        ...shared,
        ...group,
        period,
        value,
        absent,
        covered,
        expected,
        origins: [...origins],
      }
    })
  })
}

function groupName(by: GroupBy, id: string, view: RegistryView, locale: Locale): string {
  if (id === UNKNOWN_GROUP) return textOf({ zh: '未公开', en: 'not public' }, locale)
  switch (by) {
    case 'all':
      return textOf({ zh: '合计', en: 'Total' }, locale)
    case 'domain':
      return domainName(id as DomainId, locale)
    case 'brain':
      return view.byId.get(id)?.name ?? id
    case 'city':
    case 'county':
    case 'region':
      return regionName(id, locale)
    case 'subIndustry':
    case 'batch':
      return id
  }
}
