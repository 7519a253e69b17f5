import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { NOTICES } from '../../src/domain/eligibility/notices.ts'
import { SCORE_CARDS } from '../../src/domain/assessment/cards.ts'
import { CATALOGUE } from '../../src/domain/catalogue/index.ts'
import type { RuleFile, RuleFileDryRun } from '../../src/contract/index.ts'
import { INDICATORS, openFixture } from './fixture.ts'
import type { Fixture } from './fixture.ts'

let fixture: Fixture
let office: Record<string, string>
beforeAll(async () => {
  for (const indicator of CATALOGUE) INDICATORS.set(indicator.id, indicator)
  fixture = await openFixture()
  office = await fixture.signIn('office')
})
afterAll(() => fixture.close())

const get = async (what: RuleFile, format: 'xlsx' | 'json') => {
  const response = await fixture.app.request(`/api/main/rules/${what}?format=${format}`, {
    headers: office,
  })
  return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) }
}

async function send(path: string, body: string | Uint8Array, name = 'rules.json', who = office) {
  const response = await fixture.app.request(`/api/main/rules/${path}`, {
    method: 'POST',
    headers: { ...who, 'x-file-name': name },
    body: Buffer.from(body),
  })
  const text = await response.text()
  return {
    status: response.status,
    body: JSON.parse(text) as RuleFileDryRun & { issues?: object[] },
  }
}

const dryRun = (what: RuleFile, body: string | Uint8Array, name?: string) =>
  send(`${what}/dry-run`, body, name)
const rulesOf = ({ body }: { body: RuleFileDryRun }) => body.findings.map(({ rule }) => rule)
const changesOf = ({ body }: { body: RuleFileDryRun }) => body.entries.map(({ change }) => change)

const json = (what: RuleFile, ...entries: unknown[]) => JSON.stringify({ [what]: entries })
const first = NOTICES[0]
const card = SCORE_CARDS[0]
if (!first || !card) throw new Error('no rules to try')

describe.each(['xlsx', 'json'] as const)('rules taken out as %s', (format) => {
  it.each(['ruleSets', 'scoreCards'] as const)('come in again unchanged: %s', async (what) => {
    const { status, bytes } = await get(what, format)
    expect(status).toBe(200)
    const seen = await dryRun(what, bytes, `rules.${format}`)
    expect(rulesOf(seen)).toEqual([])
    expect(new Set(changesOf(seen))).toEqual(new Set(['unchanged']))
  })
})

describe('rule sets', () => {
  it('are imported with their version and then judge', async () => {
    const stricter = {
      ...first,
      clauses: first.clauses.map((clause) =>
        clause.need.kind === 'reading' && clause.id === 'revenue'
          ? { ...clause, need: { ...clause.need, least: 150 } }
          : clause,
      ),
    }
    const file = json('ruleSets', stricter)
    const seen = await dryRun('ruleSets', file)
    expect(changesOf(seen)).toEqual(['changed'])
    const done = await send(`ruleSets?base=${seen.body.base}&reason=x`, file)
    expect([done.status, done.body]).toMatchObject([200, { changed: 1 }])
    const { body } = await fixture.get('/api/main/programme', office)
    expect(body['ruleSets']).toMatchObject([{ version: 1, entry: { batch: 2023 } }])
    expect((await send(`ruleSets?base=${seen.body.base}`, file)).status).toBe(409)
  })

  it.each([
    ['missingThreshold', { least: null }],
    ['unknownIndicator', { indicator: 'cluster.nothing' }],
    ['floorAboveLeast', { soft: true, floor: 200 }],
    ['basis', { indicator: 'compute.centres', basis: 'lastYear' }],
  ])('with %s are refused at its place, whole', async (rule, change) => {
    const [clause, ...rest] = first.clauses
    const broken = { ...clause, need: { ...clause?.need, ...change } }
    const file = json('ruleSets', { ...first, batch: 2027, clauses: [broken, ...rest] })
    const seen = await dryRun('ruleSets', file)
    expect(seen.body.acceptable).toBe(false)
    expect(seen.body.findings[0]).toMatchObject({
      ...{ rule, place: expect.stringContaining('/ruleSets/0/clauses/0/need') as unknown },
    })
    const { status } = await send('ruleSets', file)
    expect(status).toBe(422)
    const { body } = await fixture.get('/api/main/programme', office)
    expect(JSON.stringify(body['ruleSets'])).not.toContain('2027')
  })

  it('name the cell of a workbook', async () => {
    const csv = [
      '批次年度,规则集名称,条款编号,条款名称,条款内容,可豁免,组合,要求编号,要求类型,指标,取数,下限,原则上,条款来源,未公开部分,通知来源',
      '2027,试,revenue,营收,营收,否,,revenue,reading,cluster.nothing,lastYear,100,否,S01,无,S01',
    ].join('\n')
    const seen = await dryRun('ruleSets', csv, 'rules.csv')
    expect(seen.body.findings).toMatchObject([{ rule: 'unknownIndicator', place: 'J2' }])
  })
})

