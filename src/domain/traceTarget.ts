import { DOMAIN_IDS, type Brain, type DomainId, type Region } from './brain.ts'
import { indicatorOf } from './catalogue/index.ts'
import { clusterRevenue } from './catalogue/headline.ts'
import type { Cube } from './cube.ts'
import type { Indicator } from './indicator.ts'
import { monthOf, parsePeriod, periodEnd, samePeriodLastYear } from './period.ts'
import { runQuery, type Measure, type Scope } from './query.ts'
import { isPresent, type Reading } from './reading.ts'
import { PROVINCE } from './region.ts'
import { countyOrZone } from './zone.ts'

/** What a number is about: one brain, one region's published number, or a total over brains. */
export type TraceTarget =
  | { readonly kind: 'brain'; readonly brain: Brain }
  | { readonly kind: 'region'; readonly id: string }
  | { readonly kind: 'total'; readonly id: string; readonly by: TotalBy; readonly scope: Scope }

export type TotalBy = 'all' | 'domain' | 'subIndustry' | 'city' | 'county'

/**
 * Reads the entity of a trace: a brain's id, `all` (or the province), a domain id, an adcode, a zone, a
 * sub-industry's name. A region is itself where the indicator is published for regions, else the total
 * of its brains. Null for a name that nothing bears.
 */
export function traceTarget(
  entity: string,
  indicator: Indicator,
  { brains, regions }: Pick<Cube, 'brains' | 'regions'>,
): TraceTarget | null {
  const region = regions.find(({ id }) => id === entity)
  if (indicator.reportedFrom === 'region') return publishedTarget(entity, regions)
  const brain = brains.find(({ id }) => id === entity)
  if (brain) return { kind: 'brain', brain }
  if (entity === 'all' || entity === PROVINCE)
    return { kind: 'total', id: 'all', by: 'all', scope: {} }
  if ((DOMAIN_IDS as readonly string[]).includes(entity))
    return total(entity, 'domain', { domains: [entity as DomainId] })
  if (isBelowCity(region) || brains.some((brain) => countyOrZone(brain) === entity))
    return total(entity, 'county', { counties: [entity] })
  if (region?.level === 'city') return total(entity, 'city', { cities: [entity] })
  if (brains.some(({ subIndustry }) => subIndustry === entity))
    return total(entity, 'subIndustry', { subIndustries: [entity] })
  return null
}

const isBelowCity = (region: Region | undefined): boolean =>
  region?.level === 'county' || region?.level === 'zone'

/** Statistics are read for the province and its cities. */
const publishedTarget = (entity: string, regions: readonly Region[]): TraceTarget | null => {
  const id = entity === 'all' ? PROVINCE : entity
  const isPublic = ({ id: known, level }: Region): boolean =>
    known === id && (level === 'province' || level === 'city')
  return regions.some(isPublic) ? { kind: 'region', id } : null
}

const total = (id: string, by: TotalBy, scope: Scope): TraceTarget => ({
  kind: 'total',
  id,
  by,
  scope,
})

/** What a trace shows, and the parts of its link that nothing bears. */
export interface TraceQuestion {
  readonly indicator: Indicator
  readonly target: TraceTarget
  readonly period: string
  readonly dropped: readonly string[]
}

/** The parts of a trace's link as they stand in it. */
export interface TraceLink {
  readonly indicator: string
  readonly entity: string
  readonly period: string
}

/**
 * Reads a trace's link. What is unknown is dropped and named, and the nearest valid trace opens: 集群营业收入,
 * the whole province, the last month due (`latest`). A period of another cadence becomes the one of the
 * indicator's at its end; one after `today` becomes the latest.
 */
export function readTrace(
  link: TraceLink,
  cube: Pick<Cube, 'brains' | 'regions'>,
  { latest, today }: { readonly latest: string; readonly today: string },
): TraceQuestion {
  const indicator = indicatorOf(link.indicator)
  const chosen = indicator ?? clusterRevenue
  const target = traceTarget(link.entity, chosen, cube)
  const period = nearestPeriod(link.period, chosen, latest, today)
  return {
    indicator: chosen,
    target: target ?? traceTarget('all', chosen, cube) ?? total('all', 'all', {}),
    period,
    dropped: [
      ...(indicator ? [] : [link.indicator]),
      ...(target ? [] : [link.entity]),
      ...(period === link.period ? [] : [link.period]),
    ],
  }
}

