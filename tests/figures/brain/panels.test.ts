import { describe, expect, it } from 'vitest'

import { NOTICES, ruleSetOf } from '../../../src/domain/eligibility/notices.ts'
import { statementSubjects } from '../../../src/domain/eligibility/statementSubjects.ts'
import { BRAIN_FIGURES } from '../../../src/figures/brain/registry.ts'
import { brainIndicators } from '../../../src/figures/brain/brainIndicators.ts'
import { capacityPanel } from '../../../src/figures/brain/capacity.ts'
import { lifecycleTrack } from '../../../src/figures/brain/lifecycleTrack.ts'
import { platformPanel } from '../../../src/figures/brain/platforms.ts'
import { thresholdPanel } from '../../../src/figures/brain/thresholds.ts'
import type { Figure } from '../../../src/figures/figure.ts'
import type { TableFigure } from '../../../src/figures/kinds/tableFigure.ts'
import type { TimelineFigure } from '../../../src/figures/kinds/timelineFigure.ts'
import { NO_PROGRAMME } from '../../../src/figures/programme/programmeData.ts'
import { statementOf } from '../../domain/eligibility/madeEvidence.ts'
import { fullScenario } from '../fullScenario.ts'
import { FACTS, LOCALES, scenario, SCENARIO_IDS } from '../scenarios.ts'
import { brokenNumbers, textsOf } from '../walk.ts'

const FILES = import.meta.glob<Record<string, unknown>>('../../../src/figures/brain/*.ts', {
  eager: true,
})
const demo = fullScenario()
const main = scenario('main')
const pilots = demo.cube.brains.filter(({ id }) => demo.states.get(id)?.stage === 'pilot')
const brain = pilots[0]!
const wood = main.cube.byId.get('sd-brain-linyi-feixian-wood')!
const tcm = main.cube.byId.get('sd-brain-jinan-licheng-tcm')!

const panel = <F extends Figure = Figure>(id: string, of = demo, who = brain): F =>
  BRAIN_FIGURES.find((one) => one.id === id)!.build(of, who) as F

describe('the registry of the panels of a profile', () => {
  it('holds every panel that a file exports, each under an id of its own', () => {
    const exported = Object.values(FILES)
      .flatMap((module) => Object.values(module))
      .filter(
        (value) =>
          typeof value === 'object' && value !== null && 'build' in value && 'name' in value,
      )
    expect(exported.length).toBeGreaterThan(4)
    expect(new Set(exported)).toEqual(new Set(BRAIN_FIGURES))
    expect(new Set(BRAIN_FIGURES.map(({ id }) => id)).size).toBe(BRAIN_FIGURES.length)
  })

  it('has a name in both languages', () => {
    for (const { name } of BRAIN_FIGURES) {
      expect(name.zh).toMatch(/\p{Script=Han}/u)
      expect(name.en).toMatch(/^[\x20-\x7e]+$/)
    }
  })

  it('draws every panel of a pilot that reports', () => {
    const absent = BRAIN_FIGURES.filter(({ build }) =>
      pilots.every((pilot) => build(demo, pilot).kind === 'absent'),
    )
    expect(absent.map(({ id }) => id)).toEqual([])
  })
})

