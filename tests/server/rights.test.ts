import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { BrainEntry } from '../../src/contract/index.ts'
import { as, asOperator, asSimulator, brainEntry, openFixture, reportOf } from './fixture.ts'
import type { Fixture } from './fixture.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = await openFixture()
})
afterEach(() => fixture.close())

const event = { id: 'e1', brain: 'a', kind: 'piloted', date: '2024-07-10', document: null }

/** Every unsafe route with a body that would be accepted. */
const ROUTES = {
  reports: reportOf(),
  brains: { brains: [brainEntry('new')] },
  'brains/a/tokens': {},
  events: { events: [event] },
} as const

const BRAIN_ROUTES = ['reports']

const who = (name: string): Record<string, string> =>
  ({
    nobody: {},
    'a made-up token': { authorization: 'Bearer made-up' },
    'brain a': as(fixture, 'a'),
    'brain b': as(fixture, 'b'),
    'a brain of main': as(fixture, 'm'),
    operator: asOperator,
    simulator: asSimulator,
    'a made-up grant': { 'x-simulator-grant': 'made-up' },
  })[name] ?? {}

const EXPECTED: Readonly<Record<string, readonly [brain: number, registrar: number]>> = {
  nobody: [401, 401],
  'a made-up token': [401, 401],
  'brain a': [201, 403],
  'brain b': [403, 403],
  'a brain of main': [403, 403],
  operator: [403, 200],
  simulator: [403, 200],
  'a made-up grant': [401, 401],
}

describe.each(Object.keys(ROUTES) as (keyof typeof ROUTES)[])('POST %s in demo', (route) => {
  it.each(Object.keys(EXPECTED))('by %s', async (name) => {
    const { status } = await fixture.post(`/api/demo/${route}`, ROUTES[route], who(name))
    const [brain, registrar] = EXPECTED[name] ?? [0, 0]
    const expected = BRAIN_ROUTES.includes(route) ? brain : registrar
    if (expected === 200) expect([200, 201]).toContain(status)
    else expect(status).toBe(expected)
  })
})

describe('rights', () => {
  it('of the simulator end at demo', async () => {
    const brains = { brains: [brainEntry('x')] }
    expect((await fixture.post('/api/main/brains', brains, asSimulator)).status).toBe(401)
  })

  it('are checked before the body is read', async () => {
    expect((await fixture.post('/api/demo/reports', '{ not json')).status).toBe(401)
  })

  it('name the brain and its token when they differ', async () => {
    const { body } = await fixture.post('/api/demo/reports', reportOf(), as(fixture, 'b'))
    expect(body.issues).toMatchObject([{ place: '/brain', rule: 'brain' }])
  })

  it('of an older token end when a new one is issued', async () => {
    const issued = await fixture.post('/api/demo/brains/a/tokens', {}, asOperator)
    const fresh = { authorization: `Bearer ${String(issued.body['token'])}` }
    expect((await fixture.post('/api/demo/reports', reportOf(), as(fixture, 'a'))).status).toBe(401)
    expect((await fixture.post('/api/demo/reports', reportOf(), fresh)).status).toBe(201)
    expect((await fixture.post('/api/demo/brains/none/tokens', {}, asOperator)).status).toBe(404)
  })
})

