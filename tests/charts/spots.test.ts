import { describe, expect, it } from 'vitest'

import { isChart, type ChartFigure } from '../../src/charts/chartFigure.ts'
import { makeLook } from '../../src/charts/look.ts'
import { spotAt, spotsOf, type Spot } from '../../src/charts/spots.ts'
import { isStep, stepFrom } from '../../src/charts/spotSteps.ts'
import { selectionContribution } from '../../src/figures/desk/selectionContribution.ts'
import { selectionMap } from '../../src/figures/desk/selectionMap.ts'
import { selectionMultiples } from '../../src/figures/desk/selectionMultiples.ts'
import { selectionRanking } from '../../src/figures/desk/selectionRanking.ts'
import { selectionScatter } from '../../src/figures/desk/selectionScatter.ts'
import { selectionTrend } from '../../src/figures/desk/selectionTrend.ts'
import { deskOf } from '../figures/desk/deskContext.ts'
import { GEOMETRY } from './drawn.ts'

const desk = deskOf('small')
const look = makeLook('desk', { width: 520, height: 320, u: 1 })

const PANELS = {
  ranking: selectionRanking,
  contribution: selectionContribution,
  map: selectionMap,
  scatter: selectionScatter,
  trend: selectionTrend,
  multiples: selectionMultiples,
}

const figureOf = (panel: keyof typeof PANELS): ChartFigure => {
  const figure = PANELS[panel].build(desk)
  if (!isChart(figure)) throw new Error(`${panel} is ${figure.kind}`)
  return figure
}
const spotsIn = (panel: keyof typeof PANELS): Spot[] =>
  spotsOf(figureOf(panel), look, { geometry: GEOMETRY })

/** All spots that keys reach from where they begin. */
function reached(spots: readonly Spot[]): ReadonlySet<string> {
  const first = stepFrom(spots, null, 'ArrowDown')
  const found = new Set<string>()
  const open = first ? [first] : []
  for (let at = open.pop(); at; at = open.pop()) {
    if (found.has(at.key)) continue
    found.add(at.key)
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']) {
      const next = stepFrom(spots, at, key)
      if (next && !found.has(next.key)) open.push(next)
    }
  }
  return found
}

describe.each(Object.keys(PANELS) as (keyof typeof PANELS)[])('the spots of the %s', (panel) => {
  const spots = spotsIn(panel)

  it('are each reached by keys', () => {
    expect(spots.length).toBeGreaterThan(1)
    expect(reached(spots)).toEqual(new Set(spots.map(({ key }) => key)))
  })

  it('have keys of their own and outlines without broken numbers', () => {
    expect(new Set(spots.map(({ key }) => key)).size).toBe(spots.length)
    for (const { outline } of spots) expect(outline).toMatch(/^M[\d .a-zA-Z-]+$/)
    for (const { outline } of spots) expect(outline).not.toMatch(/NaN|Infinity|undefined/)
  })

  it('lie where the pointer finds them', () => {
    for (const { box, x, y } of spots) {
      expect(x).toBeGreaterThanOrEqual(box.left)
      expect(x).toBeLessThanOrEqual(box.left + box.width)
      expect(y).toBeGreaterThanOrEqual(box.top)
      expect(y).toBeLessThanOrEqual(box.top + box.height)
    }
    expect(spotAt(spots, -50, -50)).toBeNull()
  })
})

describe('the spots of a chart', () => {
  it('stand for every row, and for nobody where a row is a sum', () => {
    const figure = figureOf('contribution')
    if (figure.kind !== 'bar') throw new Error(figure.kind)
    const ids = spotsIn('contribution').map(({ id }) => id)
    expect(ids).toEqual(figure.rows.map(({ id, sum }) => (sum ? null : id)))
    expect(ids.at(-1)).toBeNull()
  })

  it('tell a city by its outline, not by its box', () => {
    const spots = spotsIn('map')
    for (const spot of spots) {
      const [ring] = spot.rings ?? []
      const [x, y] = ring?.[0] ?? [0, 0]
      const inward = [x + (spot.x - x) * 0.02, y + (spot.y - y) * 0.02] as const
      const found = spotAt(spots, ...inward)
      if (found) expect(found.rings?.length).toBeGreaterThan(0)
    }
    expect(new Set(spots.map(({ id }) => id)).size).toBe(16)
  })

  it('walk months sideways, and plots up and down', () => {
    const spots = spotsIn('multiples')
    const start = stepFrom(spots, null, 'ArrowRight')!
    expect(start.row).toBe(0)
    expect(start.column).toBe(Math.max(...spots.map(({ column }) => column)))
    const before = stepFrom(spots, start, 'ArrowLeft')!
    expect([before.row, before.column]).toEqual([0, start.column - 1])
    expect(stepFrom(spots, start, 'ArrowDown')!.row).toBe(1)
    expect(stepFrom(spots, start, 'ArrowUp')).toBe(start)
  })

  it('take arrows, Home and End, and leave other keys alone', () => {
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'])
      expect(isStep(key)).toBe(true)
    for (const key of ['Enter', 'Tab', 'a', ' ', 'Escape']) expect(isStep(key)).toBe(false)
  })
})
