import { enableAutoUnmount, RouterLinkStub } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'

import { selectionRanking } from '../../../../src/figures/desk/selectionRanking.ts'
import { selectionTable } from '../../../../src/figures/desk/selectionTable.ts'
import DeskLead from '../../../../src/views/desk/DeskLead.vue'
import DataTable from '../../../../src/views/desk/explorer/DataTable.vue'
import FacetList from '../../../../src/views/desk/explorer/FacetList.vue'
import FilterRail from '../../../../src/views/desk/explorer/FilterRail.vue'
import NothingReported from '../../../../src/views/desk/explorer/NothingReported.vue'
import ScatterChoices from '../../../../src/views/desk/explorer/ScatterChoices.vue'
import { mounted } from '../../../components/mounted.ts'
import { deskOf } from '../../../figures/desk/deskContext.ts'

enableAutoUnmount(afterEach)

const router = createRouter({
  history: createMemoryHistory(),
  routes: [{ path: '/:rest(.*)*', component: { template: '<i />' } }],
})
const show = (component: object, props: Record<string, unknown>, slots = {}) =>
  mounted(component, props, { plugins: [router], slots })

const desk = deskOf('small')

describe('the table of the explorer', () => {
  it('gives every head the room of its words', async () => {
    const rate = selectionTable.build(deskOf('small', { indicator: 'compute.rackUtilisation' }))
    const view = show(DataTable, { figure: rate, focus: null })
    await nextTick()
    const style = view.get('.head').attributes('style') ?? ''
    const widths = [...style.matchAll(/minmax\((\d+)px/g)].map(([, px]) => Number(px))
    const heads = view.findAll('[role="columnheader"] button').map((head) => head.text())
    expect(widths).toHaveLength(heads.length)
    for (const [i, head] of heads.entries())
      if (i > 0) expect(widths[i]).toBeGreaterThanOrEqual([...head].length * 9)
  })
})

describe('the filters', () => {
  it('keep the room of a symbol for a value that has none', () => {
    const facet = { label: '甲', count: 1, chosen: false }
    const view = show(FacetList, {
      title: '状态',
      facets: [
        { ...facet, value: 'a', symbol: 'pilot' },
        { ...facet, value: 'b' },
      ],
    })
    const places = view.findAll('li').map((row) => row.find('.symbol').exists())
    expect(places).toEqual([true, true])
  })

  it('say how many of the brains were not selected, and offer those of the programme', async () => {
    const isOut = ({ id }: { id: string }) => desk.states.get(id)?.stage === 'notSelected'
    const count = desk.brains.filter(isOut).length
    expect(count).toBeGreaterThan(0)
    const view = show(FilterRail, { desk })
    expect(view.get('.within').text()).toContain(`含未入选 ${count} 家`)
    await view.get('.within button').trigger('click')
    expect(view.emitted('only')).toEqual([[['pilot', 'accepted', 'designated']]])
  })

  it('say nothing of it where all are in the programme', () => {
    const brains = desk.brains.filter(({ id }) => desk.states.get(id)?.stage !== 'notSelected')
    expect(
      show(FilterRail, { desk: { ...desk, brains } })
        .find('.within')
        .exists(),
    ).toBe(false)
  })
})

describe('where nothing is reported', () => {
  const nothing = deskOf('main')
  const figure = selectionRanking.build(nothing)

  it('says why, what will stand here, and leads to what there is', async () => {
    if (figure.kind !== 'absent') throw new Error(figure.kind)
    const view = show(NothingReported, { figure, desk: nothing })
    expect(view.text()).toContain(figure.reason)
    expect(view.text()).toContain('大脑排名')
    const links = view
      .findAllComponents(RouterLinkStub)
      .map((link) => (link.props('to') as { path: string }).path)
    expect(links).toEqual(['/main/compare', '/main/indicators', '/main/data'])
    await view.findAll('button')[0]!.trigger('click')
    expect(view.emitted('show')?.[0]).toMatchObject([{ measure: 'value' }])
  })
})

describe('the choices of a page', () => {
  it('of the scatter are its second axis and the size of its points', async () => {
    const view = show(ScatterChoices, { desk })
    const [versus, size] = view.findAll('select')
    await versus!.setValue('compute.racksPlanned')
    await size!.setValue('compute.racksInUse')
    expect(view.emitted('change')).toEqual([
      [{ versus: 'compute.racksPlanned' }],
      [{ size: 'compute.racksInUse' }],
    ])
  })

  it('stand below its title, its finding and what a link named in vain', () => {
    const view = show(
      DeskLead,
      { title: '对比', finding: '青岛最高。', dropped: '已略过 x' },
      { default: '<button>甲</button>' },
    )
    expect(view.get('h1').text()).toBe('对比')
    expect(view.text()).toContain('青岛最高。')
    expect(view.get('[role="status"]').text()).toBe('已略过 x')
    expect(view.get('.tools').text()).toBe('甲')
  })
})
