import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { makeBackOff } from '../../server/accounts/backOff.ts'
import { IDLE_MS, LONGEST_MS } from '../../server/accounts/sessions.ts'
import { makeCookie } from '../../server/auth/cookies.ts'
import type { Fixture } from './fixture.ts'
import { asOperator, openFixture, OURS } from './fixture.ts'
import { OTHER, PASSWORD, visitors } from './visitors.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = await openFixture()
})
afterEach(() => fixture.close())

const { send, cookieOf, firstAdministrator, signIn, whoIs, colleague, grant } = visitors(
  () => fixture,
)

describe('signing in', () => {
  it('takes the name however its letters are written', async () => {
    await firstAdministrator('Li.Ming')
    expect((await signIn('ＬＩ.ming', PASSWORD)).status).toBe(200)
  })

  it('sets a cookie that scripts and other sites do not get', async () => {
    await firstAdministrator()
    const set = (await signIn('li.ming', PASSWORD)).headers.get('set-cookie')
    expect(set).toMatch(
      /^session=session_[\w-]{43}; Max-Age=604800; HttpOnly; SameSite=Strict; Path=\/$/,
    )
    expect(makeCookie('session', true).set('x', 1000)).toBe(
      '__Host-session=x; Max-Age=1; HttpOnly; SameSite=Strict; Path=/; Secure',
    )
  })

  it('does not tell an unknown name from a wrong password, nor a closed account', async () => {
    const admin = await firstAdministrator()
    const { id } = await colleague(admin, 'zhao')
    await send('PATCH', `/api/users/${id}`, { closed: true }, admin)
    const tries = [
      await signIn('li.ming', OTHER),
      await signIn('nobody', OTHER),
      await signIn('zhao', OTHER),
    ]
    for (const { status, body } of tries) expect([status, body]).toEqual([401, tries[0]?.body])
  })

  it('is slowed down after five failures, and right again after the wait', async () => {
    await firstAdministrator()
    for (let i = 0; i < 5; i++) expect((await signIn('li.ming', OTHER)).status).toBe(401)
    const held = await signIn('li.ming', PASSWORD)
    expect([held.status, held.headers.get('retry-after')]).toEqual([429, '2'])
    fixture.clock.now += 2000
    expect((await signIn('li.ming', PASSWORD)).status).toBe(200)
    expect((await signIn('li.ming', OTHER)).status).toBe(401)
  })

  it('is slowed down for names that do not exist as well', async () => {
    for (let i = 0; i < 5; i++) expect((await signIn('nobody', OTHER)).status).toBe(401)
    expect((await signIn('NOBODY', OTHER)).status).toBe(429)
  })

  it('writes both outcomes into the trail', async () => {
    await firstAdministrator()
    await signIn('li.ming', OTHER)
    const opened = fixture.trail.filter(({ action }) => action === 'session.open')
    expect(opened.map(({ actor, subject, outcome }) => [actor, subject, outcome])).toEqual([
      ['user:li.ming', 'li.ming', 'done'],
      ['anonymous', 'li.ming', 'refused'],
    ])
  })
})

describe('the trail of signing in', () => {
  const refusals = () => fixture.trail.filter(({ outcome }) => outcome === 'refused')

  it('names accounts that there are, and nothing else that was typed: it may be a password', async () => {
    await firstAdministrator()
    await signIn('LI.ming', OTHER)
    await signIn(PASSWORD, 'li.ming')
    expect(refusals().map(({ subject }) => subject)).toEqual(['li.ming', 'unknown'])
    expect(JSON.stringify(fixture.trail)).not.toContain(PASSWORD)
    expect(refusals()[0]?.detail).toEqual({ address: 'local' })
  })

  it('does not grow with tries that are not looked at', async () => {
    for (let i = 0; i < 8; i++) await signIn('nobody', OTHER)
    expect(refusals()).toHaveLength(5)
  })
})

