import { enableAutoUnmount, RouterLinkStub } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'

import FigureTable from '../../src/components/FigureTable.vue'
import PickChart from '../../src/components/PickChart.vue'
import { layOut } from './laidOut.ts'
import { figureOf, mounted } from './mounted.ts'

enableAutoUnmount(afterEach)

layOut({ width: 600, height: 300 })
vi.mock('../../src/components/canDraw.ts', () => ({ canDraw: () => true }))
vi.mock('../../src/components/FigureChart.vue', () => ({ default: { template: '<i />' } }))

const figure = figureOf('domain-revenue')
if (figure.kind !== 'bar') throw new Error(figure.kind)

type Chart = { onKey: (event: KeyboardEvent) => void; leave: () => void }

async function open(props: Record<string, unknown> = {}) {
  const view = mounted(PickChart, { figure, ...props })
  await nextTick()
  const press = async (key: string): Promise<boolean> => {
    const event = new KeyboardEvent('keydown', { key, cancelable: true })
    ;(view.vm as unknown as Chart).onKey(event)
    await nextTick()
    return event.defaultPrevented
  }
  const said = (): string => view.get('[aria-live]').text()
  return { view, press, said }
}

describe('a chart that is worked by keys', () => {
  it('walks its bars by arrows and says each one', async () => {
    const { press, said } = await open()
    expect(said()).toBe('')
    expect(await press('ArrowDown')).toBe(true)
    expect(said()).toContain(figure.rows[0]!.label)
    await press('ArrowDown')
    expect(said()).toContain(figure.rows[1]!.label)
    await press('End')
    expect(said()).toContain(figure.rows.at(-1)!.label)
  })

  it('picks what the cursor is on by Enter, and leaves it by Escape', async () => {
    const { view, press, said } = await open()
    expect(await press('Enter')).toBe(false)
    await press('ArrowDown')
    expect(await press('Enter')).toBe(true)
    expect(view.emitted('pick')).toEqual([[figure.rows[0]!.id, null]])
    expect(await press('Escape')).toBe(true)
    expect(said()).toBe('')
    expect(view.find('.readout').exists()).toBe(false)
    expect(await press('Escape')).toBe(false)
    expect(await press('Enter')).toBe(false)
  })

  it('shows the same words under the pointer, without saying them', async () => {
    const { view, press, said } = await open()
    await press('Home')
    const shown = view.get('.readout').text()
    ;(view.vm as unknown as Chart).leave()
    await nextTick()
    const y = (300 * 0.5) / figure.rows.length
    await view.get('.picked').trigger('pointermove', { clientX: 300, clientY: y })
    expect(view.get('.readout').text()).toBe(shown)
    expect(said()).toBe('')
    await view.get('.picked').trigger('click', { clientX: 300, clientY: y })
    expect(view.emitted('pick')).toEqual([[figure.rows[0]!.id, null]])
    await view.get('.picked').trigger('pointerleave')
    expect(view.find('.readout').exists()).toBe(false)
  })

  it('picks no row that is a sum', async () => {
    const rows = [{ ...figure.rows[0]!, sum: true }]
    const { view, press } = await open({ figure: { ...figure, rows } })
    await press('ArrowDown')
    expect(await press('Enter')).toBe(false)
    expect(view.emitted('pick')).toBeUndefined()
  })

  it('leads from the numbers of a bar to where they come from, by name', async () => {
    const { view } = await open({ linkOf: (row: number) => (row === 0 ? '/trace' : null) })
    const links = view.findAllComponents(RouterLinkStub)
    expect(links.map((link) => link.props('to'))).toEqual(['/trace'])
    expect(links[0]!.attributes('aria-label')).toContain(figure.rows[0]!.label)
  })
})

describe('a table that is worked by keys', () => {
  const table = {
    columns: ['市', '亿元'],
    rows: [
      ['济南', '1,234'],
      ['菏泽', '未报送'],
    ],
  }

  it('offers a button for what can be picked and a link for a number, not for a reason', async () => {
    const view = mounted(FigureTable, {
      table,
      picks: { rows: ['370100', null], columns: [null, 'x'] },
      traceOf: (row: number, column: number) => (column === 1 ? `/trace/${row}` : null),
    })
    expect(view.findAll('button').map((button) => button.text())).toEqual(['亿元', '济南'])
    await view.get('tbody button').trigger('click')
    await view.get('thead button').trigger('click')
    expect(view.emitted('pick')).toEqual([['370100'], ['x']])
    const links = view.findAllComponents(RouterLinkStub)
    expect(links.map((link) => link.props('to'))).toEqual(['/trace/0'])
  })
})
