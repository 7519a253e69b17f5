import { describe, expect, it } from 'vitest'

import { NO_PROGRAMME } from '../../../src/figures/programme/programmeData.ts'
import { demoCard } from '../../../src/domain/assessment/cards/demoCard.ts'
import { leavesOf } from '../../../src/domain/assessment/scoreLeaf.ts'
import type { Brain } from '../../../src/domain/brain.ts'
import type { Locale } from '../../../src/domain/text.ts'
import type { FigureContext } from '../../../src/figures/definition.ts'
import type { Figure } from '../../../src/figures/figure.ts'
import { forecastLine } from '../../../src/figures/programme/forecastLine.ts'
import { forecastTable } from '../../../src/figures/programme/forecastTable.ts'
import { PROGRAMME_FIGURES } from '../../../src/figures/programme/registry.ts'
import { scoreCardTable } from '../../../src/figures/programme/scoreCardTable.ts'
import { scoreContributions } from '../../../src/figures/programme/scoreContributions.ts'
import { scoreDistribution } from '../../../src/figures/programme/scoreDistribution.ts'
import { scoreHistogram } from '../../../src/figures/programme/scoreHistogram.ts'
import { scoreHistoryTable } from '../../../src/figures/programme/scoreHistoryTable.ts'
import { scoreLifts } from '../../../src/figures/programme/scoreLifts.ts'
import { scoreRanking } from '../../../src/figures/programme/scoreRanking.ts'
import { scoreIn, scoreView, withWeights } from '../../../src/figures/programme/scoreView.ts'
import { tableOf } from '../../../src/figures/tableOf.ts'
import { cellTrace } from '../../../src/figures/tableTrace.ts'
import { contextOf } from '../scenarios.ts'
import { brokenNumbers, textsOf } from '../walk.ts'
import { scoreContext, storedScore } from './scoreWorld.ts'

const PERIOD = '2026-10'
const zh = scoreContext()
const view = scoreView(zh, demoCard, PERIOD)
const brainAt = (at: number): Brain => {
  const brain = zh.cube.byId.get(view.ranking[at]?.brain ?? '')
  if (!brain) throw new Error('no brain')
  return brain
}
const best = brainAt(0)
const kindOf = <K extends Figure['kind']>(
  figure: Figure,
  kind: K,
): Extract<Figure, { kind: K }> => {
  if (figure.kind !== kind) throw new Error(`${figure.id} is ${figure.kind}: ${figure.finding}`)
  return figure as Extract<Figure, { kind: K }>
}

const record = (context: FigureContext, version: number) =>
  storedScore(context, view, best.id, version)

function figuresOf(locale: Locale): readonly Figure[] {
  const plain = scoreContext(locale)
  const scores = [record(plain, 1), record(plain, 2)]
  const context = { ...plain, programme: { ...NO_PROGRAMME, scores } }
  const shown = scoreView(context, demoCard, PERIOD)
  const tried = withWeights(
    shown,
    shown.frame.weights.map((_, i) => (i < 3 ? 2 : 1)),
  )
  return [shown, tried].flatMap((of) => [
    scoreRanking(context, of, best.id),
    scoreDistribution(context, of),
    scoreHistogram(context, of),
    scoreCardTable(context, of, best),
    scoreContributions(context, of, best),
    scoreLifts(context, of, best),
    forecastLine(context, of, best),
    forecastTable(context, of, best),
    scoreHistoryTable(context, best),
  ])
}

