import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { BoardDocument, BoardSummaryDocument } from '../../src/contract/index.ts'
import { cellOf, unpackBoard } from '../../src/domain/board/board.ts'
import { draftWrite } from './drafts.contract.ts'
import { asOperator, brainEntry, openFixture, racks, reportOf, revenue } from './fixture.ts'
import type { Fixture } from './fixture.ts'

/** Everything that the small dictionary wants of a month. */
const WHOLE = [
  revenue(10),
  racks('Planned', 30),
  racks('Built', 20),
  racks('InUse', 10),
  { indicator: 'compute.rackUtilisation', unit: '%', value: 50 },
]
const CITIES = { a: '370100', b: '370200', c: '370300' } as const
type BrainId = keyof typeof CITIES

let fixture: Fixture
/** A session ends when it is idle: days pass in these tests. */
const viewer = () => fixture.signIn('viewer')
const tokens = new Map<string, string>()

/** Only ever moves forward within a test. */
const today = (day: string): void => void (fixture.clock.now = Date.parse(`${day}T12:00:00+08:00`))

beforeEach(async () => {
  fixture = await openFixture({}, Date.parse('2026-08-03T12:00:00+08:00'))
  const brains = Object.entries(CITIES).map(([id, city]) => brainEntry(id, { city }))
  const { body } = await fixture.post('/api/main/brains', { brains }, asOperator)
  for (const { brain, token } of body['tokens'] as { brain: string; token: string }[])
    tokens.set(brain, token)
  const events = brains.map(({ id }) => ({
    ...{ id: `event-${id}`, brain: id, kind: 'piloted', date: '2026-08-01', document: '试点名单' },
  }))
  await fixture.post('/api/main/events', { events }, asOperator)
  today('2026-11-23')
})
afterEach(() => fixture.close())

async function send(
  brain: BrainId,
  day: string,
  rest: Parameters<typeof reportOf>[0] = {},
  cells = WHOLE,
) {
  fixture.clock.now = Date.parse(`${day}T09:00:00+08:00`)
  const headers = { authorization: `Bearer ${tokens.get(brain) ?? ''}` }
  const answer = await fixture.post(
    '/api/main/reports',
    reportOf({ brain, period: '2026-11', ...rest }, cells),
    headers,
  )
  expect(answer.status).toBe(201)
  return String(answer.body['report'])
}

async function ask(query = '', given?: Record<string, string>) {
  const headers = given ?? (await viewer())
  const { status, body } = await fixture.get(`/api/main/board${query}`, headers)
  expect(status).toBe(200)
  const board = unpackBoard(BoardDocument.parse(body))
  return {
    board,
    of: (brain: string, month = '2026-11') =>
      cellOf(board, board.brains.indexOf(brain), board.months.indexOf(month)),
  }
}

