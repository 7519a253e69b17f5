import type { Cube } from '../cube.ts'
import type { Indicator } from '../indicator.ts'
import type { Period } from '../period.ts'
import { parsePeriod } from '../period.ts'
import { indexed, percentChange, pointChange } from './change.ts'
import type { Frame } from './frame.ts'
import type { Grid } from './grid.ts'
import { emptyGrid } from './grid.ts'
import type { Group } from './group.ts'
import { frameFor } from './prepared.ts'
import { preferPublished } from './published.ts'
import type { Query } from './question.ts'
import { refusal } from './question.ts'
import type { Cohort } from './relative.ts'
import { contributions, ranks, shares } from './relative.ts'
import type { Side, Weights } from './row.ts'
import type { Source } from './source.ts'
import { columnsOf, observed, PER_YEAR, periodsOf, singled } from './source.ts'
import type { Totals } from './total.ts'
import { totals } from './total.ts'

/** A query with what it refers to looked up. */
export interface Task {
  readonly cube: Cube
  readonly query: Query
  readonly indicator: Indicator
  readonly groups: readonly Group[]
}

/** Computes the measure for all groups and periods at once. */
export function measured(task: Task): Grid {
  const { cube, query, indicator, groups } = task
  const refused = refusal(query.measure, indicator)
  if (refused) return emptyGrid(groups.length, query.periods.length, refused)
  const source = observed(cube.slices.get(indicator.id), indicator)
  return compute(task, source, frameFor(cube, groups, source, indicator))
}

function compute(task: Task, source: Source, frame: Frame): Grid {
  const { cube, query, indicator } = task
  const periods = periodsOf(query.periods)
  const year = PER_YEAR[source.cadence]
  const total = (from: Source): Totals =>
    totals(frame, indicator.aggregation.how, sideOf(task, from, periods))
  const pairs = (from: Source, shift: number): Totals =>
    totals(
      frame,
      indicator.aggregation.how,
      sideOf(task, from, periods),
      sideOf(task, from, periods, -shift),
    )
  switch (query.measure) {
    case 'value':
      return total(source)
    case 'single':
      return total(singled(source, indicator))
    case 'yearOnYear':
      return preferPublished(percentChange(pairs(source, year)), cube, indicator, frame, periods)
    case 'singleYearOnYear':
      return percentChange(pairs(singled(source, indicator), year))
    case 'monthOnMonth':
      return percentChange(pairs(singled(source, indicator), 1))
    case 'pointChange':
      return pointChange(pairs(source, year))
    case 'pointChangeOnMonth':
      return pointChange(pairs(source, 1))
    case 'share':
      return shares(total(source), cohortsOf(task))
    case 'rank':
      return ranks(total(source), cohortsOf(task), indicator.direction)
    case 'contribution':
      return contributions(pairs(source, year), cohortsOf(task))
    case 'index':
      return againstBase(task, source, frame, periods)
  }
}

function againstBase(
  task: Task,
  source: Source,
  frame: Frame,
  periods: readonly (Period | null)[],
): Grid {
  const { query, indicator } = task
  const base = parsePeriod(query.base ?? query.periods[0] ?? '')
  const now = sideOf(task, source, periods)
  const reference = sideOf(
    task,
    source,
    periods.map(() => base),
  )
  const sums = totals(frame, indicator.aggregation.how, now, reference)
  const every = indicator.kind === 'flow' ? PER_YEAR[source.cadence] : 1
  return indexed(sums, now.columns, reference.columns, every)
}

function sideOf(
  { cube, indicator }: Task,
  source: Source,
  periods: readonly (Period | null)[],
  shift = 0,
): Side {
  return {
    source,
    columns: columnsOf(source, periods, shift),
    weights: weightsOf(cube, indicator, periods, shift),
  }
}

/** The weights of a weighted indicator; null where their slice is not there. */
function weightsOf(
  { slices, indicators }: Cube,
  { aggregation }: Indicator,
  periods: readonly (Period | null)[],
  shift: number,
): Weights | null {
  if (aggregation.how !== 'weighted') return null
  const indicator = indicators.get(aggregation.by)
  const slice = slices.get(aggregation.by)
  if (!indicator || !slice) return null
  const source = observed(slice, indicator)
  return { source, columns: columnsOf(source, periods, shift) }
}

/** Groups that share one total and one ranking: regions of one level, else all. */
function cohortsOf({ cube, query, groups }: Task): readonly Cohort[] {
  const { groupBy } = query
  if (groupBy !== 'region') return [groups.map((_, g) => g)]
  const levels = new Map(cube.regions.map(({ id, level }) => [id, level]))
  const cohorts = new Map<string, number[]>()
  groups.forEach(({ id }, g) => {
    const level = levels.get(id) ?? ''
    const cohort = cohorts.get(level)
    if (cohort) cohort.push(g)
    else cohorts.set(level, [g])
  })
  return [...cohorts.values()]
}
