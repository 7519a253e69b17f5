import type { BrainList, BrainRow, IndicatorList, IndicatorRow } from '../../src/contract/index.ts'
import type { Brain } from '../../src/domain/brain.ts'
import { UNITS } from '../../src/domain/indicator.ts'
import type { Indicator } from '../../src/domain/indicator.ts'
import { foldAll } from '../../src/domain/lifecycle.ts'
import type { BrainState } from '../../src/domain/lifecycle.ts'
import { cityName } from '../../src/domain/region.ts'
import { domainName } from '../../src/domain/taxonomy.ts'
import { textOf } from '../../src/domain/text.ts'
import type { Locale } from '../../src/domain/text.ts'
import { shanghaiDay } from '../space/clock.ts'
import { FORMATS } from './answer.ts'
import type { Answer, Format } from './answer.ts'
import { brainColumns, indicatorColumns } from './columns.ts'
import type { OpenSpace } from './openSpace.ts'
import { readParameters } from './readParameters.ts'

export const LISTING_PARAMETERS = ['lang', 'format'] as const
export const BRAIN_PARAMETERS = ['asOf', ...LISTING_PARAMETERS] as const

export interface ListingQuestion {
  readonly asOf: number | null
  readonly locale: Locale
  readonly format: Format
}

/** Reads language and format, and `asOf` where the list has one; throws 400. */
export function readListingQuestion(
  search: URLSearchParams,
  names: readonly string[],
): ListingQuestion {
  const read = readParameters(search, names)
  const question = {
    asOf: read.instant('asOf'),
    locale: read.locale(),
    format: read.oneOf('format', FORMATS, 'json'),
  }
  read.done()
  return question
}

/** The dictionary of the space. */
export function indicatorListing(
  { space }: OpenSpace,
  { locale }: ListingQuestion,
): Answer<IndicatorRow> {
  const rows = Array.from(space.indicators.values(), (one) => indicatorRow(one, locale))
  const document: IndicatorList = { space: space.id, total: rows.length, rows }
  return { document, columns: indicatorColumns(locale), total: rows.length }
}

const indicatorRow = (indicator: Indicator, locale: Locale): IndicatorRow => ({
  id: indicator.id,
  group: indicator.group,
  name: textOf(indicator.name, locale),
  unit: textOf(UNITS[indicator.unit], locale),
  kind: indicator.kind,
  aggregation: indicator.aggregation.how,
  weight: indicator.aggregation.how === 'weighted' ? indicator.aggregation.by : null,
  overlaps: indicator.overlaps,
  direction: indicator.direction,
  cadence: indicator.cadence,
  reportedFrom: indicator.reportedFrom,
  basis: indicator.basis,
  decimals: indicator.decimals,
  definition: textOf(indicator.definition, locale),
})

/** The brains with the stage in which they stood at the instant. */
export async function brainListing(
  open: OpenSpace,
  { asOf, locale }: ListingQuestion,
): Promise<Answer<BrainRow>> {
  const { space } = open
  const view = await open.view(asOf)
  const today = space.clock.today()
  const day = asOf !== null && shanghaiDay(asOf) < today ? shanghaiDay(asOf) : today
  const states = foldAll(view.brains, view.events, day)
  const rows = view.brains.map((brain) => brainRow(brain, states.get(brain.id), locale))
  const document: BrainList = {
    space: space.id,
    asOf: open.instant(asOf),
    simulated: rows.some(({ origin }) => origin === 'simulated'),
    credit: view.credit,
    total: rows.length,
    rows,
  }
  return { document, columns: brainColumns(locale), total: rows.length }
}

const brainRow = (brain: Brain, state: BrainState | undefined, locale: Locale): BrainRow => ({
  id: brain.id,
  name: brain.name,
  subIndustry: brain.subIndustry,
  domain: brain.domain,
  domainName: domainName(brain.domain, locale),
  city: brain.city,
  cityName: cityName(brain.city, locale),
  county: brain.county,
  place: brain.place,
  organiser: brain.organiser,
  leadUnit: brain.leadUnit,
  batch: brain.batch,
  origin: brain.origin,
  stage: state?.stage ?? 'unknown',
  since: state?.since ?? null,
})
