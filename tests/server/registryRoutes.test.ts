import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { listWorkbook } from '../../server/intake/registryList/writeList.ts'
import type { RegistryDryRun } from '../../src/contract/index.ts'
import { asOperator, brainEntry, openFixture } from './fixture.ts'
import type { Fixture } from './fixture.ts'
import { madeWorkbook } from './intake/madeWorkbook.ts'
import { visitors } from './visitors.ts'

let fixture: Fixture
let office: Record<string, string>
beforeEach(async () => {
  fixture = await openFixture()
  office = await fixture.signIn('office')
})
afterEach(() => fixture.close())
const { send } = visitors(() => fixture)

type Row = readonly (string | number)[]

const HEAD = ['序号', '年度', '领域', '细分行业', '产业大脑名称', '牵头单位', '所在市/县'] as const
const csv = (...rows: readonly Row[]): string => rows.map((row) => row.join(',')).join('\n')

async function upload(
  what: string,
  content: string | Uint8Array,
  { name = '名单.csv', by = office }: { name?: string; by?: Record<string, string> } = {},
) {
  const answer = await fixture.app.request(`/api/main/registry/${what}`, {
    method: 'POST',
    headers: { ...by, 'x-file-name': encodeURIComponent(name) },
    body: content as string,
  })
  const body = (await answer.json()) as RegistryDryRun & Record<string, unknown>
  return { status: answer.status, body }
}

const rulesOf = ({ findings }: RegistryDryRun) =>
  findings.map(({ rule, severity, place }) => [severity, rule, place.cell ?? place.pointer])

const registry = async () =>
  (await fixture.get('/api/main/registry', office)).body as unknown as {
    brains: Record<string, unknown>[]
    events: Record<string, unknown>[]
  }

describe('one entry', () => {
  const put = (entry: object, rest: object = {}, by = office) =>
    send('PUT', '/api/main/brains/m', { entry, version: 1, reason: '更名', ...rest }, by)
  const renamed = brainEntry('m', { name: '轴承产业大脑' })

  it('is changed with a reason, and every version stays', async () => {
    const answer = await put(renamed)
    expect(answer.status).toBe(200)
    const { body } = await fixture.get('/api/main/brains/m/history', office)
    const [now, before] = body['versions'] as Record<string, unknown>[]
    expect(now).toMatchObject({ version: 2, reason: '更名', entry: { name: '轴承产业大脑' } })
    expect(now?.['by']).toMatch(/^user:/)
    expect(before).toMatchObject({ version: 1, by: 'operator', entry: { name: '示例·m' } })
    expect(fixture.trail.map(({ action }) => action)).toContain('registry.change')
    expect((await registry()).brains).toMatchObject([{ name: '轴承产业大脑' }])
  })

  it('is as it was at an instant', async () => {
    const asOf = new Date(fixture.clock.now + 1_000).toISOString()
    fixture.clock.now += 60_000
    await put(renamed)
    const { body } = await fixture.get(`/api/main/registry?asOf=${asOf}`, office)
    expect(body['brains']).toMatchObject([{ name: '示例·m' }])
  })

  it('is refused to whoever saw an older version, without a reason, under another id', async () => {
    await put(renamed)
    const late = await put(brainEntry('m', { name: 'x' }))
    expect([late.status, late.body['code']]).toEqual([409, 'changedMeanwhile'])
    const silent = await put(renamed, { version: 2, reason: null })
    expect([silent.status, silent.body.issues?.[0]?.['place']]).toEqual([422, '/reason'])
    const other = await put(brainEntry('n'), { version: 2 })
    expect([other.status, other.body.issues?.[0]?.['place']]).toEqual([422, '/entry/id'])
    const wrong = await put(brainEntry('m', { county: '370202' }), { version: 2 })
    expect([wrong.status, wrong.body.issues?.[0]?.['place']]).toEqual([422, '/entry/county'])
  })

  it('is added under its id, once', async () => {
    const change = { entry: brainEntry('neu', { subIndustry: '出版' }), version: 0, reason: null }
    expect((await send('PUT', '/api/main/brains/neu', change, office)).status).toBe(200)
    expect(
      (await send('PUT', '/api/main/brains/neu', { ...change, reason: 'x' }, office)).status,
    ).toBe(409)
    const none = { entry: brainEntry('none'), version: 3, reason: 'x' }
    expect((await send('PUT', '/api/main/brains/none', none, office)).status).toBe(404)
  })

  it('belongs to those in whose scope it lies', async () => {
    const qingdao = await fixture.signIn({ role: 'office', city: '370200' })
    expect((await fixture.get('/api/main/brains/m/history', qingdao)).status).toBe(404)
    expect((await put(renamed, {}, qingdao)).status).toBe(404)
    const moved = { entry: brainEntry('far'), version: 0, reason: null }
    const refused = await send('PUT', '/api/main/brains/far', moved, qingdao)
    expect([refused.status, refused.body.issues?.[0]?.['rule']]).toEqual([422, 'scope'])
  })
})

