import { enableAutoUnmount, mount } from '@vue/test-utils'
import type { Pinia } from 'pinia'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { inject, nextTick } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'

import type { ProgrammeDocument } from '../../../src/contract/programme.ts'
import { REPORTED_INDICATORS } from '../../../src/domain/catalogue/index.ts'
import { packSlice } from '../../../src/domain/cube.ts'
import { indicatorsOf } from '../../../src/domain/eligibility/needs.ts'
import { NOTICES } from '../../../src/domain/eligibility/notices.ts'
import type { Locale } from '../../../src/domain/text.ts'
import { PAGE_STORAGE } from '../../../src/stores/pageStorage.ts'
import { PORTS } from '../../../src/stores/ports.ts'
import { useSpace } from '../../../src/stores/space.ts'
import EligibilityView from '../../../src/views/eligibility/EligibilityView.vue'
import { SCENARIOS } from '../../../mock/scenarios.ts'
import { makeI18n } from '../../components/mounted.ts'
import { filled } from '../../figures/simulatedSlices.ts'
import { openPage } from '../../stores/fakeService.ts'
import { FilledService } from '../wall/openWall.ts'

enableAutoUnmount(afterEach)
/** The test page lays nothing out: a grid that is said to be this large draws the rows that fit. */
beforeAll(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1000)
})
afterAll(() => void vi.restoreAllMocks())

/** The demo with every indicator that a notice reads. */
const read = new Set(NOTICES.flatMap(indicatorsOf))
const { simulation, slices } = filled(
  SCENARIOS.default,
  () => true,
  REPORTED_INDICATORS.filter(({ id }) => read.has(id)),
)

/** A service with the statements of the demo. */
class ProgrammeService extends FilledService {
  constructor(of: 'demo' | 'main') {
    super(of)
    if (of === 'demo')
      for (const slice of slices) this.documents.set(slice.indicator, packSlice(slice))
  }

  override readonly programme = {
    programme: (): Promise<ProgrammeDocument> =>
      Promise.resolve({
        ...{ version: 1, ruleSets: [], scoreCards: [], lists: [], scores: [], caseSteps: [] },
        statements: simulation.statements.map((one) => ({
          ...one,
          by: 'simulator',
          date: '2026-11-22',
        })),
      }),
  }
}

async function opened(query = '', locale: Locale = 'zh-CN', of: 'demo' | 'main' = 'demo') {
  const page = openPage(new ProgrammeService(of))
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/:space/eligibility', component: EligibilityView },
      { path: '/:rest(.*)*', component: { render: () => null } },
    ],
  })
  await router.push(`/${of}/eligibility?${query}`)
  page.run(() => useSpace().lookAt(of))
  const pinia = page.app.config.globalProperties['$pinia'] as Pinia
  const view = mount(EligibilityView, {
    attachTo: document.body,
    global: {
      plugins: [pinia, makeI18n(locale), router],
      provide: {
        [PORTS as symbol]: page.run(() => inject(PORTS)),
        [PAGE_STORAGE as symbol]: null,
      },
    },
  })
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 4; turn++) await page.settle()
    await nextTick()
  }
  await settle()
  return { view, router, settle }
}
type Opened = Awaited<ReturnType<typeof opened>>

const countIn = ({ view }: Opened, word: string): number => {
  const button = view.findAll('.pick').find((one) => one.text().includes(word))
  return Number(button?.get('b').text() ?? NaN)
}

