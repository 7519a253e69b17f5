import { describe, expect, it } from 'vitest'

import { makeLedger } from '../../../src/domain/quality/ledger.ts'
import { judge, silences } from '../../../src/domain/quality/judge.ts'
import type { Example, QualityInput } from '../../../src/domain/quality/judge.ts'
import { partFindings } from '../../../src/domain/quality/partFindings.ts'
import { periodOf } from '../../../src/domain/period.ts'
import { asInput, INDICATORS } from './asInput.ts'

const judged = (example: Example, changes?: Partial<QualityInput>) =>
  judge(asInput(example, changes)).map(
    ({ rule, severity, indicator }) => `${rule} ${severity} ${indicator}`,
  )

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']

/** A cumulative year: a twelfth of `total` each month, January within 1—2月. */
const year = (of: number, total: number, until = 12) =>
  Object.fromEntries(
    MONTHS.slice(1, until).map((month, i) => [
      `${of}-${month}`,
      Number(((total * (i + 2)) / 12 + Math.sin(i) * 0.1).toFixed(2)),
    ]),
  )

describe('figures of other reports', () => {
  it('bound a rack count from both sides, once', () => {
    const history = {
      'compute.racksPlanned': { '2026-03': 1000 },
      'compute.racksInUse': { '2026-03': 700 },
    }
    expect(judged({ report: { 'compute.racksBuilt': { '2026-03': 650 } }, history })).toEqual([
      'rackOrder block compute.racksBuilt',
    ])
    expect(judged({ report: { 'compute.racksBuilt': { '2026-03': 1001 } }, history })).toEqual([
      'rackOrder block compute.racksBuilt',
    ])
  })

  it('give way to those of the report', () => {
    const report = {
      'compute.racksBuilt': { '2026-03': 900 },
      'compute.racksInUse': { '2026-03': 800 },
    }
    const history = { 'compute.racksBuilt': { '2026-03': 700 } }
    expect(judged({ report, history })).toEqual([])
  })

  it('do not bound where the report withdraws them', () => {
    const input = asInput({ report: { 'compute.racksInUse': { '2026-03': 800 } } })
    const withdrawn = {
      ...{ indicator: 'compute.racksBuilt', period: '2026-03' },
      ...{ value: null, absent: 'notReported' as const },
    }
    const history = () => [{ period: '2026-03', value: 700, status: 'final' as const }]
    expect(judge({ ...input, history }).length).toBeGreaterThan(0)
    expect(judge({ ...input, history, cells: [...input.cells, withdrawn] })).toEqual([])
  })

  it('contradict a rate when only one of its parts is revised', () => {
    const history = {
      'cluster.profit': { '2026-03': 5 },
      'cluster.revenue': { '2026-03': 100 },
      'cluster.revenueMargin': { '2026-03': 5 },
    }
    expect(judged({ report: { 'cluster.profit': { '2026-03': 6 } }, history })).toEqual([
      'ratio warn cluster.profit',
    ])
  })
})

describe('parts of a whole', () => {
  it('are added up where they do not cross', () => {
    const report = {
      'warehouses.publicVolume': { '2026-03': 60 },
      'warehouses.industryVolume': { '2026-03': 50 },
      'warehouses.enterpriseVolume': { '2026-03': 100 },
    }
    const relation = {
      whole: 'warehouses.enterpriseVolume',
      parts: ['warehouses.publicVolume', 'warehouses.industryVolume'],
    }
    const ledger = makeLedger(asInput({ report }))
    const told = Object.entries(report).map(([id, row]) => {
      const indicator = INDICATORS.get(id)
      if (!indicator) throw new RangeError(id)
      const at = { period: '2026-03', time: periodOf('2026-03'), before: [], paces: [] }
      return partFindings({ ...at, indicator, value: row['2026-03'] }, ledger, [relation]).length
    })
    expect(told).toEqual([1, 0, 0])
  })
})

describe('a whole without a reported part', () => {
  it('is not exceeded, even where it is negative itself', () => {
    expect(judged({ report: { 'compute.racksBuilt': { '2026-03': -1 } } })).toEqual([
      'sign block compute.racksBuilt',
    ])
  })
})

describe('a cumulative amount', () => {
  const history = { 'cluster.revenue': year(2026, 120, 6) }

  it('may fall for a stated reason, and is still told', () => {
    const example = { report: { 'cluster.revenue': { '2026-07': 50 } }, history }
    expect(judged(example)).toEqual(['cumulative block cluster.revenue'])
    expect(judged(example, { reason: '名录调整' })).toEqual(['cumulative warn cluster.revenue'])
  })

  it('must not be revised above a later month', () => {
    const example = { report: { 'cluster.revenue': { '2026-03': 55 } }, history }
    expect(judged(example)).toContain('cumulative block cluster.revenue')
  })

  it('may be revised together with the months after it', () => {
    const report = { 'cluster.revenue': { '2026-04': 39, '2026-05': 49, '2026-06': 59 } }
    expect(judged({ report, history })).toEqual([])
  })

  it('starts again in a new year', () => {
    const report = { 'cluster.revenue': { '2027-02': 21 } }
    const full = { 'cluster.revenue': year(2026, 120) }
    expect(judged({ report, history: full })).toEqual([])
  })

  it('may fall where a loss is possible', () => {
    const loss = { 'cluster.profit': { '2026-02': 4, '2026-03': 6 } }
    expect(judged({ report: { 'cluster.profit': { '2026-04': 5.5 } }, history: loss })).toEqual([])
  })
})

