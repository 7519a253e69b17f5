import { describe, expect, it } from 'vitest'

import { CATALOGUE } from '../../../src/domain/catalogue/index.ts'
import { checkRuleSet } from '../../../src/domain/eligibility/checkRuleSet.ts'
import type { Clause, Need, RuleSet } from '../../../src/domain/eligibility/ruleSet.ts'

const INDICATORS = new Map(CATALOGUE.map((indicator) => [indicator.id, indicator]))

const REGIONAL = CATALOGUE.find(({ reportedFrom }) => reportedFrom === 'region')?.id ?? ''

const clause = (need: Need, more: Partial<Clause> = {}): Clause => ({
  ...{ id: 'c', name: { zh: '条', en: 'c' }, text: { zh: '条', en: 'c' }, waivable: false },
  ...{ sources: ['S01'], need, ...more },
})

const setOf = (...clauses: readonly Clause[]): RuleSet => ({
  ...{ batch: 2026, name: { zh: '集', en: 'set' }, clauses },
  ...{ rest: { zh: '', en: '' }, sources: [] },
})

const reading = (more: object = {}): Need => ({
  ...{ kind: 'reading', id: 'r', indicator: 'cluster.revenue', basis: 'lastYear', least: 100 },
  ...{ soft: false, floor: null, ...more },
})

const said = (id: string): Need => ({ kind: 'statement', id, what: { zh: '说明', en: 'x' } })

/** Rule and place of everything that is wrong. */
const faults = (...clauses: readonly Clause[]) =>
  checkRuleSet(setOf(...clauses), INDICATORS).map(({ rule, path }) => `${rule} ${path.join('.')}`)

describe('a rule set', () => {
  it('is sound as long as nothing is missing', () => {
    expect(faults(clause(reading()))).toEqual([])
  })

  it.each([
    ['an unknown indicator', { indicator: 'cluster.nothing' }, 'unknownIndicator', 'indicator'],
    ['a missing threshold', { least: null }, 'missingThreshold', 'least'],
    ['the sum of a year of a stock', { indicator: 'compute.racksPlanned' }, 'basis', 'basis'],
    ['a threshold below every value', { least: -5 }, 'outOfRange', 'least'],
    ['a threshold above every value', { least: 1e308 }, 'outOfRange', 'least'],
    ['a floor below every value', { soft: true, floor: -1 }, 'outOfRange', 'floor'],
    ['a floor without 原则上', { floor: 80 }, 'floorWithoutSoft', 'floor'],
    [
      'what regions publish',
      { indicator: REGIONAL, basis: 'latest', least: 5 },
      'notReported',
      'indicator',
    ],
    ['a floor above the threshold', { soft: true, floor: 120 }, 'floorAboveLeast', 'floor'],
  ])('is refused with %s, at its place', (_, more, rule, field) => {
    const nested: Need = { kind: 'any', id: 'any', of: [said('s'), reading(more)] }
    expect(faults(clause(nested))).toEqual([`${rule} clauses.0.need.of.1.${field}`])
  })

  it('is refused with counts that cannot be met and indicators that nobody knows', () => {
    const count: Need = { kind: 'count', id: 'n', indicators: ['no.such'], least: 2 }
    expect(faults(clause(count))).toEqual([
      'unknownIndicator clauses.0.need.indicators',
      'neverMet clauses.0.need.least',
    ])
  })

  it('is refused with an indicator counted twice, which never makes two, or one of regions', () => {
    const count = (...indicators: string[]): Need => ({
      kind: 'count',
      id: 'n',
      indicators,
      least: 2,
    })
    const twice = count('innovation.platforms', 'innovation.platforms')
    expect(faults(clause(twice))).toEqual([
      'repeatedIndicator clauses.0.need.indicators',
      'neverMet clauses.0.need.least',
    ])
    expect(faults(clause(count('innovation.platforms', REGIONAL)))).toEqual([
      'notReported clauses.0.need.indicators',
    ])
  })

  it('is refused with a source id of no source; a document may be named by its title', () => {
    const sources = ['S01', 'S999', '鲁数经办〔2026〕1号']
    const set = { ...setOf(clause(reading(), { sources })), sources: ['S998'] }
    const found = checkRuleSet(set, INDICATORS, new Set(['S01']))
    expect(found.map(({ rule, path }) => `${rule} ${path.join('.')}`)).toEqual([
      'unknownSource sources',
      'unknownSource clauses.0.sources',
    ])
  })

  it('is refused with ids that a table would part, and with a group twice', () => {
    const group = (id: string, ...of: readonly Need[]): Need => ({ kind: 'all', id, of })
    expect(faults(clause(group('g:x', said('s/1'))))).toEqual([
      'needId clauses.0.need.id',
      'needId clauses.0.need.of.0.id',
    ])
    const twice: Need = { kind: 'any', id: 'a', of: [group('g', said('s')), group('g', said('t'))] }
    expect(faults(clause(twice))).toEqual(['repeatedNeed clauses.0.need.of.1.id'])
  })

  it('is refused with an id twice, of clauses or of needs, and with one that could be a waiver', () => {
    expect(faults(clause(said('s')), clause(said('s')))).toEqual([
      'repeatedClause clauses.1.id',
      'repeatedNeed clauses.1.need.id',
    ])
    expect(faults(clause(said('c'), { waivable: true }))).toEqual([
      'ambiguousStatement clauses.0.need.id',
    ])
    expect(faults(clause(said('c')))).toEqual([])
  })

  it('says in both languages what is wrong and what to do', () => {
    const all = checkRuleSet(
      setOf(
        clause(reading({ least: null, indicator: 'x' })),
        clause(reading({ id: 'q', least: null })),
      ),
      INDICATORS,
    )
    expect(all.length).toBeGreaterThan(2)
    for (const { text, remedy } of all)
      for (const { zh, en } of [text, remedy]) {
        expect(zh).toMatch(/\p{Script=Han}.*。$/u)
        expect(en).toMatch(/^[\x20-\x7e]+\.$/)
      }
  })
})
