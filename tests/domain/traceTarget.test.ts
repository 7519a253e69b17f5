import { describe, expect, it } from 'vitest'

import {
  clusterRevenue,
  computeRackUtilisation,
  computeRacksBuilt,
} from '../../src/domain/catalogue/headline.ts'
import { statisticsRevenue } from '../../src/domain/catalogue/industryStatistics.ts'
import { ALL_REGIONS } from '../../src/domain/county.ts'
import { makeCube } from '../../src/domain/cube.ts'
import { periodRange } from '../../src/domain/period.ts'
import { isPresent, type Reading } from '../../src/domain/reading.ts'
import { REGIONS } from '../../src/domain/region.ts'
import {
  derivedReadings,
  readTrace,
  targetReadings,
  totalInputs,
  traceTarget,
  type TraceTarget,
} from '../../src/domain/traceTarget.ts'
import { brain, event, slice, type Cell } from './tables.ts'

const BRAINS = [
  brain('a', { domain: 'chemicals', city: '370300', subIndustry: '轮胎制造' }),
  brain('b', { domain: 'chemicals', city: '370200', county: '370203' }),
  brain('c', { domain: 'machinery', city: '370200' }),
]
/** Its printed place names a functional zone of Jinan. */
const IN_ZONE = brain('z', { city: '370100', place: '济南市起步区' })
const PERIODS = periodRange('2025-10', '2026-10')
/** A year without reports between two readings. */
const apart = (then: Cell, now: Cell): Cell[] =>
  PERIODS.map((_, i) => (i === 0 ? then : i === PERIODS.length - 1 ? now : 'notReported'))
const cube = makeCube({
  brains: BRAINS,
  regions: REGIONS,
  events: BRAINS.map(({ id }) => event(id, 'piloted', '2024-01-15')),
  indicators: [clusterRevenue, computeRackUtilisation, computeRacksBuilt, statisticsRevenue],
  slices: [
    slice('cluster.revenue', PERIODS, {
      a: apart(100, 110),
      b: apart(50, 60),
      c: apart(10, 'notReported'),
    }),
    slice('compute.rackUtilisation', PERIODS, { a: apart(50, 60), b: apart(80, 90) }),
    slice('compute.racksBuilt', PERIODS, { a: apart(300, 300), b: apart(100, 100) }),
    slice('statistics.revenue', PERIODS, { '370200': apart(1000, 1100) }),
  ],
})
const value = (reading: Reading | undefined) =>
  reading && isPresent(reading) ? reading.value : reading?.absent
const target = (entity: string, indicator = clusterRevenue): TraceTarget => {
  const found = traceTarget(entity, indicator, cube)
  if (!found) throw new Error(entity)
  return found
}

describe('the target of a trace', () => {
  it('is a brain, or a total over the brains of a place, a domain or a sub-industry', () => {
    expect(target('a')).toMatchObject({ kind: 'brain', brain: { id: 'a' } })
    expect(target('all')).toMatchObject({ kind: 'total', by: 'all' })
    expect(target('370000')).toMatchObject({ kind: 'total', id: 'all' })
    expect(target('370200')).toMatchObject({ kind: 'total', by: 'city' })
    expect(target('370203')).toMatchObject({ kind: 'total', by: 'county' })
    expect(target('chemicals')).toMatchObject({ kind: 'total', by: 'domain' })
    expect(target('轮胎制造')).toMatchObject({ kind: 'total', by: 'subIndustry' })
  })

  it('is the region itself where the indicator is published for regions', () => {
    expect(target('370200', statisticsRevenue)).toEqual({ kind: 'region', id: '370200' })
    expect(target('all', statisticsRevenue)).toEqual({ kind: 'region', id: '370000' })
  })

  it('is none for a name that nothing bears', () => {
    expect(traceTarget('nobody', clusterRevenue, cube)).toBeNull()
    expect(traceTarget('chemicals', statisticsRevenue, cube)).toBeNull()
  })

  it('is a total over the brains of a functional zone, as of a county', () => {
    const zoned = makeCube({ ...cube, brains: [...BRAINS, IN_ZONE] })
    const zone = traceTarget('370100-qibu', clusterRevenue, zoned)
    expect(zone).toMatchObject({ kind: 'total', by: 'county', id: '370100-qibu' })
    if (zone?.kind !== 'total') throw new Error(zone?.kind)
    const inputs = totalInputs(zoned, clusterRevenue, zone.scope, '2026-10')
    expect(inputs.map(({ brain: { id } }) => id)).toEqual(['z'])
    expect(traceTarget('370100-qibu', statisticsRevenue, zoned)).toBeNull()
    const empty = traceTarget('370100-qibu', clusterRevenue, { brains: [], regions: ALL_REGIONS })
    expect(empty).toMatchObject({ kind: 'total', by: 'county' })
  })

  it('has the reading that the figures show', () => {
    const read = (entity: string) =>
      value(targetReadings(cube, 'cluster.revenue', target(entity), ['2026-10'])[0])
    expect(read('a')).toBe(110)
    expect(read('c')).toBe('notReported')
    expect(read('all')).toBe(170)
    expect(read('chemicals')).toBe(170)
    expect(read('370200')).toBe(60)
    const region = target('370200', statisticsRevenue)
    expect(value(targetReadings(cube, 'statistics.revenue', region, ['2026-10'])[0])).toBe(1100)
  })
})

