import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { cityName } from '../../../src/domain/region.ts'
import { useMaps } from '../../../src/stores/maps.ts'
import { publicScene } from '../../../src/views/wall/publicScene.ts'
import { reportedScene } from '../../../src/views/wall/reportedScene.ts'
import WallBoard from '../../../src/views/wall/WallBoard.vue'
import WallMap from '../../../src/views/wall/WallMap.vue'
import { failure } from '../../stores/fakeService.ts'
import { openWall } from './openWall.ts'

enableAutoUnmount(afterEach)

/** A wall whose cities' maps are there, and the map's own words. */
async function opened(space: 'small' | 'main' = 'small') {
  const scene = space === 'main' ? publicScene : reportedScene
  const wall = await openWall(WallBoard, space, { scene })
  const map = () => wall.wall.get('.area-map')
  const focus = () => wall.wall.getComponent(WallMap).props('focus') ?? ''
  const drawn = async (part: string | RegExp): Promise<void> =>
    vi.waitFor(async () => {
      await wall.settle()
      expect(map().attributes('aria-label')).toMatch(part)
    })
  const city = () => wall.router.currentRoute.value.query['city']
  const enter = () => map().trigger('keydown', { key: 'Enter' })
  return { ...wall, map, focus, drawn, city, enter }
}

describe('the map of the wall', () => {
  it('goes into the city in focus with D and back with Backspace', async () => {
    const { press, map, focus, drawn, city } = await opened()
    const focused = focus()
    await press('d')
    await drawn(new RegExp(`^${cityName(focused, 'zh-CN')}各区县集群营业收入。`))
    expect(map().get('.crumbs').text()).toBe(`全省›${cityName(focused, 'zh-CN')}`)
    expect(city()).toBe(focused)
    await press('Backspace')
    await drawn(/^各市集群营业收入。/)
    expect(city()).toBeUndefined()
    expect(focus()).toBe(focused)
  })

  it('goes in with Enter; there, Enter opens the data, and Esc closes one thing at a time', async () => {
    const { enter, drawn, wall, settle, press } = await opened()
    await enter()
    await drawn(/各区县集群营业收入/)
    await enter()
    await settle()
    expect(wall.get('dialog').text()).toContain('各区县集群营业收入')
    await press('Escape')
    expect(wall.find('dialog').exists()).toBe(false)
    await drawn(/各区县集群营业收入/)
    await press('Escape')
    await drawn(/^各市/)
  })

  it('opens the data of the province with T', async () => {
    const { press, wall } = await opened()
    await press('t')
    expect(wall.get('dialog').text()).toContain('各市集群营业收入')
  })

  it('goes back with the breadcrumb', async () => {
    const { press, drawn, map } = await opened()
    await press('d')
    await drawn(/各区县/)
    await map().get('.crumbs button').trigger('click')
    await drawn(/^各市/)
  })

  it('walks the counties with the arrows, those with a brain first, and keeps the indicator', async () => {
    const { press, drawn, focus, wall } = await opened()
    await press('ArrowDown')
    await press('d')
    await drawn(/各区县在用标准机架数/)
    const figure = wall.getComponent(WallMap).props('figure')
    const ranked = figure?.kind === 'map' ? figure.areas.find(({ rank }) => rank === 1) : undefined
    expect(focus()).toBe(ranked?.id)
    await press('ArrowRight')
    expect(focus()).not.toBe(ranked?.id)
    await press('ArrowLeft')
    expect(focus()).toBe(ranked?.id)
    await press('ArrowUp')
    await drawn(/各区县集群营业收入/)
  })

  it('names the brains of the public facts, the zone beside the map, and no figure', async () => {
    const { router, drawn, map } = await opened('main')
    await router.push('/main/wall?city=370100')
    await drawn(/^济南市各区县产业大脑。公开来源点名济南市 4 个产业大脑/)
    expect(map().text()).toContain('济南起步区')
    expect(map().text()).not.toContain('亿元')
  })

  it('states why a city’s map could not be read; the way back works', async () => {
    const { page, press, map, drawn, settle } = await opened()
    page.run(() => {
      const maps = useMaps()
      maps.need = () => Promise.resolve(void (maps.error = failure('refused')))
    })
    await press('d')
    await drawn(/各区县/)
    page.run(() => (useMaps().error = failure('refused')))
    await settle()
    expect(map().get('[role="status"]').text()).toContain(failure('refused').reason.zh)
    await press('Backspace')
    await drawn(/^各市/)
    expect(map().find('[role="status"]').exists()).toBe(false)
  })
})
