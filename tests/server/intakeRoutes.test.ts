import { zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { XLSX } from '../../server/http/attachment.ts'
import {
  ArchiveLine,
  DraftDocument,
  DraftList,
  DraftReceipt,
  DryRunAnswer,
  ObservationHistory,
  UndoPreview,
  UndoReceipt,
} from '../../src/contract/index.ts'
import { asOperator, brainEntry, openFixture } from './fixture.ts'
import type { Fixture } from './fixture.ts'
import { fillTemplate } from './fillTemplate.ts'
import { csvOf } from './intakeFixture.ts'

type Headers = Record<string, string>

let fixture: Fixture
let reporter: Headers
let office: Headers
beforeEach(async () => {
  fixture = await openFixture()
  const brains = [brainEntry('n', { city: '370200' })]
  await fixture.post('/api/main/brains', { brains }, asOperator)
  reporter = await fixture.signIn({ role: 'reporter', brain: 'm' })
  office = await fixture.signIn('office')
})
afterEach(() => fixture.close())

const INTAKE = '/api/main/intake'
const ASKED = 'brain=m&period=2026-10'

const upload = async (
  path: string,
  bytes: Uint8Array,
  headers: Headers,
  name = '十月.xlsx',
  type = XLSX,
): Promise<{ status: number; body: unknown }> => {
  const response = await fixture.app.request(path, {
    method: 'POST',
    headers: { 'content-type': type, 'x-file-name': encodeURIComponent(name), ...headers },
    body: Buffer.from(bytes),
  })
  return { status: response.status, body: await response.json() }
}

const bytesOf = async (path: string, headers: Headers): Promise<Uint8Array> => {
  const response = await fixture.app.request(path, { headers })
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}
const template = () => bytesOf(`${INTAKE}/template?${ASKED}`, reporter)

/** The template filled in: revenue, racks planned and racks built. */
const filled = async (revenue: number, planned: number, built: number) =>
  fillTemplate(await template(), { F8: revenue, F9: planned, F10: built })

const handIn = async (bytes: Uint8Array, headers = reporter) =>
  DraftReceipt.parse((await upload(`${INTAKE}/drafts?${ASKED}&submit=1`, bytes, headers)).body)
    .draft

it('a figure goes from a workbook over a correction and a review to the pages, and leads back', async () => {
  const wrong = await upload(`${INTAKE}/dry-run?${ASKED}`, await filled(-3, 1200, 860.5), reporter)
  const told = DryRunAnswer.parse(wrong.body)
  expect(told.acceptable).toBe(false)
  expect(told.counts).toMatchObject({ added: 1, rejected: 2 })
  expect(told.findings.map(({ place, rule }) => [place.cell, rule])).toEqual(
    expect.arrayContaining([
      ['F8', 'min'],
      ['F10', 'decimals'],
    ]),
  )
  const right = await filled(12.5, 1200, 860)
  const seen = await upload(`${INTAKE}/dry-run?${ASKED}`, right, reporter)
  expect(DryRunAnswer.parse(seen.body)).toMatchObject({ acceptable: true, counts: { added: 3 } })
  const draft = await handIn(right)
  expect(draft).toMatchObject({ state: 'submitted', file: { name: '十月.xlsx' } })

  const { body } = await fixture.get(`${INTAKE}/drafts?state=submitted`, office)
  expect(DraftList.parse(body)).toMatchObject({ total: 1, rows: [{ id: draft.id }] })
  const publication = { version: draft.version, status: 'preliminary' }
  const published = await fixture.post(`${INTAKE}/drafts/${draft.id}/publish`, publication, office)
  expect(published.body).toMatchObject({ added: 3, report: 'R1' })

  const slice = await fixture.get('/api/main/slices/cluster.revenue', office)
  expect(slice.body).toMatchObject({ entities: ['m'], values: [12.5], preliminary: [0] })
  const asked = 'indicator=cluster.revenue&entity=m'
  const history = await fixture.get(`/api/main/observations?${asked}`, reporter)
  const [latest] = ObservationHistory.parse(history.body).observations
  expect(latest).toMatchObject({
    ...{ value: 12.5, report: 'R1', place: { cell: 'F8' } },
    file: { name: '十月.xlsx', sha256: draft.file.sha256 },
  })
  expect(latest?.place?.sheet).toMatch(/\S/)
  const file = await bytesOf(`/api/main/files/${draft.file.sha256}`, office)
  expect(Buffer.from(file).equals(Buffer.from(right))).toBe(true)

  const preview = await fixture.get('/api/main/reports/R1/undo', office)
  expect(UndoPreview.parse(preview.body).cells).toContainEqual({
    ...{ indicator: 'cluster.revenue', period: '2026-10', before: null, later: null },
    now: { value: 12.5, absent: null },
  })
  expect((await fixture.get('/api/main/reports/R1/undo', reporter)).status).toBe(403)
  expect((await fixture.get('/api/main/reports/R9/undo', office)).status).toBe(404)
  const reason = { reason: '误报' }
  const undone = await fixture.post('/api/main/reports/R1/undo', reason, office)
  expect(UndoReceipt.parse(undone.body)).toMatchObject({ undoes: 'R1', emptied: 3 })
  const after = await fixture.get('/api/main/slices/cluster.revenue', office)
  expect(after.body).toMatchObject({ values: [null] })
  const actions = fixture.trail.map(({ action }) => action)
  for (const action of ['draft.save', 'draft.publish', 'file.read', 'report.undo'])
    expect(actions).toContain(action)
})

it('drafts are listed from the oldest on, page by page, and by city', async () => {
  const ids: string[] = []
  for (const value of [1, 2, 3]) {
    const cells = [{ indicator: 'cluster.revenue', unit: '亿元', value }]
    const form = { brain: 'm', period: '2026-10', by: '李', cells }
    const kept = await fixture.post(`${INTAKE}/drafts?${ASKED}`, form, reporter)
    ids.push(DraftReceipt.parse(kept.body).draft.id)
  }
  const list = async (query: string) =>
    DraftList.parse((await fixture.get(`${INTAKE}/drafts?${query}`, office)).body)
  const first = await list('order=oldest&size=2')
  expect(first).toMatchObject({ total: 3, next: ids[1] })
  expect(first.rows.map(({ id }) => id)).toEqual(ids.slice(0, 2))
  const second = await list(`order=oldest&size=2&after=${first.next ?? ''}`)
  expect(second.rows.map(({ id }) => id)).toEqual(ids.slice(2))
  expect(second.next).toBeUndefined()
  const { city } = brainEntry('m')
  expect((await list(`order=oldest&city=${city}`)).total).toBe(3)
  expect(await list('order=oldest&city=370200')).toMatchObject({ total: 0, rows: [] })
  for (const query of ['order=new', 'after=D1', 'order=oldest&after=x', 'city=1'])
    expect((await fixture.get(`${INTAKE}/drafts?${query}`, office)).status, query).toBe(400)
})

it('the findings come as comments in the same workbook', async () => {
  const wrong = await filled(-3, 1200, 860)
  const response = await fixture.app.request(`${INTAKE}/dry-run?${ASKED}&as=workbook`, {
    method: 'POST',
    headers: { 'content-type': XLSX, 'x-file-name': '%E5%8D%81%E6%9C%88.xlsx', ...reporter },
    body: Buffer.from(wrong),
  })
  expect(response.headers.get('content-type')).toBe(XLSX)
  expect(response.headers.get('content-disposition')).toContain(
    `filename*=UTF-8''${encodeURIComponent('十月-annotated.xlsx')}`,
  )
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(wrong.length / 2)
})

it('a form is a file like any other', async () => {
  const cells = [{ indicator: 'cluster.revenue', unit: '亿元', value: 7 }]
  const form = { brain: 'm', period: '2026-10', by: '李', cells }
  const seen = await fixture.post(`${INTAKE}/dry-run?${ASKED}`, form, reporter)
  expect(DryRunAnswer.parse(seen.body)).toMatchObject({
    ...{ acceptable: true, file: { name: 'form.json' } },
    cells: [{ place: { cell: null, pointer: '/cells/0' } }],
  })
  const kept = await fixture.post(`${INTAKE}/drafts?${ASKED}`, form, reporter)
  const { draft } = DraftReceipt.parse(kept.body)
  expect([kept.status, draft.state]).toEqual([201, 'draft'])
  const again = await fixture.post(`${INTAKE}/drafts?${ASKED}`, form, reporter)
  expect([again.status, again.body]).toEqual([200, { draft, known: true }])
  const submission = { version: draft.version }
  const done = await fixture.post(`${INTAKE}/drafts/${draft.id}/submit`, submission, reporter)
  expect(done.body).toMatchObject({ draft: { state: 'submitted', version: 2 } })
  const { body } = await fixture.get(`${INTAKE}/drafts/${draft.id}`, reporter)
  expect(DraftDocument.parse(body).steps.map(({ kind }) => kind)).toEqual(['saved', 'submitted'])
})

it('a draft goes back with a reason and is taken back', async () => {
  const draft = await handIn(await filled(1, 2, 1))
  const path = `${INTAKE}/drafts/${draft.id}`
  const none = await fixture.post(`${path}/return`, { version: draft.version }, office)
  expect(none.status).toBe(400)
  const back = { version: draft.version, reason: '核对' }
  expect((await fixture.post(`${path}/return`, back, office)).body).toMatchObject({
    draft: { state: 'returned' },
  })
  expect((await fixture.post(`${path}/return`, back, office)).status).toBe(409)
  const last = { version: draft.version + 1 }
  expect((await fixture.post(`${path}/withdraw`, last, reporter)).body).toMatchObject({
    draft: { state: 'withdrawn' },
  })
})

describe('what is handed in is closed to', () => {
  const reaches = async (headers: Headers, name = '') => {
    const bytes = csvOf([['cluster.revenue', '亿元', 5]])
    const draft = (await fixture.get(`${INTAKE}/drafts`, office)).body['rows'] as { id: string }[]
    const id = draft[0]?.id ?? 'D1'
    const sha256 = 'a'.repeat(64)
    const step = { version: 9, reason: 'x' }
    const reads = ['drafts', `drafts/${id}`, `template?${ASKED}`]
    const statuses = {
      dryRun: (await upload(`${INTAKE}/dry-run?${ASKED}`, bytes, headers, 'a.csv', 'text/csv'))
        .status,
      ...Object.fromEntries(
        await Promise.all(
          reads.map(async (read, i) => {
            const { status } = await fixture.app.request(`${INTAKE}/${read}`, { headers })
            return [`read${i}${name}`, status] as const
          }),
        ),
      ),
      file: (await fixture.get(`/api/main/files/${sha256}`, headers)).status,
      publish: (await fixture.post(`${INTAKE}/drafts/${id}/publish`, step, headers)).status,
      undo: (await fixture.post('/api/main/reports/R1/undo', { reason: 'x' }, headers)).status,
    }
    return statuses
  }

  beforeEach(async () => {
    await handIn(await filled(1, 2, 1))
  })

  it('nobody in particular', async () => {
    expect(new Set(Object.values(await reaches({})))).toEqual(new Set([401]))
  })

  it('those who only read', async () => {
    const analyst = await fixture.signIn('analyst')
    expect(new Set(Object.values(await reaches(analyst)))).toEqual(new Set([403]))
  })

  it('the reporter of another brain, without saying that it exists', async () => {
    const other = await fixture.signIn({ role: 'reporter', brain: 'n' })
    expect(await reaches(other)).toEqual({
      ...{ dryRun: 404, read0: 200, read1: 404, read2: 404, file: 404 },
      ...{ publish: 403, undo: 403 },
    })
    const { body } = await fixture.get(`${INTAKE}/drafts`, other)
    expect(body).toMatchObject({ total: 0, rows: [] })
    const { body: nothing } = await fixture.get(`${INTAKE}/drafts?brain=m`, other)
    expect(nothing).toMatchObject({ code: 'notFound' })
  })

  it('the office of another city', async () => {
    const qingdao = await fixture.signIn({ role: 'office', city: '370200' })
    const statuses = await reaches(qingdao)
    expect(new Set([statuses.dryRun, statuses.file, statuses.publish, statuses.undo])).toEqual(
      new Set([404]),
    )
  })
})

describe('an upload is refused', () => {
  const bytes = csvOf([['cluster.revenue', '亿元', 5]])
  const name = async (header: string) =>
    fixture.app.request(`${INTAKE}/dry-run?${ASKED}`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', 'x-file-name': header, ...reporter },
      body: Buffer.from(bytes),
    })

  it.each(['%', '%00.csv', encodeURIComponent('\u202efdp.csv'), '..', 'a'.repeat(201)])(
    'for a name that is none: %j',
    async (header) => expect((await name(header)).status).toBe(400),
  )

  it('but keeps the last part of a path', async () => {
    const { file } = DryRunAnswer.parse(await (await name('C:%5Cx%5C..%5Cm.csv')).json())
    expect(file.name).toBe('m.csv')
  })

  it('for more bytes than a report has, unread', async () => {
    const long = { ...reporter, 'content-length': '10000001' }
    expect((await upload(`${INTAKE}/dry-run?${ASKED}`, bytes, long)).status).toBe(413)
  })

  it.each(['state=gone', 'page=0', 'size=201', 'period=2026-13', 'brain=%20'])(
    'and a question that makes no sense: %s',
    async (query) =>
      expect((await fixture.get(`${INTAKE}/drafts?${query}`, office)).status).toBe(400),
  )
})

