import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digest, readRecord, stateOf, writeRecord, type BuildRecord } from './build-record.ts'
import { checkMap } from './check-map.ts'
import { drawMap, MAP_ADCODES } from './draw-maps.ts'
import type { MapCollection } from './shapes.ts'
import { PROVINCE_ADCODE, readBoundaries } from './source.ts'
import { encodeWaterlines } from './water/encode.ts'
import { waterlines } from './water/waterlines.ts'

export interface BuiltFile {
  name: string
  action: 'written' | 'fresh' | 'kept'
  bytes: number
}

export interface BuildOptions {
  /** Where the maps go; created if missing. */
  folder: string
  /** Digest of everything that shapes the result; the same digest means nothing to redraw. */
  inputs: string
  /** Redraw even if nothing changed. */
  force?: boolean
}

export const WATER_FILE = `${PROVINCE_ADCODE}.water.json`

const PROVINCE_FILE = `${PROVINCE_ADCODE}.json`

/**
 * Writes the 17 maps and the province's waterlines. A file that this step did not write is the
 * operator's own drawing: it is checked and kept, even under `force`, and the waterlines follow it.
 *
 * @throws if a kept map does not show exactly the areas that belong on it
 */
export function buildMaps({ folder, inputs, force = false }: BuildOptions): BuiltFile[] {
  mkdirSync(folder, { recursive: true })
  const record = readRecord(folder)
  const isStale = force || record.inputs !== inputs
  const maps = MAP_ADCODES.map((adcode) => buildMap(folder, adcode, record, isStale))
  const province = readFileSync(join(folder, PROVINCE_FILE), 'utf8')
  const redrawWater = isStale || record.province !== digest(province)
  const water = place(folder, WATER_FILE, record, redrawWater, () => drawWater(province))
  record.inputs = inputs
  record.province = digest(province)
  writeRecord(folder, record)
  return [...maps, water]
}

function buildMap(folder: string, adcode: string, record: BuildRecord, redraw: boolean): BuiltFile {
  const name = `${adcode}.json`
  const file = place(folder, name, record, redraw, () => JSON.stringify(drawMap(adcode)))
  if (file.action === 'kept') requireFit(folder, name, adcode)
  return file
}

const drawWater = (province: string): string =>
  JSON.stringify(encodeWaterlines(waterlines(JSON.parse(province) as MapCollection)))

function place(
  folder: string,
  name: string,
  record: BuildRecord,
  redraw: boolean,
  draw: () => string,
): BuiltFile {
  const path = join(folder, name)
  const state = stateOf(folder, name, record)
  if (state === 'foreign') return { name, action: 'kept', bytes: readFileSync(path).length }
  if (state === 'ours' && !redraw)
    return { name, action: 'fresh', bytes: readFileSync(path).length }
  const text = draw()
  writeFileSync(path, text)
  record.files[name] = digest(text)
  return { name, action: 'written', bytes: Buffer.byteLength(text) }
}

function requireFit(folder: string, name: string, adcode: string): void {
  const expected = readBoundaries(adcode).features.map(({ properties }) => properties.adcode)
  const problems = checkMap(parsed(readFileSync(join(folder, name), 'utf8')), expected)
  if (problems.length === 0) return
  const remedy = 'Put a fitting file there (maps/README.md), or remove it to have ours back.'
  throw new Error(`${name} cannot be used: ${problems.slice(0, 5).join('; ')}. ${remedy}`)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
