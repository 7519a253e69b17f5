import { brotliDecompressSync } from 'node:zlib'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { securityHeadersOf } from '../../server/http/securityHeaders.ts'
import { isJanuary } from '../../src/domain/period.ts'
import { as, openFixture, reportOf, revenue } from './fixture.ts'
import type { Fixture } from './fixture.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = await openFixture()
  const months = Array.from({ length: 60 }, (_, i) => i)
    .filter((i) => !isJanuary(monthAfter(i)))
    .map((i) => revenue(i, monthAfter(i)))
  await fixture.post('/api/demo/reports', reportOf({}, months), as(fixture, 'a'))
})
afterEach(() => fixture.close())

const monthAfter = (i: number): string =>
  `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`

const SLICE = '/api/demo/slices/cluster.revenue'
const DOCUMENTS = [
  '/api/spaces',
  '/api/openapi.json',
  '/api/demo/registry',
  '/api/demo/versions',
  SLICE,
  `${SLICE}?asOf=2026-11-22T10:00:00Z`,
  '/api/demo/observations?indicator=cluster.revenue&entity=a',
  '/api/demo/reports/R1',
  '/api/demo/data/observations?indicator=cluster.revenue',
  '/api/demo/data/observations?indicator=cluster.revenue&format=csv',
  '/api/demo/data/query?indicator=cluster.revenue&groupBy=brain',
  '/api/demo/data/indicators',
  '/api/demo/data/brains?format=csv',
]

/** What depends on who asks is kept by nobody else's cache: main, and the list of one's spaces. */
const forSome = (path: string): boolean => /^\/api\/(spaces|main)/.test(path)

describe.each([...DOCUMENTS, '/api/main/registry'])('GET %s', (path) => {
  let who: Record<string, string> = {}
  beforeEach(async () => {
    who = forSome(path) ? await fixture.signIn('viewer') : {}
  })
  const get = (headers: Record<string, string> = {}) =>
    fixture.app.request(path, { headers: { ...who, ...headers } })

  it('has a strong ETag, is revalidated, and answers 304 to those who have it', async () => {
    const first = await get()
    expect(first.status).toBe(200)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]+"$/)
    expect(first.headers.get('cache-control')).toBe(
      forSome(path) ? 'private, no-cache' : 'no-cache',
    )
    const again = await get({ 'if-none-match': `"other", ${etag}` })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect(again.headers.get('etag')).toBe(etag)
    expect((await get({ 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('has a brotli form with an ETag of its own when it is long enough to shrink', async () => {
    const plain = await get()
    const small = await get({ 'accept-encoding': 'gzip, deflate, br' })
    if ((await plain.clone().arrayBuffer()).byteLength < 256) return
    expect(small.headers.get('content-encoding')).toBe('br')
    const [encoding, ...who] = (small.headers.get('vary') ?? '').split(', ')
    expect(encoding).toBe('accept-encoding')
    expect(who).toEqual(forSome(path) ? ['cookie', 'authorization'] : [])
    expect(small.headers.get('etag')).not.toBe(plain.headers.get('etag'))
    const bytes = brotliDecompressSync(new Uint8Array(await small.arrayBuffer()))
    expect(bytes.equals(Buffer.from(await plain.arrayBuffer()))).toBe(true)
  })

  it('is not compressed for those who refuse brotli', async () => {
    const answer = await get({ 'accept-encoding': 'br;q=0, gzip' })
    expect(answer.headers.get('content-encoding')).toBeNull()
  })
})

describe('a slice', () => {
  it('gets a new version and ETag with a new observation, and keeps them otherwise', async () => {
    const tagged = async () => {
      const { headers, body } = await fixture.get(SLICE)
      return [headers.get('etag'), body['version']]
    }
    const before = await tagged()
    await fixture.post(
      '/api/demo/reports',
      reportOf({}, [{ indicator: 'compute.racksBuilt', unit: '架', value: 1 }]),
      as(fixture, 'a'),
    )
    expect(await tagged()).toEqual(before)
    await fixture.post('/api/demo/reports', reportOf(), as(fixture, 'a'))
    expect(await tagged()).not.toEqual(before)
  })

  it('of an unknown indicator or space is not there', async () => {
    expect((await fixture.get('/api/demo/slices/no.such')).status).toBe(404)
    expect((await fixture.get('/api/other/slices/cluster.revenue')).status).toBe(404)
    expect((await fixture.get('/api/nothing')).status).toBe(404)
  })

  it('asks for a whole instant', async () => {
    const answer = await fixture.get(`${SLICE}?asOf=yesterday`)
    expect(answer.status).toBe(400)
    expect(answer.body.issues).toMatchObject([{ place: '?asOf' }])
  })
})

describe('every answer', () => {
  it.each(['/api/health', '/api/nothing', SLICE])(
    'of %s carries the security headers',
    async (path) => {
      const { headers } = await fixture.get(path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('access-control-allow-origin')).toBeNull()
    },
  )

  it.each(['text/html; charset=utf-8', 'image/svg+xml', 'text/plain; charset=utf-8'])(
    'that may open as a page (%s) carries a strict policy',
    (type) => {
      const policy = securityHeadersOf(type)['content-security-policy'] ?? ''
      expect(policy).toContain("default-src 'self'")
      expect(policy).not.toContain('unsafe')
      expect(securityHeadersOf(type)['referrer-policy']).toBe('no-referrer')
    },
  )

  it('that never is a page carries no policy: it would only cost bytes', () => {
    for (const type of ['application/json; charset=utf-8', 'text/javascript', 'font/woff2'])
      expect(securityHeadersOf(type)).not.toHaveProperty('content-security-policy')
  })

  it.each(['127.0.0.1:8787', 'localhost', '[::1]:80'])('is given to Host %s', async (host) => {
    expect((await fixture.get('/api/health', { host })).status).toBe(200)
  })

  it.each(['evil.example', '127.0.0.1.evil.example', 'localhost:80@evil.example'])(
    'is refused to Host %s',
    async (host) => {
      expect((await fixture.get('/api/spaces', { host })).status).toBe(421)
    },
  )
})

describe('health and readiness', () => {
  it('tell that the process is up and the stores answer', async () => {
    expect((await fixture.get('/api/health')).body).toEqual({ status: 'up' })
    expect((await fixture.get('/api/ready')).body).toEqual({ status: 'ready' })
  })

  it('tell when a store is away', async () => {
    await fixture.space('demo').store.close()
    expect((await fixture.get('/api/health')).status).toBe(200)
    expect((await fixture.get('/api/ready')).status).toBe(503)
  })
})
