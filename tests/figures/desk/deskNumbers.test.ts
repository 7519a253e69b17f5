import { describe, expect, it } from 'vitest'

import { runQuery, type Measure } from '../../../src/domain/query.ts'
import { isPresent } from '../../../src/domain/reading.ts'
import type { Selection } from '../../../src/domain/selection.ts'
import type { Locale } from '../../../src/domain/text.ts'
import { selectionContribution } from '../../../src/figures/desk/selectionContribution.ts'
import { selectionMap } from '../../../src/figures/desk/selectionMap.ts'
import { selectionMultiples } from '../../../src/figures/desk/selectionMultiples.ts'
import { selectionRanking } from '../../../src/figures/desk/selectionRanking.ts'
import { selectionScatter } from '../../../src/figures/desk/selectionScatter.ts'
import { selectionTable } from '../../../src/figures/desk/selectionTable.ts'
import { selectionTrend } from '../../../src/figures/desk/selectionTrend.ts'
import type { DeskContext, DeskFigure } from '../../../src/figures/desk/context.ts'
import type { Figure } from '../../../src/figures/figure.ts'
import { deskOf } from './deskContext.ts'

/** The figure of a panel, which must be of the kind asked for. */
function built<K extends Figure['kind']>(
  { build }: DeskFigure,
  context: DeskContext,
  kind: K,
): Extract<Figure, { kind: K }> {
  const figure = build(context)
  expect(figure.kind).toBe(kind)
  return figure as Extract<Figure, { kind: K }>
}

/** Answers of the domain itself, brain by brain. */
function answers({ cube, selection, period, brains }: DeskContext, measure: Measure) {
  const { groups, reading } = runQuery(cube, {
    ...{ indicator: selection.indicator, measure, groupBy: 'brain', periods: [period] },
    scope: { brains: brains.map(({ id }) => id) },
  })
  return new Map(
    groups.flatMap(({ id }, g) => {
      const one = reading(g, 0)
      return isPresent(one) ? [[id, one.value] as const] : []
    }),
  )
}

const demo = deskOf('demo')
const [someone] = answers(demo, 'value').keys()
const focus = someone ?? ''

describe('the ranking', () => {
  it('ranks as the domain does, best first, and leaves out the middle only', () => {
    const figure = built(selectionRanking, demo, 'bar')
    const ranks = answers(demo, 'rank')
    const shown = figure.rows.map(({ label }) => Number(label.split(' ')[0]))
    expect(shown).toEqual([...shown].sort((a, b) => a - b))
    for (const { id, label } of figure.rows) expect(Number(label.split(' ')[0])).toBe(ranks.get(id))
    expect(figure.breakAfter).not.toBeNull()
    expect(shown.at(-1)).toBe(ranks.size)
  })

  it('always shows the brain in focus', () => {
    for (const id of answers(demo, 'value').keys()) {
      const figure = built(selectionRanking, deskOf('demo', { focus: id }), 'bar')
      expect(figure.rows.map((row) => row.id)).toContain(id)
      expect(figure.focus).toBe(id)
    }
  })

  it('puts the smallest first where small is better', () => {
    const context = deskOf('small', { measure: 'yearOnYear' })
    const values = built(selectionRanking, context, 'bar').rows.map((row) => row.values[0] ?? 0)
    expect(values).toEqual([...values].sort((a, b) => b - a))
  })
})

describe('the contribution', () => {
  it('adds up to the growth of the selection, rows and rest together', () => {
    for (const selection of [{}, { domains: ['chemicals' as const] }, { cities: ['370200'] }]) {
      const context = deskOf('demo', selection)
      const figure = built(selectionContribution, context, 'bar')
      const printed = (text: string | undefined): number =>
        Number((text ?? '').replace('\u2212', '-').replace('持平', '0'))
      const sum = figure.rows
        .filter(({ id }) => id !== 'total')
        .reduce((total, { columns }) => total + printed(columns[0]?.text), 0)
      const total = printed(figure.rows.at(-1)?.columns[0]?.text)
      expect(figure.rows.at(-1)?.id).toBe('total')
      expect(Math.abs(sum - total)).toBeLessThan(0.06)
      expect([...answers(context, 'contribution').values()].reduce((a, b) => a + b, 0)).toBeCloseTo(
        total,
        1,
      )
    }
  })

  it('names those that weigh most, in either direction', () => {
    const figure = built(selectionContribution, demo, 'bar')
    const all = [...answers(demo, 'contribution')].sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
    const own = figure.rows.map(({ id }) => id).filter((id) => id !== 'rest' && id !== 'total')
    expect(new Set(own)).toEqual(new Set(all.slice(0, 8).map(([id]) => id)))
  })

  it('is refused for a rate, and says what to choose instead', () => {
    const context = deskOf('demo', { indicator: 'compute.rackUtilisation' })
    expect(built(selectionContribution, context, 'absent').reason).toMatch(/不能加总.*请改选/)
  })
})

