import { mount } from '@vue/test-utils'
import type { Pinia } from 'pinia'
import { inject, nextTick } from 'vue'
import { afterEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'

import type { ApiDocument, DataPage, QueryRow } from '../../../src/contract/index.ts'
import { DataError } from '../../../src/data/dataError.ts'
import type { OpenDataClient } from '../../../src/data/openDataClient.ts'
import { PORTS } from '../../../src/stores/ports.ts'
import { useSpace } from '../../../src/stores/space.ts'
import OpenDataView from '../../../src/views/desk/OpenDataView.vue'
import { makeI18n } from '../../components/mounted.ts'
import { FakeService, openPage } from '../../stores/fakeService.ts'

const API: ApiDocument = {
  openapi: '3.1.0',
  tags: [{ name: 'openData', description: 'Open data', 'x-zh': '开放数据' }],
  paths: {
    '/api/{space}/data/observations': {
      get: {
        summary: 'Cells',
        'x-zh': '单元格',
        tags: ['openData'],
        parameters: [
          {
            name: 'page',
            in: 'query',
            description: 'Page',
            'x-zh': '页码',
            schema: { default: '1' },
          },
        ],
        responses: { 200: { content: { 'application/json': { example: { total: 7 } } } }, 400: {} },
      },
    },
  },
}

const row: DataPage['rows'][number] = {
  ...{ indicator: 'cluster.revenue', indicatorName: '集群营业收入', unit: '亿元' },
  ...{ entity: 'a', entityName: '示例·轴承', city: '370100', domain: 'machinery' },
  ...{ period: '2026-10', value: 232.52, absent: null, status: 'revised', origin: 'simulated' },
  ...{ knownAt: '2026-11-14T02:30:00.000Z', report: 'R1' },
}
const withheld = { ...row, value: null, absent: 'withheld' } as const
const HEAD = { space: 'demo', asOf: null, simulated: true, credit: null }

const result: QueryRow = {
  ...{
    indicator: 'cluster.revenue',
    indicatorName: '集群营业收入',
    measure: 'value',
    unit: '亿元',
  },
  ...{ group: 'all', groupName: '合计', period: '2026-10', value: 9, absent: null },
  ...{ covered: 43, expected: 50, origins: ['simulated'] },
}

/** The open data as a test sees them: what was asked, and what is answered. */
class OpenService extends FakeService {
  readonly questions: Record<string, string>[] = []
  rows: DataPage['rows'] = [row, withheld]
  refusal: DataError | null = null
  override readonly openData: OpenDataClient = {
    api: () => Promise.resolve(API),
    dataPage: (_, params) =>
      this.#answer(params, { ...HEAD, page: 1, size: 12, pages: 1, total: 1234, rows: this.rows }),
    dataAnswer: (_, params) =>
      this.#answer(params, { ...HEAD, groupBy: 'all', measure: 'value', total: 1, rows: [result] }),
  }

  #answer<T>(params: object, answer: T): Promise<T> {
    this.questions.push(params as Record<string, string>)
    return this.refusal ? Promise.reject(this.refusal) : Promise.resolve(answer)
  }
}

const open = async (path: string, service = new OpenService()) => {
  const page = openPage(service)
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:space/:page*', component: { render: () => null } }],
  })
  await router.push(path)
  page.run(() => useSpace().lookAt(path.startsWith('/main') ? 'main' : 'demo'))
  const view = mount(OpenDataView, {
    attachTo: document.body,
    global: {
      plugins: [
        page.app.config.globalProperties['$pinia'] as Pinia,
        makeI18n(path.includes('lang=en') ? 'en' : 'zh-CN'),
        router,
      ],
      provide: { [PORTS as symbol]: page.run(() => inject(PORTS)) },
    },
  })
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 3; turn++) await page.settle()
    await nextTick()
  }
  await settle()
  opened.push(view)
  return { view, service, router, settle }
}
const opened: { unmount(): void }[] = []
afterEach(() => {
  for (const view of opened.splice(0)) view.unmount()
})

