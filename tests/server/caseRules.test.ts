import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { Answer, Fixture } from './fixture.ts'
import { as, asOperator, brainEntry, openFixture, racks } from './fixture.ts'

type Who = Record<string, string>

let fixture: Fixture
let office: Who
let second: Who
let reporter: Who

const ORDER = {
  ...{ id: 'm-2', brain: 'm', kind: 'rectificationOrdered', date: '2026-10-12' },
  ...{ document: '限期整改通知', due: '2026-12-29', reason: '月报连续缺报' },
}
const PILOT = { id: 'm-1', brain: 'm', kind: 'piloted', date: '2025-06-18', document: '公布名单' }

beforeEach(async () => {
  fixture = await openFixture()
  office = await fixture.signIn('office')
  second = await fixture.signIn('office')
  reporter = await fixture.signIn({ role: 'reporter', brain: 'm' })
  expect((await send(PILOT, ORDER)).status).toBe(201)
})
afterEach(() => fixture.close())

const sendAs = (who: Who, ...events: object[]) => fixture.post('/api/main/events', { events }, who)
const send = (...events: object[]) => sendAs(asOperator, ...events)
const step = (who: Who, body: Record<string, unknown>) =>
  fixture.post('/api/main/cases/m-2/steps', { text: '说明', ...body }, who)
const issuesOf = ({ status, body }: Answer) => [
  status,
  body.issues?.map(({ place, rule }) => `${place} ${rule}`),
]

/** Brought up to the point where a second person decides. */
async function handIn(): Promise<void> {
  await step(reporter, { kind: 'evidence', seen: 0, document: '整改报告' })
  expect((await step(reporter, { kind: 'handedIn', seen: 1 })).status).toBe(200)
}

describe('a step of a case', () => {
  it('asks for the right over that very brain, whatever one may do elsewhere', async () => {
    await fixture.post('/api/main/brains', { brains: [brainEntry('n')] }, asOperator)
    const grants = [
      { role: 'reporter', brain: 'm' },
      { role: 'assessor', brain: 'n' },
    ] as const
    const mixed = await fixture.signIn(...grants)
    await handIn()
    expect((await step(mixed, { kind: 'closed', seen: 2 })).status).toBe(403)
    expect((await step(mixed, { kind: 'returned', seen: 2 })).status).toBe(403)
    expect((await step(second, { kind: 'closed', seen: 2 })).status).toBe(200)
  })

  it('that may not follow says so at its kind', async () => {
    expect(issuesOf(await step(reporter, { kind: 'handedIn', seen: 0 }))).toEqual([
      ...[422, ['/kind noEvidence']],
    ])
  })

  it.each([
    ['a day that is none', '2027-02-30', 'date'],
    ['a day before the order', '2026-10-11', 'due'],
    ['a day long after', '2099-01-01', 'due'],
  ])('has no term on %s', async (_, due, rule) => {
    const measure = { kind: 'measure', seen: 0, owner: '揭榜单位', due }
    expect(issuesOf(await step(reporter, measure))).toEqual([422, [`/due ${rule}`]])
    expect((await step(reporter, { ...measure, due: '2026-12-10' })).status).toBe(200)
  })
})

describe('a reading as evidence', () => {
  const cell = { indicator: 'compute.racksBuilt', entity: 'm', period: '2026-09' }
  const bring = (change: object) =>
    step(reporter, { kind: 'evidence', seen: 0, cell: { ...cell, ...change } })

  beforeEach(async () => {
    const cells = [racks('Built', 120)]
    const report = { brain: 'm', period: '2026-09', by: '测试', cells }
    expect((await fixture.post('/api/main/reports', report, as(fixture, 'm'))).status).toBe(201)
  })

  it('is taken where the brain reported it', async () => {
    expect((await bring({})).status).toBe(200)
    expect((await step(reporter, { kind: 'handedIn', seen: 1 })).status).toBe(200)
  })

  it.each([
    [
      'of an indicator that there is not',
      { indicator: 'no.such' },
      '/cell/indicator',
      'unknownIndicator',
    ],
    ['of another brain', { entity: 'nobody' }, '/cell/entity', 'otherBrain'],
    ['of a period without a value', { period: '2099-12' }, '/cell', 'noReading'],
    ['of a month that was not reported', { period: '2026-08' }, '/cell', 'noReading'],
    [
      'of an indicator that was not reported',
      { indicator: 'compute.racksInUse' },
      '/cell',
      'noReading',
    ],
  ])('is refused %s', async (_, change, place, rule) => {
    expect(issuesOf(await bring(change))).toEqual([422, [`${place} ${rule}`]])
    expect(issuesOf(await step(reporter, { kind: 'handedIn', seen: 0 }))).toEqual([
      ...[422, ['/kind noEvidence']],
    ])
  })
})

describe('the closing of a case', () => {
  it('finds an id of its own where another event has the one it would take', async () => {
    const taken = { ...PILOT, id: 'm-2-closed-3', kind: 'inspected', date: '2026-10-20' }
    expect((await send(taken)).status).toBe(201)
    await handIn()
    expect((await step(second, { kind: 'closed', seen: 2 })).status).toBe(200)
    const { body } = await fixture.get('/api/main/registry', office)
    expect((body['events'] as object[]).at(-1)).toMatchObject({ kind: 'rectified', order: 'm-2' })
  })
})

describe('an order that is taken back', () => {
  const correction = {
    ...{ id: 'x', brain: 'm', kind: 'withdrawn', date: '2026-11-02', document: null },
    ...{ order: 'm-2', reason: '登记有误' },
  }
  const asFile = async (who: Who) => {
    const response = await fixture.app.request('/api/main/rules/events/dry-run', {
      ...{ method: 'POST', headers: { ...who, 'x-file-name': 'events.json' } },
      body: JSON.stringify({ events: [correction] }),
    })
    const { findings } = (await response.json()) as { findings: { rule: string }[] }
    return findings.map(({ rule }) => rule)
  }

  it('is so by nobody who works its case, nor by a token, and with a reason', async () => {
    await step(office, { kind: 'finding', seen: 0 })
    expect(issuesOf(await sendAs(office, correction))).toEqual([
      ...[422, ['/events/0/order ownCase']],
    ])
    expect(await asFile(office)).toEqual(['ownCase'])
    expect(issuesOf(await send(correction))).toEqual([422, ['/events/0/order ownCase']])
    expect(issuesOf(await sendAs(second, { ...correction, reason: null }))).toEqual([
      ...[422, ['/events/0/reason reasonMissing']],
    ])
    expect(await asFile(second)).toEqual([])
    expect((await sendAs(second, correction)).status).toBe(201)
  })

  it('may be by anybody entitled while nothing was done in its case', async () => {
    expect((await sendAs(office, correction)).status).toBe(201)
  })
})

describe('an order', () => {
  const again = { ...ORDER, id: 'm-3' }
  it('is not entered twice', async () => {
    expect(issuesOf(await send(again))).toEqual([422, ['/events/0/reason sameOrder']])
    expect((await send({ ...again, reason: '另一事由' })).status).toBe(201)
    expect((await send({ ...again, id: 'm-4', due: '2026-12-30' })).status).toBe(201)
  })

  it('says why', async () => {
    const silent = { ...again, reason: null, date: '2026-11-01' }
    expect(issuesOf(await send(silent))).toEqual([422, ['/events/0/reason reasonMissing']])
  })
})
