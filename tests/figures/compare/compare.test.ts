import { describe, expect, it } from 'vitest'

import type { Comparison } from '../../../src/domain/comparison.ts'
import { compareLines } from '../../../src/figures/compare/compareLines.ts'
import { compareTable } from '../../../src/figures/compare/compareTable.ts'
import { startersOf } from '../../../src/figures/compare/starters.ts'
import type { LineFigure } from '../../../src/figures/kinds/lineFigure.ts'
import { fullScenario } from '../fullScenario.ts'
import { LOCALES, scenario, SCENARIO_IDS } from '../scenarios.ts'

const demo = fullScenario()
const [{ ids: four } = { ids: [] }] = startersOf(demo)
const of = (part: Partial<Comparison>): Comparison => ({
  ...{ ids: four, indicator: 'compute.racksBuilt', change: false, base: null, focus: null },
  columns: ['cluster.revenue', 'compute.rackUtilisation'],
  ...part,
})
const lines = (part: Partial<Comparison>): LineFigure => {
  const figure = compareLines(demo, of(part))
  if (figure.kind !== 'line') throw new Error(figure.kind)
  return figure
}
const at = (figure: LineFigure, period: string) =>
  figure.panels[0]!.series.map(({ values }) => values[figure.periods.indexOf(period)])

describe('a comparison', () => {
  it('draws every chosen one on one scale, each in a colour of its own', () => {
    const { panels } = lines({})
    expect(panels).toHaveLength(1)
    expect(panels[0]?.series.map(({ tone }) => tone)).toEqual([
      'compare0',
      'compare1',
      'compare2',
      'compare3',
    ])
  })

  it('of stocks is 100 in the base month', () => {
    const indexed = lines({ base: '2026-06' })
    expect(at(indexed, '2026-06')).toEqual([100, 100, 100, 100])
    expect(indexed.notes[0]).toBe('以 2026年6月 为 100')
  })

  it('of cumulative values sets every month against the same month of the base year', () => {
    const indexed = lines({ indicator: 'cluster.revenue', base: '2024-01' })
    for (const month of ['2024-02', '2024-07', '2024-12'])
      expect(at(indexed, month)).toEqual([100, 100, 100, 100])
    expect(at(indexed, '2025-01')).toEqual([null, null, null, null])
    expect(indexed.notes[0]).toContain('同月')
    const plain = lines({ indicator: 'cluster.revenue' })
    const ratio = at(plain, '2026-09').map((now, i) => now! / at(plain, '2024-09')[i]!)
    at(indexed, '2026-09').forEach((value, i) => expect(value).toBeCloseTo(ratio[i]! * 100))
  })

  it('of rates draws their values and says why they are not indexed', () => {
    const figure = lines({ indicator: 'compute.rackUtilisation', base: '2024-01' })
    expect(figure.unit).toBe('%')
    expect(figure.notes[0]).toContain('比率不作指数化')
  })

  it('of changes of rates is in percentage points', () => {
    expect(lines({ indicator: 'compute.rackUtilisation', change: true }).unit).toBe('个百分点')
  })

  it('never ranks values of different periods', () => {
    const main = scenario('main')
    const cities = of({ ids: ['370100', '370600'], indicator: 'statistics.valueAddedGrowth' })
    const figure = compareLines(main, cities)
    expect(figure.finding).toContain('没有同期的数值')
  })

  it('of brains by a public statistic says that there is none, and what to choose', () => {
    const figure = compareLines(demo, of({ indicator: 'statistics.revenue' }))
    expect(figure.kind).toBe('absent')
  })

  it('names what a region’s total covers and the period of an older value', () => {
    const table = compareTable(demo, of({ ids: ['370100', four[0]!] }))
    expect(table.rows[0]?.cells[0]?.note).toMatch(/^\d+\/\d+/)
  })

  it('has a table whose figure prints what the page prints, with its notes behind', () => {
    const { figure, rows, columns } = compareTable(demo, of({ ids: ['370000', four[0]!] }))
    if (figure.kind !== 'table') throw new Error(figure.kind)
    expect(figure.rows).toEqual(
      rows.map(({ name, unit, cells }) => [name, unit, ...cells.map(({ text }) => text)]),
    )
    expect(figure.more?.rows[0]?.[0]).toMatch(/^\d+\/\d+/)
    expect(figure.columns.slice(2).map(({ title }) => title)).toEqual(
      columns.map(({ name }) => name),
    )
    expect(figure.finding).toMatch(/^2 个对象、2 项指标的最近值：4 处中 4 处有读数。$/)
    expect(figure.notes[0]).toContain('市与全省为所辖产业大脑报送合计')
    expect(figure.notes[1]).toMatch(/^山东省 \d+\/\d+：集群营业收入/)
    expect(figure.asOf).toBe('2026-10-31')
  })

  it('has a table that says why none of its values is there', () => {
    const { figure, rows } = compareTable(demo, of({ columns: ['statistics.revenue'] }))
    expect(rows).toHaveLength(1)
    expect(figure).toMatchObject({ kind: 'absent', reason: expect.stringContaining('读取中') })
  })
})

describe.each(SCENARIO_IDS)('in the scenario %s', (id) => {
  it('comparisons are whole in both languages, without a broken word', () => {
    for (const locale of LOCALES) {
      const context = scenario(id, locale)
      const ids = ['370000', '370100', ...context.cube.brains.slice(0, 3).map((one) => one.id)]
      for (const part of [{}, { change: true }, { base: '2024-03' }]) {
        const figure = compareLines(context, of({ ids, ...part }))
        const table = compareTable(context, of({ ids }))
        expect(figure.title).not.toBe('')
        expect(JSON.stringify([figure, table])).not.toMatch(/undefined|NaN|Infinity|\[object/)
      }
    }
  })
})
