import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { Fixture } from './fixture.ts'
import { as, asOperator, openFixture } from './fixture.ts'

let fixture: Fixture
/** Signed in: two of the office and the reporter of brain m. */
let office: Record<string, string>
let second: Record<string, string>
let reporter: Record<string, string>

const EVENTS = [
  { id: 'm-1', brain: 'm', kind: 'piloted', date: '2025-06-18', document: '公布名单' },
  {
    ...{ id: 'm-2', brain: 'm', kind: 'rectificationOrdered', date: '2026-10-12' },
    ...{ document: '限期整改通知', due: '2026-12-29', reason: '月报连续缺报', owner: '某揭榜单位' },
  },
]

beforeEach(async () => {
  fixture = await openFixture()
  office = await fixture.signIn('office')
  second = await fixture.signIn('office')
  reporter = await fixture.signIn({ role: 'reporter', brain: 'm' })
  const { status } = await fixture.post('/api/main/events', { events: EVENTS }, asOperator)
  expect(status).toBe(201)
})
afterEach(() => fixture.close())

const step = (who: Record<string, string>, body: Record<string, unknown>) =>
  fixture.post('/api/main/cases/m-2/steps', { text: '说明', ...body }, who)

const evidence = async (who: Record<string, string>, seen: number, bytes = '佐证') => {
  const response = await fixture.app.request(
    `/api/main/cases/m-2/evidence?seen=${seen}&text=${encodeURIComponent('补报截图')}`,
    {
      method: 'POST',
      headers: { ...who, 'x-file-name': encodeURIComponent('截图.png') },
      body: Buffer.from(bytes),
    },
  )
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const events = async () => {
  const { body } = await fixture.get('/api/main/registry', office)
  return body['events'] as { id: string; kind: string; order?: string; actor?: string }[]
}

const rules = ({ body }: { body: Record<string, unknown> }) =>
  (body['issues'] as { rule: string }[] | undefined)?.map(({ rule }) => rule)

describe('a rectification', () => {
  it('goes from measure over evidence to its closing by a second person', async () => {
    const measure = { kind: 'measure', seen: 0, owner: '揭榜单位', due: '2026-12-10' }
    expect((await step(reporter, measure)).status).toBe(200)
    const brought = await evidence(reporter, 1)
    expect(brought.body['steps']).toMatchObject([
      { n: 1, kind: 'measure', owner: '揭榜单位' },
      { n: 2, kind: 'evidence', file: { name: '截图.png' }, text: '补报截图' },
    ])
    expect((await step(reporter, { kind: 'handedIn', seen: 2 })).status).toBe(200)
    const closed = await step(office, { kind: 'closed', seen: 3 })
    expect(closed.status).toBe(200)
    expect((await events()).at(-1)).toMatchObject({ kind: 'rectified', order: 'm-2' })
    const { body } = await fixture.get('/api/main/programme', office)
    expect((body['caseSteps'] as { kind: string }[]).map(({ kind }) => kind)).toEqual([
      ...['measure', 'evidence', 'handedIn', 'closed'],
    ])
  })

  it('never closes without evidence', async () => {
    const early = await step(reporter, { kind: 'handedIn', seen: 0 })
    expect([early.status, rules(early)]).toEqual([422, ['noEvidence']])
    expect(await events()).toHaveLength(2)
  })

  it('is closed by nobody who brought its evidence or handed it in', async () => {
    await step(office, { kind: 'evidence', seen: 0, document: '整改报告' })
    await step(reporter, { kind: 'handedIn', seen: 1 })
    const own = await step(office, { kind: 'closed', seen: 2 })
    expect([own.status, rules(own)]).toEqual([422, ['secondPerson']])
    expect((await step(second, { kind: 'closed', seen: 2 })).status).toBe(200)
  })

  it('is neither returned nor closed by its reporter', async () => {
    await step(reporter, { kind: 'evidence', seen: 0, document: '整改报告' })
    await step(reporter, { kind: 'handedIn', seen: 1 })
    expect((await step(reporter, { kind: 'closed', seen: 2 })).status).toBe(403)
    expect((await step(reporter, { kind: 'returned', seen: 2 })).status).toBe(403)
  })

  it('is worked by signed-in people: no token takes a step, so one person is never two', async () => {
    const handed = { kind: 'evidence', seen: 0, document: '整改报告' }
    for (const token of [as(fixture, 'm'), asOperator]) {
      const refused = await step(token, handed)
      expect([refused.status, rules(refused)]).toEqual([403, ['person']])
      expect((await evidence(token, 0)).status).toBe(403)
    }
    await step(office, handed)
    expect((await step(as(fixture, 'm'), { kind: 'handedIn', seen: 1 })).status).toBe(403)
    await step(reporter, { kind: 'handedIn', seen: 1 })
    expect((await step(asOperator, { kind: 'closed', seen: 2 })).status).toBe(403)
    expect((await step(second, { kind: 'closed', seen: 2 })).status).toBe(200)
  })

  it('asks for new evidence once it was returned', async () => {
    await step(reporter, { kind: 'evidence', seen: 0, document: '整改报告' })
    await step(reporter, { kind: 'handedIn', seen: 1 })
    expect((await step(office, { kind: 'returned', seen: 2 })).status).toBe(200)
    expect(rules(await step(reporter, { kind: 'handedIn', seen: 3 }))).toEqual(['noEvidence'])
  })

  it('takes one of two steps that were made from the same state', async () => {
    const both = await Promise.all([
      step(reporter, { kind: 'measure', seen: 0 }),
      step(office, { kind: 'finding', seen: 0 }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('takes no evidence without anything in it, nor an empty file', async () => {
    expect(rules(await step(reporter, { kind: 'evidence', seen: 0 }))).toEqual(['emptyEvidence'])
    expect((await evidence(reporter, 0, '')).status).toBe(400)
  })

  it('gives its files to those who may see the case, by no other case', async () => {
    const { body } = await evidence(reporter, 0)
    const [kept] = body['steps'] as { file: { sha256: string } }[]
    const path = `/api/main/cases/m-2/files/${kept?.file.sha256 ?? ''}`
    const response = await fixture.app.request(path, { headers: office })
    expect([response.status, await response.text()]).toEqual([200, '佐证'])
    expect((await fixture.get(path.replace('m-2', 'm-1'), office)).status).toBe(404)
    const elsewhere = await fixture.signIn({ role: 'reporter', city: '370200' })
    expect((await fixture.get(path, elsewhere)).status).toBe(404)
    expect((await fixture.get(path, await fixture.signIn('viewer'))).status).toBe(403)
  })

  it('is closed through its case and not by an event alone', async () => {
    const event = { id: 'm-3', brain: 'm', kind: 'rectified', date: '2026-11-01', order: 'm-2' }
    const sent = { events: [{ ...event, document: '自行销号' }] }
    const { status } = await fixture.post('/api/main/events', sent, office)
    expect(status).toBe(422)
    expect(await events()).toHaveLength(2)
  })

  it('is known only within one’s rows', async () => {
    await step(reporter, { kind: 'measure', seen: 0 })
    const elsewhere = await fixture.signIn({ role: 'viewer', city: '370200' })
    const { body } = await fixture.get('/api/main/programme', elsewhere)
    expect(body['caseSteps']).toEqual([])
  })
})