describe('the page of eligibility', () => {
  it('opens with all brains, their verdicts and counts that add up', async () => {
    const page = await opened('batch=2023')
    expect(page.view.get('h1').text()).toBe('申报条件')
    const words = ['原则上通过', '豁免', '待补', '未通过']
    const rest = words.reduce((sum, word) => sum + countIn(page, word), 0)
    const rows = Number(page.view.get('[role="table"]').attributes('aria-rowcount')) - 1
    expect(Number(page.view.findAll('.pick b').at(-1)?.text()) + rest).toBe(rows)
    expect(page.view.get('.body [role="row"] .whole').text()).toBe('未通过')
    expect(page.view.get('.body [role="row"]').text()).toMatch(/未通过：|未通过 \d+ 项/)
    expect(page.view.findAll('.body [role="row"]').length).toBeGreaterThan(5)
  })

  it('keeps those of one verdict', async () => {
    const page = await opened('batch=2023')
    const unknown = countIn(page, '待补')
    const button = page.view.findAll('.pick').find((one) => one.text().includes('待补'))
    await button?.trigger('click')
    await page.settle()
    expect(page.view.get('[role="table"]').attributes('aria-rowcount')).toBe(`${unknown + 1}`)
    expect(page.router.currentRoute.value.query['verdict']).toBe('unknown')
  })

  it('opens one brain with each clause, its evidence and where it is traced', async () => {
    const { view } = await opened('tab=brain&brain=sim-001&batch=2023')
    const clauses = view.findAll('.clauses tbody > tr')
    expect(clauses).toHaveLength(7)
    expect(clauses[0]?.find('a').attributes('href')).toContain(
      '/demo/trace/cluster.revenue/sim-001/2025-12',
    )
    expect(view.find('form.state').exists()).toBe(false)
  })

  it('has tabs for the keyboard, and goes back to the last one', async () => {
    const { view, router, settle } = await opened('batch=2023')
    const tabs = view.findAll('[role="tab"]')
    expect(tabs.map((tab) => tab.attributes('tabindex'))).toEqual(['0', '-1', '-1', '-1'])
    const panel = tabs[0]?.attributes('aria-controls') ?? ''
    expect(view.get(`#${panel}`).attributes('role')).toBe('tabpanel')
    await tabs[0]?.trigger('keydown', { key: 'ArrowLeft' })
    expect(document.activeElement).toBe(tabs[3]?.element)
    await tabs[3]?.trigger('keydown', { key: 'Home' })
    expect(document.activeElement).toBe(tabs[0]?.element)
    await tabs[3]?.trigger('click')
    await settle()
    expect(router.currentRoute.value.query['tab']).toBe('rules')
    router.back()
    await settle()
    expect(router.currentRoute.value.query['tab']).toBeUndefined()
  })

  it('says that an output value of 2025 has no floor, until one is set', async () => {
    const { view, settle } = await opened('tab=whatif&batch=2025')
    expect(view.get('.handles .state').text()).toContain('今未设下限')
    const handle = view.get('.handle input[type="range"]')
    expect(handle.attributes('aria-valuetext')).toBe('100 亿元')
    const takes = view.findAll('.export-button').map((one) => one.attributes('aria-label'))
    expect(new Set(takes).size).toBe(takes.length)
    expect(takes.every((name) => name?.startsWith('导出：'))).toBe(true)
    await view.get('.handles .switch input').setValue(true)
    await settle()
    expect(view.find('.handles .state').exists()).toBe(false)
    expect(view.findAll('.handle')).toHaveLength(2)
  })

  it('moves a threshold: counts, map and list change together, the address follows', async () => {
    const page = await opened('tab=whatif&batch=2023')
    const { view, router, settle } = page
    expect(view.get('[role="note"]').text()).toContain('测算，非实绩')
    const before = Number(view.get('.sides b').text())
    expect(before).toBeGreaterThan(10)
    const slider = view
      .findAll('.handle')
      .find((one) => one.text().includes('创新平台'))
      ?.get('input[type="range"]')
    await slider?.setValue('5')
    const after = Number(view.get('.sides b').text())
    expect(after).toBeLessThanOrEqual(before)
    expect(view.get('.counts').text()).toContain(`${before}`)
    const list = view.get('.changes [role="table"]')
    const said = [...view.get('.changes .finding').text().matchAll(/\d+/g)].map(Number)
    const moved = said.reduce((sum, count) => sum + count, 0)
    expect(moved).toBeGreaterThan(0)
    expect(list.attributes('aria-rowcount')).toBe(`${moved + 1}`)
    expect(list.findAll('.body [role="row"]')[0]?.text()).toMatch(/进入|退出|改判/)
    await slider?.trigger('change')
    await settle()
    expect(router.currentRoute.value.query['a']).toBe('innovationPlatforms=5')
  })

  it('shows the chosen one of two scenarios everywhere, its sentence above all', async () => {
    const link = 'tab=whatif&batch=2023&a=innovationPlatforms=10'
    const { view, router, settle } = await opened(link)
    const lead = () => view.get('.lead p').text()
    expect(lead()).toContain('判定有变')
    await view.findAll('.sides button')[1]?.trigger('click')
    await settle()
    expect(router.currentRoute.value.query['side']).toBe('b')
    expect(lead()).toContain('判定不变')
    expect(view.get('.counts .finding').text()).toBe(lead())
  })

  it('says on main that nobody can be judged, and still shows the rules', async () => {
    const { view } = await opened('', 'zh-CN', 'main')
    expect(view.text()).toContain('不作判定')
    const rules = await opened('tab=rules', 'en', 'main')
    expect(rules.view.text()).toContain('Cluster revenue')
    expect(rules.view.text()).not.toMatch(/eligibility\.\w/)
  })
})