describe.each(SCENARIO_IDS)('in the scenario %s', (id) => {
  const built = LOCALES.flatMap((locale) => {
    const context = scenario(id, locale)
    return context.cube.brains.slice(0, 4).flatMap((who) =>
      BRAIN_FIGURES.map(({ id: own, build }) => ({
        own,
        who,
        locale,
        figure: build(context, who),
      })),
    )
  })

  it('every panel is of its brain, in its language, and says what it shows and where it comes from', () => {
    for (const { own, who, locale, figure } of built) {
      expect(figure).toMatchObject({ id: own, locale })
      if (figure.kind === 'absent') {
        expect(figure.finding).toContain(figure.reason)
        continue
      }
      expect(figure.scope).toBe(who.name)
      for (const field of ['title', 'definition', 'source', 'finding', 'asOf'] as const)
        expect(`${own} ${field}: ${figure[field]}`).not.toMatch(/: (null)?$/)
    }
  })

  it('no panel leaks a programming word or a broken number', () => {
    const leaks = built.flatMap(({ figure }) => [
      ...textsOf(figure).filter((text) => /undefined|NaN|\bnull\b|Infinity|\[object/.test(text)),
      ...brokenNumbers(figure),
    ])
    expect(leaks).toEqual([])
  })

  it('every row of a table has a cell for every column', () => {
    for (const { figure } of built) {
      if (figure.kind !== 'table') continue
      for (const row of figure.rows) expect(row).toHaveLength(figure.columns.length)
    }
  })
})

describe('the lifecycle', () => {
  it('names the events of the track, by the same words and days', () => {
    const figure = panel<TimelineFigure>('brain-lifecycle')
    const { points, term } = lifecycleTrack(demo, brain.id)!
    const standing = figure.entries.filter(({ id }) => points.some((point) => point.id === id))
    expect(standing.map(({ id, date }) => [id, date])).toEqual(
      points.map(({ id, date }) => [id, date]),
    )
    for (const [i, { name, note }] of points.entries()) {
      expect(standing[i]?.text.startsWith(name)).toBe(true)
      expect(standing[i]?.text).toContain(note)
    }
    const others = figure.entries.filter((entry) => !standing.includes(entry))
    for (const { text } of others) expect(text).toMatch(/更正/)
    expect(figure.notes).toEqual([term?.text])
  })

  it('marks what only a reprint states and cites it once', () => {
    const figure = panel<TimelineFigure>('brain-lifecycle', main, tcm)
    expect(figure.entries[0]?.text).toContain('待核')
    expect(figure.citations.length).toBeGreaterThan(0)
    expect(new Set(figure.citations.map(({ title }) => title)).size).toBe(figure.citations.length)
  })

  it('of a brain of which no event is public says so', () => {
    expect(panel('brain-lifecycle', main, wood)).toMatchObject({
      kind: 'absent',
      reason: '没有公开的过程事件，阶段未公开',
    })
  })
})

describe('the clauses of the notice', () => {
  const stated = { ...demo, programme: NO_PROGRAMME }

  it('stand with verdict, reading and threshold, and lead to where the readings come from', () => {
    const { figure, rows } = thresholdPanel(stated, brain)
    if (figure.kind !== 'table') throw new Error(figure.kind)
    expect(rows).toHaveLength(figure.rows.length)
    expect(figure.more?.rows).toHaveLength(figure.rows.length)
    expect(figure.finding).toMatch(
      /^示例·.+按 20\d\d 年条件待补：共 \d 条，\d 条通过，\d 条待补。$/,
    )
    for (const [r, [, verdict, value]] of figure.rows.entries()) {
      expect(verdict).toBe(rows[r]?.verdictText)
      if (rows[r]?.bar) expect(value).toMatch(/^\d/)
      expect(rows[r]?.trace === null).toBe(figure.traces?.[r] === null)
    }
    expect(figure.traces?.find(Boolean)).toMatchObject({ entity: brain.id })
  })

  it('follow statements, and say where none was read', () => {
    const { batch } = brain
    const set = ruleSetOf(NOTICES, batch)!
    const statements = statementSubjects(set).needs.map((subject) =>
      statementOf(subject, 'met', { brain: brain.id, batch: set.batch }),
    )
    const { figure } = thresholdPanel(
      { ...demo, programme: { ...NO_PROGRAMME, statements } },
      brain,
    )
    expect(figure.finding).not.toContain('待补')
    const [judged, unread] = [stated, demo].map((of) => panel('brain-thresholds', of).notes.join())
    expect(unread).toContain('未读取说明材料')
    expect(judged).not.toContain('未读取说明材料')
  })

  it('wait for readings that are on their way', () => {
    const unread = new Map([['cluster.outputValue', { zh: '正在读取数据', en: 'Reading data' }]])
    const pilot = pilots.find(({ batch }) => batch === 2024)!
    expect(panel('brain-thresholds', { ...stated, unread }, pilot)).toMatchObject({
      ...{ kind: 'absent', reason: '正在读取数据' },
    })
  })

  it('of a brain known from the press are the notice’s alone, not judged, with its source', () => {
    const figure = panel<TableFigure>('brain-thresholds', main, tcm)
    expect(figure.rows.map(([, verdict]) => verdict)).toEqual(Array(5).fill('不作判定'))
    expect(figure.rows.map(([, , value]) => value)).toEqual(['未公开', '', '未公开', '', ''])
    expect(figure).toMatchObject({ source: '公开的申报通知', simulated: false })
    expect(figure.citations.map(({ date }) => date)).toEqual(['2024-04-10'])
  })

  it('name the notice by its number where the register of sources does not hold it', () => {
    const bare = { ...demo, sources: [] }
    expect(panel('brain-thresholds', bare).notes.join()).toMatch(/来源编号 S\d\d/)
    expect(FACTS.sources.length).toBeGreaterThan(0)
  })

  it('of an unknown batch are absent with that reason', () => {
    expect(panel('brain-thresholds', main, wood)).toMatchObject({
      kind: 'absent',
      reason: '批次未公开，无法对应当年申报通知的条件',
    })
  })
})

describe('the data centre', () => {
  const { figure, bars, line } = capacityPanel(demo, brain)

  it('prints what it draws, with the threshold on the same scale', () => {
    if (figure.kind !== 'bar') throw new Error(figure.kind)
    expect(figure.rows.map(({ id }) => id)).toEqual(['planned', 'built', 'inUse'])
    const [first] = figure.rows
    for (const [r, row] of figure.rows.entries())
      expect(bars[r]!.length / bars[0]!.length).toBeCloseTo(row.values[0]! / first!.values[0]!)
    expect(line! / bars[0]!.length).toBeCloseTo(1000 / first!.values[0]!)
    expect(figure.threshold).toEqual({ value: 1000, label: '2023 年门槛 1,000 架' })
    expect(figure.finding).toContain(`规划标准机架数 ${first!.columns[0]!.text} 架`)
    expect(figure.notes[0]).toMatch(/^上架率 \d+\.\d%$/)
  })

  it('of a brain that does not report says so', () => {
    const figure = panel('brain-capacity', main, tcm)
    expect(figure).toMatchObject({ kind: 'absent', reason: expect.stringMatching(/./) })
  })
})

describe('platforms and warehouses', () => {
  it('stand beside the median that the page draws', () => {
    const { figure, bars } = platformPanel(demo, brain)
    if (figure.kind !== 'table') throw new Error(figure.kind)
    expect(figure.rows.map(([kind]) => kind)).toEqual(
      bars.map(({ group }) => (group === 'platform' ? '平台' : '数据仓')),
    )
  })

  it('are compared only where the domain has others', () => {
    const findings = pilots.map((pilot) => {
      const { figure, bars } = platformPanel(demo, pilot)
      const above = bars.filter(({ value, median }) => median !== null && value > median).length
      const rows = figure.kind === 'table' ? figure.rows : []
      const alone = rows.every(([, , , , , rank]) => rank === '1/1')
      return [figure.finding, alone ? '没有其他可比' : `${above} 项高于领域中位数`] as const
    })
    expect(findings.some(([, part]) => part.includes('高于'))).toBe(true)
    for (const [finding, part] of findings) expect(finding).toContain(part)
  })
})

describe('all indicators', () => {
  it('print what the rows of the page print', () => {
    const figure = panel<TableFigure>('brain-indicators')
    const rows = brainIndicators()(demo, brain.id).flatMap((group) => group.rows)
    expect(figure.rows).toHaveLength(rows.length)
    for (const [r, { name, cells, domainRank, last }] of rows.entries()) {
      const printed = figure.rows[r]!
      expect(printed[0]?.startsWith(name)).toBe(true)
      for (const { text } of cells) expect(printed).toContain(text)
      expect(printed).toContain(domainRank)
      if (last) expect(printed.at(-1)).toBe(last.period)
    }
  })
})
