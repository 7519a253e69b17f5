import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'

import { useSpace } from '../../../src/stores/space.ts'
import WallHeader from '../../../src/views/wall/WallHeader.vue'
import { scenario } from '../../figures/scenarios.ts'
import { openWall } from './openWall.ts'

enableAutoUnmount(afterEach)

const opened = (asOf: string | null = '2026-10-31') =>
  openWall(WallHeader, 'small', { context: scenario('small'), asOf })

describe('the head of the wall', () => {
  it('shows the time of day in Shandong, wherever the machine stands', async () => {
    const { wall, page, settle } = await opened()
    expect(wall.text()).toContain('09:00')
    page.at.now = new Date('2026-11-22T16:05:00Z')
    page.minute()
    await settle()
    expect(wall.text()).toContain('00:05')
  })

  it('shows the age of the data, and none where nobody reported', async () => {
    expect((await opened()).wall.text()).toContain('截至 2026-10-31 · 22 天前')
    expect((await opened(null)).wall.text()).not.toMatch(/天前|undefined|null/)
  })

  it('names no publication day in the demo, whose only publications are its goals', async () => {
    expect((await opened(null)).wall.text()).not.toContain('公开资料至')
  })

  it('says as of which instant it shows the past', async () => {
    const { wall, page, settle } = await opened()
    expect(wall.text()).not.toContain('已知至')
    page.run(() => useSpace().lookAt('demo', '2026-06-01T00:00:00Z'))
    await settle()
    expect(wall.text()).toContain('已知至 2026-06-01')
  })

  it('counts the sources that are behind their cadence, and opens how reports came in', async () => {
    const small = scenario('small')
    const freshness = { counts: { fresh: 50, due: 3, stale: 1 }, behind: [] }
    const context = { ...small, reporting: { ...small.reporting!, freshness } }
    const { wall } = await openWall(WallHeader, 'small', { context, asOf: null })
    const button = wall.get('.freshness')
    expect(button.text()).toMatch(/^数据源 54 个 ?缺一期 ?3 ?滞后 ?1$/)
    await button.trigger('click')
    expect(wall.emitted('reporting')).toHaveLength(1)
  })

  it('says in a word that all sources are current, and nothing where it does not know', async () => {
    const small = scenario('small')
    const freshness = { counts: { fresh: 3, due: 0, stale: 0 }, behind: [] }
    const context = { ...small, reporting: { ...small.reporting!, freshness } }
    const { wall } = await openWall(WallHeader, 'small', { context, asOf: null })
    expect(wall.get('.freshness').text()).toMatch(/^数据源 3 个 ?最新$/)
    const unread = { context: { ...small, reporting: null }, asOf: null }
    expect((await openWall(WallHeader, 'small', unread)).wall.find('.freshness').exists()).toBe(
      false,
    )
  })

  it('has no conclusion before there is a context', async () => {
    const { wall } = await openWall(WallHeader, 'small', { context: null, asOf: null })
    expect(wall.get('h1').text()).toBe('山东工业经济大脑')
    expect(wall.text()).not.toMatch(/undefined|NaN/)
  })
})
