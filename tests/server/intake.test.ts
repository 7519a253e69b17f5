import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { periodRange } from '../../src/domain/period.ts'
import { ABSENCE_REASONS, REPORTED_REASONS } from '../../src/domain/reading.ts'
import { as, openFixture, racks, reportOf, revenue, simulated } from './fixture.ts'
import type { Cell, Fixture } from './fixture.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = await openFixture()
})
afterEach(() => fixture.close())

const REPORTS = '/api/demo/reports'
const send = (body: unknown, headers = as(fixture, 'a')) => fixture.post(REPORTS, body, headers)
const stored = () => fixture.space('demo').counts().observations

/** Sends a report with one bad cell beside a good one; expects the rule at the place and nothing stored. */
async function refuses(cell: Cell, rule: string, place: string, status = 422) {
  const answer = await send(reportOf({}, [racks('Planned', 5), cell]))
  expect(answer.status).toBe(status)
  expect(answer.body.issues).toContainEqual(expect.objectContaining({ rule, place }))
  for (const issue of answer.body.issues ?? []) expect(issue['remedy']).toMatch(/\S/)
  expect(stored()).toBe(0)
}

describe('a report', () => {
  it('is stored whole and acknowledged with its counts', async () => {
    const answer = await send(reportOf({}, [revenue(12.5), racks('Planned', 1000)]))
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({ brain: 'a', period: '2026-10', added: 2, revised: 0 })
    expect(stored()).toBe(2)
    const { body } = await fixture.get('/api/demo/slices/cluster.revenue')
    expect(body).toMatchObject({ entities: ['a'], periods: ['2026-10'], values: [12.5] })
  })

  it('accepts the unit as id, in Chinese or in English, and absence with its reason', async () => {
    const cells = [
      { indicator: 'cluster.revenue', unit: 'yi', value: 1 },
      { indicator: 'compute.racksBuilt', unit: 'racks', absent: 'notApplicable' },
    ]
    expect((await send(reportOf({}, cells))).status).toBe(201)
    const { body } = await fixture.get('/api/demo/slices/compute.racksBuilt')
    expect(body).toMatchObject({ values: [null], absent: { notApplicable: [0] } })
  })

  it('carries reported figures as reported and simulated ones as simulated', async () => {
    await send(reportOf({}, [revenue(1)]))
    await send(reportOf({}, [racks('Built', 1)]), simulated(fixture, 'a'))
    const origins = async (id: string) =>
      (await fixture.get(`/api/demo/slices/${id}`)).body['origins']
    expect(await origins('cluster.revenue')).toEqual(['reported'])
    expect(await origins('compute.racksBuilt')).toEqual(['simulated'])
  })

  it('is found again by its id, and each of its cells leads to it', async () => {
    const { body } = await send(reportOf())
    const report = String(body['report'])
    expect((await fixture.get(`/api/demo/reports/${report}`)).body).toMatchObject({
      brain: 'a',
      cells: 1,
    })
    const history = await fixture.get('/api/demo/observations?indicator=cluster.revenue&entity=a')
    expect(history.body['observations']).toMatchObject([{ value: 10, report, status: 'final' }])
    expect((await fixture.get('/api/demo/reports/R99')).status).toBe(404)
  })
})

describe('a cell is refused, and the whole report with it,', () => {
  it('for an unknown indicator, naming the nearest one', async () => {
    const answer = await send(
      reportOf({}, [{ indicator: 'cluster.revenu', unit: '亿元', value: 1 }]),
    )
    expect(answer.status).toBe(422)
    expect(answer.body.issues?.[0]).toMatchObject({
      rule: 'unknownIndicator',
      place: '/cells/0/indicator',
    })
    expect(answer.body.issues?.[0]?.['remedy']).toContain('cluster.revenue')
  })

  it('for a wrong unit', () => refuses({ ...revenue(1), unit: '万元' }, 'unit', '/cells/1/unit'))
  it('for negative racks', () => refuses(racks('Built', -1), 'min', '/cells/1/value'))
  it('for half a rack', () => refuses(racks('Built', 1.5), 'decimals', '/cells/1/value'))
  it('for more decimals than the indicator has', () =>
    refuses(revenue(1.234), 'decimals', '/cells/1/value'))
  it('for a rate above 100 %', () =>
    refuses(
      { indicator: 'compute.rackUtilisation', unit: '%', value: 100.1 },
      'max',
      '/cells/1/value',
    ))
  it('for a number that no unit can explain', () => refuses(revenue(1e16), 'max', '/cells/1/value'))
  it('for a period that has not ended', () =>
    refuses(revenue(1, '2026-11'), 'futurePeriod', '/cells/1/period'))
  it('for another cadence', () => refuses(revenue(1, '2025'), 'cadence', '/cells/1/period'))
  it.each(['0001-02', '1949-02', '2014-12'])('for a month before brains reported: %s', (month) =>
    refuses(revenue(1, month), 'period', '/cells/1/period'),
  )
  it('for January of a flow alone', () =>
    refuses(revenue(10, '2026-01'), 'mergedJanuary', '/cells/1/value'))
  it('for a merged January of a stock', () =>
    refuses(
      { indicator: 'compute.racksBuilt', unit: '架', period: '2026-01', absent: 'mergedJanuary' },
      'mergedJanuary',
      '/cells/1/absent',
    ))
  it('for a merged January in any other month', () =>
    refuses(
      { indicator: 'cluster.revenue', unit: '亿元', absent: 'mergedJanuary' },
      'mergedJanuary',
      '/cells/1/absent',
    ))
  it.each(
    ABSENCE_REASONS.filter((reason) => !(REPORTED_REASONS as readonly string[]).includes(reason)),
  )('for a reason that only the service derives: %s', (absent) =>
    refuses(
      { indicator: 'cluster.revenue', unit: '亿元', absent },
      'derivedReason',
      '/cells/1/absent',
    ),
  )
  it('for the same cell twice', () => refuses(racks('Planned', 6), 'repeated', '/cells/1'))
  it('for a statistic that brains do not report', () =>
    refuses(
      { indicator: 'statistics.revenue', unit: 'yi', value: 1 },
      'notReported',
      '/cells/1/indicator',
    ))
  it('for a value beside an absence', () =>
    refuses({ ...revenue(1), absent: 'withheld' }, 'valueOrAbsent', '/cells/1'))
  it('for neither value nor absence', () =>
    refuses({ indicator: 'cluster.revenue', unit: '亿元' }, 'valueOrAbsent', '/cells/1'))
  it('for more racks built than planned', () =>
    refuses(racks('Built', 6), 'rackOrder', '/cells/1/value'))
  it('for a text as a number', () => refuses(revenue('12'), 'type', '/cells/1/value', 400))
  it('for an unknown reason of absence', () =>
    refuses(
      { indicator: 'cluster.revenue', unit: '亿元', absent: 'lazy' },
      'choice',
      '/cells/1/absent',
      400,
    ))

  it('with every fault listed, fifty at most', async () => {
    const months = periodRange('2015-01', '2019-12').map((period) => ({
      ...racks('Built', -1),
      period,
    }))
    const answer = await send(reportOf({}, months))
    expect(answer.body.issues).toHaveLength(50)
    expect(answer.body['message']).toContain('60')
  })
})

