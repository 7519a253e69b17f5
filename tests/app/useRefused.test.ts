import { enableAutoUnmount, mount } from '@vue/test-utils'
import type { Pinia } from 'pinia'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, inject } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'

import { useRefused } from '../../src/app/useRefused.ts'
import { useConnection } from '../../src/stores/connection.ts'
import { PAGE_STORAGE } from '../../src/stores/pageStorage.ts'
import { PORTS } from '../../src/stores/ports.ts'
import { useRegistry } from '../../src/stores/registry.ts'
import { useSpace } from '../../src/stores/space.ts'
import type { SpaceId } from '../../src/domain/space.ts'
import { deferred } from '../data/deferred.ts'
import { FakeService, memoryLastGood, openPage, refused } from '../stores/fakeService.ts'
import { memoryStorage } from '../stores/memoryStorage.ts'

enableAutoUnmount(afterEach)

interface Options {
  readonly person?: string
  readonly isTyped?: boolean
  readonly space?: SpaceId
  readonly status?: 401 | 403 | null
}

/** A page of a space for somebody (by the browser's note), whose service refuses everything from the start or later. */
async function opened({ person = '', isTyped = false, space = 'main', status = null }: Options) {
  const service = new FakeService()
  const refuse = (with_: 401 | 403) => service.failing.set('*', refused(with_))
  if (status) refuse(status)
  const lastGood = memoryLastGood(() => new Date())
  const clear = vi.spyOn(lastGood, 'clear')
  const page = openPage(service, lastGood)
  const storage = memoryStorage()
  storage.setItem('signed-in', person)
  const render = () => null
  const router = createRouter({
    history: createMemoryHistory(),
    routes: ['/:space/desk', '/sign-in', '/account'].map((path) => ({
      ...{ path, component: { render } },
    })),
  })
  await router.push(`/${space}/desk?lang=en&batch=2024`)
  page.run(() => useSpace().lookAt(space))
  const Root = defineComponent(() => {
    const shown = useRefused(() => isTyped)
    useConnection()
    void useRegistry().follow()
    return () => h('p', shown.value)
  })
  const plugins = [page.app.config.globalProperties['$pinia'] as Pinia, router]
  const provide = {
    [PORTS as symbol]: page.run(() => inject(PORTS)),
    [PAGE_STORAGE as symbol]: storage,
  }
  const view = mount(Root, { global: { plugins, provide } })
  const settle = async () => {
    for (let turn = 0; turn < 3; turn++) await page.settle()
  }
  await settle()
  const end = async (with_: 401 | 403 = 401) => {
    refuse(with_)
    page.streams.at(-1)?.onState?.({ state: 'away', since: '2026-11-22T01:00:00.000Z' })
    await settle()
  }
  return { view, page, router, service, storage, clear, settle, end }
}

const NEXT = 'lang=en&next=/main/desk?lang=en%26batch=2024'
const ended = (what: string): string => `/sign-in?lang=en&ended=${what}&${NEXT.slice(8)}`

describe('a page that may not show its space', () => {
  it.each([401, 403] as const)(
    'from the start leads to the sign-in and back (%i)',
    async (status) => {
      const { page, router } = await opened({ status })
      expect(router.currentRoute.value.fullPath).toBe(`/sign-in?${NEXT}`)
      expect(page.left).toEqual([])
    },
  )

  it.each([
    ['session', 'u1'],
    ['link', ''],
  ])('any longer is emptied and left, and says that the %s has ended', async (what, person) => {
    const { view, page, clear, end } = await opened({ person })
    expect(view.text()).toBe('page')
    await end()
    expect(view.text()).toBe('nothing')
    expect(page.left).toEqual([ended(what)])
    expect(clear).toHaveBeenCalledTimes(1)
  })

  it('is left when what this browser keeps of it is removed, not before', async () => {
    const { view, page, clear, settle, end } = await opened({ person: 'u1' })
    const removed = deferred<void>()
    clear.mockReturnValue(removed.promise)
    await end()
    expect([view.text(), page.left]).toEqual(['nothing', []])
    removed.resolve()
    await settle()
    expect(page.left).toEqual([ended('session')])
  })

  it('is left once, however often it is refused', async () => {
    const { page, settle, end } = await opened({ person: 'u1' })
    await end()
    page.minute()
    page.unauthorised()
    await settle()
    expect(page.left).toHaveLength(1)
  })

  it('for want of a right says nothing of an end', async () => {
    const { view, page, end } = await opened({ person: 'u1', isTyped: true })
    await end(403)
    expect(view.text()).toBe('nothing')
    expect(page.left).toEqual([`/sign-in?${NEXT}`])
  })

  it('waits behind a sign-in of its own while words stand in it, and comes back with them', async () => {
    const { view, page, service, storage, settle, end } = await opened({
      ...{ person: 'u1', isTyped: true },
    })
    storage.setItem('signed-in', '')
    await end()
    expect(view.text()).toBe('signIn')
    service.failing.clear()
    page.minute()
    await settle()
    expect(view.text()).toBe('page')
    expect(page.left).toEqual([])
  })

  it('of a link is left with the words that a stranger typed', async () => {
    const { view, page, end } = await opened({ isTyped: true })
    await end()
    expect([view.text(), page.left]).toEqual(['nothing', [ended('link')]])
  })
})

describe('a page that goes on', () => {
  it('is the demo’s when a request for an account is refused', async () => {
    const { view, page, router, settle } = await opened({ space: 'demo', person: 'u1' })
    page.unauthorised()
    await settle()
    expect([view.text(), page.left]).toEqual(['page', []])
    expect(router.currentRoute.value.path).toBe('/demo/desk')
  })

  it('is one whose service is away', async () => {
    const { view, page, service, settle } = await opened({ person: 'u1' })
    service.failing.set('*', 'offline')
    page.minute()
    await settle()
    expect([view.text(), page.left]).toEqual(['page', []])
  })

  it('is one outside the spaces', async () => {
    const { view, page, router, end } = await opened({ person: 'u1' })
    await router.push('/account')
    await end()
    expect([view.text(), page.left]).toEqual(['page', []])
  })
})
