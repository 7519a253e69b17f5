import { describe, expect, it } from 'vitest'

import { DOMAIN_IDS } from '../../src/domain/brain.ts'
import {
  crosswalk,
  DOMAIN_NAMES,
  domainName,
  SUB_INDUSTRIES,
  TAXONOMIES,
  taxonomyOf,
} from '../../src/domain/taxonomy.ts'

describe('the lists of the batch years', () => {
  it.each([
    [2023, 7, 25],
    [2024, 11, 49],
    [2025, 10, 45],
  ])('%i has %i domains and %i sub-industries and is not complete', (year, domains, subs) => {
    const taxonomy = taxonomyOf(year)
    expect([taxonomy?.domainCount, taxonomy?.subIndustryCount]).toEqual([domains, subs])
    expect(taxonomy?.complete).toBe(false)
    expect(taxonomy?.sources.length).toBeGreaterThan(0)
  })

  it('name only what a source names: seven domains and four sub-industries of 2023', () => {
    expect(taxonomyOf(2023)?.domains).toHaveLength(7)
    expect(TAXONOMIES.flatMap(({ named }) => named.map(({ zh }) => zh))).toEqual([
      '风能原动设备',
      '海洋工程装备制造',
      '集成电路',
      '高端软件',
    ])
    expect(taxonomyOf(2024)?.domains).toBeNull()
    expect(taxonomyOf(2025)?.domains).toBeNull()
  })

  it('know no call of another year', () => {
    expect(taxonomyOf(2022)).toBeUndefined()
  })
})

describe('the crosswalk to the domains of 2023', () => {
  it('maps each domain name to itself', () => {
    for (const id of DOMAIN_IDS) expect(crosswalk(DOMAIN_NAMES[id].zh)).toBe(id)
  })

  it('places what has a clear place and leaves the rest with 其他', () => {
    expect(crosswalk('集成电路')).toBe('electronics')
    expect(crosswalk('高端装备')).toBe('machinery')
    expect(crosswalk('生物医药')).toBe('other')
    expect(crosswalk('新一代信息技术')).toBe('other')
  })

  it('prints a domain that no source states as not public', () => {
    expect(domainName(null, 'zh-CN')).toBe('领域未公开')
    expect(domainName('light', 'en')).toBe('Light industry')
  })
})

describe('sub-industries of the simulation', () => {
  it('are at least seventy classes with a code, both names and a domain', () => {
    expect(SUB_INDUSTRIES.length).toBeGreaterThanOrEqual(70)
    for (const { code, name } of SUB_INDUSTRIES) {
      expect(code).toMatch(/^\d{3,4}$/)
      expect(name.zh).toMatch(/\p{Script=Han}/u)
      expect(name.en).toMatch(/^[A-Z][ -~]+$/)
    }
    expect(new Set(SUB_INDUSTRIES.map(({ domain }) => domain)).size).toBe(DOMAIN_IDS.length)
  })

  it('are distinct, and none contains another: one industry, one brain', () => {
    const codes = SUB_INDUSTRIES.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(new Set(SUB_INDUSTRIES.map(({ name }) => name.zh)).size).toBe(codes.length)
    const nested = codes.filter((a) => codes.some((b) => a !== b && a.startsWith(b)))
    expect(nested).toEqual([])
  })
})
