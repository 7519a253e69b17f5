import { describe, expect, it } from 'vitest'

import { CITY_ADCODES, readBoundaries } from '../../maps/source.ts'
import { simulate } from '../../mock/generate.ts'
import { SCENARIOS } from '../../mock/scenarios.ts'
import facts from '../../server/facts/brains.json' with { type: 'json' }
import type { Brain } from '../../src/domain/brain.ts'
import { ALL_REGIONS, COUNTIES, countiesOf, regionName } from '../../src/domain/county.ts'
import { CITIES, regionOf, REGIONS } from '../../src/domain/region.ts'
import { countyOrZone, ZONES, zonesOf } from '../../src/domain/zone.ts'
import { ask } from './asking.ts'
import { brain, indicator, slice, STOCK } from './tables.ts'

const FACTS = facts as Brain[]
const SIMULATED = simulate(SCENARIOS.default).brains

describe('the counties', () => {
  it.each(CITY_ADCODES)('of %s are those of its map, with the same names', (city) => {
    const drawn = readBoundaries(city).features.map(({ properties: { adcode, name } }) => [
      adcode,
      name,
    ])
    const known = countiesOf(city).map(({ id, name }) => [id, name.zh])
    expect(known).toEqual(drawn.sort())
  })

  it('are 136, each once, each under one of the cities', () => {
    expect(COUNTIES).toHaveLength(136)
    expect(new Set(COUNTIES.map(({ id }) => id)).size).toBe(136)
    for (const { parent } of COUNTIES) expect(CITIES).toContain(parent)
  })

  it('have Pinyin names whose last word says what they are', () => {
    const kinds = { 区: 'District', 县: 'County', 市: 'City' }
    for (const { name } of COUNTIES) {
      expect(name.en).toMatch(/^[A-Z][a-z']+ (District|County|City)$/)
      expect(name.en.split(' ')[1]).toBe(kinds[name.zh.at(-1) as keyof typeof kinds])
    }
  })

  it('are read as people there say them, not as a dictionary lists first', () => {
    expect(regionName('371722', 'en')).toBe('Shan County')
    expect(regionName('371481', 'en')).toBe('Laoling City')
    expect(regionName('371522', 'en')).toBe('Shen County')
    expect(regionName('371524', 'en')).toBe("Dong'e County")
  })

  it('of one name stay apart by their adcode', () => {
    const named = COUNTIES.filter(({ name }) => name.zh === '市中区').map(({ id }) => id)
    expect(named).toEqual(['370103', '370402'])
  })
})

describe('all regions', () => {
  it('are province, cities, counties and zones, each id once, each parent known', () => {
    const ids = new Set(ALL_REGIONS.map(({ id }) => id))
    expect(ids.size).toBe(REGIONS.length + COUNTIES.length + ZONES.length)
    expect(ALL_REGIONS).toHaveLength(ids.size)
    for (const { parent } of ALL_REGIONS) expect(parent === null || ids.has(parent)).toBe(true)
  })

  it('are named on every level; an unknown id is printed as it is', () => {
    expect(regionName('370000', 'zh-CN')).toBe('山东省')
    expect(regionName('370200', 'en')).toBe('Qingdao')
    expect(regionName('370102', 'zh-CN')).toBe('历下区')
    expect(regionName('370100-qibu', 'zh-CN')).toBe('济南起步区')
    expect(regionName('371200', 'zh-CN')).toBe('371200')
  })

  it('keep the list of the province and its cities as it was', () => {
    expect(REGIONS).toHaveLength(17)
    expect(regionOf('370102')).toBeUndefined()
  })
})

describe('the functional zones', () => {
  it('hang under a city and are named after it', () => {
    for (const { id, parent, level } of ZONES) {
      expect(level).toBe('zone')
      expect(CITIES).toContain(parent)
      expect(id).toMatch(new RegExp(`^${parent}-[a-z]+$`))
    }
    expect(zonesOf('370100').map(({ id }) => id)).toEqual(['370100-qibu'])
    expect(zonesOf('370200')).toEqual([])
  })

  it('are only those that a known brain sits in', () => {
    const used = new Set([...FACTS, ...SIMULATED].map(countyOrZone))
    for (const { id } of ZONES) expect(used).toContain(id)
  })

  it('take in a brain whose printed place names one, never one with a county or of another city', () => {
    const at = (more: Partial<Brain>) => countyOrZone(brain('b', more))
    expect(at({ place: '济南市起步区' })).toBe('370100-qibu')
    expect(at({ place: '济南市起步区', county: '370112' })).toBe('370112')
    expect(at({ place: '青岛市起步区', city: '370200' })).toBeNull()
    expect(at({ place: '济南市' })).toBeNull()
  })
})

describe('every known brain', () => {
  it('sits in a county of its city or in one of its zones', () => {
    for (const entry of [...FACTS, ...SIMULATED]) {
      const places = [...countiesOf(entry.city), ...zonesOf(entry.city)].map(({ id }) => id)
      expect(places).toContain(countyOrZone(entry))
    }
  })
})

describe('brains by county', () => {
  const world = {
    brains: [
      brain('b1', { county: '370112' }),
      brain('b2', { place: '济南市起步区' }),
      brain('b3', { place: '济南市' }),
      brain('b4', { county: '370112' }),
    ],
    slices: [slice('x.stock', ['2026'], { b1: [1], b2: [2], b3: [4], b4: [8] })],
    indicators: [indicator('x.stock', { ...STOCK, cadence: 'year' })],
  }

  it('stand under their county, else their zone, else under unknown, which comes last', () => {
    const { groups } = ask(world, { groupBy: 'county', periods: ['2026'] })
    expect(groups).toEqual([
      { id: '370100-qibu', members: ['b2'] },
      { id: '370112', members: ['b1', 'b4'] },
      { id: 'unknown', members: ['b3'] },
    ])
  })

  it('can be asked for by zone', () => {
    const { groups } = ask(world, { groupBy: 'brain', scope: { counties: ['370100-qibu'] } })
    expect(groups.map(({ id }) => id)).toEqual(['b2'])
  })
})
