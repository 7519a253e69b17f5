import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { MEASURES } from '../../../src/domain/measure/question.ts'
import { cityMap, MAP_INDICATORS } from '../../../src/figures/cityMap.ts'
import { compareLines } from '../../../src/figures/compare/compareLines.ts'
import { DESK_FIGURES } from '../../../src/figures/desk/registry.ts'
import { selectionMap } from '../../../src/figures/desk/selectionMap.ts'
import { selectionMultiples } from '../../../src/figures/desk/selectionMultiples.ts'
import { selectionRanking } from '../../../src/figures/desk/selectionRanking.ts'
import { selectionTrend } from '../../../src/figures/desk/selectionTrend.ts'
import type { Figure } from '../../../src/figures/figure.ts'
import type { LineFigure } from '../../../src/figures/kinds/lineFigure.ts'
import type { MapFigure } from '../../../src/figures/kinds/mapFigure.ts'
import { clusterRevenue } from '../../../src/figures/kpi/clusterRevenue.ts'
import { tableOf } from '../../../src/figures/tableOf.ts'
import { LOCALES } from '../scenarios.ts'
import { deskIn, growing, IDS, MONTHS } from './growingWorld.ts'

/** In the last month the largest brain, of Qingdao and machinery, has not reported. */
const LATE = ['e|2026-10']
const short = deskIn(growing(LATE))
const whole = deskIn(growing())

const line = (figure: Figure): LineFigure => {
  if (figure.kind !== 'line') throw new Error(figure.kind)
  return figure
}
const map = (figure: Figure): MapFigure => {
  if (figure.kind !== 'map') throw new Error(figure.kind)
  return figure
}
const compared = (part: object = {}): LineFigure =>
  line(
    compareLines(growing(LATE), {
      ...{ ids: ['370000', '370200', 'a'], indicator: 'cluster.revenue', change: false },
      ...{ base: null, focus: null, columns: [], ...part },
    }),
  )

describe('a total of which one brain has not reported', () => {
  const trend = line(selectionTrend.build(short))
  const [total] = trend.panels[0]?.series ?? []

  it('is drawn as reported, with its coverage at that point and at no other', () => {
    const [before, last] = total?.values.slice(-2) ?? []
    expect(last).toBeLessThan(before ?? 0)
    expect(total?.coverage?.at(-1)).toEqual({ covered: 4, expected: 5 })
    expect(total?.coverage?.at(-2)).toEqual({ covered: 5, expected: 5 })
    expect(total?.breaks).toEqual([trend.periods.length - 1])
    expect(total?.endText).toContain('4/5')
    expect(trend.partialNote).toMatch(/虚线/)
  })

  it('is not marked where everybody has reported', () => {
    const full = line(selectionTrend.build(whole))
    expect(full.partialNote).toBe('')
    expect(full.panels[0]?.series[0]?.breaks).toEqual([])
    expect(full.panels[0]?.series[0]?.endText).not.toContain('/')
    expect(tableOf(full).columns).toHaveLength(2)
  })

  it('grows on the year in the sentence, like with like, and names who is covered', () => {
    expect(trend.finding).toMatch(/同比增长12\.7%/)
    expect(trend.finding).toContain('覆盖4/5家报送')
  })

  it('has its coverage in the table, month by month', () => {
    const { columns, rows } = tableOf(trend)
    expect(columns.at(-1)).toBe('全省 覆盖')
    expect(rows.at(-1)?.at(-1)).toBe('4/5 家')
    expect(rows.at(-2)?.at(-1)).toBe('5/5 家')
  })

  it('is a change like with like where a change is drawn: no step at all', () => {
    const change = line(selectionTrend.build(deskIn(growing(LATE), { measure: 'yearOnYear' })))
    const [series] = change.panels[0]?.series ?? []
    expect(series?.values.at(-1)).toBeCloseTo(12.6825, 3)
    expect(series?.coverage?.at(-1)).toEqual({ covered: 4, expected: 5 })
    expect(series?.breaks).toBeUndefined()
    expect(change.finding).toContain('同口径4/5家')
    expect(change.finding).not.toContain('报送')
  })

  it('says how many are comparable where that is fewer than have reported', () => {
    const figure = selectionTrend.build(deskIn(growing(['a|2025-10'])))
    expect(figure.finding).toContain('同比增长12.7%（同口径4家）')
    expect(figure.finding).toContain('覆盖5/5家报送')
  })

  it('is marked in its own small plot alone', () => {
    const { panels } = line(selectionMultiples.build(short))
    const ends = panels.map(({ id, series }) => [id, series[0]?.endText.includes('2/3')])
    expect(ends).toEqual([
      ['machinery', true],
      ['chemicals', false],
    ])
    expect(selectionMultiples.build(short).finding).toContain('（2/3家）')
  })

  it('marks the share of every group, for all of them move with the missing one', () => {
    const shares = line(selectionMultiples.build(deskIn(growing(LATE), { measure: 'share' })))
    for (const { series } of shares.panels) {
      expect(series[0]?.coverage?.at(-1)).toEqual({ covered: 4, expected: 5 })
      expect(series[0]?.endText).toContain('4/5')
    }
  })

  it('is named with the ranking of those that did report', () => {
    expect(selectionRanking.build(short).finding).toMatch(/共4家.*覆盖4\/5家报送/)
  })

  it('is marked in a comparison, and a brain never is', () => {
    const { panels, finding, partialNote } = compared()
    const [province, city, alone] = panels[0]?.series ?? []
    expect(province?.coverage?.at(-1)).toEqual({ covered: 4, expected: 5 })
    expect(city?.endText).toContain('1/2')
    expect(alone?.coverage).toBeUndefined()
    expect(partialNote).toMatch(/虚线/)
    expect(finding).toContain('4/5家')
    expect(compared({ base: '2025-10' }).notes.join()).toContain('同口径')
    const index = compared({ base: '2025-10' }).panels[0]?.series[1]
    expect(index?.values.at(-1)).toBeCloseTo(112.6825, 3)
  })
})

