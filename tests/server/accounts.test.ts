import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { makeInvitation } from '../../server/accounts/people.ts'
import { hashPassword, matchesPassword, passwordFault } from '../../server/accounts/password.ts'
import type { Fixture } from './fixture.ts'
import { asOperator, openFixture } from './fixture.ts'
import { OTHER, PASSWORD, visitors } from './visitors.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = await openFixture()
})
afterEach(() => fixture.close())

const { send, cookieOf, firstAdministrator, signIn, whoIs, secretIn, colleague, grant } = visitors(
  () => fixture,
)

describe('the one-time link', () => {
  it('makes an administrator with all duties and the office of both spaces, once', async () => {
    const { secret } = await makeInvitation(fixture.accounts, null, fixture.clock.now)
    const body = { secret, name: '李明', password: PASSWORD }
    const answer = await fixture.post('/api/welcome', body)
    expect((answer.body['grants'] as { role: string }[]).map(({ role }) => role)).toEqual([
      ...['analyst', 'administrator', 'security', 'auditor', 'office', 'office'],
    ])
    const again = await fixture.post('/api/welcome', { ...body, name: 'other' })
    expect(again.status).toBe(404)
    expect((await fixture.accounts.people.all()).map(({ name }) => name)).toEqual(['李明'])
  })

  it('opens for one of two who use it at once', async () => {
    const { secret } = await makeInvitation(fixture.accounts, null, fixture.clock.now)
    const both = await Promise.all(
      ['one', 'two'].map((name) => fixture.post('/api/welcome', { secret, name, password: OTHER })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404])
    expect(await fixture.accounts.people.all()).toHaveLength(1)
  })

  it('ends after 24 hours, and when a newer one is made', async () => {
    const { secret } = await makeInvitation(fixture.accounts, null, fixture.clock.now)
    fixture.clock.now += 24 * 3_600_000
    const body = { name: 'late', password: PASSWORD }
    expect((await fixture.post('/api/welcome', { ...body, secret })).status).toBe(404)
    const newer = await makeInvitation(fixture.accounts, null, fixture.clock.now)
    const newest = await makeInvitation(fixture.accounts, null, fixture.clock.now)
    const tried = (one: string) => fixture.post('/api/welcome', { ...body, secret: one })
    expect((await tried(newer.secret)).status).toBe(404)
    expect((await tried(newest.secret)).status).toBe(200)
  })

  it('is not used up by a password that will not do', async () => {
    const { secret } = await makeInvitation(fixture.accounts, null, fixture.clock.now)
    const body = { secret, name: 'wang' }
    const weak = await fixture.post('/api/welcome', { ...body, password: 'Password2026!' })
    expect([weak.status, weak.body.issues?.[0]?.['place']]).toEqual([422, '/password'])
    expect((await fixture.post('/api/welcome', { ...body, password: PASSWORD })).status).toBe(200)
  })

  it('of another person sets a new password, and their sessions end', async () => {
    const admin = await firstAdministrator()
    const { id, headers } = await colleague(admin, 'zhao')
    const again = await fixture.post(`/api/users/${id}/invitation`, {}, admin)
    expect((await whoIs(headers)).kind).toBe('user')
    const body = { secret: secretIn(again), password: PASSWORD }
    const other = await fixture.post('/api/welcome', { ...body, name: '另取的名' })
    expect([other.status, other.body.issues?.[0]?.['place']]).toEqual([422, '/name'])
    expect((await fixture.post('/api/welcome', { ...body, name: 'ZHAO' })).status).toBe(200)
    expect((await whoIs(headers)).kind).toBe('anonymous')
    expect((await signIn('zhao', OTHER)).status).toBe(401)
  })
})

describe('an invitation that is still open', () => {
  const invite = async (admin: Record<string, string>, id: string) =>
    secretIn(await fixture.post(`/api/users/${id}/invitation`, {}, admin))
  const takeUp = async (secret: string) =>
    (await fixture.post('/api/welcome', { secret, password: PASSWORD })).status

  it('ends when the account is closed, also for when it is opened again', async () => {
    const admin = await firstAdministrator()
    const { id } = await colleague(admin, 'zhao')
    const secret = await invite(admin, id)
    await send('PATCH', `/api/users/${id}`, { closed: true }, admin)
    await send('PATCH', `/api/users/${id}`, { closed: false }, admin)
    expect(await takeUp(secret)).toBe(404)
  })

  it('ends when the person chooses a password themselves', async () => {
    const admin = await firstAdministrator()
    const { id, headers } = await colleague(admin, 'zhao')
    const secret = await invite(admin, id)
    const change = { current: OTHER, password: `${OTHER} again` }
    expect((await send('PUT', '/api/session/password', change, headers)).status).toBe(204)
    expect(await takeUp(secret)).toBe(404)
  })
})

