import { describe, expect, it } from 'vitest'

import { PLACES } from '../../mock/places.ts'
import { simulate } from '../../mock/generate.ts'
import { scenarioFor } from '../../mock/scenarios.ts'
import { BrainRegistration } from '../../src/contract/registration.ts'
import { foldAll, isCounted } from '../../src/domain/lifecycle.ts'
import { CITIES, cityName } from '../../src/domain/region.ts'
import { DEMO_TODAY } from '../../src/domain/space.ts'
import { SUB_INDUSTRIES } from '../../src/domain/taxonomy.ts'
import { demo } from './simulated.ts'

const states = foldAll(demo.brains, demo.events, DEMO_TODAY)
const counted = demo.brains.filter(({ id }) => {
  const state = states.get(id)
  return state !== undefined && isCounted(state)
})
const pool = demo.brains.filter(({ id }) => states.get(id)?.stage === 'pool')

describe('simulated brains', () => {
  it('pass the contract', () => {
    expect(BrainRegistration.safeParse({ brains: demo.brains }).error).toBeUndefined()
  })

  it('have an id and a name of their own', () => {
    for (const field of ['id', 'name'] as const) {
      expect(new Set(demo.brains.map((brain) => brain[field])).size).toBe(demo.brains.length)
    }
  })

  it('number names when there are more brains than sub-industries', () => {
    const { brains } = simulate(scenarioFor(400, 1))
    expect(new Set(brains.map(({ name }) => name)).size).toBe(brains.length)
  })

  it('hold one industry each, counted or in the pool', () => {
    const held = [...counted, ...pool].map(({ subIndustry }) => subIndustry)
    expect(held).toHaveLength(70)
    expect(new Set(held).size).toBe(held.length)
  })

  it('are named after a class of the national classification, in its domain', () => {
    for (const { name, subIndustry, domain } of demo.brains) {
      const known = SUB_INDUSTRIES.find((entry) => entry.name.zh === subIndustry)
      expect(known?.domain).toBe(domain)
      expect(name.replace(/ \d+$/, '')).toBe(`示例·${subIndustry}`)
    }
  })

  it('are tied to no office and no firm: their units are examples of the city and the trade', () => {
    for (const { organiser, leadUnit, jointUnits, sources, origin, city } of demo.brains) {
      const example = new RegExp(
        `^示例·${cityName(city, 'zh-CN', { short: true })}\\p{Script=Han}+$`,
        'u',
      )
      for (const unit of [organiser, leadUnit])
        if (unit !== null) {
          expect(unit).toMatch(example)
          expect(unit.length).toBeLessThanOrEqual(18)
        }
      expect([jointUnits, sources, origin]).toEqual([[], [], 'simulated'])
    }
  })

  it('mostly have their units registered; a few do not, so that the words for it are seen', () => {
    for (const unit of ['organiser', 'leadUnit'] as const) {
      const without = counted.filter((brain) => brain[unit] === null).length
      expect(without).toBeGreaterThanOrEqual(3)
      expect(without).toBeLessThanOrEqual(12)
    }
  })

  it('are hosted by a county of their city, in every one of the sixteen cities', () => {
    expect(PLACES.map(({ city }) => city)).toEqual(CITIES)
    expect(new Set(counted.map(({ city }) => city)).size).toBe(16)
    for (const { city, county } of demo.brains) {
      const known = PLACES.find((place) => place.city === city)?.counties.map(([code]) => code)
      expect(known).toContain(county)
    }
  })

  it('put sea trades on the coast only', () => {
    const coast = PLACES.filter(({ coastal }) => coastal).map(({ city }) => city)
    for (const { subIndustry, city } of demo.brains) {
      if (/海洋|港口|水产/.test(subIndustry)) expect(coast).toContain(city)
    }
  })
})