function nearestPeriod(raw: string, { cadence }: Indicator, latest: string, today: string): string {
  const end = parsePeriod(raw) ? periodEnd(raw) : ''
  const month = end === '' || monthOf(end) > monthOf(today) ? latest : monthOf(end)
  const [year = '', index = '1'] = month.split('-')
  switch (cadence) {
    case 'month':
      return month
    case 'quarter':
      return `${year}-Q${Math.ceil(Number(index) / 3)}`
    case 'half':
      return `${year}-H${Math.ceil(Number(index) / 6)}`
    case 'year':
      return year
  }
}

/** Readings of the target: as reported, published, or added up over its brains. */
export function targetReadings(
  cube: Cube,
  indicator: string,
  target: TraceTarget,
  periods: readonly string[],
  measure: Measure = 'value',
): readonly Reading[] {
  const question = { indicator, periods, measure }
  const result =
    target.kind === 'brain'
      ? runQuery(cube, { ...question, groupBy: 'brain', scope: { brains: [target.brain.id] } })
      : target.kind === 'region'
        ? runQuery(cube, { ...question, groupBy: 'region', scope: { cities: [target.id] } })
        : runQuery(cube, { ...question, groupBy: 'all', scope: target.scope })
  return periods.map((_, p) => result.reading(0, p))
}

/** One brain of a total: its value and, where the total is weighted, its weight. */
export interface TraceInput {
  readonly brain: Brain
  readonly reading: Reading
  readonly weight: Reading | null
}

/** The brains that a total is made of, by id. */
export function totalInputs(
  cube: Cube,
  { id, aggregation }: Indicator,
  scope: Scope,
  period: string,
): readonly TraceInput[] {
  const ask = (indicator: string) =>
    runQuery(cube, { indicator, groupBy: 'brain', scope, periods: [period], measure: 'value' })
  const values = ask(id)
  const weights = aggregation.how === 'weighted' ? ask(aggregation.by) : null
  return values.groups.flatMap((group, g) => {
    const brain = cube.byId.get(group.id)
    const weight = weights ? weights.reading(g, 0) : null
    return brain ? [{ brain, reading: values.reading(g, 0), weight }] : []
  })
}

/** A measure made from this reading and others, with the period it compares with. */
export interface DerivedReading {
  readonly measure: Measure
  readonly reading: Reading
  readonly base: string
  readonly baseReading: Reading
  /** Of a total: the sums that are compared, over the brains with both values; null where nothing is summed. */
  readonly paired: PairedSums | null
}

export interface PairedSums {
  readonly now: number
  readonly base: number
  readonly members: number
}

/** The comparisons that are made from a reading: against a year before, in percent or points. */
export function derivedReadings(
  cube: Cube,
  indicator: Indicator,
  target: TraceTarget,
  period: string,
): readonly DerivedReading[] {
  const base = samePeriodLastYear(period)
  const measure = indicator.kind === 'rate' ? 'pointChange' : 'yearOnYear'
  const [reading] = targetReadings(cube, indicator.id, target, [period], measure)
  const [baseReading] = targetReadings(cube, indicator.id, target, [base])
  const isSum = target.kind === 'total' && indicator.aggregation.how === 'sum'
  const paired = isSum ? pairedSums(cube, indicator, target.scope, period, base) : null
  return reading && baseReading ? [{ measure, reading, base, baseReading, paired }] : []
}

function pairedSums(
  cube: Cube,
  indicator: Indicator,
  scope: Scope,
  period: string,
  base: string,
): PairedSums {
  const before = new Map(
    totalInputs(cube, indicator, scope, base).map(({ brain, reading }) => [brain.id, reading]),
  )
  const pairs = totalInputs(cube, indicator, scope, period).flatMap(({ brain, reading }) => {
    const earlier = before.get(brain.id)
    return earlier && isPresent(earlier) && isPresent(reading)
      ? [{ now: reading.value, base: earlier.value }]
      : []
  })
  return {
    now: pairs.reduce((sum, pair) => sum + pair.now, 0),
    base: pairs.reduce((sum, pair) => sum + pair.base, 0),
    members: pairs.length,
  }
}
