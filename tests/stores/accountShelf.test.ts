import { createPinia } from 'pinia'
import { createApp, inject } from 'vue'
import { beforeEach, describe, expect, it } from 'vitest'

import type { SavedClient } from '../../src/data/savedClient.ts'
import type { SavedEntry } from '../../src/contract/saved.ts'
import type { Role } from '../../src/domain/rights.ts'
import { useAccountShelf } from '../../src/stores/accountShelf.ts'
import { BRIEFING_SHELF, useKeptBriefings } from '../../src/stores/keptBriefings.ts'
import { PAGE_STORAGE } from '../../src/stores/pageStorage.ts'
import { PORTS } from '../../src/stores/ports.ts'
import { useSavedViews } from '../../src/stores/savedViews.ts'
import { useSession } from '../../src/stores/session.ts'
import { useSpace } from '../../src/stores/space.ts'
import { MemoryShelf } from '../components/briefing/openBriefings.ts'
import { failure, FakeService, openPage } from './fakeService.ts'
import { memoryStorage } from './memoryStorage.ts'

type Row = SavedEntry & { content: unknown; kind: string; owner: string }

/** What the service keeps for everybody; its clock moves with every write. */
class SavedService {
  readonly rows = new Map<string, Row>()
  time = Date.parse('2026-11-22T01:00:00Z')
  failsAfter = Infinity

  client(user: string): SavedClient {
    const seen = (row: Row): SavedEntry => ({ ...row, own: row.owner === user })
    return {
      list: (kind) =>
        Promise.resolve({
          entries: [...this.rows.values()]
            .filter((row) => row.kind === kind && (row.owner === user || row.shared))
            .map(seen),
        }),
      read: (_, id) => {
        const row = this.rows.get(id)
        return row
          ? Promise.resolve({ ...seen(row), content: row.content })
          : Promise.reject(failure('refused'))
      },
      put: (kind, id, { name, space, shared, content }) => {
        if (--this.failsAfter < 0) return Promise.reject(failure('offline'))
        const changedAt = new Date((this.time += 1_000)).toISOString()
        const row = { id, kind, owner: user, by: user, name, space, shared, content, changedAt }
        this.rows.set(id, { ...structuredClone(row), own: true })
        return Promise.resolve(seen(this.rows.get(id)!))
      },
      remove: (_, id) => Promise.resolve(void this.rows.delete(id)),
      share: () => Promise.reject(failure('refused')),
      sharedLinks: () => Promise.resolve({ links: [] }),
      endSharedLink: () => Promise.reject(failure('refused')),
      noteExport: () => Promise.resolve(null),
    }
  }
}

let service: SavedService
beforeEach(() => {
  service = new SavedService()
})

/** A browser in which somebody is signed in (nobody for null). */
async function browser(user: string | null = 'li', role: Role = 'analyst') {
  const storage = memoryStorage()
  storage.setItem('signed-in', user ?? '')
  const shelf = new MemoryShelf()
  const fake = new FakeService()
  Object.assign(fake.saved, service.client(user ?? ''))
  const grants = [{ role, space: 'main' as const, city: null, brain: null }]
  fake.session.session = () =>
    Promise.resolve({
      ...{ kind: user ? 'user' : 'anonymous', separateDuties: false },
      ...(user ? { user: { id: user, name: user }, grants } : { user: null, grants: [] }),
    })
  const page = openPage(fake)
  const app = createApp({})
    .provide(
      PORTS,
      page.run(() => inject(PORTS, null))!,
    )
    .provide(PAGE_STORAGE, storage)
    .provide(BRIEFING_SHELF, () => shelf.page())
    .use(createPinia())
  const stores = app.runWithContext(() => {
    useSpace().lookAt('main')
    return {
      ...{ views: useSavedViews(), briefings: useKeptBriefings(), session: useSession() },
      account: useAccountShelf(),
    }
  })
  await stores.briefings.ready
  await stores.session.load()
  const names = () => stores.views.kept.named.map(({ name, path }) => `${name} ${path}`).sort()
  const write = (id: string, text: string, savedAt = '2026-11-22T00:00:00.000Z') =>
    stores.briefings.change(id, () => ({
      head: {
        ...{ id, space: 'main', title: `简报 ${text}`, count: 1, savedAt },
        ...{ openedAt: savedAt, revision: text },
      },
      content: { id, space: 'main', items: [text] },
    }))
  const texts = () =>
    [...shelf.documents.values()]
      .map(({ content }) => (content as { items: string[] }).items[0])
      .sort()
  return { ...stores, names, write, texts }
}

