import * as z from 'zod/mini'

import { ABSENCE_REASONS } from '../domain/reading.ts'
import { OBSERVATION_ORIGINS, OBSERVATION_STATUS } from '../domain/slice.ts'

const Absence = z.nullable(z.enum(ABSENCE_REASONS))
const Origins = z.array(z.enum(OBSERVATION_ORIGINS))

/** What every answer of the open data says of itself. */
const head = {
  space: z.string(),
  /** Instant up to which knowledge counts, null where nothing is known yet. */
  asOf: z.nullable(z.string()),
  /** True where any row rests on a simulated observation. */
  simulated: z.boolean(),
  /** Credit line of simulated data; null in main. */
  credit: z.nullable(z.string()),
}

/** One cell: the observation that stands in it at `asOf`. Names and units in the language asked for. */
export const DataRow = z.object({
  indicator: z.string(),
  indicatorName: z.string(),
  unit: z.string(),
  entity: z.string(),
  entityName: z.string(),
  city: z.nullable(z.string()),
  domain: z.nullable(z.string()),
  period: z.string(),
  value: z.nullable(z.number()),
  absent: Absence,
  status: z.enum(OBSERVATION_STATUS),
  origin: z.enum(OBSERVATION_ORIGINS),
  knownAt: z.string(),
  report: z.string(),
})
export type DataRow = z.infer<typeof DataRow>

/** One page of cells, by indicator, period and entity. */
export const DataPage = z.object({
  ...head,
  page: z.number(),
  size: z.number(),
  pages: z.number(),
  total: z.number(),
  rows: z.array(DataRow),
})
export type DataPage = z.infer<typeof DataPage>

/**
 * One reading of a group in a period, with its coverage or the reason why there is none. Amounts and their
 * totals have the indicator's decimals, averages, rates and changes up to four more.
 */
export const QueryRow = z.object({
  indicator: z.string(),
  indicatorName: z.string(),
  measure: z.string(),
  unit: z.string(),
  group: z.string(),
  groupName: z.string(),
  period: z.string(),
  value: z.nullable(z.number()),
  absent: Absence,
  /** Parts that a total covers (null where there is no value) and parts that it should cover. */
  covered: z.nullable(z.number()),
  expected: z.number(),
  origins: Origins,
})
export type QueryRow = z.infer<typeof QueryRow>

export const DataAnswer = z.object({
  ...head,
  groupBy: z.string(),
  measure: z.string(),
  total: z.number(),
  rows: z.array(QueryRow),
})
export type DataAnswer = z.infer<typeof DataAnswer>

export const IndicatorRow = z.object({
  id: z.string(),
  group: z.string(),
  name: z.string(),
  unit: z.string(),
  kind: z.string(),
  aggregation: z.string(),
  /** Indicator that weighs a rate. */
  weight: z.nullable(z.string()),
  overlaps: z.boolean(),
  direction: z.string(),
  cadence: z.string(),
  reportedFrom: z.string(),
  basis: z.string(),
  decimals: z.number(),
  definition: z.string(),
})
export type IndicatorRow = z.infer<typeof IndicatorRow>

export const IndicatorList = z.object({
  space: z.string(),
  total: z.number(),
  rows: z.array(IndicatorRow),
})
export type IndicatorList = z.infer<typeof IndicatorList>

export const BrainRow = z.object({
  id: z.string(),
  name: z.string(),
  subIndustry: z.string(),
  domain: z.nullable(z.string()),
  domainName: z.string(),
  city: z.string(),
  cityName: z.string(),
  county: z.nullable(z.string()),
  place: z.string(),
  organiser: z.nullable(z.string()),
  leadUnit: z.nullable(z.string()),
  batch: z.nullable(z.number()),
  origin: z.string(),
  /** Lifecycle stage at `asOf` and the day since when. */
  stage: z.string(),
  since: z.nullable(z.string()),
})
export type BrainRow = z.infer<typeof BrainRow>

export const BrainList = z.object({ ...head, total: z.number(), rows: z.array(BrainRow) })
export type BrainList = z.infer<typeof BrainList>
