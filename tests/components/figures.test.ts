import { enableAutoUnmount, RouterLinkStub } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'

import { SHAPES } from '../../src/charts/symbols.ts'
import { canDraw } from '../../src/components/canDraw.ts'
import FigureBody from '../../src/components/FigureBody.vue'
import FigureDetail from '../../src/components/FigureDetail.vue'
import FigureFrame from '../../src/components/FigureFrame.vue'
import FigureTable from '../../src/components/FigureTable.vue'
import KpiTile from '../../src/components/KpiTile.vue'
import SparkLine from '../../src/components/SparkLine.vue'
import StatusSymbol from '../../src/components/StatusSymbol.vue'
import TimelineList from '../../src/components/TimelineList.vue'
import type { Figure } from '../../src/figures/figure.ts'
import type { KpiFigure } from '../../src/figures/kinds/kpiFigure.ts'
import type { Symbol } from '../../src/figures/kinds/symbol.ts'
import { valuesOf } from '../../src/export/values.ts'
import { tableOf } from '../../src/figures/tableOf.ts'
import { figureOf, figuresOf, mounted } from './mounted.ts'

enableAutoUnmount(afterEach)

const kpi = (id: string, of: 'small' | 'absent' | 'main' = 'small'): KpiFigure => {
  const figure = figureOf(id, of)
  if (figure.kind !== 'kpi') throw new Error(`${id} is ${figure.kind}`)
  return figure
}

describe('a KPI tile', () => {
  it('shows name, value with unit, what it covers and one comparison', () => {
    const figure = kpi('cluster-revenue')
    const text = mounted(KpiTile, { figure }).text()
    for (const part of [figure.title, figure.value.text, figure.value.unit, figure.meta])
      expect(text).toContain(part)
    expect(text).toContain(figure.comparison?.text)
  })

  it('marks a fall against the goal with more than a colour', () => {
    const figure = kpi('counted-brains')
    const tile = (below: boolean) =>
      mounted(KpiTile, { figure: { ...figure, comparison: { text: '目标 50 个', below } } }).text()
    expect(tile(true)).toMatch(/▼/)
    expect(tile(false)).not.toMatch(/▼/)
  })

  it('says why there is no value, and shows no zero', () => {
    const figure = figureOf('cluster-revenue', 'main')
    if (figure.kind !== 'absent') throw new Error(figure.kind)
    const text = mounted(KpiTile, { figure }).text()
    expect(text).toContain(figure.title)
    expect(text).toContain(figure.reason)
    expect(text).not.toMatch(/\d/)
  })

  it('prints the reason of an absent value in its place', () => {
    const tile = mounted(KpiTile, { figure: kpi('cluster-revenue', 'absent') })
    expect(tile.get('.value').text()).toBe('未报送')
  })

  it('has a sparkline where there is a history, and none without', () => {
    expect(
      mounted(KpiTile, { figure: kpi('racks-in-use') })
        .findComponent(SparkLine)
        .exists(),
    ).toBe(true)
    expect(
      mounted(KpiTile, { figure: kpi('cited-press', 'main') })
        .findComponent(SparkLine)
        .exists(),
    ).toBe(false)
  })
})

describe('a sparkline', () => {
  it('shows its goal only where there is one, and hides from screen readers', () => {
    const line = (goal: number | null) => mounted(SparkLine, { values: [1, 2, 3], goal })
    expect(line(50).find('.goal').exists()).toBe(true)
    expect(line(null).find('.goal').exists()).toBe(false)
    expect(line(null).attributes('aria-hidden')).toBe('true')
  })
})

describe('the frame of a figure', () => {
  const figure = figureOf('domain-revenue')
  const slots = { default: '<p>body</p>' }

  it('is a figure named by title and finding', () => {
    const frame = mounted(FigureFrame, { figure }, { slots })
    const root = frame.get('[role="figure"]')
    expect(root.attributes('aria-label')).toContain(figure.title)
    expect(root.attributes('aria-label')).toContain(figure.finding)
    expect(root.attributes('tabindex')).toBe('0')
    expect(frame.text()).toContain('body')
  })

  it('prints title, unit and period of its figure', () => {
    const text = mounted(FigureFrame, { figure }, { slots }).text()
    for (const part of [figure.title, figure.unit, figure.period]) expect(text).toContain(part)
  })

  it('opens on Enter and on its title', async () => {
    const frame = mounted(FigureFrame, { figure }, { slots })
    await frame.get('[role="figure"]').trigger('keydown', { key: 'Enter' })
    expect(frame.emitted('open')).toHaveLength(1)
    await frame.get('h2').trigger('click')
    expect(frame.emitted('open')).toHaveLength(2)
    await frame.get('[role="figure"]').trigger('keydown', { key: 'ArrowRight' })
    expect(frame.emitted('open')).toHaveLength(2)
  })

  it('has a name while its figure is still loading', () => {
    const frame = mounted(FigureFrame, { figure: null, title: '分领域' }, { slots })
    expect(frame.get('[role="figure"]').attributes('aria-label')).toBe('分领域')
  })
})

