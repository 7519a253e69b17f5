import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'

import { CATALOGUE } from '../../../src/domain/catalogue/index.ts'
import DictionaryView from '../../../src/views/desk/DictionaryView.vue'
import { openDeskPage } from './openPage.ts'

enableAutoUnmount(afterEach)

const open = (space: 'main' | 'demo', rest = '', locale: 'zh-CN' | 'en' = 'zh-CN') =>
  openDeskPage(DictionaryView, '/:space/indicators/:id?', `/${space}/indicators${rest}`, {
    of: space === 'main' ? 'main' : 'small',
    locale,
  })

describe('the indicator dictionary', () => {
  it('lists every indicator in its group', async () => {
    const { view } = await open('demo')
    expect(view.findAll('nav.list li')).toHaveLength(CATALOGUE.length)
    expect(view.findAll('nav.list h2')).toHaveLength(8)
  })

  it('narrows to names, ids and words of the definition, and says when nothing is left', async () => {
    const { view } = await open('demo')
    const search = view.get('nav.list input')
    await search.setValue('compute.rackUtilisation')
    expect(view.findAll('nav.list li').map((item) => item.text())).toEqual(['机架上架率%'])
    await search.setValue('2.5千瓦')
    expect(view.findAll('nav.list li').length).toBeGreaterThan(1)
    await search.setValue('绝无此词')
    expect(view.find('nav.list li').exists()).toBe(false)
    expect(view.get('nav.list').text()).toContain('没有符合的指标')
  })

  it('shows 口径, unit, weight, bounds and version of an entry, and leads to the explorer', async () => {
    const { view } = await open('demo', '/compute.rackUtilisation')
    const text = view.get('article').text()
    for (const part of ['期末在用标准机架数', '建成标准机架数', '0 — 100', '第 1 版', '本系统约定'])
      expect(text).toContain(part)
    expect(view.get('a.explore').attributes('href')).toBe('/demo/desk?i=compute.rackUtilisation')
  })

  it('shows the publications of an entry, and the published values with their way to the trace', async () => {
    const { view } = await open('main', '/statistics.revenue')
    const text = view.get('article').text()
    expect(text).toContain('《')
    expect(text).toContain('不可加总')
    const links = view.findAll('article a').map((link) => link.attributes('href') ?? '')
    expect(links.some((href) => href.startsWith('/main/trace/statistics.revenue/370100/'))).toBe(
      true,
    )
    expect(view.find('a.explore').exists()).toBe(false)
  })

  it('says in main that no brain has reported, and shows no number', async () => {
    const { view } = await open('main', '/cluster.revenue')
    expect(view.get('article').text()).toContain('本库没有这一指标的数据')
  })

  it('names an id that it does not know and opens the first entry', async () => {
    const { view } = await open('demo', '/no.such')
    expect(view.get('.notice').text()).toContain('no.such')
    expect(view.get('h1').text()).toBe(CATALOGUE[0]?.name.zh)
  })

  it('keeps language and as-of on its links', async () => {
    const query = '?lang=en&asOf=2026-10-01T00:00:00Z'
    const { view } = await open('demo', `/cluster.revenue${query}`, 'en')
    const href = view.get('nav.list a').attributes('href') ?? ''
    expect(href).toContain('lang=en')
    expect(href).toContain('asOf=2026-10-01')
  })
})
