import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, expect, it } from 'vitest'

import { makeClient } from '../../mock/client.ts'
import { fill, observationsHeld } from '../../mock/fill.ts'
import { simulate } from '../../mock/generate.ts'
import { scenarioFor } from '../../mock/scenarios.ts'
import { makeApp } from '../../server/app.ts'
import { closeSpaces, openSpaces } from '../../server/openSpaces.ts'
import { CATALOGUE } from '../../src/domain/catalogue/index.ts'
import type { ReportSubmission } from '../../src/contract/report.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** The real service on an empty data folder, asked without a port. */
async function service() {
  const dataDir = await mkdtemp(join(tmpdir(), 'mock-'))
  const indicators = new Map(CATALOGUE.map((indicator) => [indicator.id, indicator]))
  const opened = await openSpaces({ ...{ dataDir, indicators, clock: Date.now }, openDemo: true })
  closing.push(async () => {
    await closeSpaces(opened)
    await rm(dataDir, { recursive: true })
  })
  const quiet = () => undefined
  const log = { info: quiet, warn: quiet, error: quiet }
  const settings = { openDemo: true, separateDuties: false, publicOrigin: null }
  const app = makeApp({ ...opened, settings, clock: Date.now, log, page: null })
  const client = makeClient({
    base: 'http://127.0.0.1',
    send: async (url, init) => app.request(url, init),
  })
  return { client, grant: opened.simulatorGrant }
}

const cellCount = (bodies: readonly ReportSubmission[]): number =>
  bodies.reduce((sum, { cells }) => sum + cells.length, 0)

it('the service takes every report of three brains, and changes nothing when they come again', async () => {
  const { client, grant } = await service()
  const simulation = simulate(scenarioFor(3, 11))
  const cells = cellCount(simulation.reports.map(({ submission }) => submission()))
  const first = await fill(client, simulation, grant, () => undefined)
  expect(first).toEqual({ reports: simulation.reports.length, observations: cells, unchanged: 0 })
  await expect(observationsHeld(client, grant)).resolves.toBe(cells)
  const second = await fill(client, simulation, grant, () => undefined)
  expect(second).toMatchObject({ observations: 0, unchanged: cells })
})
