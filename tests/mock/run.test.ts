import { describe, expect, it } from 'vitest'

import { makeClient } from '../../mock/client.ts'
import { simulate } from '../../mock/generate.ts'
import { readOptions } from '../../mock/options.ts'
import { plainProgress } from '../../mock/progressLine.ts'
import { run } from '../../mock/run.ts'
import { scenarioFor } from '../../mock/scenarios.ts'
import { fakeService } from './fakeService.ts'

const GRANT = 'the-grant'

function surroundings(service: ReturnType<typeof fakeService>, liveReports = 0) {
  const lines: string[] = []
  const stop = new AbortController()
  let pauses = 0
  const say = (line: string): void => {
    lines.push(line)
  }
  const around = {
    client: makeClient({
      base: 'http://service.test',
      send: service.send,
      pause: () => Promise.resolve(),
    }),
    grant: GRANT,
    say,
    progress: () => plainProgress(say),
    now: () => 0,
    pause: () => {
      if (++pauses >= liveReports) stop.abort()
      return Promise.resolve()
    },
    signal: stop.signal,
  }
  return { around, lines }
}

const options = readOptions(['--brains', '2', '--seed', '5'])
const expected = simulate(scenarioFor(2, 5))

describe('a first run', () => {
  it('sends brains, events and every report, each brain with its own token and the grant', async () => {
    const service = fakeService()
    await run(options, surroundings(service).around)
    const reports = service.received.filter(({ path }) => path === '/api/demo/reports')
    expect(reports).toHaveLength(expected.reports.length)
    for (const { authorization, grant, body } of reports) {
      expect(authorization).toBe(`Bearer token-${String(body['brain'])}`)
      expect(grant).toBe(GRANT)
      expect(body['knownAt']).toBeTypeOf('string')
    }
    const registry = service.received.filter(({ path }) => path !== '/api/demo/reports')
    for (const { authorization } of registry) expect(authorization).toBe(`Bearer ${GRANT}`)
  })

  it('tells its progress every tenth and what it did', async () => {
    const service = fakeService()
    const { around, lines } = surroundings(service)
    await run(options, around)
    expect(lines.filter((line) => /^\d+%/.test(line))).toHaveLength(10)
    expect(lines.join('\n')).toContain(service.observations().toLocaleString('en-US'))
  })

  it('ends with the command for live reports', async () => {
    const { around, lines } = surroundings(fakeService())
    await run(options, around)
    expect(lines.at(-1)).toContain('npm run mock -- --live --seed 5 --brains 2')
  })

  it('goes on when the service is busy now and then', async () => {
    const busy = (report: number) => (report % 7 === 3 ? new Response(null, { status: 503 }) : null)
    const service = fakeService(busy)
    await run(options, surroundings(service).around)
    const quiet = fakeService()
    await run(options, surroundings(quiet).around)
    expect(service.observations()).toBe(quiet.observations())
  })

  it('stops at the first refusal', async () => {
    const service = fakeService((report) =>
      report === 20
        ? Response.json({ code: 'brokenRules', message: 'no', issues: [] }, { status: 422 })
        : null,
    )
    await expect(run(options, surroundings(service).around)).rejects.toThrow(/422 \(brokenRules\)/)
    expect(service.received.length).toBeLessThan(expected.reports.length + expected.events.length)
  })
})

describe('a second run', () => {
  it('sends nothing and says so', async () => {
    const service = fakeService()
    await run(options, surroundings(service).around)
    const before = service.received.length
    const { around, lines } = surroundings(service)
    await run(options, around)
    expect(service.received).toHaveLength(before)
    expect(lines.join('\n')).toContain('nothing was sent')
  })

  it('with --live revises figures of the last month with a reason, a new token and no knownAt', async () => {
    const service = fakeService()
    await run(options, surroundings(service).around)
    const before = service.received.length
    await run({ ...options, live: true }, surroundings(service, 6).around)
    const sent = service.received.slice(before)
    const reports = sent.filter(({ path }) => path === '/api/demo/reports')
    expect(reports).toHaveLength(6)
    for (const { authorization, body } of reports) {
      expect(authorization).toBe(`Bearer new-${String(body['brain'])}`)
      expect(body).toMatchObject({ period: expected.scenario.last, reason: expect.any(String) })
      expect(body).not.toHaveProperty('knownAt')
    }
  })
})
