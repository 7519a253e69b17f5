import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { as, asSimulator, openFixture, reportOf, revenue, simulated } from './fixture.ts'
import type { Fixture } from './fixture.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = await openFixture()
})
afterEach(() => fixture.close())

const send = (value: number, rest: Record<string, unknown> = {}) =>
  fixture.post('/api/demo/reports', reportOf(rest, [revenue(value)]), simulated(fixture, 'a'))
const values = async (asOf = '') =>
  (await fixture.get(`/api/demo/slices/cluster.revenue${asOf && `?asOf=${asOf}`}`)).body['values']
const history = async () =>
  (await fixture.get('/api/demo/observations?indicator=cluster.revenue&entity=a&period=2026-10'))
    .body['observations'] as Record<string, unknown>[]

const [MAY, JUNE, JULY] = ['2026-05-10T00:00:00Z', '2026-06-10T00:00:00Z', '2026-07-10T00:00:00Z']
const april = (value: number, knownAt: string, rest: Record<string, unknown> = {}) =>
  fixture.post(
    '/api/demo/reports',
    reportOf({ period: '2026-04', knownAt, ...rest }, [revenue(value)]),
    simulated(fixture, 'a'),
  )

describe('a figure that changes', () => {
  it('needs a reason, and without one nothing is stored', async () => {
    await send(10)
    const answer = await send(11)
    expect(answer.status).toBe(422)
    expect(answer.body.issues).toMatchObject([{ rule: 'reason', place: '/cells/0' }])
    expect(await values()).toEqual([10])
  })

  it('is a revision: the new value shows, the old one is still there as of then', async () => {
    const first = await send(10)
    const second = await send(11, { reason: '审计调整' })
    expect(second.body).toMatchObject({ revised: 1, added: 0 })
    expect(await values()).toEqual([11])
    expect(await values(String(first.body['knownAt']))).toEqual([10])
    expect(await history()).toMatchObject([
      { value: 11, status: 'revised' },
      { value: 10, status: 'final' },
    ])
    expect((await fixture.get('/api/demo/slices/cluster.revenue')).body['revised']).toEqual([0])
  })

  it('is unknown before it was reported', async () => {
    await send(10)
    expect(await values('2020-01-01T00:00:00Z')).toEqual([])
  })
})

describe('a figure that stays', () => {
  it('is appended once, and the same bytes again get the same report', async () => {
    const [first, second] = [await send(10), await send(10)]
    expect(second.status).toBe(200)
    expect(second.body).toMatchObject({ unchanged: 1, report: first.body['report'] })
    expect(await history()).toHaveLength(1)
  })

  it('becomes final without a reason when it was preliminary', async () => {
    await send(10, { status: 'preliminary' })
    expect((await fixture.get('/api/demo/slices/cluster.revenue')).body['preliminary']).toEqual([0])
    expect((await send(10)).body).toMatchObject({ added: 1, revised: 0 })
    expect((await fixture.get('/api/demo/slices/cluster.revenue')).body['preliminary']).toEqual([])
  })
})

describe('reports that arrive out of order', () => {
  it('keep the figure that became known last, and each instant shows what was known then', async () => {
    await april(3, JULY)
    await april(1, MAY)
    await april(2, JUNE, { reason: '补报' })
    expect(await values()).toEqual([3])
    expect(await values(MAY)).toEqual([1])
    expect(await values(JUNE)).toEqual([2])
    expect(await values('2026-05-09T00:00:00Z')).toEqual([])
  })

  it('take the later arrival of two that became known at once', async () => {
    await april(1, MAY)
    await april(2, MAY, { reason: '更正' })
    expect(await values()).toEqual([2])
    expect(await values(MAY)).toEqual([2])
  })
})

describe('the instant at which a figure became known', () => {
  it('is set by the simulator only', async () => {
    const own = await fixture.post(
      '/api/demo/reports',
      reportOf({ knownAt: MAY }),
      as(fixture, 'a'),
    )
    expect(own.status).toBe(403)
    expect(own.body.issues).toMatchObject([{ place: '/knownAt' }])
    const main = await fixture.post('/api/main/reports', reportOf({ brain: 'm', knownAt: MAY }), {
      ...as(fixture, 'm'),
      ...asSimulator,
    })
    expect(main.status).toBe(403)
  })

  it('is not after the pinned day', async () => {
    expect((await april(1, '2026-11-22T16:00:00Z')).status).toBe(422)
    expect((await april(1, '2026-11-22T15:59:59Z')).status).toBe(201)
  })

  it('always moves forward when the service sets it', async () => {
    await april(1, '2026-11-22T15:59:00Z')
    const { body } = await fixture.post('/api/demo/reports', reportOf(), as(fixture, 'a'))
    expect(Date.parse(String(body['knownAt']))).toBeGreaterThan(Date.parse('2026-11-22T15:59:00Z'))
  })
})
