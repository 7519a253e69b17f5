import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { MOST_SHARED_LINKS, SAVED_LIMITS } from '../../src/contract/index.ts'
import type { Fixture } from './fixture.ts'
import { openFixture, OURS, reportOf } from './fixture.ts'
import { visitors } from './visitors.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = await openFixture()
})
afterEach(() => fixture.close())

const { send } = visitors(() => fixture)

describe('a token made in the page', () => {
  const make = async (may: 'draft' | 'publish', days = 2) => {
    const security = await fixture.signIn('security')
    const order = { label: '联调', days, brain: 'm', may }
    const made = await fixture.post('/api/main/tokens', order, security)
    const headers = { authorization: `Bearer ${String(made.body['token'])}` }
    return { security, headers, id: String(made.body['id']) }
  }
  const report = (headers: Record<string, string>) =>
    fixture.post('/api/main/reports', reportOf({ brain: 'm' }), headers)

  it('reports until it expires', async () => {
    const { headers } = await make('publish')
    expect((await report(headers)).status).toBe(201)
    fixture.clock.now += 2 * 86_400_000
    expect((await report(headers)).status).toBe(401)
  })

  it('reports until it is revoked', async () => {
    const { headers, security, id } = await make('publish')
    expect((await report(headers)).status).toBe(201)
    const path = `/api/main/tokens/${id}`
    expect((await send('DELETE', path, undefined, security)).status).toBe(204)
    expect((await report(headers)).status).toBe(401)
    expect((await send('DELETE', path, undefined, security)).status).toBe(404)
  })

  it('for drafts hands in what the office then publishes', async () => {
    const { headers } = await make('draft')
    const handed = await report(headers)
    expect(handed.status).toBe(202)
    const { id, state, brain, version } = handed.body['draft'] as Record<string, unknown>
    expect([state, brain, handed.body['known']]).toEqual(['submitted', 'm', false])
    const again = await report(headers)
    expect([again.status, again.body['known']]).toEqual([202, true])
    const saved = fixture.trail.filter(({ action }) => action === 'draft.save')
    expect(saved.map(({ actor, subject }) => [actor, subject])).toEqual([['brain:m', id]])
    const office = await fixture.signIn('office')
    const path = `/api/main/intake/drafts/${String(id)}/publish`
    expect((await fixture.post(path, { version }, office)).status).toBe(200)
    const slice = await fixture.get('/api/main/slices/cluster.revenue', headers)
    expect(slice.body['values']).toEqual([10])
  })

  it.each([
    [{ brain: 'x' }, 403, '/brain'],
    [{ knownAt: '2026-11-01T00:00:00Z' }, 403, '/knownAt'],
    [{ cells: [{ indicator: 'cluster.revenue', unit: '人', value: 1 }] }, 422, '/cells/0/unit'],
  ])('for drafts is refused %j', async (wrong, status, place) => {
    const { headers } = await make('draft')
    const body = reportOf({ brain: 'm', ...wrong }, undefined)
    const answer = await fixture.post('/api/main/reports', body, headers)
    expect([answer.status, answer.body.issues?.[0]?.['place']]).toEqual([status, place])
    expect((await fixture.get('/api/main/intake/drafts', headers)).body['total']).toBe(0)
  })

  it('for drafts publishes nothing', async () => {
    const { headers } = await make('draft')
    await report(headers)
    const slice = await fixture.get('/api/main/slices/cluster.revenue', headers)
    expect(slice.body['entities']).toEqual([])
  })

  it('opens nothing in the other space', async () => {
    const { headers } = await make('publish')
    expect((await fixture.post('/api/demo/reports', reportOf(), headers)).status).toBe(403)
  })
})

