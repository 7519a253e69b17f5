import { describe, expect, it } from 'vitest'

import { REPORTED_INDICATORS } from '../../../src/domain/catalogue/index.ts'
import { clusterRevenue } from '../../../src/domain/catalogue/headline.ts'
import { clusterElectricity } from '../../../src/domain/catalogue/cluster.ts'
import type { LifecycleEvent } from '../../../src/domain/event.ts'
import { monthsAfter, TERMS } from '../../../src/domain/programme/terms.ts'
import type { FigureContext } from '../../../src/figures/definition.ts'
import { brainHeader } from '../../../src/figures/brain/brainHeader.ts'
import { brainIndicators } from '../../../src/figures/brain/brainIndicators.ts'
import { brainKpis } from '../../../src/figures/brain/brainKpis.ts'
import { assessmentPanel } from '../../../src/figures/brain/assessmentTable.ts'
import { capacityPanel } from '../../../src/figures/brain/capacity.ts'
import { indicatorRow } from '../../../src/figures/brain/indicatorRow.ts'
import { brainLifecycle } from '../../../src/figures/brain/lifecycle.ts'
import { lifecycleTrack } from '../../../src/figures/brain/lifecycleTrack.ts'
import { peersOf } from '../../../src/figures/brain/peers.ts'
import { platformPanel } from '../../../src/figures/brain/platforms.ts'
import { thresholdPanel } from '../../../src/figures/brain/thresholds.ts'
import { fullScenario } from '../fullScenario.ts'
import { LOCALES, scenario, SCENARIO_IDS } from '../scenarios.ts'

const demo = fullScenario()
const main = scenario('main')
const pilots = demo.cube.brains.filter(({ id }) => demo.states.get(id)?.stage === 'pilot')
const brain = pilots[0]!
const tcm = main.cube.byId.get('sd-brain-jinan-licheng-tcm')!

describe('the course on the profile', () => {
  const piloted = demo.cube.events.find((one) => one.kind === 'piloted' && one.brain === brain.id)
  const termEnd = monthsAfter(piloted?.date ?? '', TERMS.pilotMonths)
  const accepted = (date: string): FigureContext => {
    const event: LifecycleEvent = {
      ...{ id: 'x', brain: brain.id, kind: 'accepted', date, document: null },
      ...{ actor: '省工业和信息化厅', recordedBy: 'user:wang' },
    }
    const events = [...demo.cube.events, event]
    return { ...demo, today: '2099-01-01', cube: { ...demo.cube, events, told: events } }
  }
  const told = (context: FigureContext): string => {
    const figure = brainLifecycle.build(context, brain)
    if (figure.kind !== 'timeline') throw new Error(`it is ${figure.kind}`)
    return figure.entries.find(({ id }) => id === 'x')?.text ?? ''
  }

  it('tells early acceptance with the end of the term, and who recorded what an office did', () => {
    const early = told(accepted(piloted?.date ?? ''))
    expect(early).toContain(`提前验收，试点期应至 ${termEnd}`)
    expect(early).toContain('省工业和信息化厅 · 登记：wang')
    expect(told(accepted(termEnd))).not.toContain('提前')
    const track = lifecycleTrack(accepted(piloted?.date ?? ''), brain.id)
    expect(track?.points.find(({ id }) => id === 'x')?.note).toContain(termEnd)
  })
})

describe('a row of the profile', () => {
  const row = indicatorRow(demo, brain.id, clusterRevenue)

  it('prints the last four months that are due', () => {
    expect(row.cells.map(({ period }) => period)).toEqual([
      '2026-07',
      '2026-08',
      '2026-09',
      '2026-10',
    ])
  })

  it('ranks the brain within its domain and within the province', () => {
    const [rank, of] = row.provinceRank.split('/').map(Number)
    const domainSize = Number(row.domainRank.split('/')[1])
    expect(rank).toBeGreaterThan(0)
    expect(of).toBeGreaterThan(domainSize)
  })

  it('ranks nothing that has no better way', () => {
    expect(indicatorRow(demo, brain.id, clusterElectricity).provinceRank).toBe('/')
  })

  it('gives one reason where nothing is public', () => {
    const absent = indicatorRow(main, tcm.id, clusterRevenue)
    expect(absent.last).toBeNull()
    expect(absent.cells.every(({ absent: reason }) => reason !== null)).toBe(true)
  })

  it('says that a slice is still on its way instead of that nothing was reported', () => {
    const bare = { ...demo, cube: { ...demo.cube, slices: new Map() } }
    expect(indicatorRow(bare, brain.id, clusterRevenue).reason).toBe('读取中')
  })

  it('of a late brain names the period of its last value and how late it is', () => {
    const late = pilots
      .map(({ id }) => indicatorRow(demo, id, clusterRevenue))
      .find(({ last }) => (last?.late ?? 0) > 0)
    expect(late?.cells.at(-1)?.absent).not.toBeNull()
    expect((late?.last?.period ?? '9999') < '2026-10').toBe(true)
  })
})