describe('the board of a space', () => {
  it('tells on time, late, incomplete and overdue by the day a report became known', async () => {
    await send('c', '2026-12-08', {}, WHOLE.slice(0, 3))
    await send('a', '2026-12-15')
    await send('b', '2026-12-17')
    today('2026-12-21')
    const { board, of } = await ask()
    expect([board.months.at(0), board.months.at(-1)]).toEqual(['2025-12', '2026-11'])
    expect(of('a')).toEqual({ state: 'onTime', days: 0, missing: 0, corrections: 0, warned: 0 })
    expect(of('b')).toEqual({ state: 'late', days: 2, missing: 0, corrections: 0, warned: 0 })
    expect(of('c')).toEqual({ state: 'partial', days: 0, missing: 2, corrections: 0, warned: 0 })
    expect(of('a', '2026-10')).toMatchObject({ state: 'overdue' })
    expect(of('a', '2026-07')).toMatchObject({ state: 'notExpected' })
    expect(of('m')).toMatchObject({ state: 'notExpected' })
  })

  it('a month that was due before the registration is owed by nobody, unless its brain reported it', async () => {
    const late = { origin: 'registered' as const, city: '370400' }
    const brains = [brainEntry('late', late)]
    await fixture.post('/api/main/brains', { brains }, asOperator)
    const events = [
      { id: 'p', brain: 'late', kind: 'piloted', date: '2026-01-01', document: '试点名单' },
    ]
    await fixture.post('/api/main/events', { events }, asOperator)
    today('2026-12-21')
    const { of } = await ask()
    expect(['2026-09', '2026-10', '2026-11'].map((month) => of('late', month).state)).toEqual([
      ...['notExpected', 'notExpected', 'overdue'],
    ])
    expect(of('a', '2026-09').state).toBe('overdue')
  })

  it('a month stands the same on a board of any span: what was reported earlier counts on each', async () => {
    const brains = [brainEntry('late', { origin: 'registered', city: '370400' })]
    const { body } = await fixture.post('/api/main/brains', { brains }, asOperator)
    const [made] = body['tokens'] as { token: string }[]
    const piloted = { id: 'p', brain: 'late', kind: 'piloted', date: '2026-01-01' }
    await fixture.post(
      '/api/main/events',
      { events: [{ ...piloted, document: '名单' }] },
      asOperator,
    )
    const sent = await fixture.post(
      '/api/main/reports',
      reportOf({ brain: 'late', period: '2026-08' }, WHOLE),
      { authorization: `Bearer ${made?.token ?? ''}` },
    )
    expect(sent.status).toBe(201)
    today('2026-12-21')
    for (const span of ['', '?from=2026-10&to=2026-10'])
      expect((await ask(span)).of('late', '2026-10').state).toBe('overdue')
  })

  it('a month before its day is pending, and a brain without a pilot owes nothing', async () => {
    today('2026-12-15')
    expect((await ask()).of('a').state).toBe('pending')
    today('2026-12-16')
    expect((await ask()).of('a')).toMatchObject({ state: 'overdue', days: 1 })
  })

  it('a later report completes a month and leaves its day; one that says 未报送 does not', async () => {
    await send('a', '2026-12-08', {}, WHOLE.slice(0, 3))
    const without = { indicator: 'compute.racksPlanned', unit: '架', absent: 'notReported' }
    await send('b', '2026-12-08', {}, [without, ...WHOLE.filter((_, i) => i !== 1)])
    await send('b', '2026-12-09', { reason: '更正' }, [revenue(11)])
    await send('a', '2026-12-18', {}, WHOLE.slice(3))
    today('2026-12-21')
    const { of } = await ask()
    expect(of('a')).toEqual({ state: 'onTime', days: 0, missing: 0, corrections: 1, warned: 0 })
    expect(of('b')).toEqual({ state: 'partial', days: 0, missing: 1, corrections: 1, warned: 0 })
  })

  it('a report that was taken back is none', async () => {
    const id = await send('a', '2026-12-08')
    const office = await fixture.signIn('office')
    const undone = await fixture.post(`/api/main/reports/${id}/undo`, { reason: '报错' }, office)
    expect(undone.status).toBe(200)
    today('2026-12-21')
    const { of } = await ask()
    expect(of('a')).toMatchObject({ state: 'overdue', corrections: 0 })
  })

  it('as of an instant it shows what was known then', async () => {
    await send('a', '2026-12-17')
    today('2026-12-21')
    const { board, of } = await ask('?asOf=2026-12-16T04:00:00Z')
    expect(board.today).toBe('2026-12-16')
    expect(of('a')).toMatchObject({ state: 'overdue', days: 1 })
    expect((await ask('?asOf=2026-12-18T04:00:00Z')).of('a')).toMatchObject({
      state: 'late',
      days: 2,
    })
  })
})

