import { describe, expect, it } from 'vitest'

import { countiesOf, regionName } from '../../src/domain/county.ts'
import { CITIES } from '../../src/domain/region.ts'
import { COUNTY_INDICATORS, countyMap } from '../../src/figures/countyMap.ts'
import type { Figure } from '../../src/figures/figure.ts'
import type { MapFigure } from '../../src/figures/kinds/mapFigure.ts'
import { cityMap, MAP_INDICATORS } from '../../src/figures/cityMap.ts'
import { tableOf } from '../../src/figures/tableOf.ts'
import { FACTS, LOCALES, scenario, SCENARIO_IDS, type ScenarioId } from './scenarios.ts'
import { brokenNumbers, textsOf } from './walk.ts'

const [REVENUE] = COUNTY_INDICATORS
const build = (id: ScenarioId, city: string, index = 0): Figure =>
  countyMap({ city, ...(COUNTY_INDICATORS[index] ?? REVENUE!) }).build(scenario(id))

function mapOf(id: ScenarioId, city: string, index = 0): MapFigure {
  const figure = build(id, city, index)
  if (figure.kind !== 'map') throw new Error(`${figure.id} of ${id} is ${figure.kind}`)
  return figure
}

describe('the map of counties', () => {
  it('goes with the map of cities: the same indicators in the same order', () => {
    expect(COUNTY_INDICATORS.map(({ indicator }) => indicator.id)).toEqual(
      MAP_INDICATORS.map(({ indicator }) => indicator.id),
    )
  })

  it.each(CITIES)('of %s shows every county of the city and no other', (city) => {
    const figure = mapOf('demo', city)
    expect(figure.areas.map(({ id }) => id)).toEqual(countiesOf(city).map(({ id }) => id))
    for (const { id, name } of figure.areas) expect(name).toBe(regionName(id, 'zh-CN'))
  })

  it('adds up to its city, brain by brain and 亿元 by 亿元', () => {
    const { cube } = scenario('demo')
    const cities = scenarioCities()
    for (const city of CITIES) {
      const figure = mapOf('demo', city)
      const places = [...figure.areas, ...(figure.beside ?? [])]
      const sum = places.reduce((total, { value }) => total + (value.value ?? 0), 0)
      const whole = cities.get(city)
      if (whole !== null && whole !== undefined) expect(sum).toBeCloseTo(whole, 6)
      const drawn = [
        ...figure.markers,
        ...(figure.beside ?? []).flatMap((place) => place.markers),
      ].map(({ id }) => id)
      expect(new Set(drawn).size).toBe(drawn.length)
      for (const id of drawn) expect(cube.byId.get(id)?.city).toBe(city)
      expect(drawn).toHaveLength(figure.symbols.reduce((total, { count }) => total + count, 0))
    }
  })

  it('ranks the counties of the city from 1, best first', () => {
    const { areas } = mapOf('demo', '370200')
    const ranked = areas.filter(({ rank }) => rank !== null)
    const best = [...ranked].sort((a, b) => a.rank! - b.rank!)
    expect(best[0]?.rank).toBe(1)
    const values = best.map(({ value }) => value.value ?? 0)
    expect(values).toEqual([...values].sort((a, b) => b - a))
    expect(mapOf('demo', '370200').finding).toContain(`${best[0]?.name}最高`)
  })

  it('tells a county without a brain from one that has not reported', () => {
    const { areas, absentStyle } = mapOf('demo', '371700')
    const of = (id: string) => areas.find((area) => area.id === id)?.value
    expect(of('371722')?.absent).toBe('notReported')
    expect(of('371721')).toMatchObject({ absent: 'notApplicable', value: null })
    expect(absentStyle).toBe('hatch')
  })

  it('has a table with the places that have no area', () => {
    const figure = mapOf('demo', '370100')
    const { rows, columns } = tableOf(figure)
    expect(columns[0]).toBe('区县')
    expect(rows.map(([name]) => name)).toContain('济南起步区')
    expect(rows).toHaveLength(figure.areas.length + 1)
  })
})

describe('the public facts on the map of counties', () => {
  const jinan = mapOf('main', '370100')

  it('stand at the places that publications name, a zone beside the map', () => {
    expect(jinan.markers.map(({ area }) => area).sort()).toEqual(['370102', '370103', '370112'])
    expect(jinan.beside).toMatchObject([
      { id: '370100-qibu', name: '济南起步区', markers: [{ id: 'sd-brain-jinan-qibuqu-laser' }] },
    ])
  })

  it('carry no figure at all, and no ramp that would suggest one', () => {
    for (const { value, level, rank } of [...jinan.areas, ...jinan.beside!])
      expect([value.value, level, rank]).toEqual([null, null, null])
    expect([jinan.rampTitle, jinan.breaks, jinan.absentStyle]).toEqual(['', [], 'plain'])
    expect(jinan.title).toBe('济南市各区县产业大脑')
    expect(jinan.finding).toContain('公开来源点名济南市 4 个产业大脑')
  })

  it('name their publications', () => {
    const cited = FACTS.brains.filter(({ city }) => city === '370100').flatMap((b) => b.sources)
    expect(jinan.citations).toHaveLength(new Set(cited).size)
  })

  it('leave a city without a named brain with the reason', () => {
    expect(build('main', '371400')).toMatchObject({ kind: 'absent', word: '未公开' })
  })
})

describe('brains whose county no source states', () => {
  it('stand beside the map as 区县未公开, without a rank', () => {
    const context = scenario('demo')
    const [first, ...others] = context.cube.brains.filter(({ city }) => city === '370200')
    const hidden = { ...first!, county: null, place: '青岛市' }
    const cube = { ...context.cube, brains: [hidden, ...others] }
    const figure = countyMap({ city: '370200', ...REVENUE! }).build({ ...context, cube })
    if (figure.kind !== 'map') throw new Error(figure.kind)
    expect(figure.beside).toMatchObject([{ id: 'unknown', name: '区县未公开', rank: null }])
    expect(figure.markers.map(({ id }) => id)).not.toContain(hidden.id)
  })
})

describe.each(SCENARIO_IDS)('in the scenario %s', (id) => {
  const built = LOCALES.flatMap((locale) =>
    ['370100', '370200', '371700'].flatMap((city) =>
      COUNTY_INDICATORS.map((asked) => countyMap({ city, ...asked }).build(scenario(id, locale))),
    ),
  )

  it('the maps of counties say what they show, in their language, without a broken number', () => {
    for (const figure of built) {
      expect(figure.title).not.toBe('')
      expect(figure.finding).not.toBe('')
      expect(brokenNumbers(figure)).toEqual([])
      for (const text of textsOf(figure))
        expect(text).not.toMatch(/undefined|NaN|\bnull\b|Infinity|\[object/)
      if (figure.kind !== 'map') continue
      for (const area of [...figure.areas, ...(figure.beside ?? [])])
        expect(area.name).not.toBe(area.id)
    }
  })

  it('building twice gives the same map', () => {
    for (const city of ['370100', '370600']) expect(build(id, city)).toEqual(build(id, city))
  })
})

/** Revenue of every city as the province's map prints it, before rounding. */
function scenarioCities(): ReadonlyMap<string, number | null> {
  const { indicator, breaks } = MAP_INDICATORS[0]!
  const figure = cityMap(indicator, breaks).build(scenario('demo'))
  if (figure.kind !== 'map') throw new Error(figure.kind)
  return new Map(figure.areas.map(({ id, value }) => [id, value.value]))
}
