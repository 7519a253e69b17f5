import { beforeAll, describe, expect, it } from 'vitest'

import { scenarioFor } from '../../../mock/scenarios.ts'
import { randomOf } from '../../../mock/random.ts'
import { demoCard } from '../../../src/domain/assessment/cards/demoCard.ts'
import { intervalOf } from '../../../src/domain/assessment/conformal.ts'
import { itemForecaster } from '../../../src/domain/assessment/forecast.ts'
import { scoreForecaster } from '../../../src/domain/assessment/scoreForecast.ts'
import { leavesOf } from '../../../src/domain/assessment/scoreLeaf.ts'
import { REPORTED_INDICATORS } from '../../../src/domain/catalogue/index.ts'
import { makeCube, type Cube } from '../../../src/domain/cube.ts'
import type { Indicator } from '../../../src/domain/indicator.ts'
import { periodRange } from '../../../src/domain/period.ts'
import { filled } from '../../figures/simulatedSlices.ts'
import { brain, event, slice, type Cell } from '../tables.ts'
import { BY_ID, item } from './world.ts'

const MONTHS = periodRange('2021-01', '2025-10')

/** Brains whose one indicator is worked out month by month. */
function cubeOf(id: string, count: number, cell: (brain: string, month: number) => Cell): Cube {
  const ids = Array.from({ length: count }, (_, i) => `b${String(i).padStart(3, '0')}`)
  const table = Object.fromEntries(ids.map((of) => [of, MONTHS.map((_, m) => cell(of, m))]))
  const indicator = BY_ID.get(id) as Indicator
  return makeCube({
    brains: ids.map((of) => brain(of)),
    ...{ regions: [], slices: [slice(id, MONTHS, table)], indicators: [indicator] },
    events: ids.map((of) => event(of, 'piloted', '2020-01-05')),
  })
}

const idsOf = ({ brains }: Cube): string[] => brains.map(({ id }) => id)
const noise = (id: string, month: number, size: number): number =>
  size * randomOf(7, id, String(month)).normal()

/** A year of 1,200 that grows by a tenth each year, cumulative, with 1 % of noise. */
const flow = cubeOf('revenue', 30, (id, m) => {
  const year = Math.floor(m / 12)
  return 100 * ((m % 12) + 1) * 1.1 ** year * (1 + noise(id, m, 0.01))
})
const growing = cubeOf('racks', 30, (id, m) => 500 + 10 * m + noise(id, m, 3))

function walk(id: string): Cell[] {
  const random = randomOf(11, id)
  let level = 1000
  return MONTHS.map(() => (level += 20 * random.normal()))
}
const walks = new Map<string, Cell[]>()
const walking = cubeOf('racks', 80, (id, m) => {
  const series = walks.get(id) ?? walk(id)
  walks.set(id, series)
  return series[m] ?? 'notReported'
})

const yearly = item('r', { indicator: 'revenue', measure: 'cumulative', full: 5000 })
const level = item('r')

describe('the forecast of a cumulative flow', () => {
  const { of, test } = itemForecaster(flow, yearly, idsOf(flow), '2025-10')

  it('is last year’s full value by this year’s months over the same months of last year', () => {
    const at = (period: string) => flow.slices.get('revenue')?.values[MONTHS.indexOf(period)] ?? NaN
    const forecast = of('b000')
    expect(forecast).toMatchObject({ value: (at('2025-10') * at('2024-12')) / at('2024-10') })
  })

  it('beats last year’s value out of sample and says its interval', () => {
    expect(test).toMatchObject({
      verdict: 'beats',
      trials: 90,
      brains: 30,
      years: [2022, 2023, 2024],
    })
    expect(test.skill).toBeGreaterThan(0.7)
    const forecast = of('b000')
    if (typeof forecast === 'string') throw new Error(forecast)
    expect(forecast.low).toBeLessThan(forecast.value)
    expect(forecast.high).toBeGreaterThan(forecast.value)
    expect((forecast.high - forecast.low) / forecast.value).toBeLessThan(0.12)
  })

  it('of growth is judged against the growth of last year, which a steady growth equals', () => {
    const steady = cubeOf('revenue', 30, (_, m) => ((m % 12) + 1) * 2 ** Math.floor(m / 12))
    const growth = item('g', { indicator: 'revenue', measure: 'yoy', zero: 0, full: 10 })
    const trial = itemForecaster(steady, growth, idsOf(steady), '2025-10')
    expect(trial.test.years).toEqual([2023, 2024])
    expect(trial.of('b000')).toBe('notBetter')
  })
})