describe('a table', () => {
  const table = {
    columns: ['市', '亿元', '同比 %'],
    rows: [
      ['2023', '1,234.5', '\u22120.6'],
      ['<b>济南</b>', '未报送', '—'],
    ],
  }

  it('has a head cell for every column and a cell for every value', () => {
    const shown = mounted(FigureTable, { table, caption: '各市' })
    expect(shown.findAll('th[scope="col"]').map((cell) => cell.text())).toEqual(table.columns)
    expect(shown.findAll('tbody tr')).toHaveLength(2)
    expect(shown.findAll('td').map((cell) => cell.text())).toEqual(table.rows.flat())
    expect(shown.get('caption').text()).toBe('各市')
  })

  it('sets numbers to the right, and neither names nor reasons', () => {
    const cells = mounted(FigureTable, { table }).findAll('td')
    const right = cells.map((cell) => cell.classes('number'))
    expect(right).toEqual([false, true, true, false, false, true])
  })

  it('prints markup in a name as text', () => {
    expect(mounted(FigureTable, { table }).find('b').exists()).toBe(false)
  })
})

describe('the detail of a figure', () => {
  const detailOf = (id: string) => {
    const figure = figureOf(id, 'main')
    return { figure, detail: mounted(FigureDetail, { figure }) }
  }

  it('leads to the dictionary for every indicator it is made of, and nowhere without one', () => {
    const links = (figure: Figure) =>
      mounted(FigureDetail, { figure })
        .findAllComponents(RouterLinkStub)
        .map((link) => (link.props('to') as { path: string }).path)
    expect(links(figureOf('cluster-revenue'))).toEqual(['/main/indicators/cluster.revenue'])
    expect(links(figureOf('cited-press', 'main'))).toEqual([])
  })

  it('shows finding, 口径, source, and the table', () => {
    const { figure, detail } = detailOf('cited-press')
    const text = detail.text()
    for (const part of [figure.title, figure.finding, figure.definition, figure.source])
      expect(text).toContain(part)
    expect(text).toContain('统计口径')
    for (const cell of tableOf(figure).rows.flat()) expect(text).toContain(cell)
  })

  it('names every publication, and marks with 待核 just those that are reprints', () => {
    const figure = figureOf('public-map', 'main')
    const citation = { title: 'T', publisher: 'P', date: '2025' }
    const cited = {
      ...figure,
      citations: [
        { ...citation, unverified: true },
        { ...citation, title: 'U', unverified: false },
      ],
    }
    const text = mounted(FigureDetail, { figure: cited }).text()
    expect(text).toContain('《T》')
    expect(text).toContain('《U》')
    expect(text.match(/待核/g)).toHaveLength(1)
  })

  it('lists two sources of one title as two', () => {
    const figure = figureOf('named-brains', 'main')
    const twice = { title: 'T', publisher: 'P', date: '2025', unverified: false }
    const text = mounted(FigureDetail, { figure: { ...figure, citations: [twice, twice] } }).text()
    expect(text.match(/《T》/g)).toHaveLength(2)
  })

  it('has a button that closes it', async () => {
    const { detail } = detailOf('named-brains')
    await detail.get('header > button').trigger('click')
    expect(detail.emitted('close')).toHaveLength(1)
  })

  it('leaves out what a figure does not have', () => {
    const bare = { ...figureOf('onboarding', 'main'), scope: '', notes: [], citations: [] }
    const text = mounted(FigureDetail, { figure: bare }).text()
    expect(text).not.toContain('覆盖')
    expect(text).not.toContain('获知时间')
  })
})

