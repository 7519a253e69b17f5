import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Grant } from '../../src/domain/rights.ts'
import { as, asOperator, brainEntry, openFixture, racks, reportOf, revenue } from './fixture.ts'
import type { Fixture } from './fixture.ts'

const CITIES = ['370100', '370200', '370300'] as const
const BRAINS = CITIES.flatMap((city) => [`${city}-x1`, `${city}-x2`].map((id) => ({ id, city })))
/** Regions with statistics of their own: the province, cities and a county. */
const REGIONS = [
  { id: '370000', city: null },
  { id: '370100', city: '370100' },
  { id: '370200', city: '370200' },
  { id: '370102', city: '370100' },
]
const ENTITIES = [...BRAINS.map(({ id, city }) => ({ id: brainId(id), city })), ...REGIONS]

/** Ids that no text of the answers holds by chance. */
function brainId(id: string): string {
  return `brain-${id}-end`
}

let fixture: Fixture
const reports = new Map<string, string>()
beforeAll(async () => {
  fixture = await openFixture()
  const brains = BRAINS.map(({ id, city }) => brainEntry(brainId(id), { city }))
  const registered = await fixture.post('/api/main/brains', { brains }, asOperator)
  for (const { brain, token } of registered.body['tokens'] as { brain: string; token: string }[]) {
    const cells = [revenue(7), revenue(5, '2026-09'), racks('Planned', 3)]
    const headers = { authorization: `Bearer ${token}` }
    const { body } = await fixture.post('/api/main/reports', reportOf({ brain, cells }), headers)
    reports.set(brain, String(body['report']))
  }
  const events = brains.map(({ id }) => ({
    ...{
      id: `event-of-${id}`,
      brain: id,
      kind: 'piloted',
      date: '2024-07-10',
      document: '试点名单',
    },
  }))
  await fixture.post('/api/main/events', { events }, asOperator)
  await publishRegions()
})
afterAll(() => fixture.close())

/** Statistics of regions, as the public facts bring them in. */
async function publishRegions(): Promise<void> {
  const space = fixture.space('main')
  const source = { id: 'S1', title: 't', publisher: 'p', date: '2024', confidence: 'A' } as const
  const nothing = { targets: [], cited: [], gaps: [], holidays: [] }
  space.written(await space.store.putReference({ ...nothing, sources: [source] }))
  await space.submit({
    ...{ brain: null, period: null, by: 'facts', reason: null, source: 'S1', origin: 'public' },
    ...{ receivedAt: fixture.clock.now, knownAt: space.clock.knownNow(), sha256: 'x' },
    cells: REGIONS.map(({ id }) => ({
      ...{ indicator: 'statistics.revenue', period: '2026-10', entity: id },
      ...{ value: 1, absent: null, status: 'final' as const },
    })),
  })
}

const PATHS = [
  'registry',
  'versions',
  'board',
  ...['cluster.revenue', 'compute.racksPlanned', 'statistics.revenue'].flatMap((id) => [
    `slices/${id}`,
    `slices/${id}?asOf=2030-01-01T00:00:00Z`,
  ]),
  'data/observations',
  'data/observations?asOf=2030-01-01T00:00:00Z&size=10000',
  'data/observations?format=csv',
  'data/brains',
  'data/brains?format=csv',
  'data/indicators',
  ...['brain', 'city', 'region', 'all'].map(
    (by) => `data/query?indicator=cluster.revenue,statistics.revenue&groupBy=${by}`,
  ),
]

const textOf = async (path: string, headers: Record<string, string>): Promise<string> => {
  const answer = await fixture.app.request(`/api/main/${path}`, { headers })
  expect(answer.status, path).toBe(200)
  return answer.text()
}

/** Whether an answer has a row about an entity: its id as a whole field of JSON or CSV. */
const names = (text: string, id: string): boolean =>
  id.startsWith('brain-') ? text.includes(id) : rowsOf(text).some((row) => row === id)

/** Entities and groups of an answer: a city's code beside a brain is no row about the city. */
function rowsOf(text: string): readonly string[] {
  if (!text.startsWith('{')) return text.split('\r\n').map((line) => line.split(',')[3] ?? '')
  const { entities = [], rows = [] } = JSON.parse(text) as {
    entities?: string[]
    rows?: { entity?: string; group?: string; indicator?: string; value?: number | null }[]
  }
  const own = rows.filter((row) => row.indicator === 'statistics.revenue' && row.value !== null)
  return [...entities, ...rows.map(({ entity = '' }) => entity), ...own.map((r) => r.group ?? '')]
}

const holds = (grants: readonly Partial<Grant>[], { id, city }: (typeof ENTITIES)[number]) =>
  grants.some(
    (grant) =>
      grant.brain === id ||
      (grant.city != null && grant.city === city) ||
      (grant.brain == null && grant.city == null),
  )

const role = fc.constantFrom('viewer', 'analyst', 'reporter', 'assessor', 'office') as fc.Arbitrary<
  Grant['role']
>
const part = fc.oneof(
  fc.constantFrom(...CITIES).map((city) => ({ city })),
  fc.constantFrom(...BRAINS).map(({ id }) => ({ brain: brainId(id) })),
)
const grants = fc.array(
  fc.tuple(role, part).map(([one, where]) => ({ role: one, ...where })),
  { minLength: 1, maxLength: 3 },
)