describe('an official list', () => {
  it('is read by the names of its columns, in any order, and said what it changes', async () => {
    const { status, body } = await upload(
      'dry-run',
      csv(
        ['2024年度名单'],
        [...HEAD, '电话'],
        [1, '2024年', '机械', '轴承', '示例·m', '山东轴承集团', '济南市历城区', '123'],
        [2, '2025年度', '轻工', '出版', '出版产业大脑', '', '青岛市崂山区', ''],
        [3, '', '', '', '', '', '', ''],
        ['联系人：', '李明'],
      ),
    )
    expect(status).toBe(200)
    expect(rulesOf(body)).toEqual([])
    expect(body.counts).toEqual({ added: 1, changed: 1, unchanged: 0, rejected: 0, events: 0 })
    expect(body.ignored).toEqual(['电话'])
    expect(body.acceptable).toBe(true)
    expect(body.rows[0]).toMatchObject({ brain: 'm', change: 'changed', place: { cell: 'A3' } })
    expect(body.rows[0]?.fields).toEqual([
      { field: 'leadUnit', before: null, after: '山东轴承集团' },
      { field: 'county', before: null, after: '370112' },
      { field: 'place', before: '济南市', after: '济南市历城区' },
    ])
    expect(body.rows[1]).toMatchObject({ change: 'added', name: '出版产业大脑' })
    expect((await registry()).brains).toHaveLength(1)
  })

  it('is imported whole, with stages as events, and is unchanged when it comes again', async () => {
    const list = csv(
      ['产业大脑名称', '细分行业', '批次', '所在市', '阶段', '公布日期', '文号'],
      ['示例·m', '轴承', 2024, '济南', '建设试点', '2024/7/10', '鲁数经办〔2024〕1号'],
      ['出版产业大脑', '出版', 2024, '青岛', '入库', '2024年7月10日', '鲁数经办〔2024〕1号'],
    )
    const { body: seen } = await upload('dry-run', list)
    const { status, body } = await upload(`import?base=${seen.base}&reason=2024`, list)
    expect([status, body]).toEqual([200, { added: 1, changed: 1, unchanged: 0, events: 2 }])
    const { brains, events } = await registry()
    expect(brains[1]).toMatchObject({ city: '370200', place: '青岛市', origin: 'registered' })
    expect(events).toMatchObject([
      { brain: 'm', kind: 'piloted', date: '2024-07-10', document: '鲁数经办〔2024〕1号' },
      { kind: 'pooled', date: '2024-07-10', actor: expect.stringMatching(/^user:/) as string },
    ])
    expect(fixture.trail.map(({ action }) => action)).toContain('registry.import')
    const again = await upload('import', list)
    expect(again.body).toEqual({ added: 0, changed: 0, unchanged: 2, events: 0 })
  })

  it('changes nothing where one row is wrong: cell, rule and remedy are told', async () => {
    const list = csv(
      HEAD,
      [1, '第二批', '机械', '轴承', '示例·m', '', '济南市'],
      [2, 2024, '机械', '齿轮', '齿轮产业大脑', '', '南京市'],
      [3, 2024, '机械', '阀门', '阀门产业大脑', '', '济南市'],
      [4, 2024, '机械', '阀门', '阀门产业大脑', '', '济南市'],
      [5, 2099, '机械', '风机', '风机产业大脑', '', '济南市'],
      [6, 2024, '机械', '', '', '', '济南市'],
    )
    const { body } = await upload('dry-run', list)
    expect(rulesOf(body)).toEqual([
      ['block', 'batch', 'B2'],
      ['block', 'city', 'G3'],
      ['block', 'repeated', 'E5'],
      ['block', 'batch', 'B6'],
      ['block', 'nameless', 'A7'],
    ])
    expect(body.counts).toMatchObject({ added: 1, rejected: 5 })
    const refused = await upload('import', list)
    expect(refused.status).toBe(422)
    expect(refused.body['issues']).toMatchObject([{ place: 'B2' }, {}, {}, {}, {}])
    expect((await registry()).brains).toHaveLength(1)
  })

  it('asks about a second brain of an industry, an unknown domain and an unknown county', async () => {
    const list = csv(HEAD, [1, 2025, '新材料', '轴承', '轴承二号', '', '济南市起步区'])
    const { body } = await upload('dry-run', list)
    expect(rulesOf(body).sort()).toEqual([
      ['warn', 'county', 'G2'],
      ['warn', 'domain', 'C2'],
      ['warn', 'oneIndustry', 'D2'],
    ])
    expect(body.acceptable).toBe(true)
  })

  it('wants the day of a new stage', async () => {
    const list = csv(['编号', '产业大脑名称', '阶段'], ['m', '示例·m', '挂牌'])
    expect(rulesOf((await upload('dry-run', list)).body)).toEqual([['block', 'stageDate', 'C2']])
    const odd = csv(['编号', '产业大脑名称', '阶段'], ['m', '示例·m', '毕业'])
    expect(rulesOf((await upload('dry-run', odd)).body)).toEqual([['block', 'stage', 'C2']])
  })

  it('is refused where the registry has changed since the dry run', async () => {
    const list = csv(HEAD, [1, 2024, '机械', '轴承', '示例·m', 'A 集团', '济南市'])
    const { body } = await upload('dry-run', list)
    await fixture.post('/api/main/brains', { brains: [brainEntry('x')] }, asOperator)
    expect((await upload(`import?base=${body.base}`, list)).status).toBe(409)
  })

  it('stays within the grant of whoever brings it', async () => {
    const by = await fixture.signIn({ role: 'office', city: '370200' })
    const list = csv(
      HEAD,
      [1, 2024, '轻工', '出版', '出版产业大脑', '', '青岛市'],
      [2, 2024, '机械', '轴承', '示例·m', '', '济南市'],
    )
    const { body } = await upload('dry-run', list, { by })
    expect(rulesOf(body)).toEqual([['block', 'scope', 'G3']])
  })

  it('may be a workbook with merged cells and several sheets, or JSON', async () => {
    const rows = [
      ['领域', '产业大脑名称', '细分行业', '所在市', '年度'],
      ['轻工', '出版产业大脑', '出版', '济南市', 2024],
      [null, '木业产业大脑', '木业', '临沂市', 2024],
    ]
    const book = madeWorkbook({
      sheets: [
        { name: '名单', rows, merges: ['A2:A3'] },
        {
          name: '附表',
          rows: [
            ['x', 'y'],
            [1, 2],
          ],
        },
      ],
    })
    const { body } = await upload('dry-run', book, { name: '名单.xlsx' })
    expect(rulesOf(body)).toEqual([])
    expect(body.rows.map(({ place }) => place.sheet)).toEqual(['名单', '名单'])
    expect(body.rows[1]?.fields).toContainEqual({ field: 'domain', before: null, after: 'light' })
    expect(body.ignored).toEqual(['附表'])
    const json = JSON.stringify({ brains: [{ name: '出版产业大脑', 行业: '出版', city: '火星' }] })
    const read = await upload('dry-run', json, { name: 'a.json' })
    expect(rulesOf(read.body)).toEqual([['block', 'city', '/brains/0/city']])
  })

  it('that is none says so', async () => {
    expect(rulesOf((await upload('dry-run', 'a,b\n1,2')).body)).toEqual([['block', 'noList', null]])
    expect(rulesOf((await upload('dry-run', '', { name: 'x.xlsx' })).body)).toEqual([
      ['block', 'emptyFile', null],
    ])
  })
})

