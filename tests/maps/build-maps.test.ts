import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildMaps, WATER_FILE, type BuiltFile } from '../../maps/build-maps.ts'
import type { MapCollection } from '../../maps/shapes.ts'

/** Built once; every test works on a copy of its own. */
let root: string
let folder: string
let first: BuiltFile[]
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'maps-'))
  first = buildMaps({ folder: join(root, 'first'), inputs: 'a' })
})
beforeEach(() => {
  folder = mkdtempSync(join(root, 'copy-'))
  cpSync(join(root, 'first'), folder, { recursive: true })
})
afterAll(() => rmSync(root, { recursive: true }))

const build = (inputs = 'a', force = false) => buildMaps({ folder, inputs, force })
const actionOf = (files: BuiltFile[], name: string) =>
  files.find((file) => file.name === name)?.action
const read = (name: string) => readFileSync(join(folder, name), 'utf8')

/** An operator's own drawing: the same areas, recognisably another file. */
function putOwnProvince(change: (map: MapCollection) => void): void {
  const map = JSON.parse(read('370000.json')) as MapCollection
  change(map)
  writeFileSync(join(folder, '370000.json'), JSON.stringify(map))
}

describe('building the maps', () => {
  it('writes all 18 files, skips while nothing changed, and writes the same bytes again', () => {
    expect(new Set(first.map(({ action }) => action))).toEqual(new Set(['written']))
    const before = read(WATER_FILE) + read('370000.json')
    const again = build()
    expect(again).toHaveLength(18)
    expect(new Set(again.map(({ action }) => action))).toEqual(new Set(['fresh']))
    expect(new Set(build('b').map(({ action }) => action))).toEqual(new Set(['written']))
    expect(read(WATER_FILE) + read('370000.json')).toBe(before)
  })

  it('replaces only a file that is missing', () => {
    rmSync(join(folder, '370200.json'))
    const written = build().filter(({ action }) => action === 'written')
    expect(written.map(({ name }) => name)).toEqual(['370200.json'])
  })

  it('keeps an operator’s own map, even when forced, and draws the waterlines off it', () => {
    const before = read(WATER_FILE)
    // Without its islands, 烟台 has fewer rings around it.
    putOwnProvince(({ features }) => {
      const yantai = features.find(({ properties }) => properties.adcode === '370600')!
      if (yantai.geometry.type === 'MultiPolygon') yantai.geometry.coordinates.splice(1)
    })
    const own = read('370000.json')
    const files = build()
    expect(actionOf(files, '370000.json')).toBe('kept')
    expect(actionOf(files, WATER_FILE)).toBe('written')
    expect(read(WATER_FILE).length).toBeLessThan(before.length)
    expect(actionOf(build('b', true), '370000.json')).toBe('kept')
    expect(read('370000.json')).toBe(own)
  })

  it('refuses an own map that lacks a city, with place and remedy', () => {
    putOwnProvince(({ features }) => features.pop())
    expect(() => build()).toThrow(/370000\.json.*371700 is missing.*maps\/README\.md/)
  })

  it('refuses a file that is no map at all', () => {
    writeFileSync(join(folder, '370000.json'), '<html>')
    expect(() => build()).toThrow(/not a GeoJSON FeatureCollection/)
  })
})
