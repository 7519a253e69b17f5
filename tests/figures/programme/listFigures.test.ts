import { describe, expect, it } from 'vitest'

import { conflictTable } from '../../../src/figures/programme/conflictTable.ts'
import { coverageTable } from '../../../src/figures/programme/coverageTable.ts'
import { NO_PROGRAMME } from '../../../src/figures/programme/programmeData.ts'
import { ruleDifferences } from '../../../src/figures/programme/ruleDifferences.ts'
import { scenario } from '../scenarios.ts'
import { kindOf } from './eligibilityWorld.ts'

describe('lists and rules', () => {
  it('cover of the public list of 2023 the four names that are public, of 25', () => {
    const figure = kindOf(coverageTable(scenario('main'), 2023), 'table')
    expect([figure.rows.length, figure.scope]).toEqual([4, '公开名称 4/25'])
    expect(coverageTable(scenario('main'), 2024)).toMatchObject({
      ...{ kind: 'absent', reason: '2024 年榜单共 49 个细分行业，名称均未公开' },
    })
  })

  it('stand in the demo on made-up names that say so, until a list is imported', () => {
    const context = scenario('demo')
    const figure = kindOf(coverageTable(context, 2024), 'table')
    expect(figure.title).toContain('演示名单')
    expect(figure.notes.join()).toContain('不是 2024 年榜单')
    expect(figure.rows.filter(([, covered]) => covered === '有').length).toBeGreaterThan(20)
    const list = { year: 2024, subIndustries: [{ name: '轮胎' }], document: '榜单' }
    const imported = { ...context, programme: { ...NO_PROGRAMME, lists: [list] } }
    expect(coverageTable(imported, 2024)).toMatchObject({
      title: '2024 年榜单覆盖',
      source: '榜单',
    })
  })

  it('find the two brains of an industry, with batch and stage', () => {
    const context = scenario('demo')
    const { brains } = context.cube
    const holders = brains.filter(({ id }) => context.states.get(id)?.stage === 'pilot')
    const early = holders.find(({ batch }) => batch === 2023)
    const late = holders.find(({ batch }) => batch === 2025)
    if (!early || !late) throw new Error('no pilots of two batches')
    const rival = { ...late, subIndustry: `${early.subIndustry}产业（含配套）` }
    const cube = { ...context.cube, brains: brains.map((one) => (one === late ? rival : one)) }
    const { rows } = kindOf(conflictTable.build({ ...context, cube }), 'table')
    const row = rows.find(([industry]) => industry === early.subIndustry)
    expect(row?.slice(1)).toEqual([
      '2',
      `${early.name}（2023，建设试点）；${late.name}（2025，建设试点）`,
      '是',
    ])
    expect(kindOf(conflictTable.build(context), 'table').rows).toEqual([])
  })

  it('differ between the years: what is new, changed, dropped and as before', () => {
    const { rows, columns } = kindOf(ruleDifferences.build(scenario('main')), 'table')
    expect(columns.map(({ id }) => id)).toEqual(['clause', '2023', '2024', '2025'])
    const cells = (name: string) => rows.find(([clause]) => clause === name)?.slice(1)
    expect(cells('集群营业收入')?.slice(1)).toEqual(['取消', '无此条'])
    expect(cells('集群产值')).toEqual([
      '无此条',
      '新增：集群工业总产值 原则上 ≥ 100 亿元',
      '同上年',
    ])
    expect(cells('省级以上创新平台')?.slice(1)).toEqual([expect.stringMatching(/^改：/), '同上年'])
    expect(cells('数据基础')?.[1]).toMatch(/^改：/)
    expect(cells('建设方案')?.[2]).toBe('取消')
  })
})