describe('a history from which nothing can be said', () => {
  it('is a random walk: drift does not beat the last value', () => {
    const { of, test } = itemForecaster(walking, level, idsOf(walking), '2025-10')
    expect(test.trials).toBeGreaterThan(200)
    expect(test.verdict).toBe('notBetter')
    expect(of('b000')).toBe('notBetter')
  })

  it('is one of too few brains or years', () => {
    const few = idsOf(growing).slice(0, 4)
    expect(itemForecaster(growing, level, few, '2025-10').of('b000')).toBe('shortHistory')
    const early = itemForecaster(growing, level, idsOf(growing), '2021-10')
    expect(early.of('b000')).toBe('shortHistory')
  })

  it('is a last year that was not whole', () => {
    const late = cubeOf('revenue', 30, (_, m) => (m < 40 ? 'notReported' : 100 * ((m % 12) + 1)))
    expect(itemForecaster(late, yearly, idsOf(late), '2025-10').of('b000')).toBe('shortHistory')
  })

  it('is a month that the brain has not reported, and a year that is over', () => {
    const gap = cubeOf('racks', 30, (id, m) =>
      id === 'b001' && m === MONTHS.length - 1 ? 'notReported' : 500 + 10 * m,
    )
    const forecaster = itemForecaster(gap, level, idsOf(gap), '2025-10')
    expect(forecaster.of('b001')).toBe('noReading')
    expect(forecaster.of('b002')).toMatchObject({ value: 500 + 10 * 59 })
    expect(itemForecaster(gap, level, idsOf(gap), '2024-12').of('b002')).toBe('yearOver')
  })

  it('is an indicator that nobody knows', () => {
    const unknown = item('u', { indicator: 'nothing' })
    expect(itemForecaster(growing, unknown, idsOf(growing), '2025-10').of('b000')).toBe('noReading')
  })
})

describe('the interval of past errors', () => {
  it('takes the order statistics of split conformal prediction', () => {
    const errors = Array.from({ length: 29 }, (_, i) => i - 14)
    expect(intervalOf(errors)).toEqual({ low: -12, high: 12 })
  })

  it('always holds the forecast itself', () => {
    expect(intervalOf([3, 4, 5])).toEqual({ low: 0, high: 5 })
  })
})

const IDS = new Set(
  leavesOf(demoCard).flatMap(({ item: of }) => (of.kind === 'item' ? [of.indicator] : [])),
)
const READ = REPORTED_INDICATORS.filter(({ id }) => IDS.has(id))

describe('on the simulated history', () => {
  let cube: Cube
  beforeAll(() => {
    const { simulation, slices } = filled(scenarioFor(120, 5), () => true, READ)
    const { brains, events } = simulation
    cube = makeCube({ brains, events, regions: [], slices, indicators: READ })
  })

  /** Share of what came in December 2025 that lay in the intervals stated from a month before. */
  const held = (month: string): number => {
    const forecaster = scoreForecaster(cube, demoCard, idsOf(cube), month)
    const hits = forecaster.items.flatMap((entry) =>
      idsOf(cube).flatMap((id) => {
        const [forecast, actual] = [entry?.of(id), entry?.outcome(id, 2025) ?? NaN]
        if (!forecast || typeof forecast === 'string' || Number.isNaN(actual)) return []
        return actual >= forecast.low && actual <= forecast.high ? [1] : [0]
      }),
    )
    expect(hits.length).toBeGreaterThan(60)
    return hits.reduce<number>((sum, value) => sum + value, 0) / hits.length
  }

  it.each(['2025-08', '2025-10'])('an 80 % interval stated in %s held 70–90 %', (month) => {
    const share = held(month)
    expect(share).toBeGreaterThanOrEqual(0.7)
    expect(share).toBeLessThanOrEqual(0.9)
  })

  it('the back-test of every stated forecast says 70–90 % on the whole', () => {
    const { items, test } = scoreForecaster(cube, demoCard, idsOf(cube), '2026-10')
    const stated = items.flatMap((entry) => (entry?.test.verdict === 'beats' ? [entry.test] : []))
    expect(stated.length).toBeGreaterThanOrEqual(8)
    const shares = [...stated, test].map(({ coverage }) => coverage ?? NaN)
    const mean = shares.reduce((sum, value) => sum + value, 0) / shares.length
    expect(mean).toBeGreaterThanOrEqual(0.7)
    expect(mean).toBeLessThanOrEqual(0.9)
    expect(test).toMatchObject({ verdict: 'beats' })
  })

  it('a rate that only wavers has no forecast', () => {
    const { items } = scoreForecaster(cube, demoCard, idsOf(cube), '2026-10')
    const timely = items.find((entry) => entry?.item.id === 'timely')
    expect(timely?.test.verdict).toBe('notBetter')
  })

  it('points that people gave narrow the interval by their weight', () => {
    const forecaster = scoreForecaster(cube, demoCard, idsOf(cube), '2026-10')
    const id = idsOf(cube).find((of) => typeof forecaster.of(of) !== 'string') ?? ''
    const judged = [{ item: 'organisation', points: 100, document: 'x', note: null }]
    const [plain, given] = [forecaster.of(id), forecaster.of(id, judged)]
    if (typeof plain === 'string' || typeof given === 'string') throw new Error('no forecast')
    expect(given.value).toBeGreaterThan(plain.value)
    expect(given.high - given.low).toBeLessThan(plain.high - plain.low)
  })
})
