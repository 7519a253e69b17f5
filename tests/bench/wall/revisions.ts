import { makeClient } from '../../../mock/client.ts'
import { newToken } from '../../../mock/fill.ts'
import { creditOf, simulate } from '../../../mock/generate.ts'
import { liveBrains, liveReport } from '../../../mock/live.ts'
import { randomOf } from '../../../mock/random.ts'
import { SCENARIOS } from '../../../mock/scenarios.ts'
import { ReportReceipt } from '../../../src/contract/report.ts'
import { grantOf } from '../../server/spawnService.ts'

/** Sends one revised figure of the next simulated brain through the intake; resolves when it is stored. */
export type Revise = () => Promise<void>

/** Revisions of the demo space that the default scenario has filled; every brain has a token of its own. */
export function makeRevise(url: string, dataDir: string): Revise {
  const client = makeClient({ base: url })
  const grant = grantOf(dataDir)
  const simulation = simulate(SCENARIOS.default)
  const brains = liveBrains(simulation)
  const random = randomOf(simulation.scenario.seed, 'wall bench')
  const tokens = new Map<string, string>()
  let turn = 0
  return async () => {
    const at = turn++ % brains.length
    const live = brains[at]
    if (!live) throw new Error('The scenario has no brain that reports.')
    const token = tokens.get(live.brain) ?? (await newToken(client, live.brain, grant))
    tokens.set(live.brain, token)
    const { submission, next } = liveReport(live, random, creditOf(simulation.scenario))
    brains[at] = next
    const headers = { authorization: `Bearer ${token}`, 'x-simulator-grant': grant }
    await client.post('/api/demo/reports', submission, ReportReceipt, headers)
  }
}
