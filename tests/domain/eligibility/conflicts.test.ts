import { describe, expect, it } from 'vitest'

import facts from '../../../server/facts/brains.json' with { type: 'json' }
import type { Brain } from '../../../src/domain/brain.ts'
import { checkList } from '../../../src/domain/eligibility/checkList.ts'
import { industryConflicts } from '../../../src/domain/eligibility/conflicts.ts'
import { listCoverage } from '../../../src/domain/eligibility/coverage.ts'
import {
  industryCrosswalk,
  type ListedIndustry as Listed,
} from '../../../src/domain/eligibility/industryCrosswalk.ts'
import { industryKey } from '../../../src/domain/eligibility/industryKey.ts'
import { foldAll } from '../../../src/domain/lifecycle.ts'
import { SUB_INDUSTRIES } from '../../../src/domain/taxonomy.ts'
import { brain, event } from '../tables.ts'

const made = (id: string, subIndustry: string, batch: number | null = 2024): Brain =>
  brain(id, { subIndustry, batch })

const piloted = (brains: readonly Brain[]) =>
  foldAll(
    brains,
    brains.map(({ id }) => event(id, 'piloted', '2024-07-10')),
    '2026-11-22',
  )

const conflictsOf = (brains: readonly Brain[]) =>
  industryConflicts(brains, piloted(brains)).map(({ brains: group, acrossBatches }) => [
    group.map(({ id }) => id),
    acrossBatches,
  ])

describe('the name of an industry', () => {
  it.each([
    ['轴承制造业', '轴承', ''],
    ['轴承制造（含滚子）', '轴承', ''],
    ['高端 软件产业', '高端软件', ''],
    ['轴承制造产业', '轴承', ''],
    ['人工智能（智慧城市）', '人工智能', '智慧城市'],
    ['ＡＩ(智能装备)', 'ai', '智能装备'],
    ['制造', '制造', ''],
  ])('of %s is %s, narrowed to %s', (name, stem, part) => {
    expect(industryKey(name)).toEqual({ stem, part })
  })

  it('is another one for every class that the demo is made from', () => {
    const stems = new Set(SUB_INDUSTRIES.map(({ name }) => industryKey(name.zh).stem))
    expect(stems.size).toBe(SUB_INDUSTRIES.length)
  })
})

describe('one industry, one brain', () => {
  it('finds brains of one industry under other words, across batches, the older first', () => {
    const brains = [made('late', '轴承产业', 2025), made('early', '轴承制造', 2023)]
    expect(conflictsOf([...brains, made('other', '齿轮制造')])).toEqual([[['early', 'late'], true]])
  })

  it('says so when both are of one batch', () => {
    expect(conflictsOf([made('a', '轮胎'), made('b', '轮胎制造')])).toEqual([[['a', 'b'], false]])
  })

  it('keeps apart what brackets narrow, unless one has the whole industry', () => {
    const parts = [made('a', '人工智能（智能装备）'), made('b', '人工智能（智慧城市）')]
    expect(conflictsOf(parts)).toEqual([])
    expect(conflictsOf([...parts, made('c', '人工智能', 2025)])).toEqual([[['a', 'b', 'c'], true]])
    expect(conflictsOf([...parts, made('c', '人工智能(智慧城市)')])).toEqual([[['b', 'c'], false]])
  })

  it('does not count a brain that was refused or lost its title, but one of an unknown stage', () => {
    const brains = [made('a', '轮胎'), made('b', '轮胎'), made('c', '轮胎', null)]
    const events = [event('a', 'notSelected', '2024-07-10'), event('b', 'pooled', '2024-07-10')]
    const [found] = industryConflicts(brains, foldAll(brains, events, '2026-11-22'))
    expect(found?.brains.map(({ id }) => id)).toEqual(['b', 'c'])
  })

  it('accuses none of the brains that the press names', () => {
    expect(industryConflicts(facts as Brain[], new Map())).toEqual([])
  })
})

