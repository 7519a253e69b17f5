import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

import { test as base } from '@playwright/test'

import {
  grantOf,
  type SpawnedService,
  spawnService,
  temporaryFolder,
} from '../server/spawnService.ts'
import { freePort } from './service.ts'

const ROOT = join(import.meta.dirname, '../..')
/** Enough for every figure to have something to say, and filled in a second. */
const BRAINS = 6

/** A service with a small demo space of its own, which a test may revise, end and start again. */
export interface SmallService {
  readonly url: string
  /** The simulator's grant, for the header X-Simulator-Grant. */
  readonly grant: string
  /** What it printed when it started first: the one-time link of the administrator among it. */
  readonly printed: string
  /** Ends it at once, as a power cut would. */
  readonly kill: () => Promise<void>
  /** Starts it again on the same port over the same data. */
  readonly restart: () => Promise<void>
  /** Ends it and removes its data. */
  readonly stop: () => Promise<void>
}

async function fill(url: string, grant: string): Promise<void> {
  const args = ['mock/main.ts', '--url', url, '--brains', `${BRAINS}`]
  const env = { ...process.env, SIMULATOR_GRANT: grant }
  const child = spawn(process.execPath, args, { cwd: ROOT, env })
  const printed: string[] = []
  child.stdout.on('data', (part: Buffer) => printed.push(part.toString()))
  child.stderr.on('data', (part: Buffer) => printed.push(part.toString()))
  await once(child, 'close')
  if (child.exitCode !== 0) throw new Error(`the demo space was not filled: ${printed.join('')}`)
}

/** Starts a service on a free port over an empty folder and lets six simulated brains report to it. */
async function startSmallService(): Promise<SmallService> {
  const folder = temporaryFolder()
  const settings = { DATA_DIR: folder.path, PORT: `${await freePort()}`, LOG_LEVEL: 'info' }
  let service: SpawnedService | null = await spawnService(settings)
  const { url } = service
  const printed = service.output()
  const grant = grantOf(folder.path)
  await fill(url, grant)
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const running = service
    service = null
    await running?.end(signal)
  }
  return {
    ...{ url, grant, printed },
    kill: () => end('SIGKILL'),
    restart: async () => {
      service = await spawnService(settings)
    },
    stop: async () => {
      await end('SIGTERM')
      folder.remove()
    },
  }
}

/** Tests with a small service of their own behind `page`, one for each worker. */
export const test = base.extend<object, { service: SmallService }>({
  service: [
    async ({}, use) => {
      const service = await startSmallService()
      await use(service)
      await service.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ service }, use) => use(service.url),
})
