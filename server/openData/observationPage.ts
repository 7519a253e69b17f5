import type { DataPage, DataRow } from '../../src/contract/index.ts'
import { LARGEST_DATA_PAGE } from '../../src/domain/dataLink.ts'
import { UNITS } from '../../src/domain/indicator.ts'
import { textOf } from '../../src/domain/text.ts'
import type { Locale } from '../../src/domain/text.ts'
import type { CellFilter, FoundCell } from '../store/store.ts'
import { FORMATS } from './answer.ts'
import type { Answer, Format } from './answer.ts'
import { observationColumns } from './columns.ts'
import type { OpenSpace } from './openSpace.ts'
import { pageLinks } from './pageLinks.ts'
import { periodSpans } from './periodSpans.ts'
import { readParameters } from './readParameters.ts'
import { CITY_NAMES, DOMAIN_WORDS, entityIds, entityOf, indicatorWords } from './registryView.ts'
import type { EntityFilter, RegistryView } from './registryView.ts'

export const USUAL_PAGE = 1_000
const LAST_PAGE = 1_000_000

export const OBSERVATION_PARAMETERS = [
  'indicator',
  'entity',
  'domain',
  'city',
  'batch',
  'from',
  'to',
  'asOf',
  'lang',
  'format',
  'page',
  'size',
] as const

export interface ObservationQuestion extends EntityFilter {
  readonly indicators: readonly string[] | null
  readonly from: string | null
  readonly to: string | null
  readonly asOf: number | null
  readonly locale: Locale
  readonly format: Format
  readonly page: number
  readonly size: number
}

/** Reads what is asked for; throws one 400 with everything that is wrong. */
export async function readObservationQuestion(
  open: OpenSpace,
  search: URLSearchParams,
): Promise<ObservationQuestion> {
  const read = readParameters(search, OBSERVATION_PARAMETERS)
  const view = await open.view(null)
  const question = {
    indicators: read.list('indicator', indicatorWords(open.space.indicators)),
    entities: read.list('entity', view.entities),
    domains: read.list('domain', DOMAIN_WORDS),
    cities: read.list('city', CITY_NAMES),
    batches: read.list('batch', view.batches),
    from: read.period('from'),
    to: read.period('to'),
    asOf: read.instant('asOf'),
    locale: read.locale(),
    format: read.oneOf('format', FORMATS, 'json'),
    page: read.number('page', [1, LAST_PAGE], 1),
    size: read.number('size', [1, LARGEST_DATA_PAGE], USUAL_PAGE),
  }
  read.done()
  return question
}

/** One page of cells. Its links carry the instant, so that the pages are of one state of knowledge. */
export async function observationPage(
  open: OpenSpace,
  question: ObservationQuestion,
  url: URL,
): Promise<Answer<DataRow>> {
  const { page, size, locale, asOf } = question
  const view = await open.view(null)
  const filter = await filterOf(open, question, view)
  const total = await open.total(filter)
  const offset = (page - 1) * size
  const cells =
    offset < total ? await open.space.store.findCells(filter, { limit: size, offset }) : []
  const rows = cells.map((cell) => rowOf(open, view, cell, locale))
  const pages = Math.max(1, Math.ceil(total / size))
  const instant = open.instant(asOf)
  const document: DataPage = {
    space: open.space.id,
    asOf: instant,
    simulated: rows.some(({ origin }) => origin === 'simulated'),
    credit: view.credit,
    page,
    size,
    pages,
    total,
    rows,
  }
  const headers = { link: pageLinks(url, { page, pages, asOf: instant }) }
  return { document, columns: observationColumns(locale), total, headers }
}

const filterOf = async (
  open: OpenSpace,
  { indicators, from, to, asOf, ...entities }: ObservationQuestion,
  view: RegistryView,
): Promise<CellFilter> => ({
  indicators,
  entities: entityIds(view, entities, await open.rows()),
  spans: from === null && to === null ? null : periodSpans(from, to),
  asOf: open.effective(asOf),
})

function rowOf({ space }: OpenSpace, view: RegistryView, cell: FoundCell, locale: Locale): DataRow {
  const indicator = space.indicators.get(cell.indicator)
  const { name, city, domain } = entityOf(view, cell.entity, locale)
  return {
    indicator: cell.indicator,
    indicatorName: indicator ? textOf(indicator.name, locale) : cell.indicator,
    unit: indicator ? textOf(UNITS[indicator.unit], locale) : '',
    entity: cell.entity,
    entityName: name,
    city,
    domain,
    period: cell.period,
    value: cell.value,
    absent: cell.absent,
    status: cell.status,
    origin: cell.origin,
    knownAt: new Date(cell.knownAt).toISOString(),
    report: cell.report,
  }
}