describe('drafts on the board', () => {
  const at = (day: string): number => Date.parse(`${day}T09:00:00+08:00`)
  const handIn = async (day: string) => {
    const write = draftWrite({ brain: 'a', period: '2026-11', at: at(day) })
    const [outcome] = await fixture.space('main').store.saveDrafts([write])
    if (outcome?.kind !== 'saved') throw new Error('The draft was not saved.')
    return outcome.draft
  }

  it('wait in review, and come back to the brain when they are returned', async () => {
    today('2026-12-21')
    expect((await ask()).of('a').state).toBe('overdue')
    const { id, version } = await handIn('2026-12-17')
    expect((await ask()).of('a')).toMatchObject({ state: 'inReview', days: 2 })
    const { store } = fixture.space('main')
    const step = { id, version, by: 'user:o', at: at('2026-12-18'), note: '机架数有误' }
    await store.moveDraft({ kind: 'returned', ...step })
    expect((await ask()).of('a')).toMatchObject({ state: 'returned', days: 4 })
  })

  it('count from the day they were handed in, not from the day they were published', async () => {
    const { id, version } = await handIn('2026-12-15')
    const space = fixture.space('main')
    const [first] = await Promise.all([
      space.submit({
        ...{ brain: 'a', period: '2026-11', by: 'user:o', reason: null, source: null },
        ...{
          receivedAt: at('2026-12-19'),
          knownAt: at('2026-12-19'),
          sha256: 's',
          origin: 'reported',
        },
        cells: WHOLE.map(({ indicator }) => ({
          ...{
            indicator,
            period: '2026-11',
            entity: 'a',
            value: 1,
            absent: null,
            status: 'final' as const,
          },
        })),
        draft: { id, version, by: 'user:o', at: at('2026-12-19'), note: null },
      }),
    ])
    expect(first.kind).toBe('stored')
    today('2026-12-21')
    expect((await ask()).of('a')).toMatchObject({ state: 'onTime', days: 0 })
  })
})

describe('what a report was published with', () => {
  const at = (day: string): number => Date.parse(`${day}T09:00:00+08:00`)
  const warning = (indicator: string) => ({
    ...{ rule: 'jump', indicator, period: '2026-11', answer: '新签大单' },
    place: { sheet: null, cell: null, pointer: null },
    text: { zh: '比上月高一倍', en: 'Twice the month before' },
  })
  async function publish(day: string, value: number, warnings: readonly string[]) {
    const outcome = await fixture.space('main').submit({
      ...{ brain: 'a', period: '2026-11', by: 'user:o', reason: '更正', source: null },
      ...{ receivedAt: at(day), knownAt: at(day), sha256: `s${value}`, origin: 'reported' },
      cells: ['cluster.revenue', 'compute.racksBuilt'].map((indicator) => ({
        ...{ indicator, period: '2026-11', entity: 'a', absent: null, status: 'final' },
        value: indicator === 'cluster.revenue' ? value : 20,
      })),
      findings: warnings.map(warning),
    })
    if (outcome.kind !== 'stored') throw new Error(outcome.kind)
    return outcome.report
  }

  it('counts until the cell is reported anew, once for the same rule at the same cell', async () => {
    await publish('2026-12-10', 1, ['cluster.revenue', 'compute.racksBuilt'])
    today('2026-12-21')
    expect((await ask()).of('a').warned).toBe(2)
    await publish('2026-12-22', 2, ['compute.racksBuilt'])
    today('2026-12-23')
    expect((await ask()).of('a').warned).toBe(1)
    expect((await ask('?asOf=2026-12-21T04:00:00Z')).of('a').warned).toBe(2)
  })

  it('goes with a report that was taken back', async () => {
    const report = await publish('2026-12-10', 1, ['cluster.revenue'])
    const office = await fixture.signIn('office')
    await fixture.post(`/api/main/reports/${report}/undo`, { reason: '报错' }, office)
    today('2026-12-21')
    expect((await ask()).of('a').warned).toBe(0)
  })
})

