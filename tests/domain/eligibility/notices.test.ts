import { describe, expect, it } from 'vitest'

import sources from '../../../server/facts/sources.json' with { type: 'json' }
import targets from '../../../server/facts/targets.json' with { type: 'json' }
import { CATALOGUE } from '../../../src/domain/catalogue/index.ts'
import { checkRuleSet } from '../../../src/domain/eligibility/checkRuleSet.ts'
import { judge, type JudgedClause } from '../../../src/domain/eligibility/judge.ts'
import { thresholdsOf } from '../../../src/domain/eligibility/needs.ts'
import { NOTICES, overlaidRuleSets, ruleSetOf } from '../../../src/domain/eligibility/notices.ts'
import { evidenceWith, type Known } from './madeEvidence.ts'

const INDICATORS = new Map(CATALOGUE.map((indicator) => [indicator.id, indicator]))

function clauseOf(batch: number, id: string, known: Known): JudgedClause {
  const set = ruleSetOf(NOTICES, batch)
  if (!set) throw new Error(`no notice of ${batch}`)
  const found = judge(set, evidenceWith(known)).clauses.find(({ clause }) => clause.id === id)
  if (!found) throw new Error(`no clause ${id}`)
  return found
}

/** Verdict and shortfall of a clause. */
const outcome = (batch: number, id: string, known: Known) => {
  const { verdict, judged } = clauseOf(batch, id, known)
  return [verdict, judged.shortfall]
}

const missing = (batch: number, id: string, known: Known) =>
  clauseOf(batch, id, known).judged.missing.map(({ indicator }) => indicator)

describe('the call of 2023 (S01)', () => {
  it('«集群上一年度营业收入 100 亿元以上»', () => {
    const revenue = (value: number) =>
      outcome(2023, 'revenue', { readings: { 'cluster.revenue': value } })
    expect(revenue(100)).toEqual(['pass', null])
    expect(revenue(87.5)).toEqual(['fail', 12.5])
    expect(outcome(2023, 'revenue', {})).toEqual(['unknown', null])
    expect(missing(2023, 'revenue', {})).toEqual(['cluster.revenue'])
  })

  it('«产业链条完整，链主企业引领，有瞪羚、专精特新、单项冠军企业»', () => {
    const complete = { chainComplete: 'met' } as const
    const firms = { 'cluster.gazelleFirms': 0, 'cluster.srdiFirms': 3 }
    expect(outcome(2023, 'chain', { statements: complete, readings: firms })[0]).toBe('pass')
    expect(outcome(2023, 'chain', { readings: firms })[0]).toBe('unknown')
    expect(
      outcome(2023, 'chain', { statements: { chainComplete: 'notMet' }, readings: firms })[0],
    ).toBe('fail')
    const none = { 'cluster.gazelleFirms': 0, 'cluster.srdiFirms': 0, 'cluster.championFirms': 0 }
    expect(outcome(2023, 'chain', { statements: complete, readings: none })[0]).toBe('fail')
  })

  it('«省级工业大数据区域中心或行业中心 1 个以上，或规划建设 1,000 个以上机柜的数据中心»', () => {
    const data = (readings: Known['readings']) =>
      outcome(2023, 'data', { readings: readings ?? {} })[0]
    expect(data({ 'compute.centres': 1 })).toBe('pass')
    expect(data({ 'compute.centres': 0, 'compute.racksPlanned': 1000 })).toBe('pass')
    expect(data({ 'compute.centres': 0, 'compute.racksPlanned': 999 })).toBe('fail')
    expect(data({ 'compute.racksPlanned': 999 })).toBe('unknown')
    expect(missing(2023, 'data', { readings: { 'compute.racksPlanned': 999 } })).toEqual([
      'compute.centres',
    ])
  })

  it('«建有公共、行业、企业三类数据仓»', () => {
    const volumes = (values: readonly number[]) => ({
      readings: Object.fromEntries(
        ['public', 'industry', 'enterprise'].flatMap((kind, i) =>
          values[i] === undefined ? [] : [[`warehouses.${kind}Volume`, values[i]]],
        ),
      ),
    })
    expect(outcome(2023, 'warehouses', volumes([1, 2, 3]))).toEqual(['pass', null])
    expect(outcome(2023, 'warehouses', volumes([1, 2, 0]))).toEqual(['fail', 1])
    expect(outcome(2023, 'warehouses', volumes([1, 2]))).toEqual(['unknown', null])
  })

  it('«省级及以上创新平台 2 个以上»', () => {
    const innovation = (value: number) =>
      outcome(2023, 'innovation', { readings: { 'innovation.platforms': value } })
    expect([innovation(2), innovation(1)]).toEqual([
      ['pass', null],
      ['fail', 1],
    ])
  })

  it('«链主企业具有数字化知识产权、参与标准制定»', () => {
    const digital = (ip?: number, standards?: number) => {
      const readings = {
        ...(ip !== undefined && { 'innovation.digitalIp': ip }),
        ...(standards !== undefined && { 'innovation.standards': standards }),
      }
      return outcome(2023, 'digitalIp', { readings })[0]
    }
    expect(digital(1, 1)).toBe('pass')
    expect([digital(1, 0), digital(0, 1), digital(0, 0), digital(0)]).toEqual(Array(4).fill('fail'))
    expect([digital(1), digital(undefined, 1), digital()]).toEqual(Array(3).fill('unknown'))
    expect(clauseOf(2023, 'digitalIp', {}).clause.text.zh).toContain('此处两项均须具备')
  })

  it('«近三年无重大违法，无重大质量、安全、环保事故，信用良好»', () => {
    const met = { noViolation: 'met', noAccident: 'met', credit: 'met' } as const
    expect(outcome(2023, 'integrity', { statements: met })[0]).toBe('pass')
    expect(outcome(2023, 'integrity', { statements: { ...met, noAccident: 'notMet' } })[0]).toBe(
      'fail',
    )
    expect(outcome(2023, 'integrity', { statements: { noViolation: 'met' } })[0]).toBe('unknown')
  })
})

