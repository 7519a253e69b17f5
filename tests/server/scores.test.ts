import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { ScoreCard } from '../../src/domain/assessment/scoreCard.ts'
import type { LifecycleEvent } from '../../src/domain/event.ts'
import { foldBrain } from '../../src/domain/lifecycle.ts'
import type { Answer, Fixture } from './fixture.ts'
import { as, asOperator, openFixture, racks, reportOf } from './fixture.ts'

let fixture: Fixture
let assessor: Record<string, string>

const name = { zh: '示例', en: 'Sample' }
/** 70 of 100 by racks, 30 judged by people; a grade needs 80 of them. */
const CARD: ScoreCard = {
  ...{ id: 'sample', name, year: 2025, demonstration: false, leastCoverage: 0.8, sources: [] },
  children: [
    {
      ...{ kind: 'item', id: 'racks', name, weight: 70, indicator: 'compute.racksInUse' },
      ...{ measure: 'latest', zero: 0, full: 100 },
    },
    { kind: 'judged', id: 'work', name, weight: 30, asks: name },
  ],
  bands: [
    { grade: 'lead', from: 80, passes: true },
    { grade: 'warn', from: 0, passes: false },
  ],
}

beforeEach(async () => {
  fixture = await openFixture()
  assessor = await fixture.signIn('assessor')
  const { store, written, clock } = fixture.space('main')
  const record = { kind: 'scoreCard', key: 'sample', n: 1, brain: null, entry: CARD } as const
  const records = [{ ...record, knownAt: clock.knownNow(), actor: 'test', reason: null }]
  written(await store.appendProgramme({ records, events: [], holidays: [], holidayYears: [] }))
  await piloted('m')
  await reported(50)
})
afterEach(() => fixture.close())

const piloted = async (brain: string) => {
  const event = { id: `${brain}-1`, brain, kind: 'piloted', date: '2025-06-18', document: '名单' }
  const { status } = await fixture.post('/api/main/events', { events: [event] }, asOperator)
  expect(status).toBe(201)
}

const reported = async (inUse: number) => {
  const cells = [racks('Planned', 100), racks('Built', 100), racks('InUse', inUse)]
  const report = reportOf({ brain: 'm', reason: '更正' }, cells)
  expect((await fixture.post('/api/main/reports', report, as(fixture, 'm'))).status).toBe(201)
}

/** Scores of the programme's document as somebody sees them. */
const seenBy = async (who: Record<string, string>) => {
  const { body } = await fixture.get('/api/main/programme', who)
  return (body['scores'] as { version: number }[]).map(({ version }) => version)
}

const judged = (points: number) => [{ item: 'work', points, document: '评审意见', note: null }]
const SCORE = {
  ...{ brain: 'm', year: 2026, card: 'sample', period: '2026-10', judged: judged(100) },
  ...{ reason: null, version: 0, publish: false, document: null },
}
const score = (rest: Record<string, unknown> = {}, who = assessor): Promise<Answer> =>
  fixture.post('/api/main/scores', { ...SCORE, ...rest }, who)

const issues = ({ status, body }: Answer) => [
  status,
  ...(body.issues ?? []).map(({ place, rule }) => `${place} ${rule}`),
]
const stored = async () => {
  const { body } = await fixture.get('/api/main/programme', assessor)
  return body['scores'] as { version: number; score: number; published: boolean }[]
}
const assessments = async () => {
  const { body } = await fixture.get('/api/main/registry', assessor)
  const events = body['events'] as LifecycleEvent[]
  return events.filter(({ kind }) => kind === 'assessed')
}
const publication = { publish: true, document: '2026 年度考核结果通报' }

