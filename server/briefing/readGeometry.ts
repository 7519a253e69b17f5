import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { AreaCollection } from '../../src/contract/index.ts'
import { makeGeometry, type MapGeometry } from '../../src/charts/geometry.ts'
import { BriefingError } from './briefingError.ts'

const MAPS = fileURLToPath(new URL('../../public/maps', import.meta.url))

/** Geometry of a map without its waterlines, which are not exported. Throws BriefingError where it is not built. */
export async function readGeometry(adcode: string, folder = MAPS): Promise<MapGeometry> {
  const file = join(folder, `${adcode}.json`)
  try {
    return makeGeometry(AreaCollection.parse(JSON.parse(await readFile(file, 'utf8'))), [])
  } catch (error) {
    throw new BriefingError(
      `The map ${file} is missing or damaged. Build the maps: node maps/build.ts.`,
      { cause: error },
    )
  }
}