describe('the registry as a list', () => {
  const brains = Array.from({ length: 1_500 }, (_, i) =>
    brainEntry(`b${i}`, {
      ...{ name: `第${i}产业大脑`, subIndustry: `行业${i}`, city: '370200', county: '370212' },
      ...{ place: '青岛市崂山区', leadUnit: `=集团 ${i}`, jointUnits: ['甲', '乙'] },
      ...{ batch: i % 2 ? null : 2025, honours: ['省级示范型'], domain: i % 3 ? null : 'light' },
      ...{ origin: i % 5 ? 'registered' : 'public' },
    }),
  )
  const event = { id: 'e', brain: 'b1', kind: 'piloted', date: '2024-07-10', document: '文件' }

  it.each(['xlsx', 'csv'] as const)('comes back from %s as it was', async (format) => {
    await fixture.post('/api/main/brains', { brains }, asOperator)
    await fixture.post('/api/main/events', { events: [event] }, asOperator)
    const answer = await fixture.app.request(`/api/main/registry/list?format=${format}`, {
      headers: office,
    })
    expect(answer.status).toBe(200)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const { body } = await upload('dry-run', bytes, { name: `名录.${format}` })
    expect(rulesOf(body)).toEqual([])
    expect(body.counts).toEqual({ added: 0, changed: 0, unchanged: 1_501, rejected: 0, events: 0 })
  })

  it('comes back in English too', async () => {
    const entries = [brainEntry('m'), ...brains.slice(0, 3)]
    await fixture.post('/api/main/brains', { brains: entries }, asOperator)
    const content = { brains: entries, events: [], today: '2026-11-22', locale: 'en' } as const
    const book = await listWorkbook(content)
    const { body } = await upload('dry-run', book, { name: 'registry.xlsx' })
    expect(rulesOf(body)).toEqual([])
    expect(body.counts).toMatchObject({ changed: 0, unchanged: 4 })
  })

  it('holds what is in scope', async () => {
    await fixture.post('/api/main/brains', { brains: brains.slice(0, 2) }, asOperator)
    const by = await fixture.signIn({ role: 'office', city: '370100' })
    const answer = await fixture.app.request('/api/main/registry/list?format=csv', { headers: by })
    const text = await answer.text()
    expect(text).toContain('示例·m')
    expect(text).not.toContain('第0产业大脑')
  })
})

describe('an export', () => {
  it('of main is noted in the trail, one of demo is not', async () => {
    const what = { figure: 'desk.ranking', format: 'png', asOf: null }
    const viewer = await fixture.signIn('viewer')
    expect((await send('POST', '/api/main/exports', what, viewer)).status).toBe(204)
    expect((await fixture.post('/api/demo/exports', what)).status).toBe(204)
    expect(fixture.trail.filter(({ action }) => action === 'figure.export')).toMatchObject([
      { space: 'main', subject: 'desk.ranking', detail: { format: 'png', asOf: '' } },
    ])
    const odd = await send('POST', '/api/main/exports', { ...what, format: 'exe' }, viewer)
    expect(odd.status).toBe(400)
  })
})
