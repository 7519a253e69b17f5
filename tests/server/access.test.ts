import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Access } from '../../server/auth/reach.ts'
import { openApiOf } from '../../server/http/openapi.ts'
import { ROLE_ACTIONS, ROLES } from '../../src/domain/rights.ts'
import type { Action, Role } from '../../src/domain/rights.ts'
import { as, asOperator, asSimulator, openFixture, OURS } from './fixture.ts'
import type { Fixture } from './fixture.ts'

interface Route {
  readonly method: string
  readonly path: string
  readonly access: Access | undefined
}

type Operations = Record<string, Record<string, { 'x-access'?: Access }>>

/** Every route of an OpenAPI document with its rule. */
function routesOf(document: unknown): readonly Route[] {
  const { paths } = document as { paths: Operations }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...{ method: method.toUpperCase(), path, access: operation['x-access'] },
    })),
  )
}

/** Routes without a rule, or with one that nobody knows. */
const withoutRule = (routes: readonly Route[]): readonly string[] => {
  const known = new Set<string>(['open', 'signedIn', ...Object.values(ROLE_ACTIONS).flat()])
  return routes
    .filter(({ access = [] }) => {
      const rules = [access].flat()
      return rules.length === 0 || rules.some((rule) => !known.has(rule))
    })
    .map(({ method, path }) => `${method} ${path}`)
}

let fixture: Fixture
let routes: readonly Route[]
const people = new Map<string, Record<string, string>>()
beforeAll(async () => {
  fixture = await openFixture({ openDemo: false })
  routes = routesOf((await fixture.get('/api/openapi.json')).body)
  for (const role of ROLES) people.set(role, await fixture.signIn(role))
  people.set('nobody', {})
  people.set('a person without a grant', await fixture.signIn())
  people.set('an office of demo', await fixture.signIn({ role: 'office', space: 'demo' }))
  people.set('operator', asOperator)
  people.set('simulator', asSimulator)
  people.set('brain m', as(fixture, 'm'))
  people.set('brain a of demo', as(fixture, 'a'))
})
afterAll(() => fixture.close())

const DUTIES: readonly Action[] = ['users', 'grants', 'audit']

/** What each may do in main, written out a second time. */
function actionsOf(who: string, hasSpace: boolean): readonly Action[] {
  if ((ROLES as readonly string[]).includes(who)) return ROLE_ACTIONS[who as Role]
  switch (who) {
    case 'an office of demo':
      return hasSpace ? [] : ROLE_ACTIONS.office
    case 'operator':
      return hasSpace ? ['read', 'registry', 'grants'] : ['read', 'registry']
    case 'brain m':
      return ['read', 'report']
    case 'brain a of demo':
      return hasSpace ? [] : ['read', 'report']
    case 'simulator':
      return hasSpace ? [] : ['read', 'registry']
    default:
      return []
  }
}

const isPerson = (who: string): boolean =>
  (ROLES as readonly string[]).includes(who) || /person|office/.test(who)

/** Nobody known: 401. Somebody without the right: 403. Else the gate lets them through. */
function expected({ path, access = [] }: Route, who: string): 401 | 403 | 'through' {
  if (access === 'open') return 'through'
  const isKnown = who !== 'nobody' && !(who === 'simulator' && path.includes('{space}'))
  const rules = [access].flat()
  const may = actionsOf(who, path.includes('{space}'))
  const passes = rules.some((rule) => (rule === 'signedIn' ? isPerson(who) : may.includes(rule)))
  if (passes) return 'through'
  return isKnown ? 403 : 401
}

/** What the gate says: its own refusals carry the rules `token` and `right`. */
async function asked({ method, path }: Route, who: string): Promise<401 | 403 | 'through'> {
  const concrete = path.replace('{space}', 'main').replaceAll(/\{\w+\}/g, 'none')
  const headers = { ...OURS, ...people.get(who), 'content-type': 'text/plain' }
  const answer = await fixture.app.request(concrete, { method, headers })
  const type = answer.headers.get('content-type') ?? ''
  if (!type.startsWith('application/json')) {
    await answer.body?.cancel()
    return 'through'
  }
  const { code, issues } = (await answer.json()) as {
    code?: string
    issues?: { rule: string }[]
  }
  const isGate = ['token', 'right'].includes(issues?.[0]?.rule ?? '')
  if (!isGate || (code !== 'unauthorised' && code !== 'forbidden')) return 'through'
  return answer.status as 401 | 403
}

