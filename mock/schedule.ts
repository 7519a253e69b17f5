import {
  comparePeriods,
  monthOf,
  periodEnd,
  periodRange,
  shiftPeriod,
} from '../src/domain/period.ts'
import type { SimulatedBrain } from './brains.ts'
import type { Correction, Habits } from './habits.ts'
import { addDays, instantOf, isWeekend } from './instants.ts'
import { randomOf, type Random } from './random.ts'
import type { Scenario } from './scenarios.ts'

/** One report to come: of which months it speaks and when it arrives. Cells are filled in later. */
export interface PlannedReport {
  readonly kind: 'monthly' | 'history' | 'correction'
  /** Months with cells, ascending; the last one is the report's period. */
  readonly months: readonly string[]
  readonly knownAt: string
  readonly correction?: Correction
}

const earlier = (a: string, b: string): string => (a < b ? a : b)

/** An office hour of the day. */
const officeInstant = (day: string, random: Random): string =>
  instantOf(day, random.whole(8 * 60 + 30, 18 * 60))

/**
 * Arrival of a monthly report: the 3rd to the 14th day after the month, before the due day; a late one
 * 17 to 26 days after it. Nothing arrives after the scenario's end.
 */
function monthlyArrival(month: string, late: boolean, scenario: Scenario, random: Random): string {
  const after = late ? random.whole(17, 26) : random.whole(3, 13)
  const day = addDays(periodEnd(month), after)
  const shifted = isWeekend(day) ? addDays(day, after > 4 && !late ? -2 : 2) : day
  const lastDay = addDays(scenario.end.slice(0, 10), -random.whole(2, 4))
  return officeInstant(earlier(shifted, lastDay), random)
}

/** Months for which a monthly report is filed: from 试点 to the last month or the month of 取消资格. */
function monthlyMonths(brain: SimulatedBrain, habits: Habits, scenario: Scenario): string[] {
  if (!brain.pilot) return []
  const from = monthOf(brain.pilot)
  const until = brain.stop ? monthOf(brain.stop) : scenario.last
  const first = comparePeriods(from, scenario.first) < 0 ? scenario.first : from
  return periodRange(first, until).filter((month) => !habits.missing.has(month))
}

function monthlyReports(
  brain: SimulatedBrain,
  habits: Habits,
  scenario: Scenario,
  random: Random,
): PlannedReport[] {
  return monthlyMonths(brain, habits, scenario).map((month) => {
    const late = random.chance(habits.lateness)
    const knownAt = monthlyArrival(month, late, scenario, random)
    return { kind: 'monthly', months: [month], knownAt }
  })
}

/** Cluster history before 试点: one back-report a year, three to eight weeks after the pilot began. */
function historyReports(
  brain: SimulatedBrain,
  scenario: Scenario,
  random: Random,
): PlannedReport[] {
  if (!brain.pilot) return []
  const months = periodRange(scenario.first, shiftPeriod(monthOf(brain.pilot), -1))
  const years = [...new Set(months.map((month) => month.slice(0, 4)))]
  let day = addDays(brain.pilot, random.whole(20, 45))
  return years.map((year) => {
    const knownAt = officeInstant(day, random)
    day = addDays(day, random.whole(1, 4))
    return { kind: 'history', months: months.filter((month) => month.startsWith(year)), knownAt }
  })
}

/**
 * The report that corrects a month: every later month of that year which is already reported changes too,
 * because flows are cumulative. It comes one to three days after the report of the month it was found in.
 */
function correctionReports(
  scenario: Scenario,
  { correction, missing }: Habits,
  monthly: readonly PlannedReport[],
  random: Random,
): PlannedReport[] {
  if (!correction) return []
  const carrier = monthly.find(({ months }) => months[0] === correction.found)
  const start = monthly[0]?.months[0]
  if (!carrier || !start || comparePeriods(correction.month, start) < 0) return []
  const yearEnd = `${correction.month.slice(0, 4)}-12`
  const last = earlier(yearEnd, correction.found)
  const months = periodRange(correction.month, last).filter((month) => !missing.has(month))
  const day = addDays(carrier.knownAt.slice(0, 10), random.whole(1, 3))
  const knownAt = officeInstant(earlier(day, addDays(scenario.end.slice(0, 10), -1)), random)
  return [{ kind: 'correction', months, knownAt, correction }]
}

/** All reports of a brain in the order of their arrival. */
export function scheduleOf(
  scenario: Scenario,
  brain: SimulatedBrain,
  habits: Habits,
): readonly PlannedReport[] {
  const random = randomOf(scenario.seed, 'schedule', brain.entry.id)
  const monthly = monthlyReports(brain, habits, scenario, random)
  return [
    ...historyReports(brain, scenario, random),
    ...monthly,
    ...correctionReports(scenario, habits, monthly, random),
  ].sort((a, b) => (a.knownAt < b.knownAt ? -1 : a.knownAt > b.knownAt ? 1 : 0))
}
