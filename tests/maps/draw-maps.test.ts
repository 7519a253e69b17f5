import { describe, expect, it } from 'vitest'
import { gzipSync } from 'node:zlib'
import { checkMap } from '../../maps/check-map.ts'
import { completeBoundaries, drawMap, MAP_ADCODES } from '../../maps/draw-maps.ts'
import { at, partsOf, ringsOf, type MapCollection } from '../../maps/shapes.ts'
import { CITY_ADCODES, readBoundaries } from '../../maps/source.ts'
import { areasByAdcode, countParts, countPoints, outline, ringArea, totalArea } from './measure.ts'

const sources = new Map(MAP_ADCODES.map((adcode) => [adcode, completeBoundaries(adcode)]))
const maps = new Map(MAP_ADCODES.map((adcode) => [adcode, drawMap(adcode)]))
const mapOf = (adcode: string): MapCollection => maps.get(adcode)!
const sourceOf = (adcode: string): MapCollection => sources.get(adcode)!
const province = mapOf('370000')

const featureOf = (map: MapCollection, adcode: string) =>
  map.features.find(({ properties }) => properties.adcode === adcode)!
const adcodesOf = (map: MapCollection) => map.features.map(({ properties }) => properties.adcode)
const gzipped = (map: MapCollection) => gzipSync(JSON.stringify(map)).length

describe('the maps', () => {
  it('show 16 cities, and their 136 counties in one map a city', () => {
    expect(adcodesOf(province)).toEqual(CITY_ADCODES)
    expect(CITY_ADCODES).toHaveLength(16)
    expect(CITY_ADCODES.flatMap((city) => adcodesOf(mapOf(city)))).toHaveLength(136)
  })

  it('know nothing of 371200, which became part of 济南', () => {
    expect(MAP_ADCODES).not.toContain('371200')
    expect(JSON.stringify([...maps.values()])).not.toContain('371200')
  })

  it('give every area an adcode of its own, below that of its city', () => {
    const all = MAP_ADCODES.flatMap((adcode) => adcodesOf(mapOf(adcode)))
    expect(new Set(all).size).toBe(all.length)
    for (const city of CITY_ADCODES)
      for (const county of adcodesOf(mapOf(city))) expect(county.slice(0, 4)).toBe(city.slice(0, 4))
  })

  it('cannot be joined on names: 市中区 is in 济南 and in 枣庄', () => {
    const counties = CITY_ADCODES.flatMap((city) => mapOf(city).features)
    const named = counties.filter(({ properties }) => properties.name === '市中区')
    expect(named.map(({ properties }) => properties.adcode)).toEqual(['370103', '370402'])
  })

  it('carry adcode, name and label point and nothing else', () => {
    for (const { features } of maps.values())
      for (const { properties } of features)
        expect(Object.keys(properties)).toEqual(['adcode', 'name', 'cp'])
  })

  it('pass the check that an operator’s own map must pass', () => {
    for (const adcode of MAP_ADCODES)
      expect(checkMap(mapOf(adcode), adcodesOf(readBoundaries(adcode)))).toEqual([])
  })

  it('have at most 4 decimals', () => {
    for (const map of maps.values()) expect(JSON.stringify(map)).not.toMatch(/\.\d{5}/)
  })

  it('stay small: the province within 22 kB, a city within 10 kB, gzip', () => {
    expect(gzipped(province)).toBeLessThan(22_000)
    for (const city of CITY_ADCODES) expect(gzipped(mapOf(city))).toBeLessThan(10_000)
  })

  it('keep about half of the points', () => {
    const share = countPoints(province) / countPoints(sourceOf('370000'))
    expect(share).toBeGreaterThan(0.45)
    expect(share).toBeLessThan(0.6)
  })
})

describe('islands', () => {
  it('日照 has its three islets, in the province and as part of 岚山区', () => {
    for (const feature of [featureOf(province, '371100'), featureOf(mapOf('371100'), '371103')]) {
      const offshore = partsOf(feature).filter(([ring]) => ring!.every((p) => at(p, 0) > 119.8))
      expect(offshore).toHaveLength(3)
    }
  })

  it('蓬莱区 includes 长岛 and its islands up to the north', () => {
    const rings = partsOf(featureOf(mapOf('370600'), '370614')).map(([ring]) => ring!)
    const north = rings.filter((ring) => ring.every((p) => at(p, 1) > 37.85))
    expect(north.length).toBeGreaterThanOrEqual(14)
    expect(Math.max(...north.flat().map((p) => at(p, 1)))).toBeGreaterThan(38.38)
  })

  it.each(MAP_ADCODES)('none is lost in %s', (adcode) => {
    // Parts of one feature that touch each other are drawn as one, islands never.
    const islands = (map: MapCollection) => outline(map).length
    expect(islands(mapOf(adcode))).toBe(islands(sourceOf(adcode)))
    expect(countParts(sourceOf(adcode)) - countParts(mapOf(adcode))).toBeLessThanOrEqual(2)
  })

  it('keep an area, however small', () => {
    for (const map of maps.values())
      for (const ring of ringsOf(map)) expect(Math.abs(ringArea(ring))).toBeGreaterThan(0)
  })
})

describe('borders', () => {
  it.each(MAP_ADCODES)(
    'of neighbours in %s are the same points: no gaps, no overlaps',
    (adcode) => {
      const map = mapOf(adcode)
      const dissolved = outline(map)
      const holes = dissolved.flatMap((part) => part.slice(1)).length
      expect(holes).toBe(outline(sourceOf(adcode)).flatMap((part) => part.slice(1)).length)
      const whole = dissolved.flatMap((part) =>
        part.map((ring, i) => (i === 0 ? 1 : -1) * Math.abs(ringArea(ring))),
      )
      expect(whole.reduce((sum, area) => sum + area, 0)).toBeCloseTo(totalArea(map), 9)
    },
  )

  it.each(MAP_ADCODES)('leave the total area of %s within 0.5 %% of the source', (adcode) => {
    const change = totalArea(mapOf(adcode)) / totalArea(sourceOf(adcode)) - 1
    expect(Math.abs(change)).toBeLessThan(0.005)
  })

  it('leave each city’s area within 1 % of the source', () => {
    const before = areasByAdcode(sourceOf('370000'))
    for (const [adcode, area] of areasByAdcode(province))
      expect(Math.abs(area / before.get(adcode)! - 1)).toBeLessThan(0.01)
  })
})