describe('what an account keeps', () => {
  it('is fetched into another browser, and follows what one of them changes or removes', async () => {
    const [one, two] = [await browser(), await browser()]
    one.views.save('化工', '/main/desk?domain=chemicals')
    await one.write('b1', '甲')
    await one.account.uploadOffered()
    await two.account.sync()
    expect(two.names()).toEqual(['化工 /main/desk?domain=chemicals'])
    expect(two.texts()).toEqual(['甲'])
    two.views.save('化工', '/main/compare')
    await two.account.sync()
    await one.account.sync()
    expect(one.names()).toEqual(['化工 /main/compare'])
    one.views.remove({ name: '化工', path: '/main/compare' })
    await one.account.sync()
    await two.account.sync()
    expect(two.names()).toEqual([])
    expect(two.texts()).toEqual(['甲'])
  })

  it('does not take what a browser held before, until the person says so', async () => {
    const one = await browser()
    one.views.save('A', '/main/desk')
    one.views.save('演示', '/demo/desk')
    await one.write('b1', '甲')
    await one.account.sync()
    expect([one.account.offered, service.rows.size]).toEqual([2, 0])
    await one.account.uploadOffered()
    expect([one.account.offered, service.rows.size]).toEqual([0, 2])
    await one.account.uploadOffered()
    expect(service.rows.size).toBe(2)
  })

  it('keeps both where both sides changed, the newer in its place', async () => {
    const [one, two] = [await browser(), await browser()]
    await one.write('b1', '原')
    await one.account.uploadOffered()
    await two.account.sync()
    const [id = ''] = two.briefings.heads.map((head) => head.id)
    await one.write('b1', '早')
    await one.account.sync()
    await two.write(id, '晚', '2027-01-01T00:00:00.000Z')
    await two.account.sync()
    expect(two.texts()).toEqual(['早', '晚'])
    await one.account.sync()
    expect(one.texts()).toEqual(['早', '晚'])
    expect(one.briefings.heads.find(({ id: own }) => own === 'b1') ?? {}).toMatchObject({
      title: '简报 晚',
    })
    await two.account.sync()
    expect(service.rows.size).toBe(2)
  })

  it('is one view where two browsers saved the same, two where one name means two pages', async () => {
    const [one, two] = [await browser(), await browser()]
    one.views.save('同', '/main/desk')
    one.views.save('异', '/main/desk')
    two.views.save('同', '/main/desk')
    two.views.save('异', '/main/compare')
    await one.account.uploadOffered()
    await two.account.uploadOffered()
    expect(two.names()).toEqual(['同 /main/desk', '异 (2) /main/desk', '异 /main/compare'])
  })

  it('is shared by those who may, seen by colleagues as theirs, and copied', async () => {
    const [li, wang] = [await browser('li'), await browser('wang', 'viewer')]
    li.views.save('A', '/main/desk?i=x')
    await li.account.uploadOffered()
    await wang.account.sync()
    expect(wang.account.states.views.shared).toEqual([])
    await li.account.setShared('views', 'A', true)
    await li.account.sync()
    expect(li.account.states.views.own.get('A')?.shared).toBe(true)
    await wang.account.sync()
    expect(wang.account.states.views.shared).toMatchObject([{ name: 'A', by: 'li', own: false }])
    const id = wang.account.states.views.shared[0]?.id ?? ''
    expect(await wang.account.takeCopy('views', id)).toBe('A')
    expect(wang.names()).toEqual(['A /main/desk?i=x'])
    expect([li.account.mayShare, wang.account.mayShare]).toEqual([true, false])
  })

  it('says why the service did not take it, and does not double what it took', async () => {
    const one = await browser()
    one.views.save('A', '/main/desk')
    one.views.save('B', '/main/desk')
    service.failsAfter = 1
    await one.account.uploadOffered()
    expect(one.account.failure?.code).toBe('offline')
    service.failsAfter = Infinity
    await one.account.uploadOffered()
    expect([one.account.failure, service.rows.size]).toEqual([null, 2])
  })

  it('holds no foreign address', async () => {
    await service.client('li').put('views', 'x', {
      ...{ name: 'x', space: 'main', shared: false, content: { path: 'https://example.org' } },
    })
    const one = await browser()
    await one.account.sync()
    expect(one.names()).toEqual([])
  })

  it('is left alone while nobody is signed in', async () => {
    const nobody = await browser(null)
    nobody.views.save('A', '/main/desk')
    await nobody.account.uploadOffered()
    expect([nobody.account.isActive, service.rows.size]).toEqual([false, 0])
  })
})