describe('the summary', () => {
  const summary = async (query = '', headers?: Record<string, string>) => {
    const answer = await fixture.get(`/api/main/board/summary${query}`, headers ?? (await viewer()))
    expect(answer.status).toBe(200)
    return BoardSummaryDocument.parse(answer.body)
  }

  it('says of the last month due what the board says, and names who is behind', async () => {
    await send('a', '2026-12-10')
    await send('b', '2026-12-17')
    today('2026-12-21')
    const { months, column, counts, behind, freshness } = await summary()
    expect(months[column]).toBe('2026-11')
    expect(counts[column]).toMatchObject({ onTime: 1, late: 1, overdue: 1, notExpected: 1 })
    expect(behind).toMatchObject({ total: 1, worst: [{ brain: 'c', state: 'overdue', days: 4 }] })
    expect(freshness.counts).toEqual({ fresh: 2, due: 0, stale: 1 })
    expect(freshness.behind.map(({ id }) => id)).toEqual(['c'])
  })

  it('counts what its reader may see, and is bounded whatever there is', async () => {
    const many = Array.from({ length: 400 }, (_, i) => brainEntry(`x${i}`))
    const { store } = fixture.space('main')
    await store.registerBrains(many, new Map(), 0)
    const events = many.map(({ id }) => ({
      entry: {
        ...{ id: `p-${id}`, brain: id, date: '2025-01-01', document: null },
        kind: 'piloted' as const,
      },
      knownAt: 0,
    }))
    await store.appendEvents(events)
    today('2026-12-21')
    const all = await summary('?from=2025-12&to=2026-11')
    expect(all.freshness.counts.stale).toBe(403)
    expect(JSON.stringify(all).length).toBeLessThan(4_500)
    const one = await summary('', await fixture.signIn({ role: 'viewer', brain: 'c' }))
    expect(one.behind).toMatchObject({ total: 1, worst: [{ brain: 'c' }] })
  })
})

describe('who sees which rows', () => {
  it('a reader of one city or brain sees its brains alone', async () => {
    const one = await fixture.signIn({ role: 'viewer', city: '370200' })
    expect((await ask('', one)).board.brains).toEqual(['b'])
    const other = await fixture.signIn({ role: 'viewer', brain: 'c' })
    expect((await ask('', other)).board.brains).toEqual(['c'])
    expect((await ask()).board.brains).toEqual(['m', 'a', 'b', 'c'])
  })

  it('nobody sees it without a grant', async () => {
    expect((await fixture.get('/api/main/board')).status).toBe(401)
    const auditor = await fixture.signIn('auditor')
    expect((await fixture.get('/api/main/board', auditor)).status).toBe(403)
    expect((await fixture.get('/api/demo/board')).status).toBe(200)
  })

  it('brains that only publications name are left out', async () => {
    const brains = [brainEntry('p', { origin: 'public' })]
    await fixture.space('main').store.registerBrains(brains, new Map(), 0)
    expect((await ask()).board.brains).not.toContain('p')
  })
})

describe('the answer itself', () => {
  it('is kept until a report, a draft or the registry changes', async () => {
    const tag = async () =>
      (await fixture.get('/api/main/board', await viewer())).headers.get('etag') ?? ''
    const first = await tag()
    const known = { ...(await viewer()), 'if-none-match': first }
    const again = await fixture.get('/api/main/board', known)
    expect(again.status).toBe(304)
    await send('a', '2026-12-15')
    expect(await tag()).not.toBe(first)
  })

  it('is refused for months that are none, run backwards or are too many', async () => {
    for (const query of ['from=2026', 'to=2026-13', 'from=2026-10&to=2026-01', 'from=1990-01'])
      expect((await fixture.get(`/api/main/board?${query}`, await viewer())).status, query).toBe(
        400,
      )
    const { board } = await ask('?from=2026-09&to=2026-10')
    expect(board.months).toEqual(['2026-09', '2026-10'])
  })

  it('names the last published period of the public statistics in scope', async () => {
    const space = fixture.space('main')
    const source = { id: 'S1', title: 't', publisher: 'p', date: '2024', confidence: 'A' } as const
    const nothing = { targets: [], cited: [], gaps: [], holidays: [] }
    space.written(await space.store.putReference({ ...nothing, sources: [source] }))
    await space.submit({
      ...{ brain: null, period: null, by: 'facts', reason: null, source: 'S1', origin: 'public' },
      ...{ receivedAt: 1, knownAt: space.clock.knownNow(), sha256: 'x' },
      cells: ['2026-08', '2026-09'].map((period) => ({
        ...{ indicator: 'statistics.revenue', period, entity: '370200', value: 1, absent: null },
        status: 'final' as const,
      })),
    })
    const read = async (headers: Record<string, string>) =>
      (await fixture.get('/api/main/board', headers)).body['publications']
    expect(await read(await viewer())).toEqual([
      { indicator: 'statistics.revenue', last: '2026-09', source: 'S1' },
    ])
    expect(await read(await fixture.signIn({ role: 'viewer', city: '370100' }))).toEqual([])
  })
})
