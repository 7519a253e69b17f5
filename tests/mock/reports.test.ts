import { describe, expect, it } from 'vitest'

import { LATE_CITY } from '../../mock/places.ts'
import { PROFILES } from '../../mock/profiles.ts'
import { REPORT_LIMITS, ReportSubmission } from '../../src/contract/report.ts'
import { makeCalendar, reportDue } from '../../src/domain/calendar.ts'
import { indicatorOf, REPORTED_INDICATORS } from '../../src/domain/catalogue/index.ts'
import { UNITS } from '../../src/domain/indicator.ts'
import { monthOf, periodEnd } from '../../src/domain/period.ts'
import { demo, filled, firstReported, periodOfCell, totalOf } from './simulated.ts'

const cells = filled.flatMap(({ body, brain, kind }) =>
  body.cells.map((cell) => ({ cell, brain, kind, period: periodOfCell(body, cell) })),
)
const pilotOf = new Map(
  demo.events.filter(({ kind }) => kind === 'piloted').map(({ brain, date }) => [brain, date]),
)
const LAST = '2026-10'
const reportedLast = filled.filter(({ period, kind }) => period === LAST && kind === 'monthly')

describe('simulated reports', () => {
  it('pass the contract and stay below its limits', () => {
    for (const { body } of filled) {
      expect(ReportSubmission.safeParse(body).error).toBeUndefined()
      expect(body.cells.length).toBeLessThanOrEqual(REPORT_LIMITS.cells)
    }
  })

  it('fill the demo with about 110,000 observations', () => {
    expect(cells.length).toBeGreaterThan(100_000)
    expect(cells.length).toBeLessThan(135_000)
  })

  it('have a profile for every indicator that brains report', () => {
    expect(Object.keys(PROFILES).sort()).toEqual(REPORTED_INDICATORS.map(({ id }) => id).sort())
  })

  it('keep to unit, decimals and bounds of the dictionary', () => {
    const faults = cells.filter(({ cell }) => {
      const indicator = indicatorOf(cell.indicator)
      if (!indicator) return true
      const { unit, decimals, min = -Infinity, max = Infinity } = indicator
      if (cell.unit !== (UNITS[unit].zh || unit)) return true
      if (cell.value === undefined) return cell.absent === undefined
      const exact = Number(cell.value.toFixed(decimals)) === cell.value
      return !exact || cell.value < min || cell.value > max
    })
    expect(faults).toEqual([])
  })

  it('leave out January of a flow, because it is reported with February', () => {
    const merged = cells.filter(({ cell }) => cell.absent === 'mergedJanuary')
    const januaries = cells.filter(
      ({ cell, period }) => indicatorOf(cell.indicator)?.kind === 'flow' && period.endsWith('-01'),
    )
    expect(merged.length).toBeGreaterThan(0)
    expect(merged).toEqual(januaries)
  })

  it('start platform indicators with the pilot and report cluster history afterwards', () => {
    const early = cells.filter(({ brain, period }) => period < monthOf(pilotOf.get(brain) ?? ''))
    const groups = new Set(early.map(({ cell }) => indicatorOf(cell.indicator)?.reportedFrom))
    expect([...groups]).toEqual(['cluster'])
    for (const { brain, knownAt } of filled) {
      expect(knownAt.slice(0, 10) >= (pilotOf.get(brain) ?? '')).toBe(true)
    }
  })

  it('hold every cluster month since January 2023', () => {
    for (const months of firstReported('cluster.aboveScaleFirms').values()) {
      expect(months.has('2023-01')).toBe(true)
    }
  })

  it('report every cell once, corrections apart', () => {
    const plain = cells.filter(({ kind }) => kind !== 'correction')
    const keys = plain.map(({ cell, brain, period }) => `${brain}|${cell.indicator}|${period}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('arrival', () => {
  it('comes after the end of the period and before the end of the demo', () => {
    const early = filled.filter(({ knownAt, body }) =>
      body.cells.some((cell) => knownAt.slice(0, 10) <= periodEnd(periodOfCell(body, cell))),
    )
    expect(early).toEqual([])
    const end = Date.parse(demo.scenario.end)
    expect(filled.filter(({ knownAt }) => Date.parse(knownAt) > end)).toEqual([])
  })

  it('is in order, and no brain sends two reports at one instant', () => {
    const instants = filled.map(({ knownAt }) => knownAt)
    expect(instants).toEqual([...instants].sort())
    const keys = filled.map(({ brain, knownAt }) => `${brain}|${knownAt}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('is late for a few reports', () => {
    const calendar = makeCalendar([])
    const monthly = filled.filter(({ kind }) => kind === 'monthly')
    const late = monthly.filter((r) => r.knownAt.slice(0, 10) > reportDue(calendar, r.period))
    expect(late.length / monthly.length).toBeGreaterThan(0.01)
    expect(late.length / monthly.length).toBeLessThan(0.1)
  })

  it('has 51 of 54 brains in the last month and nobody in the late city', () => {
    expect(reportedLast).toHaveLength(51)
    const cityOf = new Map(demo.brains.map(({ id, city }) => [id, city]))
    const cities = new Set(reportedLast.map(({ brain }) => cityOf.get(brain)))
    expect(cities.has(LATE_CITY)).toBe(false)
    expect(cities.size).toBe(15)
  })
})

describe('simulated figures', () => {
  it('never fall within a year where they are cumulative', () => {
    const falls: [string, string][] = []
    const flows = REPORTED_INDICATORS.filter(({ kind }) => kind === 'flow')
    for (const { id } of flows) {
      for (const months of firstReported(id).values()) {
        const known = [...months].sort(([a], [b]) => (a < b ? -1 : 1))
        known.forEach(([month, value], i) => {
          const [before, last] = known[i - 1] ?? ['', 0]
          if (before.slice(0, 4) === month.slice(0, 4) && value < last) falls.push([id, month])
        })
      }
    }
    expect(falls).toEqual([])
  })

  it.each([
    ['compute.racksInUse', 'compute.racksBuilt'],
    ['compute.racksBuilt', 'compute.racksPlanned'],
    ['service.aboveScaleServed', 'service.firmsServed'],
    ['service.srdiServed', 'service.firmsServed'],
    ['cluster.profit', 'cluster.revenue'],
    ['cluster.valueAdded', 'cluster.outputValue'],
    ['cluster.srdiFirms', 'cluster.aboveScaleFirms'],
    ['transformation.firmsTransformed', 'cluster.aboveScaleFirms'],
    ['platforms.computeScheduled', 'compute.aiCompute'],
  ])('hold %s within %s', (part, whole) => {
    const faults: [string, string][] = []
    const wholes = firstReported(whole)
    for (const [brain, months] of firstReported(part)) {
      for (const [month, value] of months) {
        if (value > (wholes.get(brain)?.get(month) ?? -1)) faults.push([brain, month])
      }
    }
    expect(faults).toEqual([])
  })

  it('print utilisation as in use over built', () => {
    const [used, built] = [firstReported('compute.racksInUse'), firstReported('compute.racksBuilt')]
    for (const [brain, months] of firstReported('compute.rackUtilisation')) {
      for (const [month, value] of months) {
        const exact =
          (100 * (used.get(brain)?.get(month) ?? 0)) / (built.get(brain)?.get(month) ?? 1)
        expect(Math.abs(value - exact)).toBeLessThanOrEqual(0.0501)
      }
    }
  })

  it('stand around the line of 1,000 racks', () => {
    const built = [...firstReported('compute.racksBuilt').values()].map((months) =>
      months.get(LAST),
    )
    const short = built.filter((racks) => racks !== undefined && racks < 1000)
    expect(short.length).toBeGreaterThan(8)
    expect(short.length).toBeLessThan(30)
  })

  it.each([
    ['cluster.revenue', 18_000, 20_000],
    ['compute.racksBuilt', 58_000, 64_000],
    ['compute.racksInUse', 43_500, 48_500],
    ['service.firmsServed', 75_000, 83_000],
    ['platforms.computeScheduled', 1_230, 1_370],
    ['platforms.dataAggregated', 122, 138],
    ['platforms.algorithms', 1_800, 2_000],
    ['platforms.services', 2_950, 3_250],
  ])('add up to the magnitude of a province: %s', (indicator, low, high) => {
    expect(totalOf(indicator, LAST)).toBeGreaterThan(low)
    expect(totalOf(indicator, LAST)).toBeLessThan(high)
  })

  it('grow by 6 to 8 % in revenue, with one domain slightly down', () => {
    const domainOf = new Map(demo.brains.map(({ id, domain }) => [id, domain ?? 'other']))
    const sums = new Map<string, [number, number]>()
    for (const [brain, months] of firstReported('cluster.revenue')) {
      const [now, before] = [months.get(LAST), months.get('2025-10')]
      if (now === undefined || before === undefined) continue
      for (const key of ['all', domainOf.get(brain) ?? 'other']) {
        const [a, b] = sums.get(key) ?? [0, 0]
        sums.set(key, [a + now, b + before])
      }
    }
    const growth = (key: string) => {
      const [now, before] = sums.get(key) ?? [0, 1]
      return 100 * (now / before - 1)
    }
    expect(growth('all')).toBeGreaterThan(6)
    expect(growth('all')).toBeLessThan(8)
    expect(growth('other')).toBeLessThan(0)
    expect(growth('other')).toBeGreaterThan(-3)
  })
})

describe('corrections', () => {
  const corrections = filled.filter(({ kind }) => kind === 'correction')

  it('are sent by a few brains, with a reason', () => {
    expect(corrections.length).toBeGreaterThan(3)
    for (const { body } of corrections) expect(body.reason).toBeTruthy()
  })

  it('change only what was reported before, to another value', () => {
    for (const { brain, knownAt, body } of corrections) {
      const before = filled.filter((r) => r.brain === brain && r.knownAt < knownAt)
      const known = new Map(
        before.flatMap(({ body: old }) =>
          old.cells.map((cell) => [`${cell.indicator}|${periodOfCell(old, cell)}`, cell.value]),
        ),
      )
      for (const cell of body.cells) {
        const key = `${cell.indicator}|${periodOfCell(body, cell)}`
        expect(known.has(key)).toBe(true)
        expect(known.get(key)).not.toBe(cell.value)
      }
    }
  })
})
