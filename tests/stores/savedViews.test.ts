import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { describe, expect, it } from 'vitest'

import { PAGE_STORAGE, type PageStorage } from '../../src/stores/pageStorage.ts'
import { useSavedViews, VIEW_LIMITS } from '../../src/stores/savedViews.ts'
import { memoryStorage } from './memoryStorage.ts'

/** A storage with views of nobody; `full` refuses to keep anything. */
function memory(content: string | null = null, full = false) {
  const storage = memoryStorage()
  if (content !== null) storage.setItem('saved-views', content)
  storage.full = full
  return storage
}

const opened = (storage: PageStorage | null) =>
  createApp({})
    .provide(PAGE_STORAGE, storage)
    .use(createPinia())
    .runWithContext(() => useSavedViews())

const namesOf = (views: readonly { readonly name: string }[]) => views.map(({ name }) => name)

describe('the saved views', () => {
  it('are there again after a reload, the newest first', () => {
    const storage = memory()
    const views = opened(storage)
    views.save('化工', '/demo/desk?domain=chemicals')
    views.save('机械', '/demo/desk?domain=machinery')
    expect(opened(storage).kept.named).toEqual([
      { name: '机械', path: '/demo/desk?domain=machinery' },
      { name: '化工', path: '/demo/desk?domain=chemicals' },
    ])
  })

  it('are replaced under the same name of a space, and removed', () => {
    const views = opened(memory())
    views.save('A', '/demo/desk')
    views.save('A', '/main/desk')
    views.save('A', '/demo/compare')
    expect(views.kept.named.map(({ path }) => path)).toEqual(['/demo/compare', '/main/desk'])
    views.remove({ name: 'A', path: '/demo/anything' })
    expect(views.kept.named.map(({ path }) => path)).toEqual(['/main/desk'])
  })

  it('have a name and lead to a page of this site', () => {
    const views = opened(memory())
    for (const [name, path] of [
      ['  ', '/demo/desk'],
      ['x', 'https://example.org/demo/desk'],
      ['x', '//example.org'],
      ['x', 'javascript:alert(1)'],
      ['x', '/other/desk'],
      ['x', `/demo/desk?${'a'.repeat(VIEW_LIMITS.path)}`],
    ] as const)
      expect(views.save(name, path)).toBe(false)
    expect(views.kept.named).toEqual([])
  })

  it('are bounded, named ones and recent ones', () => {
    const views = opened(memory())
    for (let i = 0; i < VIEW_LIMITS.named + 5; i++) {
      views.save(`view ${i}`, '/demo/desk')
      views.visit(`page ${i}`, `/demo/brain/${i}`)
    }
    expect(views.kept.named).toHaveLength(VIEW_LIMITS.named)
    expect(views.kept.recent).toHaveLength(VIEW_LIMITS.recent)
    expect(views.kept.recent[0]?.name).toBe(`page ${VIEW_LIMITS.named + 4}`)
  })

  it('hold a recent page once, with its latest query and title', () => {
    const views = opened(memory())
    views.visit('loading', '/demo/desk')
    views.visit('other', '/demo/compare')
    views.visit('化工', '/demo/desk?domain=chemicals')
    expect(namesOf(views.kept.recent)).toEqual(['化工', 'other'])
  })

  it('survive broken and foreign content', () => {
    for (const content of ['{', 'null', '7', '[]', '{"named":7}', '{"named":[null,{"name":1}]}'])
      expect(opened(memory(content)).kept).toEqual({ named: [], recent: [] })
    const mixed = JSON.stringify({ named: [{ name: 'a', path: '/demo/desk', more: 1 }, 'x'] })
    expect(opened(memory(mixed)).kept.named).toEqual([{ name: 'a', path: '/demo/desk' }])
  })

  it('last as long as the page where the browser keeps nothing', () => {
    for (const storage of [null, memory(null, true)]) {
      const views = opened(storage)
      views.save('a', '/demo/desk')
      views.save('b', '/demo/desk')
      expect(namesOf(views.kept.named)).toEqual(['b', 'a'])
    }
  })

  it('keep what another tab has saved meanwhile', () => {
    const storage = memory()
    const [one, two] = [opened(storage), opened(storage)]
    one.save('one', '/demo/desk')
    two.save('two', '/demo/desk')
    expect(namesOf(two.kept.named)).toEqual(['two', 'one'])
  })
})
