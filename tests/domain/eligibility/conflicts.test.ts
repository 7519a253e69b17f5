import { describe, expect, it } from 'vitest'

import facts from '../../../server/facts/brains.json' with { type: 'json' }
import type { Brain } from '../../../src/domain/brain.ts'
import { industryConflicts, industryKey } from '../../../src/domain/eligibility/conflicts.ts'
import { listCoverage } from '../../../src/domain/eligibility/coverage.ts'
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