describe('passwords', () => {
  it.each(['short', '一二三四五六七八九十一', 'aaaaaaaaaaaa', 'Password2026!', 'qwertyuiop123'])(
    'too short or common are refused: %s',
    (password) => expect(passwordFault(password, 'li.ming')).not.toBeNull(),
  )

  it('that hold the name are refused, however it is written', () => {
    expect(passwordFault('otters LI.MING umbrella', 'li.ming')).not.toBeNull()
    expect(passwordFault(OTHER, 'li.ming')).toBeNull()
    expect(passwordFault(PASSWORD, 'li.ming')).toBeNull()
  })

  it('are kept as argon2id, each with a salt of its own', async () => {
    const [one, two] = await Promise.all([hashPassword(OTHER), hashPassword(OTHER)])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(two)
    expect(await matchesPassword(OTHER, one)).toBe(true)
    expect(await matchesPassword(`${OTHER} `, one)).toBe(false)
    expect(await matchesPassword(OTHER, null)).toBe(false)
  })

  it('are changed with the present one; other sessions end, this one stays', async () => {
    const here = await firstAdministrator()
    const there = cookieOf(await signIn('li.ming', PASSWORD))
    const change = (current: string) =>
      send('PUT', '/api/session/password', { current, password: OTHER }, here)
    expect((await change('wrong')).status).toBe(403)
    expect((await change(PASSWORD)).status).toBe(204)
    expect((await whoIs(here)).kind).toBe('user')
    expect((await whoIs(there)).kind).toBe('anonymous')
    expect((await signIn('li.ming', OTHER)).status).toBe(200)
  })

  it('and secrets never leave the service, and only hashes are kept', async () => {
    const admin = await firstAdministrator()
    const order = { label: '一号屏', days: 1, city: null }
    const wall = await fixture.post('/api/main/wall-links', order, admin)
    const token = { label: 't', days: 1, brain: 'm', may: 'draft' }
    const made = await fixture.post('/api/main/tokens', token, admin)
    const paths = ['users', 'grants', 'session', 'main/tokens', 'main/wall-links', 'shared-links']
    const answers = await Promise.all(paths.map((path) => fixture.get(`/api/${path}`, admin)))
    const hidden = [
      ...[String(made.body['token']), String(wall.body['path']).split('/').at(-1) ?? ''],
      ...['argon2', '"hash"', '"password"', admin['cookie']?.split('=')[1] ?? ''],
    ]
    for (const { status, body } of answers) {
      expect(status).toBe(200)
      for (const secret of hidden) expect(JSON.stringify(body)).not.toContain(secret)
    }
    for (const secret of hidden) expect(JSON.stringify(fixture.trail)).not.toContain(secret)
    const files = ['accounts.sqlite', 'accounts.sqlite-wal'].map((file) =>
      readFileSync(join(fixture.folder, file)),
    )
    const file = join(fixture.folder, 'accounts.sqlite')
    for (const name of [file, `${file}-wal`]) expect(statSync(name).mode & 0o077).toBe(0)
    for (const secret of [PASSWORD, ...hidden.slice(0, 2), hidden[5] ?? ''])
      for (const file of files) expect(file.includes(secret)).toBe(false)
  })
})