describe('a wall link', () => {
  it('opens the wall for reading until it ends, and a live wall ends with it', async () => {
    const security = await fixture.signIn('security')
    const order = { label: '一号屏', days: 30, city: null }
    const made = await fixture.post('/api/main/wall-links', order, security)
    const opened = await fixture.app.request(String(made.body['path']))
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/main/wall'])
    const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    expect((await fixture.get('/api/main/registry', { cookie })).status).toBe(200)
    expect((await fixture.post('/api/main/brains', {}, { cookie, ...OURS })).status).toBe(403)
    fixture.clock.now += 29 * 86_400_000
    expect((await fixture.get('/api/main/registry', { cookie })).status).toBe(200)
    const live = await fixture.app.request('/api/main/changes', { headers: { cookie } })
    const reader = (live.body as ReadableStream<Uint8Array>).getReader()
    const again = await fixture.signIn('security')
    const path = `/api/main/wall-links/${String(made.body['id'])}`
    expect((await send('DELETE', path, undefined, again)).status).toBe(204)
    while (!(await reader.read()).done);
    expect((await fixture.get('/api/main/registry', { cookie })).status).toBe(401)
    expect((await fixture.app.request(String(made.body['path']))).status).toBe(404)
  })

  it('of a city shows that city, and does not end the session of one who may read more', async () => {
    const security = await fixture.signIn('security')
    const order = { label: '济南', days: 1, city: '370200' }
    const made = await fixture.post('/api/main/wall-links', order, security)
    const path = String(made.body['path'])
    const opened = await fixture.app.request(path)
    const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const { body } = await fixture.get('/api/main/registry', { cookie })
    expect(body['brains']).toEqual([])
    const viewer = await fixture.signIn('viewer')
    const kept = await fixture.app.request(path, { headers: viewer })
    expect([kept.status, kept.headers.get('set-cookie')]).toEqual([303, null])
  })

  it('opened from a mail leaves a session in place, and signing out ends both', async () => {
    const security = await fixture.signIn('security')
    const order = { label: '一号屏', days: 30, city: null }
    const made = await fixture.post('/api/main/wall-links', order, security)
    // A browser sends no SameSite=Strict cookie along with a link of another site.
    const opened = await fixture.app.request(String(made.body['path']))
    const wall = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    expect(wall).toMatch(/^wall=wall_/)
    const both = { ...security, cookie: `${security['cookie']}; ${wall}` }
    const who = await fixture.get('/api/session', both)
    expect(who.body['kind']).toBe('user')
    expect((await fixture.get('/api/main/registry', both)).status).toBe(200)
    expect((await fixture.post('/api/main/wall-links', order, both)).status).toBe(201)
    expect((await fixture.post('/api/main/brains', {}, both)).status).toBe(403)
    const out = await send('DELETE', '/api/session', undefined, both)
    expect(out.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^session=; Max-Age=0/),
      expect.stringMatching(/^wall=; Max-Age=0/),
    ])
  })
})

describe('a link that opens nothing', () => {
  const asBrowser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
  const open = (path: string, headers: Record<string, string>) =>
    fixture.app.request(path, { headers })
  /** Paths of a revoked, an expired and an unknown link of each kind. */
  async function endedPaths(): Promise<string[]> {
    const security = await fixture.signIn('security', 'analyst')
    const wall = { label: '一号屏', days: 1, city: null }
    const page = { label: '化工', days: 1, target: '/main/desk' }
    const made = []
    for (const [path, order] of [
      ['/api/main/wall-links', wall],
      ['/api/shared-links', page],
    ] as const) {
      const revoked = await fixture.post(path, order, security)
      await send('DELETE', `${path}/${String(revoked.body['id'])}`, undefined, security)
      made.push(revoked, await fixture.post(path, order, security))
    }
    fixture.clock.now += 86_400_000
    const unknown = ['/wall-link/wall_never', '/shared/link_never']
    return [...made.map(({ body }) => String(body['path'])), ...unknown]
  }

  it('leads a browser to the page that says so, the same for all, in its language', async () => {
    for (const path of await endedPaths()) {
      const zh = await open(path, asBrowser)
      expect([zh.status, zh.headers.get('location')]).toEqual([303, '/sign-in?ended=link'])
      expect(zh.headers.get('set-cookie')).toBeNull()
      expect(zh.headers.get('content-security-policy')).toContain("default-src 'self'")
      const en = await open(path, { ...asBrowser, 'accept-language': 'en-GB,en;q=0.9' })
      expect(en.headers.get('location')).toBe('/sign-in?ended=link&lang=en')
    }
  })

  it('is a problem for a program', async () => {
    for (const path of await endedPaths()) {
      const answer = await open(path, { accept: 'application/json' })
      expect(answer.status).toBe(404)
      expect(await answer.json()).toMatchObject({ code: 'notFound', issues: [] })
    }
  })
})

