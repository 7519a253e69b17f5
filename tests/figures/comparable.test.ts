import { describe, expect, it } from 'vitest'

import { periodRange } from '../../src/domain/period.ts'
import { isPresent } from '../../src/domain/reading.ts'
import type { Figure } from '../../src/figures/figure.ts'
import { MAP_INDICATORS } from '../../src/figures/cityMap.ts'
import type { FigureContext } from '../../src/figures/definition.ts'
import { provinceReading } from '../../src/figures/latest.ts'
import { readoutOf } from '../../src/figures/readout.ts'
import { FIGURES } from '../../src/figures/registry.ts'
import { tableOf } from '../../src/figures/tableOf.ts'
import { brain, event, slice, type Cell } from '../domain/tables.ts'
import { contextOf, scenario } from './scenarios.ts'

const NOW = '2026-10'
const MONTHS = periodRange('2025-10', NOW)
const IDS = ['a', 'b', 'c', 'd']

/** Four brains of two cities and domains: `missing` did not report this month, `young` not last year. */
function world({ missing = [], young = [] }: { missing?: string[]; young?: string[] }) {
  const rows = (last: number) =>
    Object.fromEntries(
      IDS.map((id) => [
        id,
        MONTHS.map((month): Cell => {
          if (month === NOW) return missing.includes(id) ? 'notReported' : last * 1.1
          return young.includes(id) && month < '2026' ? 'notApplicable' : last
        }),
      ]),
    )
  const brains = IDS.map((id, i) =>
    brain(id, i < 2 ? { city: '370100' } : { city: '370200', domain: 'light' }),
  )
  return contextOf({
    space: 'demo',
    brains,
    events: [
      ...IDS.map((id) => event(id, 'piloted', '2024-01-01')),
      event('b', 'pooled', '2026-01-01'),
    ],
    slices: [
      slice('cluster.revenue', MONTHS, rows(100)),
      slice('service.firmsServed', MONTHS, rows(500)),
      slice('service.aboveScaleServed', MONTHS, rows(20)),
      slice('compute.racksInUse', MONTHS, rows(50)),
      slice('compute.racksBuilt', MONTHS, rows(100)),
      slice('compute.rackUtilisation', MONTHS, rows(50)),
    ],
  })
}
const figureOf = (id: string, context: FigureContext): Figure =>
  FIGURES.find((definition) => definition.id === id)!.build(context)
const kpi = (id: string, context: FigureContext) => {
  const figure = figureOf(id, context)
  if (figure.kind !== 'kpi') throw new Error(figure.kind)
  return figure
}
const compared = (id: string, context: FigureContext): string =>
  kpi(id, context).comparison?.text ?? ''

describe('a tile over all that should report', () => {
  const whole = world({})

  it('compares plainly, for the totals of both months hold the same brains', () => {
    expect(compared('cluster-revenue', whole)).toMatch(/^同比 \+10\.0%$/)
    expect(compared('firms-served', whole)).toMatch(/^环比/)
    expect(compared('racks-in-use', whole)).not.toContain('同口径')
    expect(kpi('cluster-revenue', whole).meta).toBe('1—10月累计 · 2 市')
    expect(kpi('cluster-revenue', whole).notes.join()).not.toContain('同口径')
  })
})

describe('a tile of which a brain has not reported', () => {
  const partial = world({ missing: ['a'] })

  it('says that it compares like with like although the total fell', () => {
    const [now, before] = [NOW, '2025-10'].map((month) =>
      provinceReading(partial, 'cluster.revenue', month),
    )
    if (!now || !before || !isPresent(now) || !isPresent(before)) throw new Error('no totals')
    expect(now.value).toBeLessThan(before.value)
    expect(compared('cluster-revenue', partial)).toBe('同口径同比 +10.0%')
    expect(compared('firms-served', partial)).toMatch(/^同口径环比/)
    expect(compared('racks-in-use', partial)).toContain('同口径 ')
    expect(kpi('cluster-revenue', partial).notes.join()).toContain('同口径：')
  })

  it('stands beside its coverage', () => {
    for (const id of ['cluster-revenue', 'firms-served'])
      expect(kpi(id, partial).meta).toMatch(/报 3\/4$/)
  })
})

it('a brain that joined since last year makes the change like with like', () => {
  const joined = world({ young: ['d'] })
  expect(compared('cluster-revenue', joined)).toMatch(/^同口径同比/)
  expect(kpi('cluster-revenue', joined).meta).not.toContain('报 ')
})

describe('the domains', () => {
  const bars = figureOf('domain-revenue', world({ missing: ['a'] }))
  if (bars.kind !== 'bar') throw new Error(bars.kind)

  it('carry their coverage, and print it where it is not complete', () => {
    const rows = new Map(bars.rows.map((row) => [row.id, row]))
    expect(rows.get('machinery')?.coverage).toEqual({ covered: 1, expected: 2 })
    expect(rows.get('machinery')?.columns.at(-1)?.text).toBe('1/2')
    expect(rows.get('light')?.columns.at(-1)?.text).toBe('')
  })

  it('have it in the table behind and in the card', () => {
    const at = bars.rows.findIndex(({ id }) => id === 'machinery')
    expect(tableOf(bars).rows[at]).toContain('1/2')
    expect(tableOf(bars).columns.at(-1)).toBe('报送不全')
    expect(JSON.stringify(readoutOf(bars, at, 0))).toContain('1/2')
  })

  it('name the comparison for what it is', () => {
    expect(bars.columns[1]).toBe('同口径同比 %')
    expect(bars.unit).toContain('同口径同比')
    const whole = figureOf('domain-revenue', world({}))
    expect(whole).toMatchObject({ columns: ['亿元', '同比 %'] })
  })
})

describe('the card of a city', () => {
  const id = `city-map-${MAP_INDICATORS[0]?.indicator.id}`
  const cardOf = (context: FigureContext, city: string): string => {
    const map = figureOf(id, context)
    if (map.kind !== 'map') throw new Error(map.kind)
    const area = map.areas.find((one) => one.id === city)
    return (area?.card ?? []).map(({ label, text }) => `${label} ${text}`).join('|')
  }

  it('says 同口径 where fewer are compared than its totals hold', () => {
    expect(cardOf(world({ missing: ['a'] }), '370100')).toContain('同口径同比')
    expect(cardOf(world({ missing: ['a'] }), '370200')).toMatch(/\|同比/)
  })

  it('counts brains as the headline does, with the pool beside', () => {
    expect(cardOf(world({}), '370100')).toContain('产业大脑 1 个 · 入库 1')
    expect(cardOf(world({}), '370200')).toMatch(/产业大脑 2 个$/)
  })

  it('adds up to the headline over all cities of the demo', () => {
    const map = figureOf(id, scenario('demo'))
    if (map.kind !== 'map') throw new Error(map.kind)
    const counts = map.areas.map(({ card }) =>
      Number(
        /^(\d+) 个/.exec(card.find(({ label }) => label === '产业大脑')?.text ?? '')?.[1] ?? 0,
      ),
    )
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(54)
  })
})
