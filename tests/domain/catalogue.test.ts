import { describe, expect, it } from 'vitest'

import { IndicatorId } from '../../src/contract/common.ts'
import {
  CATALOGUE,
  indicatorOf,
  REPORTED_INDICATORS,
  STATISTICS,
} from '../../src/domain/catalogue/index.ts'
import { INDICATOR_GROUPS, UNITS, type Indicator } from '../../src/domain/indicator.ts'

const names = (indicators: readonly Indicator[]) => indicators.map(({ id }) => id)

describe('the indicator dictionary', () => {
  it('has well-formed ids, each once, that start with their group', () => {
    expect(new Set(names(CATALOGUE)).size).toBe(CATALOGUE.length)
    for (const { id, group } of CATALOGUE) {
      expect(IndicatorId.safeParse(id).success, id).toBe(true)
      expect(id.startsWith(`${group}.`), id).toBe(true)
    }
  })

  it('holds at least 48 indicators that a brain reports monthly, in all seven groups', () => {
    expect(REPORTED_INDICATORS.length).toBeGreaterThanOrEqual(48)
    const groups = new Set(REPORTED_INDICATORS.map(({ group }) => group))
    expect([...groups]).toEqual(INDICATOR_GROUPS.filter((group) => group !== 'statistics'))
    expect(new Set(REPORTED_INDICATORS.map(({ cadence }) => cadence))).toEqual(new Set(['month']))
  })

  it('keeps regional statistics apart from what brains report', () => {
    for (const { id, group, reportedFrom } of CATALOGUE) {
      expect(reportedFrom === 'region', id).toBe(group === 'statistics')
    }
    expect(names(STATISTICS).some((id) => names(REPORTED_INDICATORS).includes(id))).toBe(false)
  })

  it('never lets a brain report counts of the programme: they come from lifecycle events', () => {
    const programme = /产业大脑|试点|入库培育|挂牌|验收|限期整改|取消资格/
    for (const { name } of REPORTED_INDICATORS) expect(name.zh).not.toMatch(programme)
  })

  it('names, defines and measures everything in both languages', () => {
    for (const { id, name, definition, unit } of CATALOGUE) {
      expect(name.zh, id).toMatch(/\p{Script=Han}/u)
      expect(name.en, id).toMatch(/[A-Za-z]{2}/)
      expect(definition.zh.length, id).toBeGreaterThanOrEqual(20)
      expect(definition.en.length, id).toBeGreaterThanOrEqual(40)
      expect(definition.en, id).not.toMatch(/\p{Script=Han}{5}/u)
      expect(UNITS[unit], id).toBeDefined()
    }
  })

  it('gives no two indicators of a group the same name', () => {
    const labels = CATALOGUE.map(({ group, name }) => `${group} ${name.zh}`)
    expect(new Set(labels).size).toBe(labels.length)
  })

  it('finds an indicator by id and nothing for an unknown one', () => {
    expect(indicatorOf('cluster.revenue')?.name.zh).toBe('集群营业收入')
    expect(indicatorOf('cluster.nothing')).toBeUndefined()
  })
})

describe('how indicators add up', () => {
  it('weighs a rate by an indicator that exists, adds up and is reported at least as early', () => {
    for (const { id, aggregation, reportedFrom } of CATALOGUE) {
      if (aggregation.how !== 'weighted') continue
      const weight = indicatorOf(aggregation.by)
      expect(weight?.aggregation.how, id).toBe('sum')
      expect(weight?.min, id).toBeGreaterThanOrEqual(0)
      if (reportedFrom === 'cluster') expect(weight?.reportedFrom, id).toBe('cluster')
    }
  })

  it('adds up flows and stocks only, never rates or indices', () => {
    for (const { id, kind, aggregation } of CATALOGUE) {
      if (aggregation.how === 'sum') expect(['flow', 'stock'], id).toContain(kind)
      if (kind === 'rate') expect(['weighted', 'none'], id).toContain(aggregation.how)
    }
  })

  it('says in the definition when a total may count something twice', () => {
    for (const { id, overlaps, definition, aggregation } of REPORTED_INDICATORS) {
      if (aggregation.how === 'sum') expect(/合计可能重复/.test(definition.zh), id).toBe(overlaps)
      else expect(overlaps, id).toBe(false)
    }
  })

  it('says in the definition of a flow that it is cumulative, and of a stock that it is of the end', () => {
    for (const { id, kind, definition } of REPORTED_INDICATORS) {
      if (kind === 'flow') expect(definition.zh, id).toContain('1月至本月累计')
      if (kind === 'stock') expect(definition.zh, id).toContain('期末')
    }
  })

  it('never adds up statistics of regions', () => {
    expect(STATISTICS.every(({ aggregation }) => aggregation.how === 'none')).toBe(true)
  })
})

describe('values of an indicator', () => {
  it('have sane bounds and as many decimals as their unit bears', () => {
    for (const { id, min, max, decimals, unit } of CATALOGUE) {
      expect(min, id).toBeLessThan(max ?? -Infinity)
      expect([0, 1, 2, 3], id).toContain(decimals)
      if (['firms', 'racks', 'items', 'people', 'cases', 'times'].includes(unit)) {
        expect(decimals, id).toBe(0)
      }
    }
  })

  it('are percentages when the indicator is a rate', () => {
    const rates = CATALOGUE.filter(({ kind }) => kind === 'rate')
    expect(new Set(rates.map(({ unit }) => unit))).toEqual(new Set(['percent']))
  })

  it('cannot be negative unless they are a profit or a growth', () => {
    const negative = CATALOGUE.filter(({ min }) => (min ?? 0) < 0)
    for (const { id } of negative) expect(id).toMatch(/profit|Growth|revenueMargin/)
  })
})

describe('where definitions come from', () => {
  it('cites a source for every indicator that a source states', () => {
    for (const { id, basis, sources } of CATALOGUE) {
      if (basis === 'stated') expect(sources.length, id).toBeGreaterThan(0)
      for (const source of sources) expect(source, id).toMatch(/^S\d{2}$/)
    }
  })
})

describe('the indicators of the wall', () => {
  it.each([
    ['cluster.revenue', 'flow', 'yi'],
    ['compute.racksPlanned', 'stock', 'racks'],
    ['compute.racksBuilt', 'stock', 'racks'],
    ['compute.racksInUse', 'stock', 'racks'],
    ['compute.rackUtilisation', 'rate', 'percent'],
    ['service.firmsServed', 'stock', 'firms'],
    ['service.aboveScaleServed', 'stock', 'firms'],
    ['platforms.computeScheduled', 'stock', 'pflops'],
    ['platforms.dataAggregated', 'stock', 'pb'],
    ['platforms.algorithms', 'stock', 'items'],
    ['platforms.services', 'stock', 'items'],
  ])('%s is a %s in %s', (id, kind, unit) => {
    expect(indicatorOf(id)).toMatchObject({ kind, unit })
  })

  it('weigh rack utilisation by the racks built', () => {
    expect(indicatorOf('compute.rackUtilisation')?.aggregation).toEqual({
      how: 'weighted',
      by: 'compute.racksBuilt',
    })
  })
})