describe('no answer of a read holds a row outside the grants', () => {
  it('whatever the grants, and every row inside is there', async () => {
    await fc.assert(
      fc.asyncProperty(grants, async (given) => {
        const headers = await fixture.signIn(...given)
        const answers = await Promise.all(PATHS.map((path) => textOf(path, headers)))
        for (const entity of ENTITIES) {
          const isIn = holds(given, entity)
          const found = PATHS.filter((_, i) => names(answers[i] ?? '', entity.id))
          if (!isIn) expect(found, entity.id).toEqual([])
          else expect(found.length, entity.id).toBeGreaterThan(2)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('a history outside looks like that of a brain that does not exist', async () => {
    const headers = await fixture.signIn({ role: 'viewer', city: '370100' })
    const ask = (entity: string) =>
      fixture.get(`/api/main/observations?indicator=cluster.revenue&entity=${entity}`, headers)
    for (const { id, city } of BRAINS) {
      const { status, body } = await ask(brainId(id))
      expect(status).toBe(200)
      expect((body['observations'] as unknown[]).length > 0).toBe(city === '370100')
    }
    expect((await ask('none')).body).toEqual((await ask(brainId('370200-x1'))).body)
  })

  it('a report outside looks like one that does not exist', async () => {
    const headers = await fixture.signIn({ role: 'viewer', brain: brainId('370100-x1') })
    const ask = (id: string) => fixture.get(`/api/main/reports/${id}`, headers)
    expect((await ask(reports.get(brainId('370100-x1')) ?? '')).status).toBe(200)
    const outside = await ask(reports.get(brainId('370200-x1')) ?? '')
    expect(outside.status).toBe(404)
    expect(outside.body['code']).toBe((await ask('R99999')).body['code'])
  })

  it('a brain outside is not named by a question about it', async () => {
    const headers = await fixture.signIn({ role: 'viewer', city: '370100' })
    const question = `data/observations?entity=${brainId('370200-x')}1`
    const { status, body } = await fixture.get(`/api/main/${question}`, headers)
    expect(status).toBe(400)
    const remedy = String(body.issues?.[0]?.['remedy']).replace(/“[^”]*”/, '')
    expect(remedy).not.toContain('370200')
  })

  it('a brain that moves to another city takes its rows along', async () => {
    const headers = await fixture.signIn({ role: 'viewer', city: '370300' })
    const id = brainId('370300-x2')
    expect(await textOf('slices/cluster.revenue', headers)).toContain(id)
    const moved = { brains: [brainEntry(id, { city: '370400' })] }
    expect((await fixture.post('/api/main/brains', moved, asOperator)).status).toBe(200)
    expect(await textOf('slices/cluster.revenue', headers)).not.toContain(id)
    const back = { brains: [brainEntry(id, { city: '370300' })] }
    await fixture.post('/api/main/brains', back, asOperator)
  })
})

describe('the list of spaces', () => {
  const counted = async (headers: Record<string, string>) => {
    const { body } = await fixture.get('/api/spaces', headers)
    const main = (body['spaces'] as Record<string, unknown>[]).find(({ id }) => id === 'main')
    return main?.['observations']
  }

  it('counts what one may read', async () => {
    const brain = brainId('370200-x1')
    expect(await counted(await fixture.signIn({ role: 'viewer', brain }))).toBe(3)
    const city = '370100'
    expect(await counted(await fixture.signIn({ role: 'viewer', city }))).toBe(2 * 3 + 2)
    expect(await counted(await fixture.signIn('viewer'))).toBe(BRAINS.length * 3 + REGIONS.length)
    expect(await counted(as(fixture, 'm'))).toBe(0)
  })
})

describe('an office of one city', () => {
  const city = '370100'
  it('registers there and nowhere else', async () => {
    const office = await fixture.signIn({ role: 'office', city })
    const post = (id: string, where: string) =>
      fixture.post('/api/main/brains', { brains: [brainEntry(id, { city: where })] }, office)
    expect((await post('new-here', city)).status).toBe(200)
    const outside = await post('new-there', '370200')
    expect([outside.status, outside.body.issues?.[0]?.['rule']]).toEqual([422, 'scope'])
    expect((await post(brainId('370200-x1'), city)).status).toBe(422)
  })

  it('appends no event to a brain elsewhere, nor learns that it exists', async () => {
    const office = await fixture.signIn({ role: 'office', city })
    const post = (brain: string) => {
      const event = { id: `of-${brain}`, brain, kind: 'inspected', date: '2024-08-10' }
      const events = [{ ...event, document: '督查通知' }]
      return fixture.post('/api/main/events', { events }, office)
    }
    expect((await post(brainId('370100-x1'))).status).toBe(201)
    const [outside, unknown] = [await post(brainId('370200-x1')), await post('none')]
    expect(outside.status).toBe(422)
    expect(outside.body).toEqual(unknown.body)
  })
})

it('a token of a brain reads its own rows', async () => {
  const text = await textOf('registry', as(fixture, 'm'))
  expect((JSON.parse(text) as { brains: { id: string }[] }).brains.map(({ id }) => id)).toEqual([
    'm',
  ])
})