describe('the trend', () => {
  it('ends with the total of the printed month over the last 36 months', () => {
    const figure = built(selectionTrend, demo, 'line')
    expect(figure.periods).toHaveLength(36)
    expect(figure.periods.at(-1)).toBe(demo.period)
    const total = [...answers(demo, 'value').values()].reduce((a, b) => a + b, 0)
    expect(figure.panels[0]?.series[0]?.values.at(-1)).toBeCloseTo(total, 3)
    expect(figure.finding).toMatch(/同比(增长|下降)[\d.]+%，覆盖\d+\/\d+家报送/)
  })

  it('sets a brain in focus against the middle half of the selection, with its events', () => {
    const figure = built(selectionTrend, deskOf('demo', { focus }), 'line')
    const [panel] = figure.panels
    expect(panel?.series.map(({ id }) => id)).toEqual([focus, 'median'])
    const sorted = [...answers(demo, 'value').values()].sort((a, b) => a - b)
    const [low, high] = [panel?.band?.low.at(-1) ?? 0, panel?.band?.high.at(-1) ?? 0]
    expect(sorted.filter((value) => value < low).length / sorted.length).toBeCloseTo(0.25, 1)
    expect(sorted.filter((value) => value > high).length / sorted.length).toBeCloseTo(0.25, 1)
    for (const { period } of panel?.events ?? []) expect(figure.periods).toContain(period)
  })

  it('draws the threshold of one brain beside one brain only', () => {
    const planned = { indicator: 'compute.racksPlanned' }
    const targets = (context: DeskContext): number =>
      built(selectionTrend, context, 'line').panels[0]?.targets.length ?? 0
    expect(targets(deskOf('demo', planned))).toBe(0)
    expect(targets(deskOf('demo', { ...planned, focus }))).toBeGreaterThan(0)
  })

  it('ignores a focus that the filters leave out', () => {
    const city = demo.cube.byId.get(focus)?.city ?? ''
    const other = city === '370200' ? '370100' : '370200'
    const figure = built(selectionTrend, deskOf('demo', { focus, cities: [other] }), 'line')
    expect(figure.focus).toBeNull()
    expect(figure.finding).not.toContain(demo.cube.byId.get(focus)?.name)
  })
})

describe('the small multiples', () => {
  it('are one a domain, and one a city where one domain is left', () => {
    const domains = built(selectionMultiples, demo, 'line').panels.map(({ id }) => id)
    expect(domains).toContain('chemicals')
    const context = deskOf('demo', { domains: ['chemicals'] })
    const cities = built(selectionMultiples, context, 'line').panels.map(({ id }) => id)
    expect(cities.every((id) => /^37\d{4}$/.test(id))).toBe(true)
  })
})

describe('the scatter', () => {
  it('draws every brain that has both readings and counts the others', () => {
    const figure = built(selectionScatter, demo, 'scatter')
    const second = answers(
      { ...demo, selection: { ...demo.selection, indicator: demo.selection.versus } },
      'value',
    )
    const both = [...answers(demo, 'value').keys()].filter((id) => second.has(id))
    expect(new Set(figure.points.map(({ id }) => id))).toEqual(new Set(both))
    expect(figure.leftOut).toContain(String(demo.brains.length - both.length))
  })

  it('mutes all but the brain in focus', () => {
    const figure = built(selectionScatter, deskOf('demo', { focus }), 'scatter')
    expect(figure.points.filter(({ muted }) => !muted).map(({ id }) => id)).toEqual([focus])
    expect(figure.named[0]).toBe(focus)
  })

  it('mutes nothing for a brain in focus that the filters leave out', () => {
    const away = demo.brains.find(({ city }) => city !== '370200')?.id ?? ''
    const desk = deskOf('demo', { focus: away, cities: ['370200'] })
    const figure = built(selectionScatter, desk, 'scatter')
    expect(figure.points.length).toBeGreaterThan(0)
    expect(figure.points.filter(({ muted }) => muted)).toEqual([])
    expect(built(selectionMultiples, desk, 'line').focus).toBeNull()
  })
})

