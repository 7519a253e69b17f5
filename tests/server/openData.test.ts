import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { roundedReading } from '../../server/openData/roundedReading.ts'
import type { DataAnswer, DataPage } from '../../src/contract/index.ts'
import { makeCube, unpackSlice } from '../../src/domain/cube.ts'
import type { Indicator } from '../../src/domain/indicator.ts'
import { isJanuary } from '../../src/domain/period.ts'
import { REGIONS } from '../../src/domain/region.ts'
import { runQuery } from '../../src/domain/query.ts'
import type { Query } from '../../src/domain/query.ts'
import type { SliceDocument } from '../../src/domain/slice.ts'
import {
  as,
  asOperator,
  brainEntry,
  INDICATORS,
  openFixture,
  racks,
  reportOf,
  revenue,
} from './fixture.ts'
import type { Fixture } from './fixture.ts'

const DATA = '/api/demo/data'
const OBSERVATIONS = `${DATA}/observations`

let fixture: Fixture
beforeEach(async () => {
  fixture = await openFixture()
  const brains = [
    brainEntry('a', { city: '370200', batch: 2023 }),
    brainEntry('b', { domain: 'chemicals' }),
    brainEntry('c', { name: '=cmd|calc', domain: null, batch: null }),
  ]
  const { body } = await fixture.post('/api/demo/brains', { brains }, asOperator)
  const [{ token } = { token: '' }] = body['tokens'] as { token: string }[]
  const months = Array.from({ length: 20 }, (_, i) => i)
    .filter((i) => !isJanuary(monthAfter(i)))
    .map((i) => revenue(i + 0.25, monthAfter(i)))
  await fixture.post('/api/demo/reports', reportOf({}, months), as(fixture, 'a'))
  const cells = [
    revenue(7, '2026-09'),
    { ...revenue(0, '2026-10'), value: undefined, absent: 'withheld' },
  ]
  await fixture.post(
    '/api/demo/reports',
    reportOf({ brain: 'b' }, [...cells, racks('Planned', 9), racks('Built', 5)]),
    as(fixture, 'b'),
  )
  await fixture.post('/api/demo/reports', reportOf({ brain: 'c' }), {
    authorization: `Bearer ${token}`,
  })
})
afterEach(() => fixture.close())

const monthAfter = (i: number): string =>
  `${2025 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`

const page = async (query: string, path = OBSERVATIONS): Promise<DataPage> =>
  (await fixture.get(`${path}?${query}`)).body as unknown as DataPage
const keys = ({ rows }: DataPage): string[] =>
  rows.map(({ indicator, entity, period }) => `${indicator} ${entity} ${period}`)
const csv = async (query: string, path = OBSERVATIONS) =>
  fixture.app.request(`${path}?format=csv&${query}`)

describe('observations', () => {
  it('say what each number is, where it comes from, and why one is absent', async () => {
    const { rows, total, asOf } = await page('entity=b&indicator=cluster.revenue&from=2026-10')
    expect(total).toBe(1)
    expect(asOf).toMatch(/^2026-11-22T/)
    expect(rows).toMatchObject([
      {
        indicatorName: 'cluster.revenue',
        unit: '亿元',
        entityName: '示例·b',
        city: '370100',
        domain: 'chemicals',
        period: '2026-10',
        value: null,
        absent: 'withheld',
        origin: 'reported',
        report: 'R2',
      },
    ])
    expect((await page('entity=b&lang=en')).rows[0]?.unit).toBe('CNY 100 m')
  })

  it.each([
    ['indicator=compute.racksPlanned,compute.racksBuilt', ['b']],
    ['indicator=compute.racksPlanned&indicator=compute.racksBuilt', ['b']],
    ['entity=a,c', ['a', 'c']],
    ['domain=chemicals', ['b']],
    ['city=370200', ['a']],
    ['batch=2023,2024', ['a', 'b']],
    ['city=370100&domain=chemicals&entity=b', ['b']],
    ['city=370200&domain=chemicals', []],
    ['from=2026-09', ['b', 'c']],
    ['from=2025&to=2025-H2', ['a']],
    ['to=2024', []],
  ])('with %s are those of %j', async (query, entities) => {
    const found = await page(query)
    expect([...new Set(found.rows.map(({ entity }) => entity))].sort()).toEqual(entities)
    expect(found.total).toBe(found.rows.length)
  })

  it('cover every cell exactly once when a reader follows the links, whatever is reported meanwhile', async () => {
    const whole = keys(await page(''))
    expect(whole).toHaveLength(23)
    let next: string | null = `${OBSERVATIONS}?size=4`
    const seen: string[] = []
    for (let i = 0; next !== null; i++) {
      const answer = await fixture.get(next)
      seen.push(...keys(answer.body as unknown as DataPage))
      expect(answer.headers.get('x-total-count')).toBe('23')
      next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1] ?? null
      if (i === 2)
        await fixture.post(
          '/api/demo/reports',
          reportOf({}, [revenue(1, '2024-05')]),
          as(fixture, 'a'),
        )
    }
    expect(seen).toEqual(whole)
    expect((await page('')).total).toBe(24)
  })

  it('behind the last page are none, and the links lead back', async () => {
    const { body, headers } = await fixture.get(`${OBSERVATIONS}?size=10&page=9`)
    expect(body).toMatchObject({ rows: [], total: 23, pages: 3 })
    expect(headers.get('link')).toMatch(/page=3[^>]*>; rel="prev"/)
  })

  it('can be asked as of an instant', async () => {
    const { asOf } = await page('')
    const change = reportOf({ reason: '更正' }, [revenue(99, '2025-02')])
    await fixture.post('/api/demo/reports', change, as(fixture, 'a'))
    const question = 'entity=a&to=2025-02'
    expect((await page(question)).rows).toMatchObject([{ value: 99, status: 'revised' }])
    const before = await page(`${question}&asOf=${asOf}`)
    expect(before.rows).toMatchObject([{ value: 1.25, status: 'final' }])
    expect((await page(`${question}&asOf=2020-01-01T00:00:00Z`)).rows).toEqual([])
  })

  it('say that they are simulated where they are', async () => {
    expect(await page('')).toMatchObject({ simulated: false })
    const grant = { ...as(fixture, 'a'), 'x-simulator-grant': 'grant-of-the-test' }
    await fixture.post('/api/demo/reports', reportOf({}, [revenue(1, '2024-05')]), grant)
    expect(await page('to=2024')).toMatchObject({ simulated: true })
  })
})

