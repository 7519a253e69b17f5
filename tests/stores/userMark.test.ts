import { describe, expect, it, vi } from 'vitest'

import type { SpaceId } from '../../src/domain/space.ts'
import { useExportNote } from '../../src/stores/useExportNote.ts'
import { useSession } from '../../src/stores/session.ts'
import { useSpace } from '../../src/stores/space.ts'
import { useUserMark } from '../../src/stores/useUserMark.ts'
import { failure, FakeService, openPage } from './fakeService.ts'

async function open(
  space: SpaceId,
  { watermark = true, name = 'li.ming' }: { watermark?: boolean; name?: string | null } = {},
) {
  const service = new FakeService()
  service.session.session = () =>
    Promise.resolve({
      ...{ kind: 'user', grants: [], separateDuties: false, watermark },
      user: name === null ? null : { id: 'u', name },
    })
  const page = openPage(service)
  page.run(() => useSpace().lookAt(space))
  await page.run(() => useSession()).load()
  return { service, page, ...page.run(() => useUserMark()) }
}

describe('the watermark of a person', () => {
  it('is their name and the day, in main, where the site asks for it', async () => {
    expect((await open('main')).mark.value).toBe('li.ming 2026-11-22')
    expect((await open('demo')).mark.value).toBe('')
    expect((await open('main', { watermark: false })).mark.value).toBe('')
    expect((await open('main', { name: null })).mark.value).toBe('')
  })

  it('stands behind one that somebody writes, and cannot be written away', async () => {
    const { marked } = await open('main')
    expect([marked('内部'), marked('')]).toEqual([
      '内部 · li.ming 2026-11-22',
      'li.ming 2026-11-22',
    ])
    expect((await open('demo')).marked('内部')).toBe('内部')
  })
})

describe('the note of an export', () => {
  it('goes to the service for main only, and never rejects', async () => {
    const noteExport = vi.fn().mockResolvedValue(null)
    for (const space of ['main', 'demo'] as const) {
      const { service, page } = await open(space)
      Object.assign(service.saved, { noteExport })
      await page.run(() => useExportNote())('desk.ranking', 'png')
    }
    const note = { figure: 'desk.ranking', format: 'png', asOf: null }
    expect(noteExport.mock.calls).toEqual([['main', note]])
    const { service, page } = await open('main')
    Object.assign(service.saved, { noteExport: () => Promise.reject(failure('offline')) })
    await expect(page.run(() => useExportNote())('x', 'png')).resolves.toBeUndefined()
  })
})