describe.each(['zh-CN', 'en'] as const)('figures of scores in %s', (locale) => {
  const figures = figuresOf(locale)

  it('are drawn, with words for everything', () => {
    expect(figures.filter(({ kind }) => kind === 'absent').map(({ id }) => id)).toEqual([])
    for (const figure of figures) {
      for (const field of ['title', 'definition', 'source', 'finding'] as const)
        expect(figure[field], `${figure.id} ${field}`).not.toBe('')
      const leaks = textsOf(figure).filter((text) => /undefined|NaN|\bnull\b|Infinity/.test(text))
      expect(leaks).toEqual([])
      expect(brokenNumbers(figure)).toEqual([])
    }
  })

  it('say that the weights are a demonstration and that the data are simulated', () => {
    for (const figure of figures) {
      expect(figure.title).toMatch(locale === 'en' ? /demo weights/ : /演示权重/)
      if (figure.id !== 'assessment-history') expect(figure.simulated).toBe(true)
    }
  })

  it('say what is no result', () => {
    const word = locale === 'en' ? /what-if, not a result/ : /测算，非实绩/
    figures.forEach(({ id, title }, i) => {
      const isTried = i >= figures.length / 2 && id !== 'assessment-history'
      const isAlways = /lifts|forecast/.test(id)
      expect(word.test(title), `${id} ${title}`).toBe(isTried || isAlways)
    })
  })

  it('leave no Chinese sentence in English', () => {
    if (locale === 'zh-CN') return
    for (const { finding, definition, title } of figures)
      expect(`${finding.replaceAll(/示例·\S+/gu, '')} ${definition} ${title}`).not.toMatch(
        /\p{Script=Han}/u,
      )
  })
})

describe('the card of one brain', () => {
  const table = kindOf(scoreCardTable(zh, view, best), 'table')

  it('has a row for each item whose contributions add up to the score', () => {
    const { items, score } = scoreIn(zh, view, best.id)
    expect(table.rows.map(([item]) => item)).toEqual(
      leavesOf(demoCard).map(({ item }) => item.name.zh),
    )
    const sum = items.reduce((all, { contribution }) => all + contribution, 0)
    expect(sum).toBeCloseTo(score ?? NaN, 9)
  })

  it('traces every value to its cell, and judged items to none', () => {
    const value = table.columns.findIndex(({ id }) => id === 'value')
    expect(cellTrace(table, 0, value)).toEqual({
      ...{ indicator: 'compute.racksInUse', entity: best.id, period: PERIOD },
    })
    const judged = table.rows.length - 1
    expect(cellTrace(table, judged, value)).toBeNull()
    expect(table.rows[judged]?.[value]).toBe('未评定')
  })

  it('prints why a value is missing', () => {
    const silent = view.ranking.find(({ coverage }) => coverage === 0)
    const brain = zh.cube.byId.get(silent?.brain ?? '')
    if (!brain) throw new Error('every brain reported')
    const rows = kindOf(scoreCardTable(zh, view, brain), 'table').rows
    expect(rows[0]?.slice(2, 5)).toEqual(['未报送', '—', '—'])
  })
})

describe('the ranking and the distribution', () => {
  it('count the same brains', () => {
    const grades = kindOf(scoreDistribution(zh, view), 'bar')
    const total = grades.rows.reduce((sum, { values }) => sum + (values[0] ?? 0), 0)
    expect(total).toBe(view.ranking.length)
    expect(kindOf(scoreRanking(zh, view), 'bar').scope).toBe(
      `${view.ranking.filter(({ rank }) => rank).length}/${total} 个参评`,
    )
  })

  it('count every ranked brain in one step of five points, highest first', () => {
    const { rows } = kindOf(scoreHistogram(zh, view), 'bar')
    const scores = view.ranking.flatMap(({ rank, score }) => (rank === null ? [] : [score ?? NaN]))
    for (const { id, values } of rows) {
      const within = scores.filter((score) => Number(id) <= score && score < Number(id) + 5)
      expect(values).toEqual([within.length])
    }
    const floors = rows.map(({ id }) => Number(id))
    expect(floors).toEqual([...floors].sort((a, b) => b - a))
    expect(rows.at(0)?.values).not.toEqual([0])
    expect(rows.at(-1)?.values).not.toEqual([0])
  })

  it('keep the brain in focus among the shown ones', () => {
    const middle = brainAt(20)
    const { rows, focus } = kindOf(scoreRanking(zh, view, middle.id), 'bar')
    expect(focus).toBe(middle.id)
    expect(rows.map(({ id }) => id)).toContain(middle.id)
    expect(rows).toHaveLength(14)
  })

  it('change with the weights in the same frame', () => {
    const only = view.frame.weights.map((_, i) => (i === 0 ? 1 : 0))
    const tried = withWeights(view, only)
    expect(tried.frame.points).toBe(view.frame.points)
    const racks = kindOf(scoreCardTable(zh, tried, best), 'table').rows[0]
    expect(racks?.[1]).toBe('100')
    const scored = scoreIn(zh, tried, best.id)
    expect(scored.score).toBeCloseTo(scored.items[0]?.points ?? NaN, 9)
    expect(tried.ranking.find(({ brain }) => brain === best.id)?.score).toBeCloseTo(
      scored.score ?? NaN,
      9,
    )
  })
})

