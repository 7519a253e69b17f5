import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { simulate } from '../../mock/generate.ts'
import { scenarioFor } from '../../mock/scenarios.ts'
import { grantOf, spawnService, temporaryFolder } from '../server/spawnService.ts'
import type { SpawnedService } from '../server/spawnService.ts'

const ROOT = join(import.meta.dirname, '../..')
const BRAINS = 20

let folder: ReturnType<typeof temporaryFolder>
let service: SpawnedService
beforeEach(async () => {
  folder = temporaryFolder()
  service = await spawnService({ DATA_DIR: folder.path })
})
afterEach(async () => {
  await service.end('SIGKILL')
  folder.remove()
})

/** Runs the simulator; `seen` is told everything it has printed after each line. */
async function report(args: readonly string[], seen: (output: string, stop: () => void) => void) {
  const script = ['mock/main.ts', '--url', service.url, '--brains', String(BRAINS), ...args]
  const env = { ...process.env, SIMULATOR_GRANT: grantOf(folder.path) }
  const child = spawn(process.execPath, script, { cwd: ROOT, env })
  let output = ''
  const note = (part: Buffer): void => {
    output += part.toString()
    seen(output, () => child.kill('SIGTERM'))
  }
  child.stdout.on('data', note)
  child.stderr.on('data', note)
  await once(child, 'close')
  return { code: child.exitCode, output }
}

async function observations(): Promise<number> {
  const answer = await fetch(`${service.url}/api/spaces`)
  const { spaces } = (await answer.json()) as { spaces: { id: string; observations: number }[] }
  return spaces.find(({ id }) => id === 'demo')?.observations ?? 0
}

it('a simulator told to end during a fill ends, keeps what was acknowledged, and can go on', async () => {
  const { reports } = simulate(scenarioFor(BRAINS, 20261122))
  const all = reports.reduce((sum, { submission }) => sum + submission().cells.length, 0)

  let stopped = false
  const broken = await report([], (output, stop) => {
    if (stopped || !output.includes('10%')) return
    stopped = true
    stop()
  })
  expect(broken).toMatchObject({ code: 1, output: expect.stringContaining('Interrupted') })
  const held = await observations()
  expect(held).toBeGreaterThan(0)
  expect(held).toBeLessThan(all)

  const whole = await report(['--force'], () => undefined)
  expect(whole).toMatchObject({ code: 0, output: expect.stringContaining('unchanged') })
  expect(await observations()).toBe(all)
})
