import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { asOperator, asSimulator, brainEntry, openFixture } from './fixture.ts'
import type { Fixture } from './fixture.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = await openFixture()
  const brains = ['a', 'b'].map((id) => brainEntry(id))
  await fixture.post('/api/main/brains', { brains }, asOperator)
  await fixture.post('/api/demo/brains', { brains }, asOperator)
})
afterEach(() => fixture.close())

type Event = Readonly<Record<string, unknown>>
const one = (id: string, kind: string, date: string, more: Event = {}): Event => ({
  ...{ id, brain: 'a', kind, date, document: '鲁数经办〔2024〕1号' },
  ...more,
})
const PILOT = one('p', 'piloted', '2024-07-10')
const ORDER = one('o', 'rectificationOrdered', '2026-09-21', { due: '2026-12-10', reason: '滞后' })

const send = (
  events: readonly Event[],
  space = 'main',
  headers: Record<string, string> = asOperator,
) => fixture.post(`/api/${space}/events`, { events }, headers)
const stored = async (space: 'main' | 'demo' = 'main') =>
  (await fixture.space(space).store.registry(null)).events

/** Sends events that must be refused as a whole for one rule at one place; gives the remedy. */
async function refused(events: readonly Event[], rule: string, place: string): Promise<string> {
  const before = (await stored()).length
  const { status, body } = await send(events)
  expect(status).toBe(422)
  expect(body.issues).toMatchObject([{ rule, place }])
  expect(await stored()).toHaveLength(before)
  return String(body.issues?.[0]?.['remedy'])
}

describe('events are held to the history of their brain', () => {
  it('stored and new together, in whatever order they come', async () => {
    const late = [one('x', 'publicised', '2024-06-20'), one('y', 'inspected', '2025-01-06')]
    expect((await send([late[1]!, PILOT, late[0]!])).status).toBe(201)
    expect((await send([one('z', 'accepted', '2026-07-24')])).status).toBe(201)
  })

  it('and refused whole, with the rule in words, where one is no edge of the machine', async () => {
    const good = one('g', 'piloted', '2024-07-10', { brain: 'b' })
    const bad = one('x', 'designated', '2025-01-06')
    await send([PILOT])
    const remedy = await refused([good, bad], 'transition.designated', '/events/1/date')
    expect(remedy).toContain('2025-01-06 的阶段为“建设试点”，由事件 p（2024-07-10）')
    expect(remedy).toContain('验收通过后正式挂牌')
    const english = await fixture.post(
      '/api/main/events',
      { events: [bad] },
      {
        ...asOperator,
        'accept-language': 'en',
      },
    )
    expect(english.body.issues?.[0]?.['remedy']).toContain('Designated after acceptance')
  })

  it('as out of order where a late entry puts a stored event in the wrong', async () => {
    await send([one('q', 'publicised', '2024-06-20'), PILOT])
    const late = one('x', 'notSelected', '2024-07-01')
    const remedy = await refused([late], 'outOfOrder', '/events/0/date')
    expect(remedy).toContain('与已登记的事件 p（2024-07-10）先后不合')
  })

  it('as contradictory where two of one day exclude each other', async () => {
    await send([PILOT])
    await refused([one('x', 'pooled', '2024-07-10')], 'contradictoryDay', '/events/0/date')
    await send([one('q', 'pooled', '2024-07-10', { brain: 'b' })])
    const rival = one('r', 'piloted', '2024-07-10', { brain: 'b' })
    expect(await refused([rival], 'contradictoryDay', '/events/0/date')).toContain('事件 q')
    const both = ['piloted', 'notSelected'].map((kind) =>
      one(kind, kind, '2025-07-10', { brain: 'b' }),
    )
    await refused(both, 'contradictoryDay', '/events/1/date')
  })

  it('when an order has its day before it, or a correction names no event', async () => {
    await send([PILOT])
    await refused([{ ...ORDER, due: '2026-09-01' }], 'due', '/events/0/due')
    const correction = one('x', 'withdrawn', '2026-10-01', { order: 'zz', reason: '误登' })
    await refused([correction], 'unknownEvent', '/events/0/order')
    await refused([{ ...PILOT, id: 'x', order: 'p' }], 'field', '/events/0/order')
  })

  it.each([
    ['notified', 'grade', 'warn'],
    ['notified', 'year', 2025],
    ['piloted', 'grade', 'lead'],
    ['inspected', 'due', '2027-01-04'],
    ['interviewed', 'owner', '甲公司'],
  ])('when %s says %s', async (kind, field, value) => {
    const sent = one('x', kind, '2026-10-01', { reason: '月报缺报', [field]: value })
    await refused([sent], 'field', `/events/0/${field}`)
  })

  it('and a correction that would leave a later event without ground', async () => {
    await send([one('q', 'publicised', '2024-06-20'), PILOT, one('z', 'accepted', '2026-07-24')])
    const correction = one('x', 'withdrawn', '2026-10-01', { order: 'p', reason: '误登' })
    expect(await refused([correction], 'outOfOrder', '/events/0/order')).toContain(
      'z（2026-07-24）',
    )
    expect((await send([{ ...correction, order: 'z' }])).status).toBe(201)
  })

  it('while a fault that stood before stands in nobody’s way', async () => {
    const entry = { ...one('old', 'designated', '2024-01-08'), document: null } as never
    const pilot = { ...PILOT, id: 'first', date: '2023-01-09' } as never
    const { store } = fixture.space('demo')
    await store.appendEvents([
      { entry: pilot, knownAt: 0 },
      { entry, knownAt: 0 },
    ])
    expect((await send([one('x', 'inspected', '2026-01-06')], 'demo')).status).toBe(201)
  })
})

