import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { build } from 'vite'

import { precompress } from '../../vite.config.ts'

/** A page of a bench, given out by the service's own page route. */
export interface BuiltSite {
  readonly url: string
  /** Ends its server and removes what was built. */
  readonly stop: () => void
}

/** Builds the page in the folder `root` into a temporary one and serves it; `writeData` adds files as they are. */
export async function startBuiltSite(
  root: string,
  writeData: (folder: string) => void = () => undefined,
): Promise<BuiltSite> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-page-'))
  const [publicDir, outDir] = [join(folder, 'public'), join(folder, 'page')]
  mkdirSync(publicDir)
  writeData(publicDir)
  await build({
    ...{ root, publicDir, configFile: false, logLevel: 'error' },
    plugins: [precompress()],
    worker: { format: 'es' },
    build: {
      outDir,
      target: 'chrome100',
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1000,
    },
  })
  const server = fork(join(import.meta.dirname, 'wall/bareServer.ts'), [outDir])
  const [port] = (await once(server, 'message')) as [number]
  const stop = (): void => {
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: `http://127.0.0.1:${port}/`, stop }
}
