import { afterAll, beforeAll, expect, it } from 'vitest'

import type { RuleFileDryRun } from '../../src/contract/index.ts'
import { openFixture } from './fixture.ts'
import type { Fixture } from './fixture.ts'

/** More than a sheet of a workbook, and more than two million bytes of JSON. */
const EVENTS = 20_500

let fixture: Fixture
beforeAll(async () => {
  fixture = await openFixture()
  const pilot = { id: 'p', brain: 'm', kind: 'piloted', date: '2024-07-10', document: '名单' }
  const visits = Array.from({ length: EVENTS - 1 }, (_, i) => ({
    ...{ id: `visit-${i}`, brain: 'm', kind: 'inspected', date: '2025-03-03' },
    ...{ document: `鲁数经办〔2025〕${i}号`, reason: '督查建设进度', actor: 'user:office' },
  }))
  const writes = [pilot, ...visits].map((entry) => ({ entry: entry as never, knownAt: 0 }))
  fixture.space('main').written(await fixture.space('main').store.appendEvents(writes))
})
afterAll(() => fixture.close())

it.each(['json', 'xlsx'])('what goes out as %s comes in again, however long', async (format) => {
  const office = await fixture.signIn('office')
  const taken = await fixture.app.request(`/api/main/rules/events?format=${format}`, {
    headers: office,
  })
  const body = Buffer.from(await taken.arrayBuffer())
  const response = await fixture.app.request('/api/main/rules/events/dry-run', {
    ...{ method: 'POST', headers: { ...office, 'x-file-name': `events.${format}` }, body },
  })
  expect(response.status).toBe(200)
  const { entries, findings } = (await response.json()) as RuleFileDryRun
  expect(findings).toEqual([])
  expect(entries).toHaveLength(EVENTS)
  expect(new Set(entries.map(({ change }) => change))).toEqual(new Set(['unchanged']))
})
