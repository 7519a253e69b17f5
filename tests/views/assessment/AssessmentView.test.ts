import { enableAutoUnmount, mount } from '@vue/test-utils'
import type { Pinia } from 'pinia'
import { inject, nextTick } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'

import type { ProgrammeDocument } from '../../../src/contract/programme.ts'
import { demoCard } from '../../../src/domain/assessment/cards/demoCard.ts'
import { packSlice } from '../../../src/domain/cube.ts'
import { lastScored, scoreView } from '../../../src/figures/programme/scoreView.ts'
import { PAGE_STORAGE } from '../../../src/stores/pageStorage.ts'
import { PORTS } from '../../../src/stores/ports.ts'
import { useSpace } from '../../../src/stores/space.ts'
import AssessmentView from '../../../src/views/assessment/AssessmentView.vue'
import { rebalanced, weightsOf, weightsText } from '../../../src/views/assessment/weights.ts'
import { makeI18n } from '../../components/mounted.ts'
import { scoreContext } from '../../figures/programme/scoreWorld.ts'
import { worldOf, type ScenarioId } from '../../figures/scenarios.ts'
import { openPage } from '../../stores/fakeService.ts'
import { FilledService } from '../wall/openWall.ts'

enableAutoUnmount(afterEach)
/** The test page lays nothing out: a table that is said to be this large draws the rows that fit. */
beforeAll(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1000)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(600)
})
afterAll(() => void vi.restoreAllMocks())

const NOTHING: ProgrammeDocument = {
  ...{ version: 1, ruleSets: [], scoreCards: [], lists: [], statements: [] },
  ...{ scores: [], caseSteps: [] },
}

class ProgrammeService extends FilledService {
  override readonly programme = { programme: () => Promise.resolve(NOTHING) }
}

async function opened(query = '', of: ScenarioId = 'demo') {
  const service = new ProgrammeService(of)
  if (of === 'demo')
    for (const slice of scoreContext().cube.slices.values())
      service.documents.set(slice.indicator, packSlice(slice))
  const page = openPage(service)
  const space = worldOf(of).space ?? 'main'
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/:space/assessment', component: AssessmentView },
      { path: '/:rest(.*)*', component: { render: () => null } },
    ],
  })
  await router.push(`/${space}/assessment?${query}`)
  page.run(() => useSpace().lookAt(space))
  const pinia = page.app.config.globalProperties['$pinia'] as Pinia
  const view = mount(AssessmentView, {
    attachTo: document.body,
    global: {
      plugins: [pinia, makeI18n('zh-CN'), router],
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

it('ranks the brains with what their scores are made of, and says whose weights they are', async () => {
  const { view } = await opened()
  expect(view.get('.demo-badge').text()).toBe('演示权重')
  expect(view.get('.lead p').text()).toMatch(/居首，中位数 [\d.]+/)
  const rows = view.findAll('.body [role="row"]')
  expect(rows.length).toBeGreaterThan(5)
  const first = rows[0]?.findAll('[role="cell"]').map((cell) => cell.text())
  expect(first?.[0]).toBe('1')
  expect(rows[0]?.find('.parts').attributes('aria-label')).toMatch(/^建设进度 [\d.]+、建设成效/)
})

it('keeps filters in the address, and opens the card of a brain', async () => {
  const { view, router, settle } = await opened()
  const before = view.get('[role="table"]').attributes('aria-rowcount')
  const city = view.findAll('.bar select')[0]
  await city?.setValue(city.findAll('option')[1]?.attributes('value'))
  await settle()
  expect(router.currentRoute.value.query['city']).toMatch(/^37\d{4}$/)
  expect(Number(view.get('[role="table"]').attributes('aria-rowcount'))).toBeLessThan(
    Number(before),
  )
  await view.get('.body .name').trigger('click')
  await settle()
  expect(view.findAll('tbody tr').length).toBeGreaterThanOrEqual(15)
  expect(view.find('a[href*="/trace"]').exists()).toBe(true)
})

it('scores to an earlier month of the year', async () => {
  const { view, router, settle } = await opened()
  const ranked = () => view.findAll('.body [role="row"]').map((row) => row.text())
  const now = ranked()
  const month = view.findAll('select').find((select) => select.text().includes('2026年9月'))
  await month?.setValue('09')
  await settle()
  expect(router.currentRoute.value.query['month']).toBe('09')
  expect(ranked()).not.toEqual(now)
})

it('offers the last month with a score where a brain has none in this one', async () => {
  const { cube, today } = scoreContext()
  const view = scoreView(scoreContext(), demoCard, '2026-10')
  const late = view.ranking.find(
    ({ brain, score }) => score === null && lastScored(cube, view, brain) !== null,
  )
  expect(today).toMatch(/^2026-11/)
  const page = await opened(`tab=card&brain=${late?.brain}`)
  const offer = page.view.get('p.none button')
  expect(offer.text()).toMatch(/^看2026年\d+月的得分$/)
  await offer.trigger('click')
  await page.settle()
  expect(page.view.find('p.none').exists()).toBe(false)
  expect(page.view.find('a[href*="/trace"]').exists()).toBe(true)
})

it('tries weights out as what-if, and goes back to the card', async () => {
  const weights = weightsText(rebalanced(weightsOf(demoCard), 0, 60))
  const { view, router, settle } = await opened(`tab=cards&w=${weights}`)
  expect(view.get('.banner').text()).toContain('测算，非实绩')
  expect(view.get('.changes').text()).toMatch(/^\d+ 个产业大脑名次变动/)
  const reset = view.findAll('button').find((button) => button.text() === '恢复原权重')
  await reset?.trigger('click')
  await settle()
  expect(router.currentRoute.value.query['w']).toBeUndefined()
  expect(view.find('.changes').exists()).toBe(false)
})

it('says why nothing is scored where nothing was reported', async () => {
  const { view } = await opened('', 'main')
  expect(view.text()).toContain('没有产业大脑报送评分指标')
  expect(view.get('.reason').text()).toContain('月报台账')
  expect(view.findAll('.body [role="row"]')).toHaveLength(0)
})