describe('the trend', () => {
  it.each(['zh-CN', 'en'] as const)('draws peers and brain on one scale (%s)', (locale) => {
    const figure = built(selectionTrend, deskOf('demo', { focus }, locale), 'line')
    const [panel] = figure.panels
    const median = panel?.series.find(({ id }) => id === 'median')?.values ?? []
    const { low = [], high = [] } = panel?.band ?? {}
    const known = median.flatMap((value, i) => (value === null ? [] : [i]))
    expect(known.length).toBeGreaterThan(5)
    for (const i of known) {
      expect(low[i]).toBeLessThanOrEqual(median[i] ?? NaN)
      expect(high[i]).toBeGreaterThanOrEqual(median[i] ?? NaN)
    }
  })
})

describe('the map', () => {
  it('shows every city, by policy breaks where they tell the cities apart', () => {
    const figure = built(selectionMap, demo, 'map')
    expect(figure.areas).toHaveLength(16)
    expect(figure.breaks).toEqual([500, 1000, 2000, 3000])
  })

  it('colours changes on both sides of zero', () => {
    const figure = built(selectionMap, deskOf('demo', { measure: 'yearOnYear' }), 'map')
    expect(figure.ramp).toBe('diverging')
    expect(figure.breaks).toHaveLength(6)
    expect(figure.breaks.map((value) => -value).reverse()).toEqual(figure.breaks)
  })

  it('shows published statistics of the cities with their own period and source', () => {
    const figure = built(selectionMap, deskOf('main', { indicator: 'statistics.revenue' }), 'map')
    expect(figure.areas.some(({ level }) => level !== null)).toBe(true)
    expect(figure.citations.length).toBeGreaterThan(0)
    expect(figure.period).not.toContain('2026年10月')
  })

  it('has no fill and no class where nobody has reported', () => {
    const figure = built(selectionMap, deskOf('main'), 'map')
    expect(figure.breaks).toEqual([])
    expect(figure.areas.every(({ level }) => level === null)).toBe(true)
    expect(figure.markers.length).toBeGreaterThan(0)
  })
})

describe('the table', () => {
  it('has a row for every selected brain, known by its id, absent readings never zero', () => {
    const figure = built(selectionTable, demo, 'table')
    expect(figure.ids).toHaveLength(demo.brains.length)
    expect(new Set(figure.ids).size).toBe(demo.brains.length)
    const values = answers(demo, 'value')
    const at = figure.columns.findIndex(({ id }) => id === 'value')
    for (const [i, id] of (figure.ids ?? []).entries())
      if (!values.has(id)) expect(figure.rows[i]?.[at]).not.toMatch(/\d/)
  })

  it('prints its unit and the legend of its signs', () => {
    const figure = built(selectionTable, demo, 'table')
    expect(figure.unit).toBe('亿元')
    expect(figure.notes.join()).toContain('— 未报送；/ 不适用')
  })

  it('says once how many are selected, whether they have a name or not', () => {
    const said = (selection: Partial<Selection>, locale: Locale = 'zh-CN') =>
      selectionTable.build(deskOf('demo', selection, locale)).finding
    const [counted, light] = [
      deskOf('demo', { stages: ['designated'] }),
      deskOf('demo', { domains: ['light'] }),
    ].map(({ brains }) => brains.length)
    expect(said({ stages: ['designated'] })).toMatch(new RegExp(`^所选 ${counted} 家，2026年`))
    expect(said({ domains: ['light'] })).toMatch(new RegExp(`^轻工${light}家，2026年`))
    expect(said({ stages: ['designated'] }, 'en')).toMatch(new RegExp(`^${counted} selected, `))
    expect(said({ domains: ['light'] }, 'en')).toMatch(new RegExp(`^\\S.*: ${light} brains, `))
  })

  it('lists the named brains of the real space with the reason instead of figures', () => {
    const figure = built(selectionTable, deskOf('main'), 'table')
    expect(figure.rows).toHaveLength(8)
    expect(figure.rows.every((row) => row.includes('未公开'))).toBe(true)
  })
})