describe('a score', () => {
  it('are known before they are published to those who assess or keep the registry alone', async () => {
    expect((await score()).status).toBe(200)
    const others = [
      await fixture.signIn('viewer'),
      await fixture.signIn({ role: 'reporter', brain: 'm' }),
    ]
    const elsewhere = await fixture.signIn('viewer', { role: 'assessor', city: '370200' })
    for (const who of [...others, elsewhere]) expect(await seenBy(who)).toEqual([])
    for (const who of [assessor, await fixture.signIn('office')])
      expect(await seenBy(who)).toEqual([1])
    const sent = { version: 1, publish: true, document: '考核通报', reason: '复核' }
    expect((await score(sent)).status).toBe(200)
    for (const who of others) expect(await seenBy(who)).toEqual([2])
    expect(await seenBy(assessor)).toEqual([1, 2])
  })

  it('is worked out from what is stored and from judged points, and kept with its evidence', async () => {
    const { status, body } = await score()
    expect(status).toBe(200)
    expect(body).toMatchObject({ version: 1, cardVersion: 1, score: 65, coverage: 1 })
    expect(body).toMatchObject({ grade: 'warn', published: false, reason: null })
    expect(body['items']).toEqual([
      {
        ...{ item: 'racks', points: 50, value: 50, document: null, note: null },
        cell: { indicator: 'compute.racksInUse', entity: 'm', period: '2026-10' },
      },
      {
        ...{ item: 'work', points: 100, value: null, document: '评审意见', note: null },
        cell: null,
      },
    ])
    expect(await stored()).toEqual([body])
    expect(await assessments()).toEqual([])
  })

  it('of which too little is known counts nothing as zero and has no grade', async () => {
    const { status, body } = await score({ judged: [] })
    expect([status, body['score'], body['coverage'], body['grade']]).toEqual([200, 50, 0.7, null])
  })

  it('by the product’s own card is that of its version 0', async () => {
    const { body } = await score({ card: 'demo', judged: [] })
    expect(body).toMatchObject({ cardVersion: 0, grade: null })
  })

  it('again needs a reason, and keeps the version before', async () => {
    await score()
    expect(issues(await score({ version: 1 }))).toEqual([422, '/reason reason'])
    const again = await score({ version: 1, judged: judged(0), reason: '评审材料有误' })
    expect(again.body).toMatchObject({ version: 2, score: 35, reason: '评审材料有误' })
    expect((await stored()).map(({ score: value }) => value)).toEqual([65, 35])
  })

  it('follows what was reported since', async () => {
    await score()
    await reported(100)
    const { body } = await score({ version: 1, reason: '补报更正' })
    expect(body['score']).toBe(100)
  })

  it('is taken once of two that were made from the same state', async () => {
    const both = await Promise.all([score(), score({ judged: judged(10) })])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await stored()).toHaveLength(1)
  })

  it.each([
    [{ brain: 'nobody' }, '/brain unknownBrain'],
    [{ card: 'none' }, '/card unknownCard'],
    [{ year: 2024, period: '2024-12' }, '/card cardYear'],
    [{ period: '2025-12' }, '/period periodOfYear'],
    [{ period: '2026' }, '/period periodOfYear'],
    [{ period: '2026-11' }, '/period notDue'],
    [{ judged: [{ ...judged(1)[0], item: 'racks' }] }, '/judged/0/item unknownItem'],
    [{ judged: [...judged(1), ...judged(2)] }, '/judged/1/item repeated'],
  ])('is refused at its place: %j', async (rest, fault) => {
    expect(issues(await score(rest))).toEqual([422, fault])
    expect(await stored()).toEqual([])
  })

  it('takes no points beyond 100 and none without a document', async () => {
    expect((await score({ judged: judged(101) })).status).toBe(400)
    expect((await score({ judged: [{ item: 'work', points: 1, note: null }] })).status).toBe(400)
  })
})

