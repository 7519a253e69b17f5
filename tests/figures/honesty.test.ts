import { describe, expect, it } from 'vitest'

import { isPresent } from '../../src/domain/reading.ts'
import type { FigureContext } from '../../src/figures/definition.ts'
import type { Figure } from '../../src/figures/figure.ts'
import type { Quantity } from '../../src/figures/kinds/quantity.ts'
import { latestMonth, provinceReading } from '../../src/figures/latest.ts'
import { FIGURES } from '../../src/figures/registry.ts'
import { figuresIn, LOCALES, scenario, worldOf, type ScenarioId } from './scenarios.ts'
import { textsOf } from './walk.ts'

const PUBLIC_FILES = import.meta.glob<Record<string, unknown>>('../../src/figures/public/*.ts', {
  eager: true,
})
const publicIds = new Set(
  Object.values(PUBLIC_FILES)
    .flatMap((module) => Object.values(module).flat())
    .flatMap((value) =>
      typeof value === 'object' && value !== null && 'id' in value ? [value.id] : [],
    ),
)

const figuresOf = (context: FigureContext): Figure[] =>
  figuresIn(context).map(({ build }) => build(context))
const drawn = (context: FigureContext): Figure[] =>
  figuresOf(context).filter(({ kind }) => kind !== 'absent')
const named = (figures: readonly Figure[]): string[] => figures.map(({ id }) => id)
const figureOf = (id: string, context: FigureContext): Figure =>
  figuresOf(context).find((figure) => figure.id === id)!
const kpi = (id: string, context: FigureContext) => {
  const figure = figureOf(id, context)
  if (figure.kind !== 'kpi') throw new Error(`${id} is ${figure.kind}`)
  return figure
}

describe('figures of the demo', () => {
  const context = scenario('demo')
  const simulated = drawn(context).filter(({ id }) => !publicIds.has(id))

  it('are marked as simulated and credit the simulation, never an office', () => {
    expect(simulated.length).toBeGreaterThan(12)
    for (const figure of simulated) {
      expect(figure.simulated).toBe(true)
      expect(figure.source).toContain('模拟数据')
    }
  })

  it('never claim that public sources name a simulated brain', () => {
    for (const figure of drawn(context))
      expect(`${figure.id}: ${textsOf(figure).join()}`).not.toMatch(/公开来源点名|各市统计公报/)
  })

  it('all have data', () => {
    const absent = figuresOf(context).filter(
      ({ id, kind }) => kind === 'absent' && !publicIds.has(id),
    )
    expect(named(absent)).toEqual([])
  })

  it('carry the coverage of every total', () => {
    for (const id of ['cluster-revenue', 'racks-in-use', 'firms-served', 'domain-revenue'])
      expect(figureOf(id, context).scope).toMatch(/\d+\/\d+/)
  })

  it('say of every total that may count something twice that it may', () => {
    const overlapping = FIGURES.filter(
      ({ id, indicators }) =>
        indicators[0]?.overlaps && !publicIds.has(id) && id !== 'reporting-rate',
    )
    expect(overlapping.length).toBeGreaterThan(5)
    for (const { build } of overlapping) expect(build(context).notes.join()).toMatch(/可能交叉/)
  })

  it('show the overshoot of the goal above one hundred percent', () => {
    expect(kpi('counted-brains', context).value.value).toBe(54)
    expect(kpi('counted-brains', context).comparison?.text).toContain('108.0%')
    expect(kpi('counted-brains', context).comparison?.below).toBe(false)
  })

  it('take their goals from the targets and have none without', () => {
    const without = { ...context, targets: [] }
    expect(kpi('counted-brains', without).comparison).toBeNull()
    expect(JSON.stringify(figureOf('build-out', without))).not.toContain('目标 50')
    expect(figureOf('rack-capacity', without)).toMatchObject({ threshold: null })
  })

  it('print the province’s total of the last due month', () => {
    const total = provinceReading(context, 'cluster.revenue', latestMonth(context))
    if (!isPresent(total)) throw new Error('no total')
    const { value, period } = kpi('cluster-revenue', context)
    expect(value.unit).toBe('万亿元')
    expect(value.value! * 10_000).toBeCloseTo(total.value, 6)
    expect(period).toBe('2026年1—10月')
  })
})