describe('the table of a profile', () => {
  it('holds every reported indicator once', () => {
    const ids = brainIndicators()(demo, brain.id).flatMap(({ rows }) =>
      rows.map(({ indicator }) => indicator),
    )
    expect(ids.sort()).toEqual(REPORTED_INDICATORS.map(({ id }) => id).sort())
  })

  it('makes one row anew when one slice changes', () => {
    const build = brainIndicators()
    const before = build(demo, brain.id).flatMap(({ rows }) => rows)
    const slices = new Map(demo.cube.slices)
    slices.set(clusterRevenue.id, { ...slices.get(clusterRevenue.id)! })
    const after = build({ ...demo, cube: { ...demo.cube, slices } }, brain.id).flatMap(
      ({ rows }) => rows,
    )
    const changed = after.filter((row, i) => row !== before[i])
    expect(changed.map(({ indicator }) => indicator)).toEqual([clusterRevenue.id])
  })
})

describe('clauses beside values', () => {
  const rowsOf = (batch: number) =>
    thresholdPanel(
      demo,
      pilots.find((pilot) => pilot.batch === batch)!,
    ).rows

  it('look at the year before the one that is judged, and name it', () => {
    const [first] = demo.cube.brains.filter(({ batch }) => batch === 2023)
    const [revenue] = thresholdPanel(demo, first!).rows
    expect(revenue).toMatchObject({ period: '2025年1—12月', threshold: '≥ 100 亿元' })
  })

  it('mark a soft figure and draw the threshold within the bar', () => {
    const [row] = rowsOf(2024)
    expect(row?.threshold).toBe('原则上 ≥ 100 亿元')
    expect(row?.bar?.threshold).toBeGreaterThan(0)
    expect(row?.bar?.value).toBeLessThanOrEqual(1)
  })

  it('have no figure where a statement decides, and count what is missing', () => {
    const plan = rowsOf(2024).find(({ id }) => id === 'plan')
    expect(plan).toMatchObject({ value: '', threshold: '', bar: null, verdictText: '待补 2 项' })
    expect(plan?.more[3]).toBe('待补：痛点与数据场景的方案、四大平台的规划')
  })

  it('are none where the batch is not public', () => {
    const wood = main.cube.byId.get('sd-brain-linyi-feixian-wood')!
    expect(thresholdPanel(main, wood).rows).toEqual([])
  })
})

describe('the lifecycle track', () => {
  it('keeps every point, span and mark on the axis, in order', () => {
    for (const { id } of demo.cube.brains) {
      const track = lifecycleTrack(demo, id)
      if (!track) continue
      const places = [track.today, ...track.points.map(({ at }) => at)]
      for (const at of places) expect(at >= 0 && at <= 1).toBe(true)
      for (const { from, to } of track.spans) expect(to).toBeGreaterThanOrEqual(from)
      expect(track.points.map(({ at }) => at)).toEqual(
        track.points.map(({ at }) => at).sort((a, b) => a - b),
      )
    }
  })

  it('says of a public pilot past its term that the result is not public', () => {
    const track = lifecycleTrack({ ...main, today: '2026-11-22' }, tcm.id)
    expect(track?.term?.text).toContain('验收结果未公开')
    expect(track?.points[0]?.citation?.unverified).toBe(true)
  })

  it('is none for a brain of which no event is public', () => {
    expect(lifecycleTrack(main, 'sd-brain-linyi-feixian-wood')).toBeNull()
  })
})

describe('the header', () => {
  it('counts down an open rectification in work days', () => {
    const open = demo.cube.brains.find(({ id }) => demo.states.get(id)?.measures.length)!
    const [measure] = brainHeader(demo, open).measures
    expect(measure?.text).toMatch(/^(剩|逾期) \d+ 个工作日$/)
  })

  it('marks a reprinted fact 待核 and says what is not public', () => {
    const header = brainHeader(main, tcm)
    expect(header).toMatchObject({ unverified: true, domain: '领域未公开', next: null })
    expect(header.roles.map(({ text }) => text)).toEqual(['未公开', '未公开', '未公开'])
  })
})

describe('peers', () => {
  it('are never the brain itself, and share its domain, batch or city', () => {
    const groups = peersOf(demo, brain)
    expect(groups.map(({ id }) => id)).toEqual(['domain', 'batch', 'city'])
    for (const { id, peers } of groups)
      for (const peer of peers) {
        const other = demo.cube.byId.get(peer.id)!
        expect(peer.id).not.toBe(brain.id)
        expect(other[id]).toBe(brain[id])
      }
  })

  it('share no domain that no source states', () => {
    expect(peersOf(main, tcm)[0]?.peers).toEqual([])
  })
})

describe.each(SCENARIO_IDS)('in the scenario %s', (id) => {
  it('every profile is made whole in both languages, without a broken word', () => {
    for (const locale of LOCALES) {
      const context = scenario(id, locale)
      for (const who of context.cube.brains.slice(0, 6)) {
        const parts = [
          brainHeader(context, who),
          brainKpis(context, who.id),
          lifecycleTrack(context, who.id),
          thresholdPanel(context, who),
          capacityPanel(context, who),
          platformPanel(context, who),
          assessmentPanel(context, who),
          peersOf(context, who),
        ]
        expect(brainKpis(context, who.id)).toHaveLength(6)
        expect(JSON.stringify(parts)).not.toMatch(/undefined|NaN|Infinity|\[object/)
      }
    }
  })
})
