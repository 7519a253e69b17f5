import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, nextTick, ref } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'

import { useDrill } from '../../../src/views/wall/useDrill.ts'

const REST = 60_000

enableAutoUnmount(afterEach)
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A page at an address that drills; navigation is over when `settle` resolves. */
async function opened(query = '') {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:space/wall', component: { render: () => null } }],
  })
  await router.push(`/demo/wall${query}`)
  const paused = ref(false)
  let drill: ReturnType<typeof useDrill> | undefined
  const page = defineComponent({
    setup: () => {
      drill = useDrill(paused)
      return () => null
    },
  })
  const wrapper = mount(page, { global: { plugins: [router] } })
  const settle = async (): Promise<void> => {
    await vi.advanceTimersByTimeAsync(0)
    await nextTick()
  }
  return { router, paused, wrapper, settle, drill: drill!, city: () => drill!.city.value }
}

describe('the city that the map is drilled into', () => {
  it('stands in the address, beside what is there already', async () => {
    const { drill, router, settle, city } = await opened('?lang=en')
    expect(city()).toBeNull()
    drill.enter('370200')
    await settle()
    expect(city()).toBe('370200')
    expect(router.currentRoute.value.query).toEqual({ lang: 'en', city: '370200' })
    drill.leave()
    await settle()
    expect(router.currentRoute.value.query).toEqual({ lang: 'en' })
  })

  it('opens from a link; anything but a city is the province', async () => {
    expect((await opened('?city=370100')).city()).toBe('370100')
    for (const query of ['?city=370102', '?city=371200', '?city=', '?city=370100&city=370200'])
      expect((await opened(query)).city()).toBeNull()
  })

  it('ignores what is no city', async () => {
    const { drill, settle, city } = await opened()
    drill.enter('370102')
    drill.enter(null)
    await settle()
    expect(city()).toBeNull()
  })

  it('gives way to the province a minute after the last touch', async () => {
    const { drill, city } = await opened('?city=370100')
    await vi.advanceTimersByTimeAsync(REST - 1)
    drill.touch()
    await vi.advanceTimersByTimeAsync(REST - 1)
    expect(city()).toBe('370100')
    await vi.advanceTimersByTimeAsync(1)
    expect(city()).toBeNull()
  })

  it('stays while the wall is paused, and a minute longer when it goes on', async () => {
    const { paused, settle, city } = await opened('?city=370100')
    paused.value = true
    await settle()
    await vi.advanceTimersByTimeAsync(10 * REST)
    expect(city()).toBe('370100')
    paused.value = false
    await settle()
    await vi.advanceTimersByTimeAsync(REST)
    expect(city()).toBeNull()
  })

  it('leaves no timer behind', async () => {
    const { wrapper } = await opened('?city=370100')
    wrapper.unmount()
    expect(vi.getTimerCount()).toBe(0)
  })
})
