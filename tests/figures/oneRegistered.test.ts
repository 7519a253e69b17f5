import { describe, expect, it } from 'vitest'

import type { LifecycleEvent } from '../../src/domain/event.ts'
import { headline } from '../../src/figures/headline.ts'
import type { FigureContext } from '../../src/figures/definition.ts'
import { FIGURES } from '../../src/figures/registry.ts'
import { brain, slice } from '../domain/tables.ts'
import { contextOf, FACTS, LOCALES, worldOf } from './scenarios.ts'

const ID = 'own-brain'
const own = brain(ID, { origin: 'registered', city: '371100', name: '示例·登记大脑' })
const event = (kind: LifecycleEvent['kind'], date: string): LifecycleEvent => ({
  ...{ id: `${ID}-${kind}`, brain: ID, kind, date, document: null },
})
const MONTHS = ['2026-09', '2026-10']
const reported = ['cluster.revenue', 'platforms.algorithms', 'compute.racksBuilt'].map((id) =>
  slice(id, MONTHS, { [ID]: [100, 120] }),
)

/** The public facts and one registered brain: with nothing, with its course, with reports. */
const WORLDS: Readonly<Record<string, Partial<FigureContext> & { events: LifecycleEvent[] }>> = {
  'without events': { events: [] },
  'with events': { events: [event('applied', '2026-01-10'), event('piloted', '2026-03-01')] },
}
const contextWith = (name: string, locale: (typeof LOCALES)[number], reports = false) =>
  contextOf(
    {
      ...worldOf('main'),
      brains: [...FACTS.brains, own],
      events: [...FACTS.events, ...(WORLDS[name]?.events ?? [])],
      slices: [...(worldOf('main').slices ?? []), ...(reports ? reported : [])],
    },
    locale,
  )
const figureOf = (id: string, context: FigureContext) =>
  FIGURES.find((definition) => definition.id === id)!.build(context)
const said = (context: FigureContext): string =>
  headline(context)
    .map(({ text }) => text)
    .join('')

describe.each(Object.keys(WORLDS))('one registered brain %s beside the public facts', (name) => {
  const context = contextWith(name, 'zh-CN')

  it('leaves the published counts in the conclusion and is told apart from them', () => {
    expect(said(context)).toMatch(/^公布建设试点 32 个、入库培育 18 个/)
    expect(said(context)).toContain('逐一可查 8 个；本系统已登记 1 个。')
    expect(said(context)).not.toContain('目标')
    expect(said(contextWith(name, 'en'))).toMatch(/^Published: 32 pilots/)
  })

  it('states no number of the programme: not in a tile, not over time, not by stage', () => {
    for (const id of ['counted-brains', 'build-out', 'lifecycle-flow'])
      expect(figureOf(id, context)).toMatchObject({ kind: 'absent' })
  })

  it('says nothing of the assessment of brains that only the press names', () => {
    expect(figureOf('assessment', context)).toMatchObject({ kind: 'absent' })
  })

  it('is not counted among those that public sources name', () => {
    expect(figureOf('named-brains', context)).toMatchObject({ value: { text: '8' } })
    const map = figureOf('public-map', context)
    expect(map.finding).toContain('点名 8 个产业大脑，另登记 1 个')
    expect(map.title).toBe('公开可查与已登记的产业大脑')
  })

  it('alone owes a report, whatever those that only the press names have sent', () => {
    const sent = FACTS.brains.slice(0, 3).map(({ id }) => [id, [50, 60]])
    const slices = [
      slice('cluster.revenue', MONTHS, Object.fromEntries([...sent, [ID, [100, 120]]])),
    ]
    const world = { ...worldOf('main'), slices }
    const events = [...FACTS.events, ...(WORLDS['with events']?.events ?? [])]
    const brains = [...FACTS.brains, own]
    const rate = figureOf('reporting-rate', contextOf({ ...world, brains, events }, 'zh-CN'))
    expect(rate.finding).toBe('2026年10月月报应报 1 个，已报 1 个。')
    expect(figureOf('reporting-rate', contextOf({ ...world, ...FACTS }, 'zh-CN'))).toMatchObject({
      ...{ kind: 'absent', reason: '没有已登记且应报送月报的产业大脑' },
    })
  })

  it('stands on the map with its own state', () => {
    const map = figureOf('public-map', context)
    if (map.kind !== 'map') throw new Error(map.kind)
    expect(map.markers).toHaveLength(9)
    expect(map.markers.find(({ id }) => id === ID)).toMatchObject({
      symbol: name === 'with events' ? 'pilot' : 'unknown',
    })
  })
})

describe('the first report of a registered brain', () => {
  const context = contextWith('with events', 'zh-CN', true)

  it('makes nobody overdue: brains of public sources owe no report', () => {
    expect(figureOf('reporting-rate', context)).toMatchObject({
      value: { text: '100.0' },
      meta: '全部报送',
    })
    expect(figureOf('reporting-rate', context)).toMatchObject({
      comparison: { text: expect.stringMatching(/^1\/1 个/) as string },
    })
  })

  it('is a whole platform among those that report, not a ninth', () => {
    expect(figureOf('platform-algorithms', context)).toMatchObject({ meta: '1/1', share: 1 })
  })

  it('is not taken for the programme: the tile says that it is one brain', () => {
    expect(figureOf('cluster-revenue', context)).toMatchObject({ meta: '1—10月 · 仅 1 家' })
  })

  it('leaves no domain in which nobody has to report', () => {
    const bars = figureOf('domain-revenue', context)
    if (bars.kind !== 'bar') throw new Error(bars.kind)
    expect(bars.rows.map(({ label }) => label)).toEqual(['机械'])
  })

  it('leaves the published counts in the conclusion', () => {
    expect(said(context)).toMatch(/^公布建设试点 32 个/)
  })
})

describe('a whole register', () => {
  const ids = Array.from({ length: 32 }, (_, i) => `own-${i}`)
  const brains = ids.map((id) => brain(id, { origin: 'registered' }))
  const events = ids.map((id): LifecycleEvent => ({
    ...{ id: `${id}-piloted`, brain: id, kind: 'piloted', date: '2026-03-01', document: null },
  }))
  const context = contextOf({
    ...worldOf('main'),
    brains: [...FACTS.brains, ...brains],
    events: [...FACTS.events, ...events],
  })

  it('is counted by itself, without the brains that only the press names', () => {
    expect(said(context)).toMatch(/^纳入建设 32 个，为 2025 年目标的 64\.0%/)
    expect(figureOf('counted-brains', context)).toMatchObject({ value: { value: 32 } })
    const area = figureOf('build-out', context)
    if (area.kind !== 'area') throw new Error(area.kind)
    expect(area.crest?.values.at(-1)).toBe(32)
    expect(area.periods[0]).toBe('2026-01')
  })
})

describe.each(LOCALES)('a demo that nobody has filled, in %s', (locale) => {
  const context = contextOf({ space: 'demo', targets: FACTS.targets }, locale)
  const sentence = locale === 'en' ? 'run npm run mock' : '演示库尚未填充：运行 npm run mock'

  it('says what to do, in the conclusion and in every place alike', () => {
    expect(said(context)).toContain(sentence)
    expect(said(context)).not.toMatch(/\d/)
    for (const { build, spaces } of FIGURES) {
      if (spaces && !spaces.includes('demo')) continue
      const figure = build(context)
      expect(figure).toMatchObject({ kind: 'absent', next: null })
      expect(figure.finding).toContain(sentence)
    }
  })
})