describe('the registry', () => {
  const brainIds = async (): Promise<string[]> => {
    const { body } = await fixture.get('/api/demo/registry')
    return (body['brains'] as { id: string }[]).map(({ id }) => id)
  }

  it('gives a token once: registering again changes nothing', async () => {
    const brains = { brains: [brainEntry('a'), brainEntry('c')] }
    const { body } = await fixture.post('/api/demo/brains', brains, asOperator)
    expect(body['tokens']).toMatchObject([{ brain: 'c' }])
    const again = await fixture.post('/api/demo/brains', brains, asOperator)
    expect(again.body['tokens']).toEqual([])
  })

  it('takes all brains or none', async () => {
    const brains = { brains: [brainEntry('c'), brainEntry('d', { city: '110000' })] }
    expect((await fixture.post('/api/demo/brains', brains, asOperator)).status).toBe(400)
    expect(await brainIds()).toEqual(['a', 'b'])
  })

  it('of main takes no simulated brain', async () => {
    const brains = { brains: [brainEntry('s', { origin: 'simulated' })] }
    const answer = await fixture.post('/api/main/brains', brains, asOperator)
    expect(answer.status).toBe(422)
    expect(answer.body.issues).toMatchObject([{ place: '/brains/0/origin', rule: 'origin' }])
  })

  it.each([
    [{ city: '379999' }, '/city', 'city'],
    [{ city: '370102' }, '/city', 'city'],
    [{ city: '370600', county: '370102' }, '/county', 'county'],
    [{ county: '370100' }, '/county', 'county'],
    [{ county: '370199' }, '/county', 'county'],
    [{ id: '370102' }, '/id', 'reservedId'],
    [{ id: '370100-qibu' }, '/id', 'reservedId'],
    [{ id: 'unknown' }, '/id', 'reservedId'],
    [{ batch: 2100 }, '/batch', 'batch'],
    [{ sources: ['S999'] }, '/sources/0', 'unknownSource'],
  ] satisfies [Partial<BrainEntry>, string, string][])(
    'takes no impossible brain, nor those beside it: %j',
    async (wrong, place, rule) => {
      const brains = [brainEntry('c'), brainEntry('d', wrong)]
      const answer = await fixture.post('/api/demo/brains', { brains }, asOperator)
      expect(answer.status).toBe(422)
      expect(answer.body.issues).toMatchObject([
        { place: `/brains/1${place}`, rule, remedy: expect.stringMatching(/\S/) },
      ])
      expect(await brainIds()).toEqual(['a', 'b'])
    },
  )

  it.each([
    'NUL \u0000',
    'two\nlines',
    'override \u202e',
    'isolate \u2066',
    'zero width \u200b',
    'separator \u2028',
    'half a pair \ud800',
    ' ',
  ])('takes no name that does not print as it is: %j', async (name) => {
    const brains = [brainEntry('c'), brainEntry('d', { name })]
    const answer = await fixture.post('/api/demo/brains', { brains }, asOperator)
    expect(answer.status).toBe(400)
    expect(answer.body.issues).toMatchObject([
      { place: '/brains/1/name', rule: 'format', remedy: expect.stringContaining('可见文字') },
    ])
    expect(await brainIds()).toEqual(['a', 'b'])
  })

  it('takes a county of its city, a source of the space and the batch of next year', async () => {
    const source = { id: 'S1', title: 't', publisher: 'p', date: '2024', confidence: 'A' } as const
    const nothing = { targets: [], cited: [], gaps: [], holidays: [] }
    await fixture.space('demo').store.putReference({ ...nothing, sources: [source] })
    const brains = [brainEntry('c', { county: '370102', sources: ['S1'], batch: 2027 })]
    expect((await fixture.post('/api/demo/brains', { brains }, asOperator)).status).toBe(200)
  })

  it('gets a new version with every change', async () => {
    const version = async () => (await fixture.get('/api/demo/versions')).body['registry'] as number
    const before = await version()
    await fixture.post('/api/demo/events', { events: [event] }, asOperator)
    expect(await version()).toBeGreaterThan(before)
  })
})

describe('events', () => {
  const ordered = { ...event, kind: 'rectificationOrdered', reason: '进度滞后' }
  const send = (events: unknown[]) => fixture.post('/api/demo/events', { events }, asOperator)

  it('are appended once; another event under the same id is a conflict', async () => {
    expect((await send([event])).body).toEqual({ added: 1, unchanged: 0 })
    expect((await send([event])).body).toEqual({ added: 0, unchanged: 1 })
    const answer = await send([
      { ...event, id: 'e2', kind: 'inspected' },
      { ...event, kind: 'accepted' },
    ])
    expect(answer.status).toBe(409)
    expect(answer.body.issues).toMatchObject([{ place: '/events/1/id' }])
    const { body } = await fixture.get('/api/demo/registry')
    expect(body['events']).toEqual([{ ...event, actor: 'operator' }])
  })

  it.each([
    [{ ...event, brain: 'none' }, 'unknownBrain'],
    [{ ...event, date: '2026-02-31' }, 'date'],
    [{ ...event, date: '2026-11-23' }, 'futureDate'],
    [{ ...event, date: '1800-01-01' }, 'earlyDate'],
    [{ ...event, date: '0001-01-01' }, 'earlyDate'],
    [ordered, 'dueMissing'],
    [{ ...ordered, due: '2024-07-09' }, 'due'],
    [{ ...ordered, due: '1800-01-01' }, 'due'],
    [{ ...ordered, due: '2062-12-31' }, 'due'],
    [{ ...ordered, due: '2026-02-31' }, 'date'],
    [{ ...event, kind: 'assessed', year: 2024 }, 'gradeMissing'],
    [{ ...event, kind: 'assessed', grade: 'lead' }, 'yearMissing'],
    [{ ...event, kind: 'assessed', grade: 'lead', year: 2025 }, 'year'],
  ])('are refused, and those beside them too: %j', async (bad, rule) => {
    const answer = await send([{ ...event, id: 'good' }, bad])
    expect(answer.status).toBe(422)
    expect(answer.body.issues).toMatchObject([
      { rule, place: expect.stringMatching(/^\/events\/1\//), remedy: expect.stringMatching(/\S/) },
    ])
    const { body } = await fixture.get('/api/demo/registry')
    expect(body['events']).toEqual([])
  })

  it('are taken with a term and with grade and year', async () => {
    const graded = { ...event, id: 'e2', kind: 'assessed', grade: 'lead', year: 2024 }
    const term = { ...ordered, id: 'e3', due: '2024-12-31', owner: '揭榜单位' }
    const answer = await send([event, term, graded])
    expect(answer.body).toEqual({ added: 3, unchanged: 0 })
  })

  it('that became known later are not there as of before', async () => {
    const knownAt = '2024-07-11T10:00:00Z'
    await fixture.post('/api/demo/events', { events: [event], knownAt }, asSimulator)
    const events = async (asOf: string) =>
      (await fixture.get(`/api/demo/registry?asOf=${asOf}`)).body['events']
    expect(await events('2024-07-11T09:59:59Z')).toEqual([])
    expect(await events(knownAt)).toEqual([{ ...event, actor: 'simulator' }])
  })
})
