import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'

import DictionaryView from '../../../src/views/desk/DictionaryView.vue'
import { worldOf } from '../../figures/scenarios.ts'
import { openDeskPage } from './openPage.ts'

enableAutoUnmount(afterEach)

const open = () =>
  openDeskPage(
    DictionaryView,
    '/:space/indicators/:id?',
    '/demo/indicators/cluster.revenue?lang=en',
    {
      of: 'small',
    },
  )
type Opened = Awaited<ReturnType<typeof open>>

/** Types a text, waits until something is found, and opens the first result. */
async function find({ view, router }: Opened, text: string): Promise<string> {
  const input = view.get('[role="combobox"]')
  await input.trigger('focus')
  await input.setValue(text)
  await vi.waitFor(() => view.get('[role="option"]'), { timeout: 10_000 })
  const moved = new Promise<void>((resolve) => router.afterEach(() => resolve()))
  await input.trigger('keydown', { key: 'Enter' })
  await moved
  return router.currentRoute.value.fullPath
}

describe('the search of the desk', () => {
  it('opens a brain’s profile by its id', async () => {
    const [brain] = worldOf('small').brains ?? []
    expect(await find(await open(), brain?.id ?? '')).toBe(`/demo/brain/${brain?.id}?lang=en`)
  })

  it('opens an indicator by initials, a city by pinyin, a county by adcode, a page by name', async () => {
    expect(await find(await open(), 'jjsjl')).toContain('/demo/indicators/compute.rackUtilisation')
    expect(await find(await open(), 'qingdao')).toBe('/demo/desk?city=370200&lang=en')
    expect(await find(await open(), '370203')).toBe('/demo/desk?county=370203&lang=en')
    expect(await find(await open(), '四大平台')).toBe('/demo/platforms?lang=en')
  })

  it('saves the open page under a name and opens it again by that name', async () => {
    const opened = await open()
    const { view } = opened
    await view.get('#view-name').setValue('我的视图')
    await view.get('.views form').trigger('submit')
    expect(view.get('.views li a').attributes('href')).toBe(
      '/demo/indicators/cluster.revenue?lang=en',
    )
    expect(view.get('.views li').text()).toContain('我的视图')
    await view.get('.views li button').trigger('click')
    expect(view.find('.views li').exists()).toBe(false)
  })
})