describe('a shared link', () => {
  const make = (headers: Record<string, string>, target: string) =>
    fixture.post('/api/shared-links', { label: '化工', days: 7, target }, headers)

  it('leads to the page for a while and gives no right', async () => {
    const analyst = await fixture.signIn('analyst')
    const made = await make(analyst, '/main/desk?domain=chemicals')
    const open = () => fixture.app.request(String(made.body['path']))
    const answer = await open()
    expect(answer.headers.get('location')).toBe('/main/desk?domain=chemicals')
    expect(answer.headers.get('set-cookie')).toBeNull()
    fixture.clock.now += 7 * 86_400_000
    expect((await open()).status).toBe(404)
  })

  it('leads to an address that a header can carry', async () => {
    const analyst = await fixture.signIn('analyst')
    const made = await make(analyst, '/main/desk?domain=化工#一')
    const answer = await fixture.app.request(String(made.body['path']))
    const location = answer.headers.get('location') ?? ''
    expect([answer.status, decodeURI(location)]).toEqual([303, '/main/desk?domain=化工#一'])
  })

  it('is one of a bounded number, of which ended ones free their place', async () => {
    const analyst = await fixture.signIn('analyst')
    const ids: string[] = []
    for (let i = 0; i < MOST_SHARED_LINKS; i++)
      ids.push(String((await make(analyst, '/main/desk')).body['id']))
    expect((await make(analyst, '/main/desk')).status).toBe(409)
    await send('DELETE', `/api/shared-links/${ids[0]}`, undefined, analyst)
    expect((await make(analyst, '/main/desk')).status).toBe(201)
  })

  it.each([
    '//evil.example/main/desk',
    '/.//evil.example/main/desk',
    '/main/..//evil.example',
    '/main/../x',
    '/admin',
    '/main',
    '/api/main/registry',
  ])('does not lead to %s', async (target) => {
    expect((await make(await fixture.signIn('analyst'), target)).status).toBe(422)
  })

  it('takes the right to share', async () => {
    expect((await make(await fixture.signIn('viewer'), '/main/desk')).status).toBe(403)
  })
})

describe('saved views', () => {
  const body = { name: '化工', space: 'main', shared: false, content: { domain: 'chemicals' } }
  const put = (headers: Record<string, string>, rest: object = {}, id = 'v1') =>
    send('PUT', `/api/saved/views/${id}`, { ...body, ...rest }, headers)
  const get = (headers: Record<string, string>, id = 'v1') =>
    fixture.get(`/api/saved/views/${id}`, headers)

  it('are one’s own until they are shared, and then of those who may read the space', async () => {
    const [owner, reader] = [await fixture.signIn('analyst'), await fixture.signIn('viewer')]
    const outsider = await fixture.signIn()
    expect((await put(owner)).status).toBe(200)
    expect((await get(owner)).body['content']).toEqual(body.content)
    expect((await get(reader)).status).toBe(404)
    await put(owner, { shared: true })
    expect((await get(reader)).body).toMatchObject({ name: '化工', own: false })
    expect((await get(outsider)).status).toBe(404)
    expect((await fixture.get('/api/saved/views', outsider)).body['entries']).toEqual([])
    expect((await put(reader)).status).toBe(409)
    expect((await send('DELETE', '/api/saved/views/v1', undefined, reader)).status).toBe(404)
    expect((await send('DELETE', '/api/saved/views/v1', undefined, owner)).status).toBe(204)
  })

  it('are shared by those who may share, in a space that they may read', async () => {
    const viewer = await fixture.signIn('viewer')
    expect((await put(viewer, { shared: true })).status).toBe(403)
    expect((await put(await fixture.signIn(), {})).status).toBe(403)
  })

  it('are bounded', async () => {
    const owner = await fixture.signIn('analyst')
    expect((await put(owner, { content: 'x'.repeat(SAVED_LIMITS.bytes) })).status).toBe(413)
  })
})
