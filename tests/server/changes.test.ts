import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { makeChangeHub } from '../../server/space/changeHub.ts'
import { as, openFixture, racks, reportOf, revenue } from './fixture.ts'
import type { Fixture } from './fixture.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = await openFixture()
})
afterEach(() => fixture.close())

type Reader = ReadableStreamDefaultReader<Uint8Array>

/** Reads a stream until its text holds `wanted`; gives the text. */
async function until(reader: Reader, wanted: string | RegExp): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  while (!text.match(wanted)) {
    const { done, value } = await reader.read()
    if (done) throw new Error(`the stream ended after: ${text}`)
    text += decoder.decode(value)
  }
  return text
}

async function listen(query = '', headers: Record<string, string> = {}): Promise<Reader> {
  const answer = await fixture.app.request(`/api/demo/changes${query}`, { headers })
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  return (answer.body as ReadableStream<Uint8Array>).getReader()
}

const report = (value: number, reason = '更正') =>
  fixture.post('/api/demo/reports', reportOf({ reason }, [revenue(value)]), as(fixture, 'a'))

const idsOf = (text: string): number[] =>
  [...text.matchAll(/^id: (\d+)$/gm)].map((m) => Number(m[1]))

describe('live changes', () => {
  it('tell the new version of a slice once it can be fetched', async () => {
    const reader = await listen()
    await report(1)
    const text = await until(reader, /data: .*\n\n/)
    const change = JSON.parse(/data: (.*)/.exec(text)?.[1] ?? '') as {
      subject: string
      version: number
    }
    expect(change.subject).toBe('cluster.revenue')
    expect(text).toContain(`id: ${change.version}\nevent: change`)
    expect((await fixture.get('/api/demo/slices/cluster.revenue')).body['version']).toBe(
      change.version,
    )
    await reader.cancel()
  })

  it('resume after the last one a reader has, by header or by query', async () => {
    await report(1)
    const [last = 0] = idsOf(await until(await listen('?since=0'), 'cluster.revenue')).slice(-1)
    await fixture.post('/api/demo/reports', reportOf({}, [racks('Built', 3)]), as(fixture, 'a'))
    for (const reader of [
      await listen('', { 'last-event-id': String(last) }),
      await listen(`?since=${last}`),
    ]) {
      const text = await until(reader, 'compute.racksBuilt')
      expect(text).not.toContain('cluster.revenue')
      await reader.cancel()
    }
  })

  it('give each missed subject once, in its latest version', async () => {
    for (const value of [1, 2, 3]) await report(value)
    const text = await until(await listen('?since=0'), 'cluster.revenue')
    expect(text.match(/cluster\.revenue/g)).toHaveLength(1)
    const { body } = await fixture.get('/api/demo/versions')
    expect(idsOf(text).at(-1)).toBe((body['slices'] as Record<string, number>)['cluster.revenue'])
  })

  it('begin anew for a reader whose number this store never gave', async () => {
    await report(1)
    expect(await until(await listen('?since=99999'), 'cluster.revenue')).toContain('registry')
  })

  it('keep the connection alive with comments', async () => {
    expect(await until(await listen(), ': heartbeat')).toContain(': heartbeat\n\n')
  })

  it('refuse a number that is none', async () => {
    expect((await fixture.get('/api/demo/changes?since=soon')).status).toBe(400)
  })

  it('end when the service stops', async () => {
    const reader = await listen()
    await until(reader, 'retry')
    fixture.space('demo').hub.close()
    expect((await reader.read()).done).toBe(true)
  })
})

it('one address takes no more than its share of the streams; a person has their own', async () => {
  const path = '/api/demo/changes'
  const statuses = new Set<number>()
  for (let n = 0; n < 48; n++) statuses.add((await fixture.app.request(path)).status)
  expect([...statuses]).toEqual([200])
  const refused = await fixture.get(path)
  expect([refused.status, refused.body['code']]).toEqual([429, 'tooManyStreams'])
  const headers = await fixture.signIn('viewer')
  expect((await fixture.app.request(path, { headers })).status).toBe(200)
})

describe('the hub', () => {
  it('takes a bounded number of readers and frees the place of one that left', async () => {
    const hub = makeChangeHub({ maxClients: 1 })
    const stream = hub.open([])
    expect(() => hub.open([])).toThrow(/Too many/)
    await stream.cancel()
    expect(hub.size()).toBe(0)
    await hub.open([]).cancel()
  })

  it('leaves room for others whatever one holder opens, and takes them again when they leave', async () => {
    const hub = makeChangeHub({ maxClients: 3, maxOfHolder: 2 })
    const stillMay = () => Promise.resolve(true)
    const open = (holder: string) => hub.open([], { holder, stillMay })
    const first = open('a')
    open('a')
    expect(() => open('a')).toThrow(/at most 2/)
    open('b')
    expect(() => open('c')).toThrow(/Too many/)
    await first.cancel()
    open('a')
    hub.close()
  })

  it('holds one change a subject for a reader that does not read', async () => {
    const hub = makeChangeHub({ gatherMs: 0 })
    const reader = hub.open([]).getReader()
    for (let version = 1; version <= 1000; version++) hub.publish([{ subject: 'x', version }])
    const text = await until(reader, '"version":1000')
    expect(idsOf(text)).toHaveLength(1)
    await reader.cancel()
  })
})
