import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'

import type { Client } from '../../../src/data/client.ts'
import TraceView from '../../../src/views/desk/TraceView.vue'
import { worldOf, type ScenarioId } from '../../figures/scenarios.ts'
import { failure } from '../../stores/fakeService.ts'
import { openDeskPage } from './openPage.ts'

enableAutoUnmount(afterEach)

type History = Pick<Client, 'observations' | 'report'>
const open = (space: 'main' | 'demo', rest: string, history: Partial<History> = {}) =>
  openDeskPage(TraceView, '/:space/trace/:indicator/:entity/:period', `/${space}/trace/${rest}`, {
    of: (space === 'main' ? 'main' : 'small') satisfies ScenarioId,
    history,
  })

const BRAIN = worldOf('small').brains?.[0]
if (!BRAIN) throw new Error('a world without brains')

/** 100 reported on time, 120 three work days late, with a reason. */
const revised = (source: string | null = null): History => ({
  observations: (_, cell) =>
    Promise.resolve({
      observations: [2, 1].map((seq) => ({
        ...{ ...cell, seq, value: 80 + 20 * seq, absent: null, report: `R${seq}` },
        status: seq === 2 ? ('revised' as const) : ('final' as const),
        origin: source ? ('public' as const) : ('simulated' as const),
        knownAt: seq === 2 ? '2026-10-20T02:00:00.000Z' : '2026-10-15T02:00:00.000Z',
      })),
    }),
  report: (_, id) =>
    Promise.resolve({
      ...{ id, brain: source ? null : BRAIN.id, period: source ? null : '2026-09', source },
      ...{ by: '模拟', reason: id === 'R2' ? '漏报企业补报' : null, sha256: 'ab'.repeat(32) },
      ...{ receivedAt: '2026-11-22T00:00:00.000Z', cells: 35 },
      knownAt: id === 'R2' ? '2026-10-20T02:00:00.000Z' : '2026-10-15T02:00:00.000Z',
    }),
})

describe('the trace of a brain’s number', () => {
  it('shows each revision from old to new with time, sender and reason, newest first', async () => {
    const { view } = await open('demo', `cluster.revenue/${BRAIN.id}/2026-09`, revised())
    const rows = view.findAll('tbody tr').map((row) => row.text())
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatch(/2026-10-20 10:00.*修订.*100\.00.*→.*120\.00.*模拟.*漏报企业补报.*R2/)
    expect(rows[1]).toMatch(/2026-10-15 10:00.*首次报送.*100\.00.*R1/)
    expect(view.get('.sentence').text()).toContain('修订过 1 次')
  })

  it('shows every report with its hash, cells, due day and lateness', async () => {
    const { view } = await open('demo', `cluster.revenue/${BRAIN.id}/2026-09`, revised())
    const [late, onTime] = view.findAll('article').map((report) => report.text())
    expect(late).toContain('应于 2026-10-15 前报送，迟报 3 个工作日')
    expect(onTime).toContain('当日送达')
    expect(late).toContain('ab'.repeat(32))
    expect(late).toContain('35')
  })

  it('names the file and the cell that it came from; the file is for those who may have it', async () => {
    const history = revised()
    const file = { name: '九月.xlsx', sha256: 'cd'.repeat(32) }
    const { view } = await open('demo', `cluster.revenue/${BRAIN.id}/2026-09`, {
      observations: async (...asked) => {
        const { observations } = await history.observations(...asked)
        const place = { sheet: '报送', cell: 'F8' }
        return { observations: observations.map((one) => ({ ...one, place })) }
      },
      report: async (...asked) => ({
        ...(await history.report(...asked)),
        ...{ by: 'user:李敏', file, undoes: asked[1] === 'R2' ? 'R1' : null },
      }),
    })
    const [latest] = view.findAll('article')
    expect(latest?.text()).toMatch(/R2 · 李敏.*撤销 R1.*来源文件.*九月\.xlsx.*位置.*报送!F8/)
    expect(latest?.find('a').exists()).toBe(false)
  })

  it('says that a brain known from publications only has not reported', async () => {
    const [brain] = worldOf('main').brains ?? []
    const { view } = await open('main', `cluster.revenue/${brain?.id}/2026-10`)
    expect(view.get('.value').text()).toContain('未公开')
    expect(view.text()).toContain('尚未公开，也未接入报送')
    expect(view.find('table').exists()).toBe(false)
  })

  it('says why the history could not be read', async () => {
    const { view } = await open('demo', `cluster.revenue/${BRAIN.id}/2026-09`, {
      observations: () => Promise.reject(failure('offline')),
    })
    expect(view.get('[role="alert"]').text()).toContain('连接不上服务')
  })
})

describe('the trace of a total', () => {
  it('shows the formula and every brain with a way to its own trace', async () => {
    const { view } = await open('demo', 'cluster.revenue/all/2026-10')
    expect(view.text()).toContain('合计 = Σ 各脑报送值')
    const rows = view.findAll('tbody tr')
    expect(rows).toHaveLength(worldOf('small').brains?.length ?? 0)
    const href = rows[0]?.findAll('a').at(-1)?.attributes('href')
    expect(href).toMatch(/^\/demo\/trace\/cluster\.revenue\/[\w-]+\/2026-10$/)
  })

  it('shows by what a rate is weighed', async () => {
    const { view } = await open('demo', 'compute.rackUtilisation/all/2026-10')
    expect(view.text()).toContain('÷ Σ 各脑建成标准机架数')
  })
})

describe('the trace of a published number', () => {
  it('shows the publication with title, publisher, date and 待核, and the other published numbers', async () => {
    const source = worldOf('main').sources?.find(({ confidence }) => confidence === 'C')
    const { view } = await open(
      'main',
      'statistics.valueAddedGrowth/370600/2025-06',
      revised(source?.id),
    )
    const report = view.get('article').text()
    for (const part of [source?.title, source?.publisher, source?.date, '待核'])
      expect(report).toContain(part)
    expect(report).not.toContain('前报送')
    expect(view.get('.value').text()).toContain('13.4')
    expect(view.get('aside').text()).toContain('烟台市')
  })
})

describe('a link that nothing bears', () => {
  it('opens the nearest number and names what was left out', async () => {
    const { view } = await open('demo', 'no.such/nobody/2099-01')
    expect(view.get('.notice').text()).toContain('no.such、nobody、2099-01')
    expect(view.get('h1').text()).toBe('全省 · 集群营业收入')
  })
})