describe('the open data page', () => {
  it('shows the first rows with their reasons, and how many there are', async () => {
    const { view } = await open('/demo/data')
    expect(view.find('.answer [role=status]').text()).toContain('1,234')
    const rows = view.findAll('.answer tbody tr').map((one) => one.text())
    expect(rows[0]).toContain('232.52')
    expect(rows[0]).toContain('修订')
    expect(rows[1]).toContain('不予公开')
  })

  it('gives the address of what is shown, the same in every text', async () => {
    const { view } = await open('/demo/data?indicator=cluster.revenue,compute.racksBuilt&from=2025')
    const address = view.find('a.url').attributes('href') ?? ''
    expect(address).toContain(
      '/api/demo/data/observations?indicator=cluster.revenue,compute.racksBuilt&from=2025',
    )
    for (const button of view.findAll('.choose [aria-pressed]')) {
      await button.trigger('click')
      expect(view.find('.tools pre').text()).toContain(`"${address}"`)
    }
  })

  it('asks anew for what is chosen and keeps it in the link', async () => {
    const { view, service, router, settle } = await open('/demo/data?asOf=2026-06-01T00:00:00Z')
    await view.find('input[value=query]').setValue(true)
    await settle()
    expect(router.currentRoute.value.query).toMatchObject({ rows: 'query' })
    expect(router.currentRoute.value.query['asOf']).toBe('2026-06-01T00:00:00Z')
    expect(view.find('.answer tbody').text()).toContain('43/50')
    const [, groups] = view.findAll('.builder select')
    await groups?.setValue('domain')
    await settle()
    expect(service.questions.at(-1)).toMatchObject({ groupBy: 'domain' })
    expect(view.find('a.url').text()).toContain('groupBy=domain')
  })

  it('a query has an indicator: in main the statistics of regions', async () => {
    const { view, service, settle } = await open('/main/data')
    await view.find('input[value=query]').setValue(true)
    await settle()
    expect(service.questions.at(-1)).toMatchObject({ groupBy: 'region' })
    expect(service.questions.at(-1)?.['indicator']).toMatch(/^statistics\./)
  })

  it('adds and removes what is chosen from a list', async () => {
    const { view, service, settle } = await open('/demo/data')
    await view.findAll('.list select').at(-2)?.setValue('370200')
    await settle()
    expect(service.questions.at(-1)).toMatchObject({ city: '370200' })
    await view.find('button[aria-label="去掉青岛市"]').trigger('click')
    await settle()
    expect(service.questions.at(-1)).not.toHaveProperty('city')
  })

  it('asks nothing for a period that is none, and says so at the field', async () => {
    const { view, service } = await open('/demo/data')
    const asked = service.questions.length
    const field = view.find<HTMLInputElement>('.periods input')
    await field.setValue('2025-13')
    expect(field.element.validationMessage).toContain('2026-Q3')
    expect(service.questions).toHaveLength(asked)
  })

  it('says why there are no rows, and what the service refuses', async () => {
    const empty = new OpenService()
    empty.rows = []
    const none = await open('/main/data', empty)
    expect(none.view.find('.none').text()).toContain('公开统计')
    const refusing = new OpenService()
    const issues = [{ place: '?from', rule: 'tooLarge', remedy: '缩小范围' }]
    refusing.refusal = new DataError('refused', 'x', {
      ...{ url: '/x', status: 400, problem: 'badQuery', said: null, issues },
    })
    const { view } = await open('/demo/data', refusing)
    expect(view.find('[role=alert]').text()).toContain('缩小范围')
    expect(view.find('.answer tbody').exists()).toBe(false)
  })

  it('explains every route with parameters and an example, in either language', async () => {
    const { view } = await open('/demo/data?lang=en')
    const entry = view.find('.route')
    for (const words of ['GET', '/api/{space}/data/observations', 'Cells', 'Page', '"total": 7'])
      expect(entry.text()).toContain(words)
    expect(view.find('a.url').attributes('href')).toContain('lang=en')
  })
})