describe('every route of the description × everybody who may ask', () => {
  it.each([
    ...ROLES,
    'nobody',
    'a person without a grant',
    'an office of demo',
    'operator',
    'simulator',
    'brain m',
    'brain a of demo',
  ])('by %s', async (who) => {
    expect(routes.length).toBeGreaterThan(35)
    const found: Record<string, unknown> = {}
    const wanted: Record<string, unknown> = {}
    const gone = ['DELETE /api/sessions', 'DELETE /api/session']
    for (const route of routes) {
      const name = `${route.method} ${route.path}`
      if (gone.includes(name)) continue
      found[name] = await asked(route, who)
      wanted[name] = expected(route, who)
    }
    expect(found).toEqual(wanted)
  })

  it('has a rule', () => {
    expect(withoutRule(routes)).toEqual([])
  })

  it('is told apart from one that was planted without a rule', async () => {
    const app = new Hono()
    app.get('/api/planted', (c) => c.text('rows'))
    const documented = routesOf(await openApiOf(app))
    const all = app.routes.map(({ method, path }) => `${method} ${path}`)
    const missing = all.filter(
      (one) => !documented.some(({ method, path }) => `${method} ${path}` === one),
    )
    expect([...missing, ...withoutRule(documented)]).not.toEqual([])
  })

  it('that is open gives no rows', () => {
    const open = routes.filter(({ access }) => access === 'open').map(({ path }) => path)
    expect([...new Set(open)].sort()).toEqual([
      '/api/health',
      '/api/openapi.json',
      '/api/ready',
      '/api/session',
      '/api/spaces',
      '/api/welcome',
      '/shared/{secret}',
      '/wall-link/{secret}',
    ])
  })
})

describe('the list of spaces', () => {
  const names = async (who: string): Promise<string[]> => {
    const { body } = await fixture.get('/api/spaces', people.get(who))
    return (body['spaces'] as { id: string }[]).map(({ id }) => id)
  }

  it.each([
    ['nobody', []],
    ['viewer', ['main']],
    ['an office of demo', ['demo']],
    ['administrator', []],
    ['operator', ['main', 'demo']],
    ['simulator', ['demo']],
  ])('shows %s what they may read: %j', async (who, spaces) => {
    expect(await names(who)).toEqual(spaces)
  })
})

describe('an open demo', () => {
  it('is read by everybody and written by nobody, and main stays shut', async () => {
    const open = await openFixture()
    expect((await open.get('/api/demo/registry')).status).toBe(200)
    expect((await open.get('/api/main/registry')).status).toBe(401)
    expect((await open.post('/api/demo/reports', {})).status).toBe(401)
    expect((await open.post('/api/shared-links', {})).status).toBe(401)
    await open.close()
  })

  it('holds duties apart from rows: no duty reads main', () => {
    for (const role of ['administrator', 'security', 'auditor'] as const)
      expect(ROLE_ACTIONS[role].every((action) => DUTIES.includes(action))).toBe(true)
  })
})

describe('a token that was never given', () => {
  it('is refused even where everybody may read', async () => {
    const open = await openFixture()
    const headers = { authorization: 'Bearer brain_made-up' }
    expect((await open.get('/api/demo/registry', headers)).status).toBe(401)
    await open.close()
  })
})

describe('another way of writing a path', () => {
  it.each([
    '/api/main%2Fregistry',
    '/api/%6dain/registry',
    '/api/%256dain/registry',
    '//api/main/registry',
    '/api//main/registry',
    '/api/./main/registry',
    '/api/demo/../main/registry',
    '/api/demo/%2e%2e/main/registry',
    '/api/main/registry/',
    '/api/main/registry.',
    '/api/main./registry',
    '/API/main/registry',
    '/api/main;x/registry',
    '/api/main/registry%00',
    '/api/main/slices/cluster.revenue%3FasOf=1',
  ])('opens nothing: %s', async (path) => {
    const answer = await fixture.app.request(`http://localhost${path}`)
    expect([401, 404]).toContain(answer.status)
  })
})
