import { afterEach, beforeEach, expect, it } from 'vitest'

import { AUDIT_PAGE, AuditTrail, AuditVerdict } from '../../src/contract/index.ts'
import { asOperator, brainEntry, openFixture } from './fixture.ts'
import type { Fixture } from './fixture.ts'

let fixture: Fixture
let auditor: Record<string, string>
beforeEach(async () => {
  fixture = await openFixture()
  auditor = await fixture.signIn('auditor')
})
afterEach(() => fixture.close())

const trail = async (query = '') => {
  const { status, body } = await fixture.get(`/api/audit${query}`, auditor)
  expect(status).toBe(200)
  return AuditTrail.parse(body)
}

it('an auditor finds what was done, by whom and on what; looking stands in the trail too', async () => {
  await fixture.post('/api/demo/brains', { brains: [brainEntry('c')] }, asOperator)
  const { rows } = await trail('?actor=operator&space=demo')
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) expect(row).toMatchObject({ actor: 'operator', space: 'demo' })
  const [look] = (await trail('?action=audit.read')).rows
  expect(look?.actor).toMatch(/^user:/)
})

it('gives pages, and nothing of secrets', async () => {
  const { rows, total, page, size, head } = await trail()
  expect([page, size]).toEqual([1, AUDIT_PAGE])
  expect(rows).toHaveLength(Math.min(total, AUDIT_PAGE))
  expect(head.seq).toBe(total)
  expect((await trail('?page=2')).rows).toEqual([])
  expect(JSON.stringify(rows)).not.toContain(fixture.token('a'))
})

it('verifies the chain, also against a head that was written down', async () => {
  const { head } = await trail()
  const ask = async (query: string) =>
    AuditVerdict.parse((await fixture.get(`/api/audit/verdict${query}`, auditor)).body)
  expect((await ask('')).kind).toBe('whole')
  expect((await ask(`?head=${head.seq}:${head.hash}`)).kind).toBe('whole')
  expect(await ask(`?head=${head.seq}:${'0'.repeat(64)}`)).toMatchObject({
    ...{ kind: 'broken', seq: head.seq, fault: 'foreignHead' },
  })
})

it.each([
  ['?space=other', '?space'],
  ['?page=0', '?page'],
  ['?from=yesterday', '?from'],
  [`?text=${'x'.repeat(81)}`, '?text'],
  ['/verdict?head=1', '?head'],
])('%s is refused with the place', async (query, place) => {
  const { status, body } = await fixture.get(`/api/audit${query}`, auditor)
  expect(status).toBe(400)
  expect(body.issues?.[0]).toMatchObject({ place })
})

it('is closed to everybody else', async () => {
  expect((await fixture.get('/api/audit')).status).toBe(401)
  for (const role of ['office', 'administrator', 'security', 'viewer'] as const) {
    const other = await fixture.signIn(role)
    expect((await fixture.get('/api/audit', other)).status).toBe(403)
    expect((await fixture.get('/api/audit/verdict', other)).status).toBe(403)
  }
})