describe('as CSV', () => {
  it('is UTF-8 with a byte order mark, CRLF, a heading in either language and numbers as stored', async () => {
    const answer = await csv('entity=a&to=2025-03')
    expect(answer.headers.get('content-type')).toContain('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('演示-'))
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = bytes.toString('utf8').slice(1).split('\r\n')
    expect(lines[0]).toContain('指标编号,指标,单位')
    expect(lines[1]).toMatch(/,2025-02,1\.25,,final,reported,/)
    expect(lines).toHaveLength(4)
    const english = await (await csv('lang=en&size=1')).text()
    expect(english).toContain('indicator,indicatorName,unit')
  })

  it('takes the power of a formula from a name that looks like one', async () => {
    const text = await (await csv('entity=c')).text()
    expect(text).toContain(`,'=cmd|calc,`)
    const brains = await (await csv('', `${DATA}/brains`)).text()
    expect(brains).toContain(`'=cmd|calc`)
    expect(brains).not.toMatch(/(^|,)=cmd/m)
  })

  it('has the same rows as JSON', async () => {
    const text = await (await csv('size=10000')).text()
    expect(text.trimEnd().split('\r\n')).toHaveLength(1 + (await page('')).total)
  })
})

describe('a query', () => {
  const ask = async (query: string): Promise<DataAnswer> =>
    (await fixture.get(`${DATA}/query?${query}`)).body as unknown as DataAnswer

  it.each([
    ['groupBy=brain&measure=yearOnYear', { groupBy: 'brain', measure: 'yearOnYear' }],
    ['groupBy=domain&measure=share', { groupBy: 'domain', measure: 'share' }],
    [
      'groupBy=all&cities=370100',
      { groupBy: 'all', measure: 'value', scope: { cities: ['370100'] } },
    ],
  ] as const)('%s answers what the pages compute', async (query, asked) => {
    const periods = ['2026-07', '2026-08', '2026-09', '2026-10']
    const { rows } = await ask(`indicator=cluster.revenue&from=2026-07&to=2026-10&${query}`)
    const slice = await fixture.get('/api/demo/slices/cluster.revenue')
    const { brains, events } = await fixture.space('demo').store.registry(null)
    const cube = makeCube({
      brains,
      events: events as never,
      regions: REGIONS,
      slices: [unpackSlice(slice.body as unknown as SliceDocument)],
      indicators: INDICATORS,
    })
    const page: Query = { indicator: 'cluster.revenue', periods, ...asked }
    const { groups, reading } = runQuery(cube, page)
    const expected = groups.flatMap(({ id }, g) =>
      periods.map((period, p) => {
        const found = reading(g, p)
        return 'value' in found
          ? {
              group: id,
              period,
              value: expect.closeTo(found.value, 4) as number,
              absent: null,
              covered: found.covered,
            }
          : { group: id, period, value: null, absent: found.absent, covered: null }
      }),
    )
    expect(rows).toMatchObject(expected)
    expect(rows.length).toBe(expected.length)
  })

  it.each([
    ['value', 0.1 + 0.2, 0.3],
    ['single', 470.54999999995, 470.55],
    ['yearOnYear', 100 / 3, 33.333333],
    ['share', 0.00004, 0.00004],
    ['rank', 2, 2],
  ] as const)('gives a %s without the noise of binary fractions', (measure, value, given) => {
    const indicator = INDICATORS.get('cluster.revenue') as Indicator
    expect(roundedReading(value, indicator, measure)).toBe(given)
  })

  it('gives totals with the decimals of their parts', async () => {
    for (const [brain, value] of [
      ['a', 0.1],
      ['b', 0.2],
    ] as const) {
      const report = reportOf({ brain }, [revenue(value, '2024-03')])
      await fixture.post('/api/demo/reports', report, as(fixture, brain))
    }
    const { rows } = await ask('indicator=cluster.revenue&from=2024-03&to=2024-03')
    expect(rows).toMatchObject([{ value: 0.3, covered: 2 }])
  })

  it('covers all periods of the indicator where none are named', async () => {
    const { rows } = await ask('indicator=cluster.revenue')
    expect([rows[0]?.period, rows.at(-1)?.period]).toEqual(['2025-02', '2026-10'])
  })

  it('is refused when it asks for too much', async () => {
    const many = Array.from({ length: 70 }, (_, i) => brainEntry(`n${i}`))
    await fixture.post('/api/demo/brains', { brains: many }, asOperator)
    const all = 'indicator=cluster.revenue&groupBy=brain&from=1949&to=2100'
    const { status, body } = await fixture.get(`${DATA}/query?${all}`)
    expect([status, body.issues?.[0]?.['rule']]).toEqual([400, 'tooLarge'])
  })
})

describe('a question with faults', () => {
  it.each([
    ['observations?indicator=cluster.revenu', '?indicator', 'cluster.revenue'],
    ['observations?indicatr=cluster.revenue', '?indicatr', 'indicator'],
    ['observations?city=济南', '?city', '370100'],
    ['observations?city=370101', '?city', '370100'],
    ['observations?domain=机械', '?domain', 'machinery'],
    ['observations?entity=示例·b', '?entity', 'b'],
    ['observations?batch=2025', '?batch', '202'],
    ['observations?format=xml', '?format', 'csv'],
    ['observations?from=2025-13', '?from', '2026-Q3'],
    ['observations?asOf=yesterday', '?asOf', '2026-11-16T08:00:00Z'],
    ['observations?size=10001', '?size', '10000'],
    ['observations?page=0', '?page', '1'],
    ['observations?page=1&page=2', '?page', 'one value'],
    ['query?groupBy=all', '?indicator', '/data/indicators'],
    ['query?indicator=cluster.revenue&measure=yearOnyear', '?measure', 'yearOnYear'],
    ['query?indicator=cluster.revenue&groupBy=cities', '?groupBy', 'city'],
    ['indicators?format=jsn', '?format', 'json'],
    ['brains?indicator=x', '?indicator', 'asOf'],
  ])('%s is told its place, the rule and the nearest name', async (question, place, remedy) => {
    const headers = { 'accept-language': 'en' }
    const { status, body } = await fixture.get(`${DATA}/${encodeURI(question)}`, headers)
    expect(status).toBe(400)
    expect(body.issues?.[0]).toMatchObject({ place, rule: expect.stringMatching(/\w/) as string })
    expect(body.issues?.[0]?.['remedy']).toContain(remedy)
  })

  it('is told of all of them at once, and long ones cost nothing', async () => {
    const names = Array.from({ length: 400 }, (_, i) => `no.such${i}`).join(',')
    const { body } = await fixture.get(`${OBSERVATIONS}?indicator=${names}&size=0&to=x`)
    expect(body.issues).toHaveLength(50)
  })

  it('about a space that is not there gets 404', async () => {
    expect((await fixture.get('/api/other/data/observations')).status).toBe(404)
  })
})

it('lists the indicators and the brains, in both languages', async () => {
  const indicators = await fixture.get(`${DATA}/indicators`)
  expect(indicators.body['total']).toBe(INDICATORS.size)
  const { body } = await fixture.get(`${DATA}/brains?lang=en`)
  expect((body as unknown as { rows: object[] }).rows).toMatchObject([
    { id: 'a', cityName: 'Qingdao', domainName: 'Machinery', stage: 'unknown' },
    { id: 'b' },
    { id: 'c', domain: null, batch: null },
  ])
})

it('nothing can be written through the open data', async () => {
  for (const path of ['observations', 'query', 'indicators', 'brains'])
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect((await fixture.app.request(`${DATA}/${path}`, { method })).status).toBe(404)
})
