import { Agent, request } from 'node:http'
import { join } from 'node:path'

import { makeClient } from '../../mock/client.ts'
import { fill, IN_FLIGHT, registerBrains, reportHeaders } from '../../mock/fill.ts'
import { simulate } from '../../mock/generate.ts'
import { inFlight } from '../../mock/inFlight.ts'
import { SCENARIOS } from '../../mock/scenarios.ts'
import { grantOf, spawnService, temporaryFolder } from '../server/spawnService.ts'
import { writeDirectly } from './directIntake.ts'
import { budget, calibrate, median, report } from './harness.ts'

const ROUNDS = 5

const simulation = simulate(SCENARIOS.default)
const submissions = simulation.reports.map(({ submission }) => submission())
const cells = submissions.reduce((sum, submission) => sum + submission.cells.length, 0)

/** Runs `use` against a new service over an empty folder. */
async function withService<T>(use: (url: string, grant: string) => Promise<T>): Promise<T> {
  const folder = temporaryFolder()
  const service = await spawnService({ DATA_DIR: folder.path, LOG_LEVEL: 'info' })
  try {
    return await use(service.url, grantOf(folder.path))
  } finally {
    await service.end('SIGTERM')
    folder.remove()
  }
}

const seconds = async (run: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await run()
  return (performance.now() - start) / 1000
}

/** The reports as bytes, sent by the plainest client there is: seconds until the last receipt. */
const overHttp = (): Promise<number> =>
  withService(async (url, grant) => {
    const tokens = await registerBrains(makeClient({ base: url }), simulation, grant)
    const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT })
    const bodies = submissions.map((submission) => ({
      brain: submission.brain,
      body: Buffer.from(JSON.stringify(submission)),
      headers: reportHeaders(tokens.get(submission.brain) ?? '', grant),
    }))
    const taken = await seconds(() =>
      inFlight(
        bodies,
        IN_FLIGHT,
        ({ brain }) => brain,
        ({ body, headers }) => post(agent, `${url}/api/demo/reports`, body, headers),
      ),
    )
    agent.destroy()
    return taken
  })

function post(
  agent: Agent,
  url: string,
  body: Buffer,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const all = { ...headers, 'content-type': 'application/json', 'content-length': body.length }
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method: 'POST', headers: all }, (answer) => {
      if (answer.statusCode !== 201 && answer.statusCode !== 200)
        reject(new Error(`HTTP ${answer.statusCode}`))
      answer.resume()
      answer.once('end', resolve)
    })
    sent.once('error', reject)
    sent.end(body)
  })
}

/** The demo space as a first start fills it. */
const fillDemo = (): Promise<number> =>
  withService((url, grant) =>
    seconds(() => fill(makeClient({ base: url }), simulation, grant, () => undefined)),
  )

async function directly(): Promise<number> {
  const folder = temporaryFolder()
  const taken = await writeDirectly(join(folder.path, 'demo.sqlite'), submissions)
  folder.remove()
  return taken
}

const ratios: number[] = []
const fills: number[] = []
for (let round = 0; round < ROUNDS; round++) {
  const [direct, http] = [await directly(), await overHttp()]
  ratios.push(direct / http)
  fills.push((await fillDemo()) * calibrate())
  console.log(
    `direct ${Math.round(cells / direct)}/s · HTTP ${Math.round(cells / http)}/s · fill ${(fills.at(-1) ?? 0).toFixed(1)} s`,
  )
}
report('intake', [
  budget('observations a second, HTTP ÷ direct', median(ratios), 0.5, 'higher'),
  budget(`seconds to fill demo (${cells} observations)`, median(fills), 15),
])