describe('the wait', () => {
  it('doubles from 2 seconds to 15 minutes, and many tries at once do not slip through', () => {
    let now = 0
    const backOff = makeBackOff(() => now)
    const attempt = { account: 'a', address: 'x' }
    const waits: number[] = []
    for (let i = 0; i < 16; i++) {
      backOff.begin({ ...attempt, address: `x${i}` })
      waits.push(backOff.wait(attempt) / 1000)
    }
    expect(waits.slice(0, 8)).toEqual([0, 0, 0, 0, 2, 4, 8, 16])
    expect(Math.max(...waits)).toBe(900)
    now += 25 * 3_600_000
    expect(backOff.wait(attempt)).toBe(0)
  })

  it('of an address begins after twenty failures, whatever the names', () => {
    const backOff = makeBackOff(() => 0)
    const at = (account: string) => ({ account, address: 'x' })
    for (let i = 0; i < 20; i++) backOff.begin(at(`name${i}`))
    expect(backOff.wait(at('fresh'))).toBe(2000)
    expect(backOff.wait({ account: 'fresh', address: 'y' })).toBe(0)
  })
})

describe('a session', () => {
  it('ends when it is not used for eight hours', async () => {
    const headers = await fixture.signIn('viewer')
    fixture.clock.now += IDLE_MS - 1
    expect((await whoIs(headers)).kind).toBe('user')
    fixture.clock.now += IDLE_MS - 1
    expect((await whoIs(headers)).kind).toBe('user')
    fixture.clock.now += IDLE_MS
    expect((await whoIs(headers)).kind).toBe('anonymous')
  })

  it('ends when only its live changes go on', async () => {
    const headers = await fixture.signIn('viewer')
    const live = await fixture.app.request('/api/main/changes', { headers })
    const reader = (live.body as ReadableStream<Uint8Array>).getReader()
    for (let i = 0; i < 3; i++) {
      fixture.clock.now += IDLE_MS / 4
      await reader.read()
      await reader.read()
    }
    await reader.cancel()
    await fixture.accounts.grants.take('none', 'somebody', 0)
    fixture.clock.now += IDLE_MS / 4
    expect((await whoIs(headers)).kind).toBe('anonymous')
  })

  it('ends when the same browser signs in again', async () => {
    const before = await firstAdministrator()
    const body = { name: 'li.ming', password: PASSWORD }
    const after = cookieOf(await fixture.post('/api/session', body, before))
    expect([(await whoIs(before)).kind, (await whoIs(after)).kind]).toEqual(['anonymous', 'user'])
  })

  it('ends after seven days, however much it is used', async () => {
    const headers = await fixture.signIn('viewer')
    const end = fixture.clock.now + LONGEST_MS
    for (; fixture.clock.now + IDLE_MS / 2 < end; fixture.clock.now += IDLE_MS / 2)
      expect((await whoIs(headers)).kind).toBe('user')
    fixture.clock.now = end
    expect((await whoIs(headers)).kind).toBe('anonymous')
  })

  it('ends on signing out, here or everywhere', async () => {
    const here = await firstAdministrator()
    const there = cookieOf(await signIn('li.ming', PASSWORD))
    const out = await send('DELETE', '/api/session', undefined, here)
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0')
    expect([(await whoIs(here)).kind, (await whoIs(there)).kind]).toEqual(['anonymous', 'user'])
    const third = cookieOf(await signIn('li.ming', PASSWORD))
    expect((await send('DELETE', '/api/sessions', undefined, there)).status).toBe(204)
    expect([(await whoIs(there)).kind, (await whoIs(third)).kind]).toEqual([
      ...['anonymous', 'anonymous'],
    ])
  })

  it('ends with the account, and what it may do changes at once', async () => {
    const admin = await firstAdministrator()
    const { id, headers } = await colleague(admin, 'zhao')
    expect((await fixture.get('/api/main/registry', headers)).status).toBe(403)
    const given = await fixture.post('/api/grants', { user: id, ...grant('viewer', 'main') }, admin)
    expect((await fixture.get('/api/main/registry', headers)).status).toBe(200)
    await send('DELETE', `/api/grants/${String(given.body['id'])}`, undefined, admin)
    expect((await fixture.get('/api/main/registry', headers)).status).toBe(403)
    await send('PATCH', `/api/users/${id}`, { closed: true }, admin)
    expect((await whoIs(headers)).kind).toBe('anonymous')
    await send('PATCH', `/api/users/${id}`, { closed: false }, admin)
    expect((await whoIs(headers)).kind).toBe('anonymous')
    expect((await signIn('zhao', OTHER)).status).toBe(200)
  })

  it('takes its live changes along when it ends', async () => {
    const headers = await firstAdministrator()
    const live = await fixture.app.request('/api/main/changes', { headers })
    const reader = (live.body as ReadableStream<Uint8Array>).getReader()
    await reader.read()
    await send('DELETE', '/api/session', undefined, headers)
    await fixture.post('/api/main/brains/m/tokens', {}, asOperator)
    let text = ''
    for (let part = await reader.read(); !part.done; part = await reader.read())
      text += new TextDecoder().decode(part.value)
    expect(text).not.toContain('event: change')
  })

  it('that ends everywhere ends the live changes of another browser', async () => {
    const here = await firstAdministrator()
    const there = cookieOf(await signIn('li.ming', PASSWORD))
    await fixture.post('/api/main/brains/m/tokens', {}, asOperator)
    const live = await fixture.app.request('/api/main/changes', { headers: there })
    expect(live.status).toBe(200)
    const reader = (live.body as ReadableStream<Uint8Array>).getReader()
    await reader.read()
    await send('DELETE', '/api/sessions', undefined, here)
    expect((await reader.read()).done).toBe(true)
    const again = await fixture.app.request('/api/main/changes', { headers: there })
    expect(again.status).toBe(401)
  })
})

