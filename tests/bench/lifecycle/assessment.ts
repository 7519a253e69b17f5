import { demoCard } from '../../../src/domain/assessment/cards/demoCard.ts'
import { rankingOf } from '../../../src/domain/assessment/ranking.ts'
import { scoreAll, scoreFrame } from '../../../src/domain/assessment/scoreFrame.ts'
import { scoreForecaster } from '../../../src/domain/assessment/scoreForecast.ts'
import { leavesOf } from '../../../src/domain/assessment/scoreLeaf.ts'
import type { ScoredItem } from '../../../src/domain/assessment/scoreCard.ts'
import { CATALOGUE } from '../../../src/domain/catalogue/index.ts'
import { makeCube, type Cube } from '../../../src/domain/cube.ts'
import { periodRange } from '../../../src/domain/period.ts'
import type { Slice } from '../../../src/domain/slice.ts'
import { randomOf } from '../../../mock/random.ts'
import { brain, event } from '../../domain/tables.ts'
import { budget, calibrate, time, type Budget } from '../harness.ts'

const BRAINS = 5_000
const PERIOD = '2026-10'
const MONTHS = periodRange('2023-01', PERIOD)
const ids = Array.from({ length: BRAINS }, (_, i) => `b${String(i).padStart(4, '0')}`)

/** Values that rise from zero to full points within the years, one in fifty not reported. */
function sliceOf({ indicator, measure, zero, full }: ScoredItem): Slice {
  const random = randomOf(17, indicator)
  const size = BRAINS * MONTHS.length
  const values = new Float64Array(size)
  const absence = new Uint8Array(size)
  for (let cell = 0; cell < size; cell++) {
    const month = cell % MONTHS.length
    const share = (month + 1) / MONTHS.length + 0.2 * random.normal()
    const level = measure === 'yoy' ? 100 * (1 + share / 10) : zero + (full - zero) * share
    values[cell] = measure === 'latest' ? level : (level * ((month % 12) + 1)) / 12
    absence[cell] = random.chance(0.02) ? 1 : 0
  }
  return {
    ...{ indicator, version: 1, entities: ids, periods: MONTHS, values, absence },
    ...{ status: new Uint8Array(size).fill(1), origins: ['simulated'], knownAt: null },
  }
}

function cubeOf(): Cube {
  const items = leavesOf(demoCard).flatMap(({ item }) => (item.kind === 'item' ? [item] : []))
  return makeCube({
    ...{ regions: [], indicators: CATALOGUE, brains: ids.map((id) => brain(id)) },
    events: ids.map((id) => event(id, 'piloted', '2022-06-01')),
    slices: items.map(sliceOf),
  })
}

/** Scoring of 5,000 brains by the product's own card: read, try out weights, foresee the year's end. */
export function assessmentBudgets(): readonly Budget[] {
  const scale = calibrate()
  const cube = cubeOf()
  const frame = scoreFrame(cube, demoCard, ids, PERIOD)
  const weights = frame.weights.map((weight, i) => weight * (1 + (i % 3)))
  const tried = (): unknown => rankingOf(demoCard, frame, scoreAll(frame, weights))
  const ms = (run: () => unknown, repeat = 1): number => scale * time(run, repeat)
  return [
    budget('scores of 5,000 brains read and ranked, ms', ms(readAll), 120),
    budget(
      'other weights: scores of 5,000 brains, ms',
      ms(() => scoreAll(frame, weights), 20),
      2,
    ),
    budget('other weights: scored and ranked, ms', ms(tried, 5), 16),
    budget('forecasts of 5,000 brains tried on past years, ms', ms(foreseen), 1_500),
  ]

  function readAll(): unknown {
    const fresh = scoreFrame({ ...cube }, demoCard, ids, PERIOD)
    return rankingOf(demoCard, fresh, scoreAll(fresh))
  }

  function foreseen(): unknown {
    const forecaster = scoreForecaster(cube, demoCard, ids, PERIOD)
    return ids.map((id) => forecaster.of(id))
  }
}
