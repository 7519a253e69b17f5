import { CATALOGUE } from '../../../src/domain/catalogue/index.ts'
import { makeCalendar } from '../../../src/domain/calendar.ts'
import { makeCube } from '../../../src/domain/cube.ts'
import { indicatorsOf } from '../../../src/domain/eligibility/needs.ts'
import type { RuleSet } from '../../../src/domain/eligibility/ruleSet.ts'
import type { Statement } from '../../../src/domain/eligibility/statement.ts'
import { statementSubjects } from '../../../src/domain/eligibility/statementSubjects.ts'
import { foldAll } from '../../../src/domain/lifecycle.ts'
import { periodRange } from '../../../src/domain/period.ts'
import { CITIES, REGIONS } from '../../../src/domain/region.ts'
import type { Slice } from '../../../src/domain/slice.ts'
import type { FigureContext } from '../../../src/figures/definition.ts'
import { NO_PROGRAMME } from '../../../src/figures/programme/programmeData.ts'
import { randomOf } from '../../../mock/random.ts'
import { brain, event } from '../../domain/tables.ts'

export const BRAINS = 5_000
const TODAY = '2026-11-22'
const MONTHS = periodRange('2024-01', '2026-10')

/** 5,000 brains with readings about the thresholds, of which one in ten is missing, and with statements. */
export function eligibilityWorld(set: RuleSet): FigureContext {
  const ids = Array.from({ length: BRAINS }, (_, i) => `b${String(i).padStart(4, '0')}`)
  const brains = ids.map((id, i) => brain(id, { city: CITIES[i % CITIES.length] ?? '' }))
  const events = ids.map((id) => event(id, 'piloted', '2024-07-10'))
  const statements = statementsOf(set, ids)
  return {
    ...{ locale: 'zh-CN', space: 'demo', today: TODAY, credit: null },
    ...{ targets: [], sources: [], cited: [], gaps: [] },
    calendar: makeCalendar([]),
    states: foldAll(brains, events, TODAY),
    programme: { ...NO_PROGRAMME, statements },
    cube: makeCube({
      ...{ regions: REGIONS, indicators: CATALOGUE, brains, events },
      slices: indicatorsOf(set).map((id) => sliceOf(id, ids)),
    }),
  }
}

/** Readings of an indicator about the thresholds, one in ten of them missing. */
export function sliceOf(indicator: string, entities: readonly string[]): Slice {
  const random = randomOf(11, indicator)
  const size = entities.length * MONTHS.length
  const scale = SCALES[indicator] ?? 4
  const values = Float64Array.from({ length: size }, () => Math.abs(scale * (1 + random.normal())))
  const absence = Uint8Array.from({ length: size }, () => (random.chance(0.1) ? 1 : 0))
  return {
    ...{ indicator, version: 1, entities, periods: MONTHS, values, absence },
    ...{ status: new Uint8Array(size).fill(1), origins: ['simulated'], knownAt: null },
  }
}

/** Where readings lie, so that thresholds divide them. */
const SCALES: Readonly<Record<string, number>> = {
  'cluster.revenue': 120,
  'cluster.outputValue': 120,
  'compute.racksPlanned': 900,
}

/** What somebody states of most brains and needs; one in nineteen is not met. */
export const statementsOf = (set: RuleSet, ids: readonly string[]): readonly Statement[] =>
  ids.flatMap((id, i) =>
    statementSubjects(set).needs.flatMap((subject, s) => {
      const verdict = (i + s) % 19 === 0 ? ('notMet' as const) : ('met' as const)
      if ((i * 7 + s) % 23 === 0) return []
      const rest = { document: '证明', reason: null, by: 'user:li', date: '2026-05-08' }
      return [{ brain: id, batch: set.batch, subject, verdict, ...rest }]
    }),
  )