describe('a write by cookie', () => {
  const write = (headers: Record<string, string>) =>
    fixture.post('/api/users', { name: 'zhao' }, headers)

  it('comes from a page of ours', async () => {
    const { cookie = '' } = await firstAdministrator()
    const statuses = []
    for (const origin of [null, 'https://evil.example', 'null', 'http://localhost.evil.example'])
      statuses.push((await write({ cookie, ...(origin === null ? {} : { origin }) })).status)
    expect(statuses).toEqual([403, 403, 403, 403])
    expect((await write({ cookie, ...OURS })).status).toBe(201)
  })

  it('nor does another site sign somebody in', async () => {
    await firstAdministrator()
    const headers = { origin: 'https://evil.example' }
    const body = { name: 'li.ming', password: PASSWORD }
    expect((await fixture.post('/api/session', body, headers)).status).toBe(403)
  })
})

describe('reads of main', () => {
  it('are noted once an hour for each reader and document', async () => {
    const headers = await fixture.signIn('viewer')
    const read = () => fixture.get('/api/main/registry', headers)
    const noted = () => fixture.trail.filter(({ action }) => action === 'document.read').length
    await read()
    await read()
    expect(noted()).toBe(1)
    await fixture.get('/api/demo/registry', headers)
    await fixture.get('/api/main/slices/cluster.revenue', headers)
    expect(noted()).toBe(2)
    fixture.clock.now += 3_600_000
    await read()
    expect(noted()).toBe(3)
  })

  it('are noted of drafts and histories too, and a write is none', async () => {
    const office = await fixture.signIn('office')
    await fixture.get('/api/main/intake/drafts', office)
    await fixture.get('/api/main/brains/m/history', office)
    await fixture.post('/api/main/exports', { figure: 'kpi', format: 'png' }, office)
    const noted = fixture.trail.filter(({ action }) => action === 'document.read')
    expect(noted.map(({ subject }) => subject)).toEqual([
      '/api/main/intake/drafts',
      '/api/main/brains/m/history',
    ])
  })
})

describe('what somebody is refused', () => {
  it('is noted once an hour; what nobody is refused is not', async () => {
    const viewer = await fixture.signIn('viewer')
    for (let i = 0; i < 2; i++) await fixture.post('/api/main/brains', {}, viewer)
    await fixture.post('/api/main/brains', {})
    const foreign = { ...viewer, origin: 'https://evil.example' }
    await fixture.post('/api/main/events', {}, foreign)
    const noted = fixture.trail.filter(({ action }) => action === 'request.refused')
    expect(noted.map(({ space, subject, outcome }) => [space, subject, outcome])).toEqual([
      ['main', 'POST /api/main/brains', 'refused'],
      ['main', 'POST /api/main/events', 'refused'],
    ])
  })
})
