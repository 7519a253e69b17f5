import { createPinia } from 'pinia'
import { createApp, inject } from 'vue'
import { beforeEach, describe, expect, it } from 'vitest'

import { BRIEFING_SHELF, useKeptBriefings } from '../../src/stores/keptBriefings.ts'
import { PAGE_STORAGE } from '../../src/stores/pageStorage.ts'
import { PORTS } from '../../src/stores/ports.ts'
import { useSavedViews } from '../../src/stores/savedViews.ts'
import { useSession } from '../../src/stores/session.ts'
import { useSignOut } from '../../src/stores/signOut.ts'
import { useSpace } from '../../src/stores/space.ts'
import { MemoryShelf } from '../components/briefing/openBriefings.ts'
import { failure, FakeService, openPage } from './fakeService.ts'
import { memoryStorage } from './memoryStorage.ts'

/** A browser that several people use one after the other, and who is signed in. */
class SharedBrowser {
  readonly storage = memoryStorage()
  readonly shelves = new Map<string, MemoryShelf>()
  readonly sent: string[] = []
  lastGoodCleared = 0
  person: string | null = null
  isAway = false

  shelfOf(owner: string): MemoryShelf {
    const shelf = this.shelves.get(owner) ?? new MemoryShelf()
    this.shelves.set(owner, shelf)
    return shelf
  }

  /** Everything that somebody who looks into the browser's stores would find. */
  everything(): string {
    const briefings = [...this.shelves.values()].flatMap(({ documents }) => [...documents.values()])
    return JSON.stringify([[...this.storage.kept], briefings])
  }

  async open() {
    const fake = new FakeService()
    const grants = [{ role: 'analyst' as const, space: 'main' as const, city: null, brain: null }]
    fake.session.session = () =>
      Promise.resolve({
        ...{ kind: this.person ? 'user' : 'anonymous', separateDuties: false },
        ...(this.person
          ? { user: { id: this.person, name: this.person }, grants }
          : { user: null, grants: [] }),
      })
    fake.session.signOut = () =>
      this.isAway ? Promise.reject(failure('offline')) : Promise.resolve(void (this.person = null))
    fake.saved.list = () => Promise.resolve({ entries: [] })
    fake.saved.put = (_, id, { name, space, shared, content }) => {
      if (this.isAway) return Promise.reject(failure('offline'))
      this.sent.push(`${name} ${JSON.stringify(content)}`)
      const entry = { id, name, space, shared, own: true, by: this.person ?? '' }
      return Promise.resolve({ ...entry, content, changedAt: '2026-11-22T02:00:00.000Z' })
    }
    const lastGood = {
      ...{ recall: () => Promise.resolve(null), save: () => undefined, confirm: () => undefined },
      clear: () => Promise.resolve(void (this.lastGoodCleared += 1)),
    }
    const page = openPage(fake, lastGood)
    const app = createApp({})
      .provide(
        PORTS,
        page.run(() => inject(PORTS, null))!,
      )
      .provide(PAGE_STORAGE, this.storage)
      .provide(BRIEFING_SHELF, (owner) => this.shelfOf(owner).page())
      .use(createPinia())
    const stores = app.runWithContext(() => {
      useSpace().lookAt('main')
      return {
        ...{ views: useSavedViews(), briefings: useKeptBriefings(), session: useSession() },
        leaving: useSignOut(),
      }
    })
    await stores.briefings.ready
    await stores.session.load()
    const write = (id: string, text: string, space = 'main') =>
      stores.briefings.change(id, () => ({
        head: {
          ...{ id, space, title: text, count: 1, savedAt: '2026-11-22T00:00:00.000Z' },
          ...{ openedAt: '2026-11-22T00:00:00.000Z', revision: text },
        },
        content: { id, space, items: [text] },
      }))
    return { ...stores, write, left: page.left }
  }

  /** Somebody signs in: the page begins anew. */
  async signIn(person: string | null) {
    this.person = person
    this.storage.setItem('signed-in', person ?? '')
    return this.open()
  }
}

let browser: SharedBrowser
beforeEach(() => {
  browser = new SharedBrowser()
})

describe('signing out of a shared browser', () => {
  it('sends what was kept, then leaves nothing of the person to be found', async () => {
    const li = await browser.signIn('u-li')
    li.views.save('李的视图', '/main/desk?x=1')
    await li.write('b1', '李的简报')
    expect(await li.leaving.signOut('/sign-in')).toBe(true)
    expect(browser.sent.join()).toContain('李的视图')
    expect(browser.sent.join()).toContain('李的简报')
    expect(browser.everything()).not.toMatch(/李|u-li/)
    expect(browser.lastGoodCleared).toBe(1)
    expect(li.left.at(-1)).toBe('/sign-in')
  })

  it('leaves the shelf of the open demo as it was, which nobody who signs in sees', async () => {
    const nobody = await browser.signIn(null)
    nobody.views.save('公开', '/demo/desk')
    await nobody.write('d1', '公开简报', 'demo')
    const li = await browser.signIn('u-li')
    expect(li.views.kept.named).toEqual([])
    expect(li.briefings.all).toEqual([])
    await li.leaving.signOut('/demo/desk')
    const again = await browser.signIn(null)
    expect(again.views.kept.named.map(({ name }) => name)).toEqual(['公开'])
    expect(again.briefings.all.map(({ title }) => title)).toEqual(['公开简报'])
  })

  it('says what could not be sent, stays signed in, and gives it up only when told to', async () => {
    const li = await browser.signIn('u-li')
    li.views.save('未传', '/main/desk?x=1')
    browser.storage.setItem('report-form|main|u-li|a|2026-10', '{"typed":1}')
    browser.storage.setItem('report-form|main|u-wang|a|2026-10', '{"typed":2}')
    const put = browser.isAway
    browser.isAway = true
    expect(await li.leaving.signOut('/sign-in')).toBe(false)
    expect([li.leaving.unsent, browser.person]).toEqual([2, 'u-li'])
    expect(browser.everything()).toContain('未传')
    await expect(li.leaving.signOut('/sign-in', { evenSo: true })).rejects.toMatchObject({
      code: 'offline',
    })
    expect(browser.everything()).toContain('未传')
    browser.isAway = put
    expect(await li.leaving.signOut('/sign-in', { evenSo: true })).toBe(true)
    expect(browser.everything()).not.toMatch(/未传|u-li/)
    expect(browser.everything()).toContain('u-wang')
  })
})

describe('a browser in which somebody did not sign out', () => {
  it('shows the next person nothing of theirs, and gives it back to them', async () => {
    const li = await browser.signIn('u-li')
    li.views.save('李的视图', '/main/desk?x=1')
    await li.write('b1', '李的简报')
    const wang = await browser.signIn('u-wang')
    expect(wang.views.kept.named).toEqual([])
    expect(wang.briefings.all).toEqual([])
    const back = await browser.signIn('u-li')
    expect(back.views.kept.named).toHaveLength(1)
    expect(back.briefings.all).toHaveLength(1)
  })

  it('shows nothing until the service has said that the session still stands', async () => {
    const li = await browser.signIn('u-li')
    li.views.save('李的视图', '/main/desk?x=1')
    await li.write('b1', '李的简报')
    browser.person = null
    const ended = await browser.open()
    expect([ended.views.kept.named, ended.briefings.all]).toEqual([[], []])
    expect(ended.views.kept.recent).toEqual([])
    expect(browser.storage.getItem('signed-in')).toBe('')
  })
})
