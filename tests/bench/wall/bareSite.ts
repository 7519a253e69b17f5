import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { FeatureCollection } from 'geojson'
import { build } from 'vite'

import { precompress } from '../../../vite.config.ts'
import { makeReadings } from './bare/readings.ts'

const MAP = join(import.meta.dirname, '../../../public/maps/370000.json')

/** The page against which the wall is measured. */
export interface BareSite {
  readonly url: string
  /** Ends its server and removes what was built. */
  readonly stop: () => void
}

/** Its map under the names that ECharts looks for, and its readings. */
function writeData(folder: string): void {
  const map = JSON.parse(readFileSync(MAP, 'utf8')) as FeatureCollection
  const names = map.features.map(({ properties }) => String(properties?.['name']))
  mkdirSync(folder)
  writeFileSync(join(folder, 'map.json'), JSON.stringify(map))
  writeFileSync(join(folder, 'readings.json'), JSON.stringify(makeReadings(names)))
}

/** Builds the bare page with the product's own map into a temporary folder and serves it. */
export async function startBareSite(): Promise<BareSite> {
  const folder = mkdtempSync(join(tmpdir(), 'bare-'))
  const [publicDir, outDir] = [join(folder, 'public'), join(folder, 'page')]
  writeData(publicDir)
  await build({
    root: join(import.meta.dirname, 'bare'),
    configFile: false,
    logLevel: 'error',
    publicDir,
    plugins: [precompress()],
    build: {
      outDir,
      target: 'chrome100',
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1000,
    },
  })
  const server = fork(join(import.meta.dirname, 'bareServer.ts'), [outDir])
  const [port] = (await once(server, 'message')) as [number]
  const stop = (): void => {
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: `http://127.0.0.1:${port}/`, stop }
}