describe('score cards', () => {
  it('whose weights do not sum to 100 are refused', async () => {
    const [head, ...rest] = card.children
    const broken = { ...card, id: 'other', children: [{ ...head, weight: 1 }, ...rest] }
    const seen = await dryRun('scoreCards', json('scoreCards', broken))
    expect(seen.body.acceptable).toBe(false)
    expect(seen.body.findings.length).toBeGreaterThan(0)
    expect((await send('scoreCards', json('scoreCards', broken))).status).toBe(422)
  })
})

describe('lists', () => {
  const list = { year: 2027, document: '榜单', subIndustries: [{ name: '轴承', domain: null }] }
  it('come in, and an industry twice is refused', async () => {
    expect((await send('lists?reason=x', json('lists', list))).body).toMatchObject({ added: 1 })
    const twice = { ...list, subIndustries: [...list.subIndustries, ...list.subIndustries] }
    expect(rulesOf(await dryRun('lists', json('lists', twice)))).toEqual(['repeatedName'])
  })
})

describe('what a file leaves out', () => {
  it.each([
    ['ruleSets', { ...first, clauses: first.clauses.slice(1) }, `2023/${first.clauses[0]?.id}`],
    ['scoreCards', { ...card, children: card.children.slice(1) }, `${card.id}/`],
  ] as const)('is listed as removed: %s', async (what, entry, key) => {
    const { body } = await dryRun(what, json(what, entry))
    const removed = body.entries.filter(({ change }) => change === 'removed')
    expect(removed.length).toBeGreaterThan(0)
    expect(removed[0]?.key).toContain(key)
  })

  it('is refused where it is most of a list', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, domain: null }))
    const list = { year: 2028, document: '榜单', subIndustries: names }
    expect((await send('lists', json('lists', list))).status).toBe(200)
    const short = (count: number) =>
      json('lists', { ...list, subIndustries: names.slice(0, count) })
    expect(rulesOf(await dryRun('lists', short(2)))).toEqual(['mostGone'])
    expect((await send('lists', short(2))).status).toBe(422)
    expect((await send('lists', short(3))).body).toMatchObject({
      ...{ changed: 1, removed: ['2028/d', '2028/e'] },
    })
  })
})

describe('the calendar', () => {
  const days = [
    { date: '2027-01-01', kind: 'off' },
    { date: '2027-02-08', kind: 'off' },
    { date: '2027-02-20', kind: 'work' },
  ]
  it('must hold the year that is asked for', async () => {
    const seen = await send('calendar/dry-run?year=2028', json('calendar', ...days))
    expect(rulesOf(seen)).toEqual(['calendarYear'])
    expect((await send('calendar?year=2028', json('calendar', ...days))).status).toBe(422)
  })

  it('says so where Spring Festival is missing or a day changes nothing', async () => {
    const odd = [days[0], { date: '2027-03-06', kind: 'off' }]
    expect(rulesOf(await dryRun('calendar', json('calendar', ...odd)))).toEqual([
      ...['fewDays', 'weekend'],
    ])
  })

  it('is replaced by years', async () => {
    expect((await send('calendar?year=2027', json('calendar', ...days))).status).toBe(200)
    expect((await send('calendar?year=2027', json('calendar', ...days.slice(0, 2)))).status).toBe(
      200,
    )
    const { body } = await fixture.get('/api/main/registry', office)
    const held = (body['holidays'] as { date: string }[]).filter(({ date }) => date > '2027')
    expect(held.map(({ date }) => date)).toEqual(['2027-01-01', '2027-02-08'])
  })

  it('lists the days that would go, and is refused where most of them would', async () => {
    const whole = await send('calendar', json('calendar', ...days))
    expect(whole.status).toBe(200)
    const fewer = json('calendar', days[0], days[1])
    const seen = await dryRun('calendar', fewer)
    expect(seen.body.entries.at(-1)).toEqual({
      ...{ key: '2027-02-20', name: '2027-02-20 班', change: 'removed' },
    })
    expect(rulesOf(seen)).toEqual([])
    const one = json('calendar', days[1])
    const little = await dryRun('calendar', one)
    expect(little.body.acceptable).toBe(false)
    expect(little.body.findings).toMatchObject([{ rule: 'mostGone', place: '/calendar/0' }])
    expect((await send('calendar', one)).status).toBe(422)
    expect((await send('calendar', fewer)).body).toEqual({
      ...{ added: 0, changed: 0, unchanged: 2, removed: ['2027-02-20'] },
    })
  })

  it('knows no 30 February', async () => {
    const seen = await dryRun('calendar', json('calendar', { date: '2027-02-30', kind: 'off' }))
    expect(seen.body.acceptable).toBe(false)
  })
})

