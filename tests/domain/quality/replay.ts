import { simulate } from '../../../mock/generate.ts'
import type { Scenario } from '../../../mock/scenarios.ts'
import type { ReportSubmission } from '../../../src/contract/report.ts'
import { REPORTED_INDICATORS } from '../../../src/domain/catalogue/index.ts'
import type { OtherReading, PastReading, QualityInput } from '../../../src/domain/quality/judge.ts'
import { COUNTED_ONCE } from '../../../src/domain/quality/relations.ts'

const INDICATORS = new Map(REPORTED_INDICATORS.map((entry) => [entry.id, entry]))

/** What is stored of each brain, by indicator and period. */
type Stored = Map<string, Map<string, PastReading>>

/**
 * A demo's reports in the order of their arrival, each with what was stored until then: judge it before
 * the next one is asked for, or keep it with `frozen`.
 */
export function* replay(scenario: Scenario): Generator<QualityInput> {
  const { brains, reports } = simulate(scenario)
  const cityOf = new Map(brains.map(({ id, city }) => [id, city]))
  const stored = new Map<string, Stored>(brains.map(({ id }) => [id, new Map()]))
  for (const report of reports) {
    const submission = report.submission()
    const own = stored.get(report.brain) ?? new Map()
    const neighbours = brains.filter(
      ({ id }) => id !== report.brain && cityOf.get(id) === cityOf.get(report.brain),
    )
    const others = neighbours.flatMap(({ id }) => racksOf(id, stored.get(id)))
    yield inputOf(submission, own, others)
    store(submission, own)
  }
}

/** The input with the history that it has now. */
export function frozen(input: QualityInput): QualityInput {
  const history = new Map(input.cells.map(({ indicator: id }) => [id, input.history(id)]))
  return { ...input, history: (id) => history.get(id) ?? [] }
}

function racksOf(brain: string, stored: Stored | undefined): OtherReading[] {
  return COUNTED_ONCE.flatMap((indicator) =>
    [...(stored?.get(indicator)?.values() ?? [])].flatMap(({ period, value }) =>
      value === null ? [] : [{ brain, indicator, period, value }],
    ),
  )
}

const inputOf = (
  { brain, period, cells, reason }: ReportSubmission,
  own: Stored,
  others: readonly OtherReading[],
): QualityInput => ({
  brain,
  period,
  status: 'final',
  reason: reason ?? null,
  cells: cells.map((cell) => ({
    indicator: cell.indicator,
    period: cell.period ?? period,
    value: cell.value ?? null,
    absent: cell.absent ?? null,
  })),
  history: (id) => [...(own.get(id)?.values() ?? [])],
  others,
  indicators: INDICATORS,
})

function store({ period, cells }: ReportSubmission, own: Stored): void {
  for (const cell of cells) {
    const row = own.get(cell.indicator) ?? new Map<string, PastReading>()
    const at = cell.period ?? period
    own.set(cell.indicator, row.set(at, { period: at, value: cell.value ?? null, status: 'final' }))
  }
}
