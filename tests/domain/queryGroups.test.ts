import { describe, expect, it } from 'vitest'

import type { Region } from '../../src/domain/brain.ts'
import { periodRange } from '../../src/domain/period.ts'
import type { Query } from '../../src/domain/query.ts'
import { ask, table } from './asking.ts'
import type { Cell } from './tables.ts'
import { brain, indicator, RATE, slice, STOCK } from './tables.ts'

describe('groups', () => {
  const brains = [
    brain('b2', { domain: 'textiles', city: '370200', batch: 2024 }),
    brain('b1', { domain: 'machinery', city: '370100', batch: 2023, county: '370102' }),
    brain('b3', { domain: null, city: '370100', batch: null, subIndustry: 'apparel' }),
  ]
  const world = {
    brains,
    slices: [slice('x.stock', ['2026'], { b1: [1], b2: [2], b3: [4] })],
    indicators: [indicator('x.stock', { ...STOCK, cadence: 'year' })],
  }
  const by = (query: Partial<Query>) => table(world, { periods: ['2026'], ...query })

  it('come in order of domains, of ids, and the unknown last', () => {
    expect(Object.entries(by({ groupBy: 'domain' }))).toEqual([
      ['machinery', [1]],
      ['textiles', [2]],
      ['unknown', [4]],
    ])
    expect(ask(world, { groupBy: 'brain' }).groups.map(({ id }) => id)).toEqual(['b1', 'b2', 'b3'])
    expect(by({ groupBy: 'batch' })).toEqual({ 2023: [1], 2024: [2], unknown: [4] })
    expect(by({ groupBy: 'city' })).toEqual({ 370100: [5], 370200: [2] })
    expect(by({ groupBy: 'county' })).toEqual({ 370102: [1], unknown: [6] })
    expect(by({ groupBy: 'subIndustry' })).toEqual({ apparel: [4], tools: [3] })
  })

  it('hold the brains that meet every condition of the scope', () => {
    const members = (scope: Query['scope'] & object) => ask(world, { scope }).groups[0]?.members
    expect(members({ cities: ['370100'] })).toEqual(['b1', 'b3'])
    expect(members({ cities: ['370100'], domains: ['machinery'] })).toEqual(['b1'])
    expect(members({ batches: [2024], counties: ['370102'] })).toEqual([])
    expect(members({ brains: ['b3'], subIndustries: ['apparel'] })).toEqual(['b3'])
  })
})

describe('regions', () => {
  const region = (id: string, level: Region['level']): Region => ({
    id,
    name: { zh: id, en: id },
    level,
    parent: level === 'province' ? null : '370000',
  })
  const gdp = indicator('statistics.gdp', { cadence: 'quarter', reportedFrom: 'region' })
  const growth = indicator('statistics.gdpGrowth', {
    ...RATE,
    cadence: 'quarter',
    reportedFrom: 'region',
  })
  const quarters = periodRange('2025-Q1', '2026-Q1')
  const quarterly = (a: number, b: number): readonly Cell[] => [a, a * 2, a * 3, a * 4, b]
  const world = {
    regions: [region('370200', 'city'), region('370000', 'province'), region('370100', 'city')],
    slices: [
      slice('statistics.gdp', quarters, {
        '370000': quarterly(400, 440),
        '370100': quarterly(100, 110),
      }),
      slice('statistics.gdpGrowth', quarters, {
        '370000': ['notPublic', 'notPublic', 'notPublic', 'notPublic', 5.4],
      }),
    ],
    indicators: [gdp, growth],
  }
  const query = { groupBy: 'region', periods: ['2026-Q1'] } as const

  it('are read directly, and what is missing is not public', () => {
    expect(table(world, query)).toEqual({ 370000: [440], 370100: [110], 370200: ['notPublic'] })
    expect(table(world, { ...query, scope: { cities: ['370100'] } })).toEqual({ 370100: [110] })
  })

  it('prefer a published growth rate over a computed one', () => {
    expect(table(world, { ...query, measure: 'yearOnYear' })).toMatchObject({
      370000: [5.4],
      370100: [10],
    })
  })

  it('are shared out and ranked within their own level', () => {
    expect(table(world, { ...query, measure: 'share' })).toMatchObject({
      370000: [100],
      370100: [100],
    })
    expect(table(world, { ...query, measure: 'rank' })).toMatchObject({ 370000: [1], 370100: [1] })
  })
})
