import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { FeatureCollection } from 'geojson'

import { startBuiltSite, type BuiltSite } from '../builtSite.ts'
import { makeReadings } from './bare/readings.ts'

const MAP = join(import.meta.dirname, '../../../public/maps/370000.json')

/** Its map under the names that ECharts looks for, and its readings. */
function writeData(folder: string): void {
  const map = JSON.parse(readFileSync(MAP, 'utf8')) as FeatureCollection
  const names = map.features.map(({ properties }) => String(properties?.['name']))
  writeFileSync(join(folder, 'map.json'), JSON.stringify(map))
  writeFileSync(join(folder, 'readings.json'), JSON.stringify(makeReadings(names)))
}

/** The page against which the wall is measured, with the product's own map. */
export const startBareSite = (): Promise<BuiltSite> =>
  startBuiltSite(join(import.meta.dirname, 'bare'), writeData)