describe('figures of the public facts', () => {
  const context = scenario('main')

  it('never credit a simulation', () => {
    for (const locale of LOCALES)
      for (const figure of figuresOf(scenario('main', locale))) {
        expect(figure.simulated).toBe(false)
        expect(textsOf(figure).join()).not.toMatch(/模拟|[Ss]imulat|演示/)
      }
  })

  it('never add the pilots, the pool and the press together, and never join them by a line', () => {
    const sums = [32 + 18, 32 + 112, 18 + 112, 32 + 18 + 112, 112 - 32, 112 - 50]
    const figure = figureOf('cited-build-out', context)
    if (figure.kind !== 'area') throw new Error(figure.kind)
    expect(figure.points.map(({ value }) => value).sort((a, b) => a - b)).toEqual([18, 32, 112])
    expect(figure.layers).toEqual([])
    expect(figure.crest).toBeNull()
    expect(figure.outer).toBeNull()
    const values = figuresOf(context).flatMap((f) => (f.kind === 'kpi' ? [f.value.value] : []))
    for (const sum of sums.filter((n) => n !== 50)) expect(values).not.toContain(sum)
  })

  it('say of each published count that it has a rule of its own', () => {
    expect(figureOf('cited-build-out', context).definition).toMatch(/不相加/)
    const definitions = ['cited-pilots', 'cited-pool', 'cited-press'].map(
      (id) => figureOf(id, context).definition,
    )
    expect(new Set(definitions).size).toBe(3)
  })

  it('mark what is a reprint as unverified', () => {
    const unverified = context.sources.filter(({ confidence }) => confidence === 'C')
    expect(unverified.length).toBeGreaterThan(0)
    const press = figureOf('named-brains', context).citations.filter((c) => c.unverified)
    expect(press.length).toBeGreaterThan(0)
  })

  it('cite what they state by publisher and title, never by address', () => {
    for (const figure of drawn(context)) {
      for (const { title, publisher, date } of figure.citations)
        expect(`${publisher}${title}${date}`).not.toMatch(/https?:|www\./)
      if (/^cited-(pilots|pool|press|served)$/.test(figure.id))
        expect(figure.citations).toHaveLength(1)
    }
  })

  it('are absent where brains would have to report, and say so', () => {
    for (const { id, build, indicators } of FIGURES) {
      if (publicIds.has(id) || indicators.length === 0) continue
      expect(build(context)).toMatchObject({ kind: 'absent' })
    }
  })

  it('show no symbol for a stage that nobody published', () => {
    const map = figureOf('public-map', context)
    if (map.kind !== 'map') throw new Error(map.kind)
    expect(map.markers).toHaveLength(8)
    expect(map.symbols.reduce((sum, { count }) => sum + count, 0)).toBe(8)
    expect(map.symbols.find(({ symbol }) => symbol === 'unknown')?.count).toBe(1)
    const stages = map.symbols.map(({ symbol }) => symbol)
    expect(stages.filter((s) => s !== 'pilot' && s !== 'pool' && s !== 'unknown')).toEqual([])
  })
})

describe('an empty space', () => {
  it('invents nothing: no number stands anywhere but in words of help', () => {
    const helping = new Set(['onboarding'])
    const spoken = drawn(scenario('empty')).filter(({ id }) => !helping.has(id))
    expect(named(spoken)).toEqual([])
  })
})

const quantities = (figure: Figure): Quantity[] => {
  if (figure.kind === 'kpi') return [figure.value]
  return figure.kind === 'map' ? figure.areas.map(({ value }) => value) : []
}