describe('an event of main', () => {
  it('rests on a document, a correction on its reason; one of demo need not', async () => {
    await refused([{ ...PILOT, document: null }], 'documentMissing', '/events/0/document')
    expect((await send([PILOT])).status).toBe(201)
    const grade = one('g', 'assessed', '2026-03-02', { year: 2025, grade: 'lead' })
    const others = (['notified', 'interviewed', 'inspected', 'honoured'] as const).map((kind) =>
      one(kind, kind, '2026-03-02', { reason: '月报缺报' }),
    )
    for (const event of [grade, ...others])
      await refused([{ ...event, document: null }], 'documentMissing', '/events/0/document')
    expect((await send(others)).status).toBe(201)
    const taken = one('w', 'withdrawn', '2026-03-03', { order: 'notified', reason: '误登' })
    expect((await send([{ ...taken, document: null }])).status).toBe(201)
    expect((await send([{ ...PILOT, document: null }], 'demo')).status).toBe(201)
  })

  it('carries the name of who entered it; sent again it is the same event', async () => {
    const headers = await fixture.signIn('office')
    expect((await send([PILOT], 'main', headers)).status).toBe(201)
    const [{ actor } = { actor: '' }] = await stored()
    expect(actor).toMatch(/^user:/)
    expect((await send([PILOT])).body).toEqual({ added: 0, unchanged: 1 })
    expect(await stored()).toHaveLength(1)
  })

  it('names the office that acted and keeps who recorded it, whatever the sender says', async () => {
    const headers = await fixture.signIn('office')
    const named = { ...PILOT, actor: '省工业和信息化厅' }
    const forged = { ...named, recordedBy: 'user:somebody.else' }
    expect((await send([forged], 'main', headers)).status).toBe(201)
    const [kept] = await stored()
    expect(kept).toMatchObject({
      ...{ actor: '省工业和信息化厅', recordedBy: expect.stringMatching(/^user:u/) as string },
    })
    for (const again of [named, PILOT, { ...named, recordedBy: 'operator' }])
      expect((await send([again])).body).toEqual({ added: 0, unchanged: 1 })
    expect(await stored()).toEqual([kept])
    expect((await send([{ ...named, actor: '市工信局' }])).status).toBe(409)
  })

  it('that closes an order comes from the case file; the simulator of demo may send it', async () => {
    const closing = one('c', 'rectified', '2026-11-02', { order: 'o' })
    await send([PILOT, ORDER])
    expect(await refused([closing], 'useCase', '/events/0/kind')).toContain('另一人销号')
    const all = [PILOT, ORDER, closing]
    expect((await send(all, 'demo', asSimulator)).body).toEqual({ added: 3, unchanged: 0 })
    const reopened = one('x', 'withdrawn', '2026-11-10', { order: 'c', reason: '误' })
    expect((await send([reopened], 'demo')).body.issues).toMatchObject([{ rule: 'caseClosed' }])
  })
})

describe('a term in work days', () => {
  const term = (dueWorkDays: number, more: Event = {}): Event => {
    const { due: _, ...order } = ORDER
    return { ...order, dueWorkDays, ...more }
  }
  beforeEach(async () => {
    const holidays = ['2026-10-01', '2026-10-02'].map((date) => ({ date, kind: 'off' as const }))
    const nothing = { targets: [], cited: [], gaps: [], sources: [] }
    await fixture.space('main').store.putReference({ ...nothing, holidays })
    await send([PILOT])
  })

  it('becomes the day by the calendar', async () => {
    expect((await send([term(10)])).status).toBe(201)
    expect((await stored()).at(-1)).toMatchObject({ id: 'o', due: '2026-10-07' })
    expect((await stored()).at(-1)).not.toHaveProperty('dueWorkDays')
  })

  it('is refused where it reaches into a year without a calendar', async () => {
    const remedy = await refused([term(100)], 'calendarYear', '/events/0/dueWorkDays')
    expect(remedy).toContain('没有 2027 年的放假安排')
    expect(remedy).toContain('导入该年日历')
  })

  it('is given once, and of an order alone', async () => {
    await refused([term(10, { due: '2026-12-10' })], 'term', '/events/0/dueWorkDays')
    await refused([{ ...PILOT, id: 'x', dueWorkDays: 5 }], 'term', '/events/0/dueWorkDays')
  })
})

it('an official list is held to the same history, at its cell', async () => {
  await send([PILOT])
  const csv = '编号,产业大脑名称,阶段,阶段日期,依据文件\na,示例·a,正式挂牌,2025-01-06,\n'
  const answer = await fixture.app.request('/api/main/registry/dry-run', {
    ...{ method: 'POST', body: csv },
    headers: { ...asOperator, 'content-type': 'text/csv', 'x-file-name': 'a.csv' },
  })
  const { findings } = (await answer.json()) as { findings: { rule: string }[] }
  expect(findings.map(({ rule }) => rule).sort()).toEqual([
    'documentMissing',
    'transition.designated',
  ])
})