it.each([
  ['1949-02', 'period'],
  ['2027-01', 'futurePeriod'],
])('a report for %s is refused by its own period', async (period, rule) => {
  const cells = [{ ...racks('Planned', 5), period: '2026-10' }]
  const answer = await send(reportOf({ period }, cells))
  expect(answer.status).toBe(422)
  expect(answer.body.issues).toMatchObject([{ rule, place: '/period' }])
  expect(stored()).toBe(0)
})

it.each(REPORTED_REASONS)('January of a flow may be absent as %s', async (absent) => {
  const cell = { indicator: 'cluster.revenue', unit: '亿元', period: '2026-01', absent }
  expect((await send(reportOf({}, [cell]))).status).toBe(201)
})

describe('a request is refused before anything is stored', () => {
  const raw = (body: string) => send(body)

  it('for 1e309, which no number holds', async () => {
    const body = JSON.stringify(reportOf({}, [revenue(0)])).replace('"value":0', '"value":1e309')
    const answer = await raw(body)
    expect(answer.status).toBe(400)
    expect(answer.body.issues?.[0]).toMatchObject({ rule: 'finite', place: '/cells/0/value' })
    expect(stored()).toBe(0)
  })

  it.each(['NaN', 'Infinity', '-Infinity'])('for %s, with line and column', async (word) => {
    const answer = await raw(`{"brain":"a",\n "value": ${word}}`)
    expect(answer.status).toBe(400)
    expect(answer.body.issues?.[0]?.['place']).toMatch(/^line 2, column \d+$/)
  })

  it.each([
    ['{"a":1', 7],
    ['{"a" 1}', 6],
    ['[1,]', 4],
    ['{"a":01}', 7],
    ['{} x', 4],
    ['{"a":"\n"}', 0],
  ])('for malformed JSON %j', async (text, column) => {
    const answer = await raw(text)
    expect(answer.status).toBe(400)
    expect(answer.body.issues?.[0]).toMatchObject({ rule: 'json' })
    if (column > 0) expect(answer.body.issues?.[0]?.['place']).toBe(`line 1, column ${column}`)
  })

  it('for deep nesting, without parsing it', async () => {
    const answer = await raw('['.repeat(100_000))
    expect(answer.status).toBe(400)
    expect(answer.body.issues?.[0]).toMatchObject({ rule: 'depth', place: 'byte 16' })
  })

  it('and not for brackets inside a text', async () => {
    expect((await send(reportOf({ by: '[{'.repeat(50) }))).status).toBe(201)
  })

  it('for 20 MB, unread', async () => {
    const answer = await fixture.post(REPORTS, '{}', {
      ...as(fixture, 'a'),
      'content-length': '20000000',
    })
    expect(answer.status).toBe(413)
    expect(answer.body.issues?.[0]).toMatchObject({ rule: 'size' })
  })

  it('for a body that turns out too long', async () => {
    const answer = await raw(JSON.stringify(reportOf({ by: 'x'.repeat(1_000_001) })))
    expect(answer.status).toBe(413)
  })

  it('for fields that the contract does not have, __proto__ too', async () => {
    const body = JSON.stringify(reportOf()).replace('{', '{"__proto__":{"x":1},"extra":2,')
    const answer = await raw(body)
    expect(answer.status).toBe(400)
    const places = answer.body.issues?.map((issue) => issue['place'])
    expect(places).toEqual(expect.arrayContaining(['/__proto__', '/extra']))
  })

  it('for another content type', async () => {
    const answer = await fixture.post(REPORTS, reportOf(), {
      ...as(fixture, 'a'),
      'content-type': 'text/plain',
    })
    expect(answer.status).toBe(415)
  })

  it('in English for those who ask for it', async () => {
    const answer = await send('{', { ...as(fixture, 'a'), 'accept-language': 'en-GB,zh;q=0.5' })
    expect(answer.body['message']).toBe('The body is not valid JSON.')
  })
})
