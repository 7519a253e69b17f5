import { RouterLinkStub } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'

import { brainIndicators } from '../../../src/figures/brain/brainIndicators.ts'
import { brainKpis } from '../../../src/figures/brain/brainKpis.ts'
import { lifecycleTrack } from '../../../src/figures/brain/lifecycleTrack.ts'
import { thresholdRows } from '../../../src/figures/brain/thresholdRows.ts'
import { platformMatrix } from '../../../src/figures/platforms/platformMatrix.ts'
import IndicatorGroups from '../../../src/views/brain/IndicatorGroups.vue'
import KpiRow from '../../../src/views/brain/KpiRow.vue'
import ThresholdList from '../../../src/views/brain/ThresholdList.vue'
import TrackAxis from '../../../src/views/brain/TrackAxis.vue'
import EntityChips from '../../../src/views/compare/EntityChips.vue'
import PlatformTable from '../../../src/views/platforms/PlatformTable.vue'
import { mounted } from '../../components/mounted.ts'
import { fullScenario } from '../../figures/fullScenario.ts'

const context = fullScenario()
const brain = context.cube.brains.find(({ id }) => context.states.get(id)?.stage === 'pilot')!
const router = createRouter({
  history: createMemoryHistory(),
  routes: [{ path: '/:rest(.*)*', component: { template: '<i />' } }],
})
const show = (component: object, props: Record<string, unknown>) =>
  mounted(component, props, { plugins: [router] })

afterEach(() => (document.body.innerHTML = ''))

describe('the parts of a profile', () => {
  it('lead from every printed value to where it comes from', () => {
    const groups = brainIndicators()(context, brain.id)
    const page = show(IndicatorGroups, { id: brain.id, groups, caption: '全部指标' })
    const links = page.findAllComponents(RouterLinkStub).map((link) => link.props('to'))
    expect(links).toContainEqual({
      path: `/main/trace/cluster.revenue/${brain.id}/2026-10`,
      query: {},
    })
    expect(page.get('caption').text()).toBe('全部指标')
    expect(page.findAll('tbody')).toHaveLength(groups.length)
  })

  it('show six figures, five of which can be followed', () => {
    const page = show(KpiRow, { id: brain.id, kpis: brainKpis(context, brain.id) })
    expect(page.findAll('li')).toHaveLength(6)
    expect(page.findAll('a')).toHaveLength(5)
  })

  it('name every event of the lifecycle with its day', () => {
    const track = lifecycleTrack(context, brain.id)!
    const page = show(TrackAxis, { track, today: context.today })
    expect(page.findAll('time').map((day) => day.text())).toEqual(
      track.points.map(({ date }) => date),
    )
  })

  it('set values against thresholds without a word of judgement', () => {
    const table = thresholdRows(context, brain)!
    const page = show(ThresholdList, { id: brain.id, table, caption: '门槛' })
    expect(page.findAll('tbody tr')).toHaveLength(table.rows.length)
    expect(page.text()).not.toMatch(/达标|符合|不合格/)
  })
})

describe('the table of platforms', () => {
  it('says by which column it is sorted and asks for another one', async () => {
    const matrix = platformMatrix(context, null)
    const props = { matrix, rows: matrix.rows, by: 'compute', ascending: false }
    const page = show(PlatformTable, props)
    expect(page.findAll('[aria-sort="descending"]')).toHaveLength(1)
    await page.findAll('thead button')[2]?.trigger('click')
    expect(page.emitted('sort')).toEqual([['data']])
  })
})

describe('the chosen of a comparison', () => {
  it('can be focused and taken out one by one', async () => {
    const entities = [
      { id: 'a', name: '甲' },
      { id: 'b', name: '乙' },
    ]
    const page = show(EntityChips, { entities, focus: 'b' })
    expect(page.findAll('[aria-pressed="true"]').map((one) => one.text())).toEqual(['乙'])
    await page.get('[aria-label="移除甲"]').trigger('click')
    expect(page.emitted('remove')).toEqual([['a']])
  })
})