describe('the inputs of a total', () => {
  it('add up to it', () => {
    const inputs = totalInputs(cube, clusterRevenue, {}, '2026-10')
    expect(inputs.map(({ brain: { id } }) => id)).toEqual(['a', 'b', 'c'])
    const sum = inputs.reduce(
      (total, { reading }) => total + (isPresent(reading) ? reading.value : 0),
      0,
    )
    expect(sum).toBe(170)
  })

  it('come with the weights by which a rate is averaged', () => {
    const inputs = totalInputs(cube, computeRackUtilisation, { domains: ['chemicals'] }, '2026-10')
    expect(inputs.map(({ weight }) => value(weight ?? undefined))).toEqual([300, 100])
    const domain = target('chemicals', computeRackUtilisation)
    const [total] = targetReadings(cube, 'compute.rackUtilisation', domain, ['2026-10'])
    expect(value(total)).toBeCloseTo((60 * 300 + 90 * 100) / 400)
  })
})

describe('what is computed from a reading', () => {
  it('is a change in percent with its base, for a rate in points', () => {
    const [change] = derivedReadings(cube, clusterRevenue, target('a'), '2026-10')
    expect(change).toMatchObject({ measure: 'yearOnYear', base: '2025-10' })
    expect(value(change?.reading)).toBeCloseTo(10)
    expect(value(change?.baseReading)).toBe(100)
    const rate = derivedReadings(
      cube,
      computeRackUtilisation,
      target('a', computeRackUtilisation),
      '2026-10',
    )
    expect(rate.map(({ measure, reading }) => [measure, value(reading)])).toEqual([
      ['pointChange', 10],
    ])
  })
})

describe('the change of a total', () => {
  it('comes with the sums of the brains that have both values, which give that change', () => {
    const [change] = derivedReadings(cube, clusterRevenue, target('all'), '2026-10')
    expect(change?.paired).toEqual({ now: 170, base: 150, members: 2 })
    expect(value(change?.reading)).toBeCloseTo((170 / 150 - 1) * 100)
    expect(value(change?.baseReading)).toBe(160)
  })
})

describe('the link of a trace', () => {
  const read = (indicator: string, entity: string, period: string) =>
    readTrace({ indicator, entity, period }, cube, { latest: '2026-10', today: '2026-11-22' })

  it('is followed when all of it is known', () => {
    const question = read('cluster.revenue', 'a', '2026-09')
    expect(question).toMatchObject({ period: '2026-09', dropped: [] })
    expect(question.indicator.id).toBe('cluster.revenue')
  })

  it('opens the nearest trace and names what nothing bears', () => {
    expect(read('nothing.here', 'a', '2026-09').dropped).toEqual(['nothing.here'])
    expect(read('cluster.revenue', 'nobody', '2026-09')).toMatchObject({
      target: { kind: 'total', id: 'all' },
      dropped: ['nobody'],
    })
    expect(read('cluster.revenue', 'a', '2099-01')).toMatchObject({
      period: '2026-10',
      dropped: ['2099-01'],
    })
    expect(read('cluster.revenue', 'a', 'soon')).toMatchObject({ period: '2026-10' })
    expect(read('statistics.revenue', 'a', '2026-10').target).toEqual({
      kind: 'region',
      id: '370000',
    })
  })

  it('takes a year for the months up to its end', () => {
    expect(read('cluster.revenue', 'a', '2025').period).toBe('2025-12')
  })
})