describe('a symbol', () => {
  it.each(Object.keys(SHAPES) as Symbol[])('%s has a shape of its own kind', (symbol) => {
    const drawn = mounted(StatusSymbol, { symbol })
    expect(drawn.findAll('path, circle, rect').length).toBeGreaterThan(0)
    expect(drawn.html()).not.toMatch(/undefined|NaN/)
  })

  it('looks the same for the same shape and different for another', () => {
    const pictures = new Map<string, string>()
    for (const [symbol, shape] of Object.entries(SHAPES)) {
      const picture = mounted(StatusSymbol, { symbol })
        .html()
        .replace(/(fill|stroke)="#[0-9A-Fa-f]+"/g, '')
      expect(pictures.get(shape) ?? picture).toBe(picture)
      pictures.set(shape, picture)
    }
    expect(new Set(pictures.values()).size).toBe(pictures.size)
  })
})

describe('a timeline', () => {
  const entries = ['designated', null, 'rectification'].map((symbol, i) => ({
    ...{ id: `${i}`, date: `11-0${i + 1}`, symbol, text: `事项 ${i}` },
  }))
  const figure = { ...figureOf('recent-changes'), kind: 'timeline', entries }

  it('shows as many entries as asked, newest first as given', () => {
    const shown = (limit: number) =>
      mounted(TimelineList, { figure, limit })
        .findAll('li')
        .map((item) => item.text())
    expect(shown(2)).toEqual(['11-01事项 0', '11-02事项 1'])
    expect(shown(9)).toHaveLength(3)
  })

  it('leaves the year to the page beside it, and to files what stands in them alone', () => {
    const changes = figureOf('recent-changes', 'demo')
    if (changes.kind !== 'timeline') throw new Error(changes.kind)
    const item = mounted(TimelineList, { figure: changes, limit: 1 }).get('time').text()
    const [row] = tableOf(changes).rows
    expect([item, row?.[0]]).toEqual([
      expect.stringMatching(/^\d\d-\d\d$/) as string,
      expect.stringMatching(/^2026-\d\d-\d\d$/) as string,
    ])
    expect(row?.[0]).toContain(item)
    expect(valuesOf(changes).rows[0]?.[0]).toBe(row?.[0])
  })

  it('has a symbol only where something changed', () => {
    expect(mounted(TimelineList, { figure, limit: 3 }).findAll('svg')).toHaveLength(2)
  })
})

describe('a figure of any kind, in a browser that refuses to draw', () => {
  const figures = [...figuresOf('small'), ...figuresOf('main')]
  const byKind = new Map(figures.map((figure) => [figure.kind, figure]))

  it('covers every kind', () => {
    expect(canDraw()).toBe(false)
    const kinds = ['absent', 'area', 'bar', 'flow', 'kpi', 'map', 'table', 'timeline', 'units']
    expect([...byKind.keys()]).toEqual(expect.arrayContaining(kinds))
  })

  it.each(['area', 'bar', 'flow', 'map', 'units'] as const)(
    'says why %s is not drawn and gives the table',
    (kind) => {
      const figure = byKind.get(kind)!
      const body = mounted(FigureBody, { figure }, { look: 'desk' })
      expect(body.text()).toContain('浏览器拒绝绘图')
      expect(body.findAll('tbody tr')).toHaveLength(tableOf(figure).rows.length)
    },
  )

  it('gives the table on a wall from the newest month on', () => {
    const figure = byKind.get('area')!
    const body = mounted(FigureBody, { figure })
    const { rows } = tableOf(figure)
    expect(body.text()).toContain('浏览器拒绝绘图')
    expect(body.get('tbody tr').text()).toContain(rows.at(-1)![0])
  })

  it('shows a KPI, a timeline and a table as they are', () => {
    for (const kind of ['kpi', 'timeline', 'table'] as const) {
      const body = mounted(FigureBody, { figure: byKind.get(kind) })
      expect(body.text().length).toBeGreaterThan(5)
      expect(body.text()).not.toContain('浏览器拒绝绘图')
    }
  })

  it('says why a figure is absent and what comes next', () => {
    const figure = figures.find((entry) => entry.kind === 'absent' && entry.next !== null)
    if (figure?.kind !== 'absent') throw new Error('none is absent')
    const text = mounted(FigureBody, { figure }).text()
    expect(text).toContain(figure.reason)
    expect(text).toContain(figure.next)
  })
})