describe('a publication', () => {
  it('appends the yearly assessment with grade, document and who entered it', async () => {
    await reported(100)
    const { status, body } = await score(publication)
    expect([status, body['grade'], body['published']]).toEqual([200, 'lead', true])
    expect(await assessments()).toMatchObject([
      {
        ...{ id: 'm-assessed-2026-0001', date: '2026-11-22', year: 2026, grade: 'lead' },
        ...{ document: publication.document, actor: body['by'] },
      },
    ])
  })

  it('is refused where too little is known, and nothing is kept', async () => {
    expect(issues(await score({ ...publication, judged: [] }))).toEqual([422, '/publish noGrade'])
    expect([await stored(), await assessments()]).toEqual([[], []])
  })

  it('rests on a document in main', async () => {
    const sent = { ...publication, document: null }
    expect(issues(await score(sent))).toEqual([422, '/document documentMissing'])
  })

  it('is refused where the brain cannot be assessed, and nothing is kept', async () => {
    const event = { id: 'm-2', brain: 'm', kind: 'disqualified', date: '2026-11-20' }
    const events = [{ ...event, document: '取消资格通知', reason: '整改无效' }]
    await fixture.post('/api/main/events', { events }, asOperator)
    expect(issues(await score(publication))).toEqual([422, '/publish transition.assessed'])
    expect([await stored(), await assessments()]).toEqual([[], []])
  })

  it('again on a later day appends a second assessment with its reason', async () => {
    await score(publication)
    fixture.clock.now += 86_400_000
    assessor = await fixture.signIn('assessor')
    const again = await score({ ...publication, version: 1, reason: '复核更正' })
    expect(again.status).toBe(200)
    expect((await assessments()).map(({ id, order }) => [id, order])).toEqual([
      ['m-assessed-2026-0001', undefined],
      ['m-assessed-2026-0002', undefined],
    ])
  })

  it('again on the same day counts, and the first stays with its time: nothing is taken back', async () => {
    await score(publication)
    for (const [version, points] of [
      [1, 0],
      [2, 100],
    ] as const)
      await score({ ...publication, version, judged: judged(points), reason: `复核 ${version}` })
    const { body } = await fixture.get('/api/main/registry', assessor)
    const events = body['events'] as LifecycleEvent[]
    expect(events.filter(({ kind }) => kind === 'withdrawn')).toEqual([])
    expect((await assessments()).map(({ id, order, reason }) => [id, order, reason])).toEqual([
      ['m-assessed-2026-0001', undefined, null],
      ['m-assessed-2026-0002', 'm-assessed-2026-0001', '复核 1'],
      ['m-assessed-2026-0003', 'm-assessed-2026-0002', '复核 2'],
    ])
    expect(foldBrain(events, '2026-12-31').grade).toEqual({ year: 2026, grade: 'warn' })
    expect((await stored()).map(({ published }) => published)).toEqual([true, true, true])
  })

  it('replaces a grade of its day that was entered by hand', async () => {
    const event = { id: 'z', brain: 'm', kind: 'assessed', date: '2026-11-22', document: '通报' }
    const events = [{ ...event, year: 2026, grade: 'remind' }]
    expect((await fixture.post('/api/main/events', { events }, asOperator)).status).toBe(201)
    await reported(100)
    expect((await score({ ...publication, reason: '按评分公布' })).status).toBe(200)
    const all = await assessments()
    expect(all.map(({ id, order }) => [id, order])).toContainEqual(['m-assessed-2026-0001', 'z'])
    expect(foldBrain(all, '2026-12-31').grade?.grade).toBe('lead')
  })

  it('beside a grade of its day says why', async () => {
    const event = { id: 'z', brain: 'm', kind: 'assessed', date: '2026-11-22', document: '通报' }
    const events = [{ ...event, year: 2026, grade: 'remind' }]
    await fixture.post('/api/main/events', { events }, asOperator)
    expect(issues(await score(publication))).toEqual([422, '/year assessedAgain'])
  })
})

describe('whoever scores', () => {
  it('holds the right to assess or register, within their rows', async () => {
    const elsewhere = await fixture.signIn({ role: 'assessor', city: '370200' })
    expect(issues(await score({}, elsewhere))).toEqual([422, '/brain unknownBrain'])
    expect((await score({}, await fixture.signIn('viewer'))).status).toBe(403)
    expect((await score({}, as(fixture, 'm'))).status).toBe(403)
    expect((await score({}, {})).status).toBe(401)
  })

  it('stands in the audit trail', async () => {
    await score()
    expect(fixture.trail.at(-1)).toMatchObject({
      ...{ action: 'programme.score', subject: 'm', outcome: 'done' },
      detail: { year: 2026, version: 1 },
    })
  })
})
