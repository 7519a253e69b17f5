import { describe, expect, it } from 'vitest'

import { indicatorOf } from '../../../src/domain/catalogue/index.ts'
import { cityStatistics, provinceStatistics } from '../../../src/figures/public/statisticsTable.ts'
import { tableOf } from '../../../src/figures/tableOf.ts'
import { cellTrace } from '../../../src/figures/tableTrace.ts'
import { FACTS, scenario } from '../scenarios.ts'

describe.each([provinceStatistics, cityStatistics])('the table $id', ({ build }) => {
  it('names the indicators of its rows, each once, so that the dictionary explains them', () => {
    const figure = build(scenario('main'))
    const ids = figure.indicators ?? []
    expect(ids.length).toBeGreaterThan(0)
    expect(new Set(ids).size).toBe(ids.length)
    const names = new Set(ids.map((id) => indicatorOf(id)?.name.zh))
    if (figure.kind !== 'table') throw new Error(figure.kind)
    const at = figure.columns.findIndex(({ id }) => id === 'indicator')
    expect(names).toEqual(new Set(figure.rows.map((row) => row[at])))
  })
})

const tableAt = ({ build }: typeof provinceStatistics, locale: 'zh-CN' | 'en' = 'zh-CN') => {
  const figure = build(scenario('main', locale))
  if (figure.kind !== 'table') throw new Error(figure.kind)
  return figure
}
const sourceOf = (id: string) => FACTS.sources.find((source) => source.id === id)

describe('the source of a published row', () => {
  const province = tableAt(provinceStatistics)
  const rowOf = (name: string) =>
    tableOf(province).rows.find(([indicator]) => indicator === name) ?? []

  it('marks what rests on a reprint, and nothing else, with a key beside the title', () => {
    for (const name of ['制造业增加值累计增速', '装备制造业增加值累计增速'])
      expect(rowOf(name)[1]).toMatch(/%\*$/)
    expect(rowOf('规上工业增加值累计增速')[1]).toBe('7.6 %')
    expect(province.unit).toContain('* 待核')
    expect(tableAt(provinceStatistics, 'en').unit).toContain('* unverified')
  })

  it('stands behind every row, with 待核 in words', () => {
    expect(tableOf(province).columns.at(-1)).toBe('来源')
    expect(rowOf('制造业增加值累计增速').at(-1)).toBe('齐鲁网 · 待核 · 2025-04-23')
    for (const row of tableOf(province).rows) expect(row.at(-1)).toMatch(/\d{4}/)
  })

  it('is cited, and publications of other regions are not', () => {
    const cited = province.citations.map(({ title }) => title)
    expect(cited).toContain(sourceOf('S28')?.title)
    for (const city of ['S17', 'S18', 'S21', 'S47'])
      expect(cited).not.toContain(sourceOf(city)?.title)
    const cities = tableAt(cityStatistics).citations.map(({ title }) => title)
    expect(cities).toContain(sourceOf('S18')?.title)
    expect(cities).not.toContain(sourceOf('S28')?.title)
  })

  it('is where the value of a row leads to', () => {
    const at = province.rows.findIndex(([name]) => name === '制造业增加值累计增速')
    expect(cellTrace(province, at, 1)).toEqual({
      indicator: 'statistics.manufacturingGrowth',
      entity: '370000',
      period: '2025-03',
    })
    expect(cellTrace(province, at, 0)).toBeNull()
  })
})

describe('the units of the tables in English', () => {
  const cells = [provinceStatistics, cityStatistics].flatMap((table) =>
    tableAt(table, 'en').rows.flat(),
  )

  it('are those of the map and the tiles', () => {
    expect(cells).toContain('1,018.94 CNY bn')
    expect(cells).toContain('416.4 k firms')
    expect(cells.join()).not.toMatch(/100 m|×10 k/)
  })
})
