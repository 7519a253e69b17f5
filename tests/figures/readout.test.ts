import { describe, expect, it } from 'vitest'

import { selectionContribution } from '../../src/figures/desk/selectionContribution.ts'
import { selectionMap } from '../../src/figures/desk/selectionMap.ts'
import { selectionMultiples } from '../../src/figures/desk/selectionMultiples.ts'
import { selectionRanking } from '../../src/figures/desk/selectionRanking.ts'
import { selectionScatter } from '../../src/figures/desk/selectionScatter.ts'
import { selectionTrend } from '../../src/figures/desk/selectionTrend.ts'
import type { Figure } from '../../src/figures/figure.ts'
import { readoutOf } from '../../src/figures/readout.ts'
import { tableOf } from '../../src/figures/tableOf.ts'
import { tablePicks } from '../../src/figures/tablePicks.ts'
import { cellTrace } from '../../src/figures/tableTrace.ts'
import { deskOf } from './desk/deskContext.ts'

const desk = deskOf('small')
const PANELS = [
  selectionRanking,
  selectionContribution,
  selectionMap,
  selectionScatter,
  selectionTrend,
  selectionMultiples,
]

/** Every row and column that a figure has something to say of. */
const placesOf = (figure: Figure): [number, number][] => {
  switch (figure.kind) {
    case 'bar':
      return figure.rows.map((_, row) => [row, 0])
    case 'map':
      return figure.areas.map((_, row) => [row, 0])
    case 'scatter':
      return figure.points.map((_, row) => [row, 0])
    case 'line':
      return figure.panels.flatMap((_, row) =>
        figure.periods.map((_, column): [number, number] => [row, column]),
      )
    default:
      return []
  }
}

describe('what is said about one thing of a figure', () => {
  it.each(['zh-CN', 'en'] as const)('names it, its values and their period in %s', (locale) => {
    for (const { build } of PANELS) {
      const figure = build(deskOf('small', {}, locale))
      const said = placesOf(figure).flatMap(([row, column]) => readoutOf(figure, row, column) ?? [])
      expect(said.length).toBeGreaterThan(0)
      for (const { title, lines, note } of said) {
        expect(title.trim()).not.toBe('')
        expect(note).toMatch(/\d{4}/)
        for (const { label, text } of lines) {
          expect(label.trim()).not.toBe('')
          expect(text.trim()).not.toMatch(/^$|NaN|undefined/)
        }
      }
    }
  })

  it('prints a bar with unit, period and coverage', () => {
    const figure = selectionRanking.build(desk)
    const said = readoutOf(figure, 0, 0)!
    expect(said.lines[0]).toMatchObject({ label: '集群营业收入' })
    expect(said.lines[0]?.text).toMatch(/ 亿元$/)
    expect(said.note).toContain(figure.period)
    expect(said.note).toMatch(/\d+\/\d+ 家报送/)
  })

  it('gives a month of a line its own period, not that of the figure', () => {
    const figure = selectionTrend.build(desk)
    if (figure.kind !== 'line') throw new Error(figure.kind)
    const at = figure.periods.length - 2
    const [, month = ''] = (figure.periods[at] ?? '').split('-')
    expect(readoutOf(figure, 0, at)?.note).toContain(`${Number(month)}月`)
    expect(readoutOf(figure, 0, at)?.note).not.toContain(figure.period)
  })
})

describe('the table behind a figure', () => {
  it('traces every number of a ranking to its brain and month', () => {
    const figure = selectionRanking.build(desk)
    const table = tableOf(figure)
    for (const [row] of table.rows.entries()) {
      const trace = cellTrace(figure, row, 1)
      expect(trace).toEqual({
        indicator: 'cluster.revenue',
        entity: tablePicks(figure).rows[row],
        period: desk.period,
      })
    }
  })

  it('traces a domain by the month of the row, and the whole province as all', () => {
    const plots = selectionMultiples.build(desk)
    if (plots.kind !== 'line') throw new Error(plots.kind)
    const last = plots.periods.length - 1
    const traced = plots.panels.map((_, i) => cellTrace(plots, last, i + 1)?.entity ?? null)
    for (const [i, { id, series }] of plots.panels.entries())
      expect(traced[i]).toBe(series[0]?.values[last] === null ? null : id)
    const trend = selectionTrend.build(desk)
    expect(cellTrace(trend, last, 1)).toMatchObject({ entity: 'all', period: desk.period })
  })

  it('traces the total of one domain to that domain, and of several filters to nothing', () => {
    const domain = desk.cube.brains.find(({ domain: of }) => of !== null)!.domain!
    const one = selectionTrend.build(deskOf('small', { domains: [domain] }))
    const last = one.kind === 'line' ? one.periods.length - 1 : 0
    expect(cellTrace(one, last, 1)?.entity).toBe(domain)
    const two = selectionTrend.build(
      deskOf('small', { domains: [domain], stages: ['pilot', 'accepted', 'designated'] }),
    )
    if (two.kind === 'line') expect(cellTrace(two, last, 1)).toBeNull()
  })

  it('has no trace and no pick for the rest and no pick for the total', () => {
    const figure = selectionContribution.build(desk)
    if (figure.kind !== 'bar') throw new Error(figure.kind)
    const picks = tablePicks(figure)
    for (const [row, { id, sum }] of figure.rows.entries()) {
      if (sum) expect(picks.rows[row]).toBeNull()
      if (id === 'rest') expect(cellTrace(figure, row, 1)).toBeNull()
      if (id === 'total') expect(cellTrace(figure, row, 1)?.entity).toBe('all')
    }
  })

  it('offers brains, cities, plots and months to be picked', () => {
    expect(tablePicks(selectionScatter.build(desk)).rows.every(Boolean)).toBe(true)
    expect(tablePicks(selectionMap.build(desk)).rows).toContain('370100')
    expect(tablePicks(selectionMultiples.build(desk)).columns[0]).toBeNull()
    expect(tablePicks(selectionTrend.build(desk)).rows).toContain(desk.period)
  })
})