describe.each(['demo', 'small', 'absent', 'single', 'registered', 'hostile', 'main'] as const)(
  'absent values in %s',
  (id: ScenarioId) => {
    it('print a reason and never a zero', () => {
      for (const locale of LOCALES)
        for (const figure of drawn(scenario(id, locale)))
          for (const { value, text, absent } of quantities(figure)) {
            if (value !== null) continue
            expect(`${figure.id}: ${absent ?? ''}`).not.toBe(`${figure.id}: `)
            expect(text).toMatch(/\p{L}{2}/u)
            expect(text).not.toMatch(/\d/)
          }
    })

    it('print no unit behind a reason and no reason as a leader', () => {
      const odd = drawn(scenario(id))
        .flatMap((figure) => textsOf(figure).map((text) => `${figure.id}: ${text}`))
        .filter((text) =>
          /(未报送|不适用|未到报送期|未公开)\s*(亿元|架|家|个|%|PB?)|最高，未/.test(text),
        )
      expect(odd).toEqual([])
    })

    it('leave an area without a value without a class and a rank', () => {
      for (const figure of drawn(scenario(id))) {
        if (figure.kind !== 'map') continue
        for (const { value, level, rank } of figure.areas) {
          expect(level === null).toBe(value.value === null)
          if (value.value === null) expect(rank).toBeNull()
        }
      }
    })
  },
)

describe('a month in which nobody reported', () => {
  const context = scenario('absent')

  it('is not filled with the month before', () => {
    expect(figureOf('cluster-revenue', context)).toMatchObject({
      value: { value: null, absent: 'notReported' },
      comparison: null,
    })
  })

  it('has a reporting rate of zero, because that one is known', () => {
    expect(kpi('reporting-rate', context).value.value).toBe(0)
    expect(kpi('reporting-rate', context).value.text).toBe('0.0')
  })

  it('leaves no domain and no city with a number', () => {
    const map = figureOf('city-map-cluster.revenue', context)
    if (map.kind === 'map') expect(map.areas.every(({ value }) => value.value === null)).toBe(true)
    const bars = figureOf('domain-revenue', context)
    if (bars.kind === 'bar')
      expect(bars.rows.flatMap(({ values }) => values).every((v) => v === null)).toBe(true)
  })

  it('counts no data centre, because none is known', () => {
    const figure = figureOf('rack-capacity', context)
    expect(figure.finding).not.toMatch(/(^|\D)0 个/)
  })

  it('ends every sparkline in a gap', () => {
    for (const figure of drawn(context))
      if (figure.kind === 'kpi' && figure.value.absent && figure.spark)
        expect(figure.spark.values.at(-1) ?? null).toBeNull()
  })
})

/** Names that stay Chinese in an English text: of brains, their units, places and sources, and reasons as entered. */
function namesOf(id: ScenarioId): string[] {
  const { brains = [], sources = [], events = [], credit } = worldOf(id)
  return [
    ...brains.flatMap(({ name, place }) => [name, name.replace('产业大脑', ''), place]),
    ...brains.map(({ place }) => place.replace(/^.*?市/, '')),
    ...brains.flatMap(({ organiser, leadUnit }) => [organiser ?? '', leadUnit ?? '']),
    ...sources.flatMap(({ title, publisher }) => [
      title,
      publisher,
      ...publisher.split(/[（(/;；]/),
    ]),
    ...events.flatMap(({ reason }) => reason ?? []),
    credit ?? '',
  ]
    .map((name) => name.trim())
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
}

describe.each(['demo', 'main', 'empty', 'absent', 'single', 'registered'] as const)(
  'English figures of %s',
  (id) => {
    it('have no Chinese but names', () => {
      const names = namesOf(id)
      const chinese = figuresOf(scenario(id, 'en')).flatMap((figure) =>
        textsOf(figure)
          .map((text) => names.reduce((rest, name) => rest.replaceAll(name, ''), text))
          .filter((text) => /\p{Script=Han}/u.test(text))
          .map((text) => `${figure.id}: ${text}`),
      )
      expect(chinese).toEqual([])
    })
  },
)
