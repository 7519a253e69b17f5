import type { Cube } from '../cube.ts'
import { runQuery } from '../query.ts'
import { isPresent } from '../reading.ts'
import { periodsOf } from './evidence.ts'
import type { EvidenceTime } from './evidence.ts'
import { leavesOf, type LeafNeed } from './needs.ts'
import type { ReadingBasis, RuleSet } from './ruleSet.ts'
import type { Statement } from './statement.ts'
import { statementSubjects } from './statementSubjects.ts'

/** What is known of many brains, column by column: read once, judged as often as a threshold moves. */
export interface EvidenceFrame {
  readonly brains: readonly string[]
  /** By `readingKey`; NaN where nothing is known. */
  readonly readings: ReadonlyMap<string, Float64Array>
  /** By subject: 1 met, −1 not met, 2 waived, 0 nothing stated. */
  readonly statements: ReadonlyMap<string, Int8Array>
}

export const readingKey = (indicator: string, basis: ReadingBasis): string =>
  `${basis} ${indicator}`

const CODES = { met: 1, notMet: -1, waived: 2 } as const

/** Reads everything that a rule set asks for, one query for each indicator and basis. */
export function evidenceFrame(
  cube: Cube,
  statements: readonly Statement[],
  set: RuleSet,
  brains: readonly string[],
  time: EvidenceTime,
): EvidenceFrame {
  const readings = new Map<string, Float64Array>()
  for (const [indicator, basis] of set.clauses.flatMap(({ need }) =>
    leavesOf(need).flatMap(asked),
  )) {
    const key = readingKey(indicator, basis)
    if (!readings.has(key)) readings.set(key, column(cube, indicator, basis, brains, time))
  }
  return { brains, readings, statements: stated(statements, set, brains) }
}

const asked = (need: LeafNeed): readonly (readonly [string, ReadingBasis])[] => {
  if (need.kind === 'reading') return [[need.indicator, need.basis]]
  if (need.kind === 'count') return need.indicators.map((one) => [one, 'latest'] as const)
  return []
}

function column(
  cube: Cube,
  indicator: string,
  basis: ReadingBasis,
  brains: readonly string[],
  time: EvidenceTime,
): Float64Array {
  const values = new Float64Array(brains.length).fill(NaN)
  if (!cube.indicators.has(indicator)) return values
  const periods = periodsOf(basis, time)
  const { groups, reading } = runQuery(cube, {
    ...{ indicator, groupBy: 'brain', periods, measure: 'value' },
    ...(brains.length < cube.brains.length && { scope: { brains } }),
  })
  const at = new Map(groups.map(({ id }, g) => [id, g]))
  brains.forEach((brain, b) => {
    const group = at.get(brain)
    if (group === undefined) return
    for (let p = 0; p < periods.length; p++) {
      const found = reading(group, p)
      if (!isPresent(found)) continue
      values[b] = found.value
      return
    }
  })
  return values
}

function stated(
  statements: readonly Statement[],
  set: RuleSet,
  brains: readonly string[],
): ReadonlyMap<string, Int8Array> {
  const { needs, waivable } = statementSubjects(set)
  const columns = new Map(
    [...needs, ...waivable].map((subject) => [subject, new Int8Array(brains.length)]),
  )
  const at = new Map(brains.map((brain, b) => [brain, b]))
  for (const { brain, batch, subject, verdict } of statements) {
    const row = at.get(brain)
    const cells = columns.get(subject)
    if (batch === set.batch && row !== undefined && cells) cells[row] = CODES[verdict]
  }
  return columns
}