describe('events', () => {
  const event = (id: string, kind: string, date: string, rest: object = {}) => ({
    ...{ id, brain: 'm', kind, date, document: '通知' },
    ...rest,
  })
  it('come in as a file and go out again', async () => {
    const file = json('events', event('x-1', 'piloted', '2025-06-18'))
    expect((await send('events?reason=x', file)).body).toMatchObject({ added: 1 })
    const { bytes } = await get('events', 'xlsx')
    const seen = await dryRun('events', bytes, 'events.xlsx')
    expect(rulesOf(seen)).toEqual([])
    expect(changesOf(seen)).toEqual(['unchanged'])
  })

  it('that were changed are refused by the dry run as by the import; the office acts, the account records', async () => {
    const named = event('x-1', 'piloted', '2025-06-18', { actor: '省工业和信息化厅' })
    const later = event('x-7', 'notified', '2025-07-01', { actor: '省工业和信息化厅' })
    const seen = await dryRun('events', json('events', named, later))
    expect([seen.body.acceptable, rulesOf(seen), changesOf(seen)]).toEqual([
      ...[false, ['conflict'], ['rejected', 'added']],
    ])
    expect(seen.body.findings[0]?.place).toBe('/events/0/id')
    expect((await send('events', json('events', named, later))).status).toBe(422)
    const forged = { ...later, recordedBy: 'user:somebody.else' }
    expect((await send('events', json('events', forged))).body).toMatchObject({ added: 1 })
    const { body } = await fixture.get('/api/main/registry', office)
    expect((body['events'] as object[]).at(-1)).toMatchObject({
      ...{ id: 'x-7', actor: '省工业和信息化厅' },
      recordedBy: expect.stringMatching(/^user:u/) as string,
    })
    const again = json('events', event('x-1', 'piloted', '2025-06-18'), later)
    expect(changesOf(await dryRun('events', again))).toEqual(['unchanged', 'unchanged'])
    const taken = event('x-8', 'withdrawn', '2025-07-02', { order: 'x-7', reason: '误登' })
    expect((await send('events', json('events', taken))).status).toBe(200)
  })

  it.each([
    ['out of order', event('x-2', 'reviewed', '2026-01-01')],
    [
      'due before its order',
      event('x-3', 'rectificationOrdered', '2026-05-01', { due: '2026-04-01' }),
    ],
    ['contradicting another of the day', event('x-4', 'notSelected', '2025-06-18')],
    ['of an unknown brain', { ...event('x-5', 'piloted', '2025-06-18'), brain: 'nobody' }],
  ])('%s are refused with their place, whole', async (_, broken) => {
    const fine = event('x-6', 'accepted', '2026-06-18')
    const file = json('events', fine, broken)
    const seen = await dryRun('events', file)
    expect(seen.body.acceptable).toBe(false)
    expect(seen.body.findings.map(({ place }) => place).join(' ')).toContain('/events/1')
    expect((await send('events', file)).status).toBe(422)
    const { body } = await fixture.get('/api/main/registry', office)
    expect((body['events'] as { id: string }[]).map(({ id }) => id)).toEqual(['x-1', 'x-7', 'x-8'])
  })
})

describe('a file of rules', () => {
  it.each([
    ['nothing.json', '{', 'json'],
    ['empty.json', '{"ruleSets":[]}', 'empty'],
    ['other.json', '{"other":[]}', 'noList'],
    ['odd.csv', 'a,b\n1,2', 'noTable'],
  ])('that is none says so: %s', async (name, body, rule) => {
    expect(rulesOf(await dryRun('ruleSets', body, name))).toEqual([rule])
  })

  it('that holds for the whole province is for those who reach all of it', async () => {
    const city = await fixture.signIn({ role: 'office', city: '370200' })
    for (const what of ['ruleSets', 'scoreCards', 'lists', 'calendar'] as const) {
      const file = what === 'ruleSets' ? json(what, first) : json(what)
      const answers = [await send(what, file, 'a.json', city)]
      answers.push(await send(`${what}/dry-run`, file, 'a.json', city))
      expect(answers.map(({ status }) => status)).toEqual([403, 403])
      expect(answers[0]?.body.issues).toMatchObject([{ rule: 'wholeSpace' }])
    }
    expect((await send('events/dry-run', json('events'), 'a.json', city)).status).toBe(200)
  })

  it('is for those who keep the registry', async () => {
    const viewer = await fixture.signIn('viewer')
    expect((await send('ruleSets/dry-run', json('ruleSets'), 'a.json', viewer)).status).toBe(403)
    expect((await fixture.get('/api/main/rules/ruleSets', viewer)).status).toBe(403)
    expect((await fixture.get('/api/main/rules/nothing', office)).status).toBe(404)
  })
})