describe('the forecast', () => {
  it('ends in December with a band around it', () => {
    const { periods, panels } = kindOf(forecastLine(zh, view, best), 'line')
    expect(periods.at(-1)).toBe('2026-12')
    const [panel] = panels
    const value = panel?.series[1]?.values.at(-1) ?? NaN
    expect(panel?.band?.low.at(-1)).toBeLessThanOrEqual(value)
    expect(panel?.band?.high.at(-1)).toBeGreaterThanOrEqual(value)
    expect(panel?.series[0]?.values.at(-1)).toBeNull()
  })

  it('says 历史不足 instead of a number where the method is no better than the naive guess', () => {
    const { rows } = kindOf(forecastTable(zh, view, best), 'table')
    const timely = rows.find(([item]) => item === '数据更新及时率')
    expect(timely?.slice(2, 5)).toEqual(['—', '—', '—'])
    expect(timely?.at(-1)).toMatch(/^历史不足：回测 \d+ 例未优于简单外推$/)
    expect(rows.find(([item]) => item === '在用标准机架')?.[3]).toMatch(/ — /)
  })

  it('is not made for a year that is over, nor from a history without past years', () => {
    const over = forecastLine(zh, scoreView(zh, demoCard, '2025-12'), best)
    expect(over).toMatchObject({ kind: 'absent', reason: '本年度已结束' })
    const first = forecastLine(zh, scoreView(zh, demoCard, '2024-06'), best)
    expect(first).toMatchObject({ kind: 'absent' })
    expect(first.finding).toMatch(/历史不足|未报送/)
  })
})

describe('stored scores', () => {
  it('show what a re-score changed, by whom and why', () => {
    const scores = [record(zh, 1), record(zh, 2)]
    const context = { ...zh, programme: { ...NO_PROGRAMME, scores } }
    const { rows } = kindOf(scoreHistoryTable(context, best), 'table')
    expect(rows.map((row) => row[1])).toEqual(['2', '1'])
    expect(rows[0]?.slice(-3)).toEqual(['2026-11-20 16:30', '补充佐证', '组织推进 —→90.0'])
    const judged = scoreIn(context, scoreView(context, demoCard, PERIOD), best.id)
    expect(judged.items.at(-1)).toMatchObject({ points: 90, judged: { document: '核查单2' } })
  })

  it('say when there are none or they have not been read', () => {
    const none = { ...zh, programme: { ...NO_PROGRAMME, scores: [] } }
    expect(scoreHistoryTable(none, best).finding).toContain('尚未登记')
    expect(scoreHistoryTable(zh, best).finding).toContain('尚未读取')
  })
})

describe('without data', () => {
  it('every figure of the registry says why', () => {
    const empty = contextOf({ space: 'main' })
    for (const { id, build } of PROGRAMME_FIGURES.filter((figure) =>
      /^assessment-/.test(figure.id),
    )) {
      const figure = build(empty)
      expect(figure).toMatchObject({ kind: 'absent', id })
      expect(figure.finding).not.toBe('')
    }
  })

  it('waits for indicators that are on their way', () => {
    const unread = new Map([['compute.pue', { zh: '正在读取', en: 'loading' }]])
    expect(scoreRanking({ ...zh, unread }, view)).toMatchObject({
      kind: 'absent',
      reason: '正在读取',
    })
  })

  it('has no card for a year before all cards', () => {
    const early = scoreContext('zh-CN', { today: '2022-06-30' })
    const [ranking] = PROGRAMME_FIGURES.filter(({ id }) => id === 'assessment-ranking')
    expect(ranking?.build(early)).toMatchObject({ kind: 'absent', reason: '该年度没有评分卡' })
  })

  it('every table alternative has as many cells as columns', () => {
    for (const figure of figuresOf('zh-CN')) {
      const { columns, rows } = tableOf(figure)
      for (const row of rows) expect(row).toHaveLength(columns.length)
    }
  })
})