describe('a figure against its history', () => {
  const seasons = [0.07, 0.08, 0.08, 0.09, 0.07, 0.08, 0.09, 0.08, 0.09, 0.1, 0.17]
  const seasonal = (of: number, total: number, until = 12) => {
    let sum = 0
    return Object.fromEntries(
      seasons.slice(0, until - 1).map((share, i) => {
        sum += share * total
        return [`${of}-${MONTHS[i + 1]}`, Number(sum.toFixed(2))]
      }),
    )
  }
  const history = {
    'cluster.revenue': {
      ...seasonal(2024, 300),
      ...seasonal(2025, 330),
      ...seasonal(2026, 360, 11),
    },
  }
  const november = history['cluster.revenue']['2026-11'] ?? 0

  it('is compared with the same month of the year before: a busy December is no jump', () => {
    const december = Number((november + 0.17 * 360).toFixed(2))
    expect(judged({ report: { 'cluster.revenue': { '2026-12': december } }, history })).toEqual([])
  })

  it('is a jump when the month alone is', () => {
    const december = Number((november + 0.17 * 360 * 2).toFixed(2))
    const report = { 'cluster.revenue': { '2026-12': december } }
    expect(december / (november + 0.17 * 360)).toBeLessThan(1.2)
    expect(judged({ report, history })).toEqual(['jump warn cluster.revenue'])
  })

  it('names what it would be in the other unit', () => {
    const report = { 'cluster.revenue': { '2026-12': 45_000 } }
    const [found] = judge(asInput({ report, history: { 'cluster.revenue': { '2026-11': 4.1 } } }))
    expect(found?.rule).toBe('unitSlip')
    expect(found?.remedy).toMatchObject({
      zh: expect.stringContaining('是否以万元填报？若是，应为 4.5 亿元'),
      en: expect.stringContaining('in CNY 10 k? Then it would be 4.5 CNY 100 m'),
    })
  })

  it('takes a fraction for a percent', () => {
    const report = { 'service.onTimeRate': { '2026-12': 0.9 } }
    const before = { 'service.onTimeRate': { '2026-11': 95 } }
    expect(judged({ report, history: before })).toEqual(['unitSlip warn service.onTimeRate'])
  })

  it('never falls where it counts since the start', () => {
    const report = { 'service.firmsServed': { '2026-12': 799 } }
    const before = { 'service.firmsServed': { '2026-11': 800 } }
    expect(judged({ report, history: before })).toEqual(['fallingStock warn service.firmsServed'])
  })

  it('may be what last year’s month was only in a few digits', () => {
    const before = (value: number) => ({
      'cluster.tax': { '2025-03': value, '2026-02': value / 2 },
    })
    const report = (value: number) => ({ 'cluster.tax': { '2026-03': value } })
    expect(judged({ report: report(3.2), history: before(3.2) })).toEqual([])
    expect(judged({ report: report(13.27), history: before(13.27) })).toEqual([
      'repeated warn cluster.tax',
    ])
  })
})

describe('what cannot be judged', () => {
  it('is silent with a reason', () => {
    const input = asInput({ report: { 'compute.racksBuilt': { '2026-03': 900 } } })
    expect(judge(input)).toEqual([])
    expect(silences(input).map(({ rule }) => rule)).toEqual(['unitSlip', 'jump', 'fallingStock'])
    expect(silences(input)[0]?.reason).toEqual({ zh: '无历史数据', en: 'no earlier reading' })
  })

  it.each([
    ['an unknown indicator', { indicator: 'cluster.revenu', period: '2026-03' }],
    ['a period that is none', { indicator: 'cluster.revenue', period: '2026-13' }],
  ])('is left to the dictionary: %s', (_, place) => {
    const cell = { ...place, value: -1, absent: null }
    expect(judge(asInput({ report: {} }, { cells: [cell] }))).toEqual([])
  })
})

describe('one data centre of two brains', () => {
  const report = {
    'compute.racksPlanned': { '2026-03': 1200 },
    'compute.racksBuilt': { '2026-03': 860 },
  }
  const others = ['x', 'y'].flatMap((brain) => [
    { brain, indicator: 'compute.racksPlanned', period: '2026-03', value: 1200 },
    { brain, indicator: 'compute.racksBuilt', period: '2026-03', value: brain === 'x' ? 860 : 10 },
  ])

  it('is told once, and the other brain by its id alone', () => {
    const findings = judge(asInput({ report, others }))
    expect(findings.map(({ rule }) => rule)).toEqual(['sharedCentre'])
    expect(findings[0]?.related.map(({ brain }) => brain)).toEqual(['x'])
    expect(JSON.stringify([findings[0]?.text, findings[0]?.remedy])).not.toMatch(/"x"|\bx\b/)
  })

  it('is not two brains without racks', () => {
    const none = {
      'compute.racksPlanned': { '2026-03': 0 },
      'compute.racksBuilt': { '2026-03': 0 },
    }
    const same = others.map((entry) => ({ ...entry, value: 0 }))
    expect(judge(asInput({ report: none, others: same }))).toEqual([])
  })
})
