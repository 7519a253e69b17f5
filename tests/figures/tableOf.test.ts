import { describe, expect, it } from 'vitest'

import type { Figure } from '../../src/figures/figure.ts'
import { tableOf } from '../../src/figures/tableOf.ts'
import { figuresIn, LOCALES, scenario, SCENARIO_IDS } from './scenarios.ts'

const EVERY = SCENARIO_IDS.flatMap((id) =>
  LOCALES.flatMap((locale) =>
    figuresIn(scenario(id, locale)).map(({ build }) => build(scenario(id, locale))),
  ),
)
const kindOf = <K extends Figure['kind']>(kind: K) =>
  EVERY.filter((figure): figure is Extract<Figure, { kind: K }> => figure.kind === kind)

/** Whether a cell prints the number, rounded to a whole one at most. */
const prints = (cell: string, value: number): boolean =>
  Math.abs(Number(cell.replaceAll(',', '').replace('\u2212', '-')) - value) <= 0.5

describe('the table of a figure', () => {
  it('exists for every kind and has as many cells in a row as columns', () => {
    expect(new Set(EVERY.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(9)
    for (const figure of EVERY) {
      const { columns, rows } = tableOf(figure)
      expect(columns.length).toBeGreaterThan(0)
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows) expect(row).toHaveLength(columns.length)
    }
  })

  it('holds the value of a KPI as it is printed', () => {
    for (const figure of kindOf('kpi')) {
      const cells = tableOf(figure).rows.flat()
      expect(cells).toContain(figure.value.text)
      if (figure.comparison) expect(cells).toContain(figure.comparison.text)
    }
  })

  it('holds every number of a bar figure in its order', () => {
    for (const figure of kindOf('bar'))
      for (const [i, row] of tableOf(figure).rows.entries()) {
        expect(row[0]).toBe(figure.rows[i]?.label)
        for (const value of figure.rows[i]?.values ?? [])
          if (value !== null) expect(row.some((cell) => prints(cell, value))).toBe(true)
      }
  })

  it('holds every month of an area figure, or its single points', () => {
    for (const figure of kindOf('area')) {
      const { rows } = tableOf(figure)
      if (!figure.crest) {
        for (const { label, value } of figure.points)
          expect(rows.find((row) => row.includes(label))).toContain(String(value))
        continue
      }
      expect(rows.map(([period]) => period)).toEqual(figure.periods)
      expect(rows.at(-1)).toContain(String(figure.crest.values.at(-1)))
      for (const layer of figure.layers) expect(rows.at(-1)).toContain(String(layer.values.at(-1)))
    }
  })

  it('holds every goal beside what was reached', () => {
    for (const figure of kindOf('area')) {
      const cells = tableOf(figure).rows.flat().join('|')
      for (const { label } of figure.goals) expect(cells).toContain(label)
    }
  })

  it('holds every city of a map with its printed value or its reason', () => {
    for (const figure of kindOf('map')) {
      const { rows } = tableOf(figure)
      expect(rows).toHaveLength(figure.areas.length)
      if (/^(city|public)-map/.test(figure.id)) expect(rows).toHaveLength(16)
      for (const [i, { name, value }] of figure.areas.entries()) {
        expect(rows[i]).toContain(name)
        expect(rows[i]).toContain(value.text)
      }
    }
  })

  it('holds every stage and branch of a flow, every grade and every deadline', () => {
    for (const { stages, branches, ...figure } of kindOf('flow'))
      expect(tableOf({ ...figure, stages, branches }).rows.map(([, count]) => count)).toEqual(
        [...stages, ...branches].map(({ count }) => `${count}`),
      )
    for (const figure of kindOf('units'))
      expect(tableOf(figure).rows).toHaveLength(
        figure.groups.length + (figure.warnings?.length ?? 0) + figure.deadlines.length,
      )
  })

  it('holds every entry of a timeline', () => {
    for (const figure of kindOf('timeline'))
      expect(tableOf(figure).rows.map((row) => row.at(-1))).toEqual(
        figure.entries.map(({ text }) => text),
      )
  })

  it('holds the reason of what is absent', () => {
    for (const figure of kindOf('absent'))
      expect(tableOf(figure).rows.flat()).toContain(figure.reason)
  })
})