describe('an archive', () => {
  const send = async (
    files: Record<string, Uint8Array>,
    query = '',
    headers = office,
  ): Promise<ArchiveLine[]> => {
    const response = await fixture.app.request(`${INTAKE}/archive?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/zip', ...headers },
      body: Buffer.from(zipSync(files)),
    })
    const text = await response.text()
    return text
      .trimEnd()
      .split('\n')
      .map((line) => ArchiveLine.parse(JSON.parse(line)))
  }

  it('is taken file by file, each whole or not at all', async () => {
    const files = {
      'month/m.xlsx': await filled(12.5, 1200, 860),
      'month/broken.xlsx': await filled(-1, 1200, 860),
      'month/nobody.csv': csvOf([['cluster.revenue', '亿元', 5]]),
    }
    const lines = await send(files, 'publish=final')
    expect(lines).toMatchObject([
      { file: 'month/m.xlsx', outcome: 'published', report: 'R1', observations: 3 },
      { file: 'month/broken.xlsx', outcome: 'rejected', findings: [{ rule: 'min' }] },
      { file: 'month/nobody.csv', outcome: 'rejected' },
      { kind: 'end', files: 3, observations: 3, rejected: 2, problem: null },
    ])
    const again = await send({ 'm.xlsx': files['month/m.xlsx'] }, 'publish=final')
    expect(again).toMatchObject([{ outcome: 'known', report: 'R1' }, { observations: 0 }])
    expect(fixture.space('main').counts().observations).toBeGreaterThanOrEqual(3)
  })

  it('says of each file that is no report what it is, and never how many rules it breaks', async () => {
    const lines = await send({
      '说明.docx': await filled(12.5, 1200, 860),
      '坏文件.xlsx': Buffer.from('not a workbook'),
    })
    expect(lines).toMatchObject([
      { outcome: 'rejected', findings: [{ rule: 'notSupported', place: { pointer: null } }] },
      { outcome: 'rejected', findings: [{ rule: 'extension', place: { pointer: null } }] },
      { files: 2, rejected: 2 },
    ])
    const told = lines.flatMap((line) => (line.kind === 'file' ? line.findings : []))
    expect(told.map(({ text, remedy }) => text.zh + remedy.zh).join()).not.toMatch(/处不符合规则/)
    expect(told[0]?.text.zh).toContain('只收 XLSX')
  })

  it('hands in what is not to be published yet', async () => {
    const lines = await send({ 'm.xlsx': await filled(12.5, 1200, 860) })
    expect(lines[0]).toMatchObject({ outcome: 'submitted', draft: 'D1', report: null })
  })

  it('that is none is one line that says so', async () => {
    const response = await fixture.app.request(`${INTAKE}/archive`, {
      method: 'POST',
      headers: { 'content-type': 'application/zip', ...office },
      body: 'no zip',
    })
    const lines = (await response.text()).trimEnd().split('\n')
    expect(lines).toHaveLength(2)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ outcome: 'rejected' })
  })

  it('is for the office', async () => {
    const response = await fixture.app.request(`${INTAKE}/archive`, {
      ...{ method: 'POST', headers: reporter, body: 'x' },
    })
    expect(response.status).toBe(403)
  })
})