describe.each([2024, 2025])('the call of %i', (batch) => {
  it('«集群产值原则上 100 亿元以上，可适当放宽»: a soft pass that says what is short', () => {
    const output = (value: number) =>
      outcome(batch, 'outputValue', { readings: { 'cluster.outputValue': value } })
    expect(output(100)).toEqual(['pass', null])
    expect(output(87.6)).toEqual(['softPass', expect.closeTo(12.4)])
    expect(outcome(batch, 'outputValue', {})).toEqual(['unknown', null])
    const waived = clauseOf(batch, 'outputValue', { statements: { outputValue: 'waived' } })
    expect([waived.verdict, waived.waiver?.reason]).toEqual(['waived', '联席会议同意'])
  })

  it('«国家级或省级特色产业集群，市场占有率较高»', () => {
    const listed = { featureClusterListed: 'met' } as const
    expect(outcome(batch, 'featureCluster', { statements: listed })[0]).toBe('unknown')
    const both = { ...listed, marketShare: 'met' } as const
    expect(outcome(batch, 'featureCluster', { statements: both })[0]).toBe('pass')
  })

  it('«产业创新能力较强» names no number and is stated', () => {
    expect(outcome(batch, 'innovation', { readings: { 'innovation.platforms': 9 } })[0]).toBe(
      'unknown',
    )
    expect(outcome(batch, 'innovation', { statements: { innovationStrength: 'met' } })[0]).toBe(
      'pass',
    )
  })
})

describe('the call of 2024 (S03)', () => {
  it('«获批区域中心或行业中心，或规划满足存算需求的数据中心；企业数字化基础较好»', () => {
    const digitalised = { digitalised: 'met' } as const
    const centre = { 'compute.centres': 1 }
    expect(outcome(2024, 'data', { readings: centre, statements: digitalised })[0]).toBe('pass')
    const planned = { ...digitalised, storageCompute: 'met' } as const
    expect(outcome(2024, 'data', { statements: planned })[0]).toBe('pass')
    expect(
      outcome(2024, 'data', { readings: { 'compute.centres': 0 }, statements: digitalised })[0],
    ).toBe('unknown')
    expect(outcome(2024, 'data', { readings: centre })[0]).toBe('unknown')
  })

  it('«写明痛点与数据场景，并规划四大平台»', () => {
    const both = { painPoints: 'met', fourPlatforms: 'met' } as const
    expect(outcome(2024, 'plan', { statements: both })[0]).toBe('pass')
    expect(outcome(2024, 'plan', { statements: { ...both, painPoints: 'notMet' } })[0]).toBe('fail')
  })
})

describe('the call of 2025 (S08)', () => {
  it('«数据基础较好», of which the public text is cut, is stated', () => {
    expect(outcome(2025, 'data', {})[0]).toBe('unknown')
    expect(outcome(2025, 'data', { statements: { dataBase: 'met' } })[0]).toBe('pass')
  })

  it('«联合单位原则上不超过 4 家»: more pass in principle', () => {
    const units = (statements: Known['statements'] & object) =>
      outcome(2025, 'jointUnits', { statements })[0]
    expect(units({ fewJointUnits: 'met' })).toBe('pass')
    expect(units({})).toBe('unknown')
    expect(units({ fewJointUnits: 'notMet' })).toBe('softPass')
    expect(units({ jointUnits: 'waived' })).toBe('waived')
    expect(clauseOf(2025, 'jointUnits', {}).clause.text.zh).toBe('联合单位原则上不超过 4 家')
  })
})

describe('rule sets', () => {
  it.each(NOTICES.map((set) => [set.batch, set] as const))('of %i can judge', (_, set) => {
    expect(checkRuleSet(set, INDICATORS)).toEqual([])
    const known = new Set(sources.map(({ id }) => id))
    for (const clause of set.clauses) {
      expect(clause.sources).not.toEqual([])
      for (const id of clause.sources) expect(known).toContain(id)
    }
  })

  it('ask for as many racks as the target that the charts draw', () => {
    const target = targets.find(({ subject }) => subject === 'compute.racksPlanned')
    const set = ruleSetOf(NOTICES, Number(target?.period))
    const racks = set && thresholdsOf(set).find(({ id }) => id === 'racksPlanned')
    expect(racks).toMatchObject({ indicator: target?.subject, least: target?.value })
    expect(set?.sources).toEqual([target?.source])
    for (const batch of [2024, 2025]) {
      const later = ruleSetOf(NOTICES, batch)
      expect(later && thresholdsOf(later).some(({ id }) => id === 'racksPlanned')).toBe(false)
    }
  })

  it('that were imported take the place of ours', () => {
    const [first] = NOTICES
    if (!first) throw new Error('no notice')
    const newer = { ...first, name: { zh: '修订', en: 'Amended' } }
    const other = { ...first, batch: 2026 }
    const sets = overlaidRuleSets([other, newer])
    expect(sets.map(({ batch }) => batch)).toEqual([2023, 2024, 2025, 2026])
    expect(ruleSetOf(sets, 2023)?.name.zh).toBe('修订')
    expect(ruleSetOf(sets, null)).toBeUndefined()
  })
})