describe('the last administrator', () => {
  it('cannot be closed, nor the grant taken, until there is another who can sign in', async () => {
    const admin = await firstAdministrator()
    const { user } = await whoIs(admin)
    const grants = await fixture.accounts.grants.of(user?.id ?? '')
    const id = grants.find(({ role }) => role === 'administrator')?.id ?? ''
    const close = () => send('PATCH', `/api/users/${user?.id}`, { closed: true }, admin)
    const take = () => send('DELETE', `/api/grants/${id}`, undefined, admin)
    await fixture.post('/api/users', { name: 'invited', grants: [grant('administrator')] }, admin)
    expect([(await close()).status, (await take()).status]).toEqual([409, 409])
    await colleague(admin, 'second', [grant('administrator')])
    expect((await take()).status).toBe(204)
  })

  it('two of them cannot take each other away at once', async () => {
    const admin = await firstAdministrator()
    const first = await whoIs(admin)
    const second = await colleague(admin, 'second', [grant('administrator')])
    const closed = await Promise.all([
      send('PATCH', `/api/users/${first.user?.id}`, { closed: true }, admin),
      send('PATCH', `/api/users/${second.id}`, { closed: true }, admin),
    ])
    expect(closed.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('grants', () => {
  it('keep every step of who gave and took', async () => {
    const admin = await firstAdministrator()
    const { id } = await colleague(admin, 'zhao')
    const given = await fixture.post('/api/grants', { user: id, ...grant('viewer', 'demo') }, admin)
    await send('DELETE', `/api/grants/${String(given.body['id'])}`, undefined, admin)
    const { history, grants } = (await fixture.get('/api/grants', admin)).body as unknown as {
      history: Record<string, unknown>[]
      grants: { user: string }[]
    }
    expect(history.filter(({ user }) => user === id)).toMatchObject([
      { step: 'given', role: 'viewer', by: 'user:li.ming' },
      { step: 'taken', role: 'viewer', by: 'user:li.ming' },
    ])
    expect(grants.some(({ user }) => user === id)).toBe(false)
  })

  it.each([
    [{ ...grant('administrator'), space: 'main' }, 'dutySpace'],
    [grant('viewer'), 'space'],
    [{ ...grant('viewer', 'main'), city: '370100', brain: 'm' }, 'onePart'],
    [{ ...grant('viewer', 'main'), city: '379900' }, 'city'],
    [{ ...grant('viewer', 'main'), city: '370102' }, 'city'],
    [{ ...grant('viewer', 'main'), brain: 'a' }, 'unknownBrain'],
  ])('that make no sense are refused: %j', async (wrong, rule) => {
    const admin = await firstAdministrator()
    const { user } = await whoIs(admin)
    const { status, body } = await fixture.post('/api/grants', { user: user?.id, ...wrong }, admin)
    expect([status, body.issues?.[0]?.['rule']]).toEqual([422, rule])
  })

  it('of a new account take the right to give', async () => {
    const admin = await fixture.signIn('administrator')
    const make = (grants: object[]) => fixture.post('/api/users', { name: 'zhao', grants }, admin)
    expect((await make([grant('office', 'main')])).status).toBe(403)
    expect((await make([])).status).toBe(201)
  })
})

it('the operator gives tokens of brains, and no role to a person', async () => {
  const admin = await firstAdministrator()
  const { user } = await whoIs(admin)
  const given = { user: user?.id, ...grant('viewer', 'main') }
  expect((await fixture.post('/api/grants', given, asOperator)).status).toBe(403)
  expect((await fixture.get('/api/users', asOperator)).status).toBe(403)
  expect((await fixture.post('/api/main/brains/m/tokens', {}, asOperator)).status).toBe(201)
})

describe('separated duties', () => {
  beforeEach(async () => {
    await fixture.close()
    fixture = await openFixture({ separateDuties: true })
  })

  it('begin with an administrator alone, who fills the vacant duties once', async () => {
    const admin = await firstAdministrator()
    const roles = (await whoIs(admin)).grants.map(({ role }) => role)
    expect(roles).toEqual(['analyst', 'administrator'])
    const security = await colleague(admin, 'security', [grant('security')])
    const make = (name: string, role: string, space: string | null = null) =>
      fixture.post('/api/users', { name, grants: [grant(role, space)] }, admin)
    expect((await make('another', 'security')).status).toBe(403)
    expect((await make('reader', 'viewer', 'main')).status).toBe(403)
    expect((await make('auditor', 'auditor')).status).toBe(201)
    expect((await whoIs(security.headers)).grants.map(({ role }) => role)).toContain('security')
  })

  it('keep an administrator from becoming another officer by a new password', async () => {
    const admin = await firstAdministrator()
    const made = { name: 'auditor', grants: [grant('auditor')] }
    const { user } = (await fixture.post('/api/users', made, admin)).body as { user: object }
    const invite = (id: string) => fixture.post(`/api/users/${id}/invitation`, {}, admin)
    const again = await invite((user as { id: string }).id)
    expect(again.status).toBe(201)
    const body = { secret: secretIn(again), password: OTHER }
    expect((await fixture.post('/api/welcome', body)).status).toBe(200)
    expect((await invite((user as { id: string }).id)).body['code']).toBe('dutyHeld')
    const reader = await colleague(admin, 'reader')
    expect((await invite(reader.id)).status).toBe(201)
  })

  it('refuse one person two duties, a duty beside data, and one’s own grants', async () => {
    const admin = await firstAdministrator()
    const security = await colleague(admin, 'security', [grant('security')])
    const reader = await colleague(admin, 'reader')
    const give = async (user: string, one: object) => {
      const answer = await fixture.post('/api/grants', { user, ...one }, security.headers)
      return [answer.status, answer.body.issues?.[0]?.['rule']]
    }
    const { user } = await whoIs(admin)
    expect(await give(user?.id ?? '', grant('auditor'))).toEqual([422, 'separateDuties'])
    expect(await give(user?.id ?? '', grant('viewer', 'main'))).toEqual([422, 'separateDuties'])
    expect(await give(security.id, grant('viewer', 'main'))).toEqual([422, 'own'])
    expect(await give(reader.id, grant('viewer', 'main'))).toEqual([201, undefined])
    expect(await give(reader.id, grant('auditor'))).toEqual([422, 'separateDuties'])
  })
})
