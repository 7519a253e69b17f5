import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'

import type { SliceDocument } from '../../../src/domain/slice.ts'
import { publicScene } from '../../../src/views/wall/publicScene.ts'
import { reportedScene } from '../../../src/views/wall/reportedScene.ts'
import { sceneIndicators } from '../../../src/views/wall/scene.ts'
import WallBoard from '../../../src/views/wall/WallBoard.vue'
import WallMap from '../../../src/views/wall/WallMap.vue'
import { useMaps } from '../../../src/stores/maps.ts'
import { figureOf } from '../../components/mounted.ts'
import { failure } from '../../stores/fakeService.ts'
import { FilledService, openWall } from './openWall.ts'

enableAutoUnmount(afterEach)

const demo = (options = {}) => openWall(WallBoard, 'small', { scene: reportedScene }, options)
const main = (options = {}) => openWall(WallBoard, 'main', { scene: publicScene }, options)

type Wall = Awaited<ReturnType<typeof demo>>['wall']
const names = (wall: Wall): string[] =>
  wall.findAll('[role="figure"]').map((figure) => figure.attributes('aria-label') ?? '')

function resize(width: number, height: number): void {
  Object.assign(window, { innerWidth: width, innerHeight: height })
  window.dispatchEvent(new Event('resize'))
}

describe('the wall of the demo', () => {
  it('shows every figure of the scene with its finding, in one main area', async () => {
    const { wall } = await demo()
    expect(wall.findAll('main')).toHaveLength(1)
    expect(names(wall)).toHaveLength(16)
    for (const name of names(wall)) expect(name).toMatch(/^\S.+。./u)
  })

  it('says 演示数据 in its head and across the sheet', async () => {
    const { wall } = await demo()
    expect(wall.get('header').text()).toContain('演示数据')
    expect(wall.get('.watermark').text()).toContain('演示数据')
  })

  it('opens with the conclusion, the day of the data and its age', async () => {
    const { wall } = await demo()
    expect(wall.get('header').text()).toMatch(/纳入建设 8 个/)
    expect(wall.get('header').text()).toContain('2026-10-31')
    expect(wall.get('header').text()).toContain('22 天前')
  })

  it('is English where English is asked for, names apart', async () => {
    const { wall } = await demo({ locale: 'en' })
    expect(wall.get('header').text()).toContain('Shandong Industrial Economy Brain')
    expect(names(wall).join()).toMatch(/Cluster revenue/)
    expect(
      names(wall)
        .join()
        .replaceAll(/示例·[^,:;.]*/g, ''),
    ).not.toMatch(/营业|累计|同比/)
  })

  it('says why charts are tables where the browser refuses to draw', async () => {
    const { wall } = await demo()
    expect(wall.text()).toContain('浏览器拒绝绘图')
    expect(wall.findAll('table').length).toBeGreaterThan(4)
  })

  it('goes on when one figure cannot be worked out, and says so in its place', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const [first = []] = reportedScene.kpis
    const broken = first.map((definition) => ({
      ...definition,
      build: () => {
        throw new RangeError('"1800-01" is not a period')
      },
    }))
    const scene = { ...reportedScene, kpis: [broken, ...reportedScene.kpis.slice(1)] }
    const { wall } = await openWall(WallBoard, 'small', { scene })
    expect(names(wall)).toHaveLength(16)
    expect(names(wall)[0]).toContain('此图计算出错')
    expect(names(wall)[1]).not.toContain('出错')
    expect(told).toHaveBeenCalledWith(expect.any(RangeError))
    told.mockRestore()
  })

  it('says why there is nothing when the registry is not read', async () => {
    const service = new FilledService('small')
    service.failing.set('registry', 'malformed')
    const { wall } = await demo({ service })
    expect(wall.get('[role="status"]').text()).toContain('登记信息读取失败')
  })

  it('lays itself out for the window and again when that changes', async () => {
    const { wall, settle } = await demo()
    for (const [width, height, layout] of [
      [1920, 1080, 'w16'],
      [1080, 1920, 'portrait'],
      [3840, 1080, 'w32'],
      [5760, 2160, 'w83'],
    ] as const) {
      resize(width, height)
      await settle()
      expect(wall.get('main').attributes('data-layout')).toBe(layout)
    }
    expect(document.documentElement.style.getPropertyValue('--u')).toBe('2px')
    expect(document.documentElement.style.getPropertyValue('--t')).toBe('1.06')
  })

  it('shows a revised figure when it is pushed, without a reload', async () => {
    const { wall, page, service, settle } = await demo()
    const id = 'service.firmsServed'
    const before = names(wall)
    const old = service.documents.get(id)!
    const revised: SliceDocument = {
      ...old,
      version: 2,
      values: old.values.map((value) => value && value * 3),
    }
    service.documents.set(id, revised)
    page.streams.at(-1)?.onChange({ subject: id, version: 2 })
    await settle()
    const changed = names(wall).filter((name, i) => name !== before[i])
    expect(changed).toHaveLength(1)
    expect(changed[0]).toContain('服务企业')
  })
})

