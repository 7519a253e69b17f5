import { compactMap } from './compact-map.ts'
import { addParts, pickIslets } from './islets.ts'
import type { MapCollection } from './shapes.ts'
import { simplifyMap } from './simplify-map.ts'
import { CITY_ADCODES, PROVINCE_ADCODE, readBoundaries, readOlderRings } from './source.ts'

const RIZHAO = '371100'
const LANSHAN = '371103'
const KEPT_POINTS = 0.5

/** The boundaries of one map before simplification, with 前三岛 put back to 日照市 and 岚山区. */
export function completeBoundaries(adcode: string): MapCollection {
  const map = readBoundaries(adcode)
  if (adcode === PROVINCE_ADCODE) return addParts(map, RIZHAO, pickIslets(readOlderRings(RIZHAO)))
  if (adcode === RIZHAO) return addParts(map, LANSHAN, pickIslets(readOlderRings(RIZHAO)))
  return map
}

/** One finished map: the province's 16 cities (370000) or one city's counties. */
export const drawMap = (adcode: string): MapCollection =>
  compactMap(simplifyMap(completeBoundaries(adcode), KEPT_POINTS))

export const MAP_ADCODES: readonly string[] = [PROVINCE_ADCODE, ...CITY_ADCODES]
