import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

import { makeClient } from '../../mock/client.ts'
import { fill } from '../../mock/fill.ts'
import { simulate } from '../../mock/generate.ts'
import { SCENARIOS } from '../../mock/scenarios.ts'
import { grantOf, spawnService, temporaryFolder } from '../server/spawnService.ts'
import { budget, median, report } from './harness.ts'
import { load } from './wireLoad.ts'
import type { Load } from './wireLoad.ts'

/** Short rounds side by side: what else the machine does meets all three alike. */
const ROUNDS = 21
const SECONDS = 0.5
const SLICE = '/api/demo/slices/cluster.revenue'

/** One answer of the service as it goes over the wire. */
async function answerOf(url: string) {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'br' } })
  const names = [...answer.headers.keys()].filter((name) => !HOP_BY_HOP.has(name))
  const headers = Object.fromEntries(names.map((name) => [name, answer.headers.get(name) ?? '']))
  return { headers, etag: answer.headers.get('etag') ?? '' }
}

const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'date'])

/** The compressed bytes, which fetch would hide. */
async function bytesOf(url: string): Promise<Buffer> {
  const { request } = await import('node:http')
  const sent = request(url, { headers: { 'accept-encoding': 'br' } })
  sent.end()
  const [answer] = (await once(sent, 'response')) as [AsyncIterable<Buffer>]
  const parts: Buffer[] = []
  for await (const part of answer) parts.push(part)
  return Buffer.concat(parts)
}

async function startPlain(body: Buffer, headers: Readonly<Record<string, string>>) {
  const child = fork(join(import.meta.dirname, 'plainServer.ts'))
  child.send({ body: body.toString('base64'), headers })
  const [port] = (await once(child, 'message')) as [number]
  return { url: `http://127.0.0.1:${port}/`, stop: () => child.kill() }
}

const folder = temporaryFolder()
const service = await spawnService({ DATA_DIR: folder.path, LOG_LEVEL: 'info' })
await fill(
  makeClient({ base: service.url }),
  simulate(SCENARIOS.default),
  grantOf(folder.path),
  () => undefined,
)
const url = `${service.url}${SLICE}`
const { headers, etag } = await answerOf(url)
const body = await bytesOf(url)
const plain = await startPlain(body, headers)

const BROTLI = { 'accept-encoding': 'br' }
const UNCHANGED = { ...BROTLI, 'if-none-match': etag }
const rounds: { plain: Load; slice: Load; unchanged: Load }[] = []
for (let round = 0; round <= ROUNDS; round++) {
  const measured = {
    plain: await load({ url: plain.url, headers: BROTLI, status: 200 }, SECONDS),
    slice: await load({ url, headers: BROTLI, status: 200 }, SECONDS),
    unchanged: await load({ url, headers: UNCHANGED, status: 304 }, SECONDS),
  }
  if (round > 0) rounds.push(measured)
}
plain.stop()
await service.end('SIGTERM')
folder.remove()

const middle = (of: (round: (typeof rounds)[number]) => number): number => median(rounds.map(of))
console.log(
  `${body.length} bytes of brotli · plain ${Math.round(middle((r) => r.plain.perSecond))}/s, p99 ${middle((r) => r.plain.p99).toFixed(1)} ms` +
    ` · slice ${Math.round(middle((r) => r.slice.perSecond))}/s, p99 ${middle((r) => r.slice.p99).toFixed(1)} ms` +
    ` · 304 ${Math.round(middle((r) => r.unchanged.perSecond))}/s`,
)
report('slice', [
  budget(
    'requests a second, slice ÷ plain',
    middle((r) => r.slice.perSecond / r.plain.perSecond),
    0.6,
    'higher',
  ),
  budget(
    'p99, slice ÷ plain',
    middle((r) => r.slice.p99 / r.plain.p99),
    1 / 0.6,
  ),
  budget(
    'requests a second, 304 ÷ slice',
    middle((r) => r.unchanged.perSecond / r.slice.perSecond),
    1,
    'higher',
  ),
])
