import { RouterLinkStub } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'

import { assessmentPanel } from '../../../src/figures/brain/assessmentTable.ts'
import { brainIndicators } from '../../../src/figures/brain/brainIndicators.ts'
import { brainKpis } from '../../../src/figures/brain/brainKpis.ts'
import { capacityPanel } from '../../../src/figures/brain/capacity.ts'
import { brainLifecycle } from '../../../src/figures/brain/lifecycle.ts'
import { lifecycleTrack } from '../../../src/figures/brain/lifecycleTrack.ts'
import { platformPanel } from '../../../src/figures/brain/platforms.ts'
import { thresholdPanel } from '../../../src/figures/brain/thresholds.ts'
import type { Figure } from '../../../src/figures/figure.ts'
import { absentFigure } from '../../../src/figures/meaning.ts'
import { platformMatrix } from '../../../src/figures/platforms/platformMatrix.ts'
import AssessmentList from '../../../src/views/brain/AssessmentList.vue'
import CapacityBars from '../../../src/views/brain/CapacityBars.vue'
import IndicatorGroups from '../../../src/views/brain/IndicatorGroups.vue'
import KpiRow from '../../../src/views/brain/KpiRow.vue'
import PlatformList from '../../../src/views/brain/PlatformList.vue'
import ThresholdList from '../../../src/views/brain/ThresholdList.vue'
import TrackAxis from '../../../src/views/brain/TrackAxis.vue'
import EntityChips from '../../../src/views/compare/EntityChips.vue'
import FigureSection from '../../../src/components/FigureSection.vue'
import PlatformTable from '../../../src/views/platforms/PlatformTable.vue'
import { mounted } from '../../components/mounted.ts'
import { fullScenario } from '../../figures/fullScenario.ts'
import { scenario } from '../../figures/scenarios.ts'

const context = fullScenario()
const brain = context.cube.brains.find(({ id }) => context.states.get(id)?.stage === 'pilot')!
const track = { track: lifecycleTrack(context, brain.id)!, today: context.today }
/** Numbers and days as they are printed. */
const NUMBERS = /\d[\d,.\-]*\d|\d/g
/** The printed texts of what is on the page, one by one; marks and axes are no words. */
function textsIn(node: Node): string[] {
  if (node instanceof Element && node.getAttribute('aria-hidden') === 'true') return []
  if (node.nodeType === Node.TEXT_NODE) return [node.textContent ?? '']
  return [...node.childNodes].flatMap(textsIn)
}
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

  it('judge every clause by mark and word, beside value and threshold', () => {
    const { figure, rows } = thresholdPanel(context, brain)
    const more = { path: '/main/eligibility', query: { tab: 'brain' } }
    const page = show(ThresholdList, { figure, rows, more })
    expect(page.findAll('tbody tr')).toHaveLength(figure.kind === 'table' ? figure.rows.length : 0)
    expect(page.findAll('svg.mark')).toHaveLength(rows.length)
    expect(page.text()).toContain('原则上 ≥ 100 亿元')
    expect(page.text()).toContain('待补 2 项')
    const links = page.findAllComponents(RouterLinkStub).map((link) => link.props('to'))
    expect(links).toContainEqual(more)
  })

  const panels: (readonly [
    string,
    object,
    { readonly figure: Figure; readonly group?: string },
  ])[] = [
    ['thresholds', ThresholdList, thresholdPanel(context, brain)],
    ['data centre', CapacityBars, capacityPanel(context, brain)],
    ['platforms', PlatformList, { ...platformPanel(context, brain), group: 'platform' }],
    ['warehouses', PlatformList, { ...platformPanel(context, brain), group: 'warehouse' }],
    ['assessments', AssessmentList, assessmentPanel(context, brain)],
    ['lifecycle', TrackAxis, { figure: brainLifecycle.build(context, brain), ...track }],
  ]

  it.each(panels)(
    'print no number of the %s that its figure does not print',
    (_, component, props) => {
      const { figure, ...rest } = props
      const page = show(component, component === TrackAxis ? rest : { ...props })
      const printed = new Set(JSON.stringify(figure).match(NUMBERS))
      const shown = textsIn(page.element.parentElement!).flatMap(
        (text) => text.match(NUMBERS) ?? [],
      )
      expect(shown.length).toBeGreaterThan(1)
      expect(shown.filter((number) => !printed.has(number))).toEqual([])
    },
  )

  it('of a tile without data can be asked for a file too: the dialog says why there is none', () => {
    const main = scenario('main')
    const [first] = brainKpis(main, main.cube.brains[0]!.id)
    expect(first?.figure.kind).toBe('absent')
    const page = show(KpiRow, { id: 'x', kpis: [first!] })
    expect(page.findAll('.export-button')).toHaveLength(1)
  })

  it('say why where there is nothing to draw, with the way to export beside it', () => {
    const figure = absentFigure(context, 'x', '数据中心', '未公开：该大脑尚未接入报送')
    const props = { figure }
    const options = { plugins: [router], slots: { default: '<p class="drawn" />' } }
    const page = mounted(FigureSection, props, options)
    expect(page.get('.reason').text()).toBe('未公开：该大脑尚未接入报送')
    expect(page.find('.drawn').exists()).toBe(false)
    expect(page.findAll('.export-button')).toHaveLength(1)
    const kept = mounted(FigureSection, { ...props, kept: true }, options)
    expect(kept.find('.reason').exists()).toBe(false)
    expect(kept.find('.drawn').exists()).toBe(true)
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
