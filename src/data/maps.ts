import axios from 'axios'

import { AreaCollection, WaterDocument } from '../contract/map.ts'
import type { AreaCollection as Areas, WaterDocument as Water } from '../domain/geometry.ts'
import { PROVINCE } from '../domain/region.ts'
import { checked } from './checked.ts'
import { toDataError } from './toDataError.ts'

/** One map as the build step wrote it: its areas, and the waterlines where there are any. */
export interface MapDocument {
  readonly areas: Areas
  readonly water: Water | null
}

/**
 * Reads the files of one map. Only the province has waterlines, and they are decoration: a map without
 * them is still a map.
 * Rejects with a DataError when the areas do not come.
 */
export async function loadMap(adcode: string, baseURL = '/maps'): Promise<MapDocument> {
  const url = `${baseURL}/${adcode}.json`
  try {
    const water =
      adcode === PROVINCE
        ? axios.get<unknown>(`${baseURL}/${adcode}.water.json`).catch(() => null)
        : null
    const areas = checked(AreaCollection, (await axios.get<unknown>(url)).data, url)
    const lines = await water
    return { areas, water: lines && checked(WaterDocument, lines.data, url) }
  } catch (error) {
    throw toDataError(error, url)
  }
}
