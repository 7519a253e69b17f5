import type { StatementWrite } from '../src/contract/programme.ts'
import type { ReportCell, ReportSubmission } from '../src/contract/report.ts'
import type { Brain } from '../src/domain/brain.ts'
import { REPORTED_INDICATORS } from '../src/domain/catalogue/index.ts'
import type { LifecycleEvent } from '../src/domain/event.ts'
import type { Indicator } from '../src/domain/indicator.ts'
import { simulateBrains, type SimulatedBrain } from './brains.ts'
import { cellOf } from './cells.ts'
import { simulateEvents } from './events.ts'
import { habitsOf, type Habits } from './habits.ts'
import type { Scenario } from './scenarios.ts'
import { scheduleOf, type PlannedReport } from './schedule.ts'
import { monthsOf, seriesOf, type Series, type SeriesInput } from './series.ts'
import { simulateStatements } from './statements.ts'
import { weigher } from './weights.ts'

/** A report whose cells are worked out when it is sent: a large scenario never lies in memory whole. */
export interface SimulatedReport {
  readonly brain: string
  readonly period: string
  readonly knownAt: string
  readonly kind: PlannedReport['kind']
  readonly submission: () => ReportSubmission
}

/** A whole demo: registry, events in order of their day, reports in order of their arrival. */
export interface Simulation {
  readonly scenario: Scenario
  readonly brains: readonly Brain[]
  readonly events: readonly LifecycleEvent[]
  readonly reports: readonly SimulatedReport[]
  /** What is stated about the conditions of the calls. */
  readonly statements: readonly StatementWrite[]
}

/** Who reports, and the credit line of everything simulated. */
export const creditOf = ({ seed }: Scenario): string => `模拟数据（种子 ${seed}）`

type Figures = (indicator: string) => Series

interface Reporter {
  readonly scenario: Scenario
  readonly brain: SimulatedBrain
  readonly months: readonly string[]
  /** Figures as first reported, and with the brain's correction. */
  readonly first: () => Figures
  readonly corrected: () => Figures
  readonly habits: Habits
}

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

const byArrival = (a: SimulatedReport, b: SimulatedReport): number =>
  a.knownAt < b.knownAt ? -1 : a.knownAt > b.knownAt ? 1 : a.brain < b.brain ? -1 : 1

/**
 * Makes the demo of a scenario: the same scenario gives the same bytes. Pure: no clock, no randomness of the
 * machine. Reports of 5,000 brains are planned in seconds and filled in one at a time.
 */
export function simulate(scenario: Scenario): Simulation {
  const brains = simulateBrains(scenario)
  const habits = habitsOf(scenario, brains)
  const weightOf = weigher(scenario, brains, habits)
  const months = monthsOf(scenario)
  const indicators = new Map(REPORTED_INDICATORS.map((entry) => [entry.id, entry]))
  const reports = brains.flatMap((brain) => {
    const own = habits.get(brain.entry.id)
    if (!own || !brain.pilot) return []
    const input = {
      ...{ scenario, months, indicators, brain, habits: own },
      weightOf: (indicator: string) => weightOf(indicator, brain),
    }
    return reportsOf(input)
  })
  return {
    scenario,
    brains: brains.map(({ entry }) => entry),
    events: simulateEvents(scenario, brains),
    reports: reports.sort(byArrival),
    statements: simulateStatements(scenario, brains),
  }
}

function reportsOf(input: Omit<SeriesInput, 'corrected'>): SimulatedReport[] {
  const { scenario, brain, habits, months } = input
  const reporter: Reporter = {
    ...{ scenario, brain, months, habits },
    first: once(() => seriesOf({ ...input, corrected: false })),
    corrected: once(() => seriesOf({ ...input, corrected: true })),
  }
  const plan = scheduleOf(scenario, brain, habits)
  const found = plan.find(({ kind }) => kind === 'correction')?.knownAt ?? null
  return plan.map((planned) => ({
    brain: brain.entry.id,
    period: planned.months.at(-1) ?? scenario.first,
    knownAt: planned.knownAt,
    kind: planned.kind,
    submission: () => submissionOf(reporter, planned, found),
  }))
}

function submissionOf(
  reporter: Reporter,
  planned: PlannedReport,
  found: string | null,
): ReportSubmission {
  const { scenario, brain } = reporter
  return {
    brain: brain.entry.id,
    period: planned.months.at(-1) ?? scenario.first,
    by: creditOf(scenario),
    knownAt: planned.knownAt,
    ...(planned.correction && { reason: planned.correction.reason }),
    cells:
      planned.kind === 'correction'
        ? changedCells(reporter, planned)
        : plainCells(reporter, planned, found !== null && planned.knownAt > found),
  }
}

const reportedIn = (kind: PlannedReport['kind']): readonly Indicator[] =>
  kind === 'monthly'
    ? REPORTED_INDICATORS
    : REPORTED_INDICATORS.filter(({ reportedFrom }) => reportedFrom === 'cluster')

function plainCells(
  { first, corrected, months }: Reporter,
  planned: PlannedReport,
  after: boolean,
): ReportCell[] {
  const figures = after ? corrected() : first()
  return planned.months.flatMap((month) =>
    reportedIn(planned.kind).map((indicator) =>
      cellOf(indicator, figures(indicator.id), months, month),
    ),
  )
}

/** Only the cells that the correction changes. */
function changedCells(
  { first, corrected, months }: Reporter,
  planned: PlannedReport,
): ReportCell[] {
  const [before, after] = [first(), corrected()]
  return planned.months.flatMap((month) =>
    reportedIn('correction').flatMap((indicator) => {
      const old = cellOf(indicator, before(indicator.id), months, month)
      const cell = cellOf(indicator, after(indicator.id), months, month)
      return cell.value === old.value ? [] : [cell]
    }),
  )
}