describe('the map of a city of which a part has reported', () => {
  const figure = map(selectionMap.build(short))
  const area = (id: string) => figure.areas.find((one) => one.id === id)

  it('carries the fraction to the label, the card, the table, the key and the sentence', () => {
    expect(area('370200')?.coverage).toEqual({ covered: 1, expected: 2 })
    expect(area('370200')?.card).toContainEqual({ label: '报送家数', text: '1/2' })
    expect(figure.partialNote).toContain('1/2')
    const { columns, rows } = tableOf(figure)
    expect(columns.at(-1)).toBe('覆盖')
    expect(rows.find(([name]) => name === '青岛')?.at(-1)).toBe('1/2 家')
    expect(rows.find(([name]) => name === '济南')?.at(-1)).toBe('3/3 家')
    expect(figure.finding).toMatch(/青岛.*（1\/2家）/)
  })

  it('has no key to fractions where everybody has reported', () => {
    expect(map(selectionMap.build(whole)).partialNote).toBe('')
  })

  it('counts the comparable ones of a change', () => {
    const changed = map(selectionMap.build(deskIn(growing(LATE), { measure: 'yearOnYear' })))
    expect(changed.partialNote).toContain('可比')
    expect(changed.areas.find(({ id }) => id === '370200')?.value.text).toBe('+12.7')
  })
})

describe('the figures of the wall', () => {
  it('say whom a total covers, in the sentence of a KPI and on the map', () => {
    const figure = clusterRevenue.build(growing(LATE))
    expect(figure.finding).toContain('覆盖4/5家报送')
    expect(figure.finding).toContain('同比 +12.7%')
    const [first] = MAP_INDICATORS
    if (!first) throw new Error('no map')
    const cities = map(cityMap(first.indicator, first.breaks).build(growing(LATE)))
    const qingdao = cities.areas.find(({ id }) => id === '370200')
    expect(qingdao?.card).toContainEqual({ label: '报送家数', text: '1/2家' })
    expect(cities.partialNote).toContain('1/2')
  })
})

const anyMissing = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...MONTHS)).map((pair) => pair.join('|')),
  { maxLength: 40 },
)
const INDICATORS = ['cluster.revenue', 'compute.racksBuilt'] as const

describe('where every brain grows in every month', () => {
  it('no sentence tells of a fall, whoever did not report', () => {
    fc.assert(
      fc.property(anyMissing, (missing) => {
        for (const locale of LOCALES) {
          const context = growing(missing, locale)
          const findings = INDICATORS.flatMap((indicator) =>
            MEASURES.flatMap((measure) => {
              const desk = deskIn(context, { indicator, measure })
              return DESK_FIGURES.map(({ build }) => build(desk).finding)
            }),
          )
          expect(
            findings.filter((text) => /下降|下拉|\u2212|\bdown\b|takes away/.test(text)),
          ).toEqual([])
        }
      }),
      { numRuns: 12 },
    )
  })
})