describe('the keyboard of the wall', () => {
  it('opens the focused figure with Enter and closes it with Esc', async () => {
    const { wall, settle, press } = await demo()
    expect(wall.find('dialog').exists()).toBe(false)
    await wall.get('.area-dom').trigger('keydown', { key: 'Enter' })
    await settle()
    expect(wall.get('dialog').text()).toContain('分领域')
    await press('Escape')
    expect(wall.find('dialog').exists()).toBe(false)
  })

  it('shows and hides the help', async () => {
    const { wall, press } = await demo()
    await press('?')
    expect(wall.get('[role="dialog"]').text()).toContain('键盘')
    await press('?')
    expect(wall.find('[role="dialog"]').exists()).toBe(false)
  })

  it('walks the indicators of the map and back', async () => {
    const { wall, press } = await demo()
    const title = () => wall.get('.area-map').attributes('aria-label')
    const first = title()
    await press('ArrowDown')
    expect(title()).not.toBe(first)
    await press('ArrowUp')
    expect(title()).toBe(first)
    await press('ArrowUp')
    await press('ArrowDown')
    expect(title()).toBe(first)
  })

  it('walks the cities, best rank first, and pauses', async () => {
    const { wall, press } = await demo()
    const map = () => wall.getComponent(WallMap).props() as { focus: string; paused: boolean }
    const ranked = figureOf('city-map-cluster.revenue')
    const best = ranked.kind === 'map' && ranked.areas.find(({ rank }) => rank === 1)?.id
    expect(map().focus).toBe(best)
    await press('ArrowRight')
    expect(map().focus).not.toBe(best)
    await press('ArrowLeft')
    expect(map().focus).toBe(best)
    expect(map().paused).toBe(false)
    await press(' ')
    expect(map().paused).toBe(true)
  })

  it('asks for the other language in the address', async () => {
    const { press, router } = await demo()
    await press('l')
    expect(router.currentRoute.value.query['lang']).toBe('en')
  })
})

describe('the wall when something is missing', () => {
  const away = { state: 'away', since: '2026-11-22T01:00:00.000Z' } as const

  it('keeps the last good data and says of which time they are', async () => {
    const { wall, page, settle } = await demo()
    page.streams.at(-1)?.onCatchUp?.()
    await settle()
    const before = names(wall)
    page.streams.at(-1)?.onState?.(away)
    await settle()
    expect(wall.get('header [role="status"]').text()).toBe('服务中断，显示 09:00 的数据')
    expect(names(wall)).toEqual(before)
    page.streams.at(-1)?.onState?.({ state: 'live', since: away.since })
    await settle()
    expect(wall.find('header [role="status"]').exists()).toBe(false)
  })

  it('says that it is reconnecting where it never had data', async () => {
    const service = new FilledService('small')
    service.failing.set('*', 'offline')
    const { wall, page, settle } = await demo({ service })
    page.streams.at(-1)?.onState?.(away)
    await settle()
    expect(wall.get('header').text()).toContain('正在重连')
  })

  it('states which slice failed and why; the rest works', async () => {
    const service = new FilledService('small')
    service.failing.set('service.firmsServed', 'refused')
    const { wall } = await demo({ service })
    expect(wall.get('.notice').text()).toContain(failure('refused').reason.zh)
    expect(names(wall)).toHaveLength(16)
    expect(names(wall).filter((name) => /^集群营业收入/.test(name))).toHaveLength(1)
  })

  it('states why the map could not be read, in the language of the page', async () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const figure = figureOf('city-map-cluster.revenue', 'small', locale)
      const props = { figure, focus: null, layout: 'w16', paused: false }
      const { wall, page, settle } = await openWall(WallMap, 'small', props, { locale, map: false })
      page.run(() => (useMaps().error = failure('refused')))
      await settle()
      const { zh, en } = failure('refused').reason
      expect(wall.get('[role="status"]').text()).toContain(locale === 'en' ? en : zh)
      wall.unmount()
    }
  })
})

describe('the wall of the public facts', () => {
  it('shows no sign of a demonstration', async () => {
    const { wall } = await main()
    expect(wall.find('.watermark').exists()).toBe(false)
    expect(wall.text()).not.toMatch(/演示|模拟/)
  })

  it('shows published counts side by side and says that they never add up', async () => {
    const { wall } = await main()
    const text = wall.get('header').text()
    for (const part of ['32 个', '18 个', '112 个', '不可相加']) expect(text).toContain(part)
    expect(names(wall).join()).toMatch(/媒体报道/)
  })

  it('has a figure in every place: a fact, or why there is none', async () => {
    const { wall } = await main()
    expect(names(wall)).toHaveLength(16)
    for (const name of names(wall)) expect(name).not.toBe('')
    for (const frame of wall.findAll('[role="figure"]'))
      expect(frame.text().length).toBeGreaterThan(3)
  })
})

describe('a scene', () => {
  it('asks for every indicator once', () => {
    for (const scene of [reportedScene, publicScene]) {
      const ids = sceneIndicators(scene).map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.length).toBeGreaterThan(8)
    }
  })
})
