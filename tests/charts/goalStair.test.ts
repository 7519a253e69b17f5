import { describe, expect, it } from 'vitest'

import { areaMarks } from '../../src/charts/area.ts'
import { goalStair } from '../../src/charts/goalStair.ts'
import { makeLook } from '../../src/charts/look.ts'
import type { AreaFigure } from '../../src/figures/kinds/areaFigure.ts'
import { figuresIn, scenario } from '../figures/scenarios.ts'

const buildOut = (): AreaFigure => {
  const context = scenario('demo')
  const definition = figuresIn(context).find(({ id }) => id === 'build-out')
  const figure = definition?.build(context)
  if (figure?.kind !== 'area') throw new Error('There is no build-out')
  return figure
}

const months = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => {
    const month = from + i
    return `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })

const stair = (goals: readonly [string, number][], periods: readonly string[]) =>
  goalStair({
    ...buildOut(),
    periods,
    goals: goals.map(([period, value]) => ({ period, value, label: '' })),
  })

describe('the way between goals', () => {
  it('is the first goal from the start of its year, and nothing before', () => {
    expect(stair([['2023-12', 15]], months(-2, 4))).toEqual([null, null, 15, 15])
  })

  it('rises in equal quarterly steps to the next goal, and ends there', () => {
    const goals: [string, number][] = [
      ['2023-12', 10],
      ['2024-12', 30],
    ]
    expect(stair(goals, months(11, 14))).toEqual([
      ...[10, 15, 15, 15, 20, 20, 20, 25, 25, 25, 30, 30, 30],
      null,
    ])
  })

  it('is nothing where there is no goal', () => {
    expect(stair([], months(0, 3))).toEqual([null, null, null])
  })

  it('is drawn in gold at its heights', () => {
    const figure = buildOut()
    const look = makeLook('print', { width: 1200, height: 500, u: 1 })
    const golden = areaMarks(figure, look).find(
      ({ type, style }) => type === 'polyline' && style?.['stroke'] === look.palette.gold,
    )
    const heights = new Set((golden?.shape?.['points'] as [number, number][]).map(([, y]) => y))
    expect(heights.size).toBe(new Set(goalStair(figure).filter((one) => one !== null)).size)
  })
})