describe('the crosswalk of the lists', () => {
  const conflicts = (names: readonly string[], ...subIndustries: readonly Listed[][]) => {
    const brains = names.map((name, i) => made(`${i}`, name, 2023 + i))
    const crosswalk = industryCrosswalk(subIndustries.map((one) => ({ subIndustries: one })))
    return industryConflicts(brains, piloted(brains), crosswalk).map(({ brains: group }) =>
      group.map(({ id }) => id).join(),
    )
  }
  const marine = { name: '海洋工程装备制造', aliases: ['海工装备'] }

  it('joins what a list calls one sub-industry, and no more', () => {
    const names = ['海洋工程装备', '海工装备', '集成电路', '集成电路设计']
    expect(conflicts(names)).toEqual([])
    expect(conflicts(names, [marine, { name: '集成电路' }])).toEqual(['0,1'])
    expect(conflicts(names, [{ name: '集成电路', aliases: ['集成电路设计'] }])).toEqual(['2,3'])
  })

  it('joins from list to list, whichever of them was imported first', () => {
    const later = { name: '海工高端装备', aliases: ['海工装备制造'] }
    const names = ['海洋工程装备制造', '海工高端装备']
    expect(conflicts(names, [marine], [later])).toEqual(['0,1'])
    expect(conflicts(names, [later], [marine])).toEqual(['0,1'])
    expect(conflicts(names, [marine], [{ name: '海工高端装备' }])).toEqual([])
  })

  it('serves the coverage too: a brain under an alias covers the sub-industry', () => {
    const brains = [made('a', '海工装备', 2025)]
    const list = { year: 2024, subIndustries: [marine], document: '文' }
    const coverage = listCoverage(2024, [list], brains, piloted(brains))
    expect(coverage?.named[0]?.brains.map(({ id }) => id)).toEqual(['a'])
  })

  it('is refused where an alias means two sub-industries of a list', () => {
    const faultsOf = (listed: readonly Listed[]) =>
      checkList(listed).map(({ rule, path }) => `${rule} ${path.join('.')}`)
    expect(faultsOf([marine, { name: '风能原动设备', aliases: ['风电装备'] }])).toEqual([])
    expect(faultsOf([marine, { name: '海工装备' }])).toEqual([
      'sharedAlias subIndustries.0.aliases.0',
    ])
    expect(faultsOf([marine, { name: '船舶', aliases: ['海工装备制造'] }])).toEqual([
      'sharedAlias subIndustries.1.aliases.0',
    ])
    expect(faultsOf([marine, marine])[0]).toBe('repeatedName subIndustries.1')
  })
})

describe('the coverage of a list', () => {
  const brains = [made('a', '集成电路产业', 2025), made('b', '轮胎')]
  const states = piloted(brains)

  it('is of the public names alone as long as the list is not imported, with its size', () => {
    const coverage = listCoverage(2023, [], brains, states)
    expect(coverage).toMatchObject({ published: 25, isComplete: false, document: null })
    expect(coverage?.named.map(({ name, brains: own }) => [name, own.length])).toEqual([
      ['风能原动设备', 0],
      ['海洋工程装备制造', 0],
      ['集成电路', 1],
      ['高端软件', 0],
    ])
  })

  it('is of the imported list, whatever batch the brains are of', () => {
    const subIndustries = [{ name: '轮胎制造' }, { name: '木业' }]
    const list = { year: 2024, subIndustries, document: '鲁数经办〔2024〕1号' }
    const coverage = listCoverage(2024, [list], brains, states)
    expect(coverage).toMatchObject({ isComplete: true, document: '鲁数经办〔2024〕1号' })
    expect(coverage?.named.map(({ brains: own }) => own.map(({ id }) => id))).toEqual([['b'], []])
  })

  it('has no names where none is public, and is none for a year without a call', () => {
    expect(listCoverage(2025, [], brains, states)).toMatchObject({ named: [], published: 45 })
    expect(listCoverage(2022, [], brains, states)).toBeNull()
  })
})
