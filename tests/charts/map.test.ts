import { describe, expect, it } from 'vitest'

import { chartMarks } from '../../src/charts/chartMarks.ts'
import { makeLook, type Look } from '../../src/charts/look.ts'
import {
  MARKER_LIMIT,
  markerRadius,
  placeMarkers,
  type LabelBox,
} from '../../src/charts/mapMarkers.ts'
import {
  edgeDistance,
  inRing,
  makeProjection,
  projectRings,
  type Point,
} from '../../src/charts/mapProjection.ts'
import type { Mark } from '../../src/charts/marks.ts'
import { CITIES } from '../../src/domain/region.ts'
import type { MapFigure, MapMarker } from '../../src/figures/kinds/mapFigure.ts'
import { FIGURES } from '../../src/figures/registry.ts'
import { scenario, type ScenarioId } from '../figures/scenarios.ts'
import { GEOMETRY, looksOf, nameOf, textExtent, textOf, texts } from './drawn.ts'

const mapOf = (id: ScenarioId, figure: string): MapFigure => {
  const built = FIGURES.find((entry) => entry.id === figure)!.build(scenario(id))
  if (built.kind !== 'map') throw new Error(`${figure} is ${built.kind}`)
  return built
}
const INSET = { left: 0, right: 0, top: 0, bottom: 0, align: 'center' } as const
const drawn = new Map<string, readonly Mark[]>()

/** A drawing, made once for all that is asked of it. */
function draw(figure: MapFigure, look: Look, focus: string | null = null): readonly Mark[] {
  const { name, width, u } = look
  const key = [figure.id, figure.finding, figure.markers.length, name, width, u, focus].join()
  const marks =
    drawn.get(key) ?? chartMarks(figure, look, { geometry: GEOMETRY, focus, inset: INSET })
  drawn.set(key, marks)
  return marks
}

/** Rings of every city where the chart draws them. */
function ringsOf({ width, height }: Look): ReadonlyMap<string, readonly (readonly Point[])[]> {
  const project = makeProjection(GEOMETRY, { left: 0, top: 0, width, height })
  return new Map(
    GEOMETRY.areas.map((area) => [area.properties.adcode, projectRings(area, project)]),
  )
}

const number = (value: unknown): number => Number(value)

/** Middle of a symbol's mark: of a circle, a square or the corners of a polygon. */
function middle({ shape = {} }: Mark): Point {
  if ('cx' in shape) return [number(shape['cx']), number(shape['cy'])]
  if ('width' in shape)
    return [
      number(shape['x']) + number(shape['width']) / 2,
      number(shape['y']) + number(shape['height']) / 2,
    ]
  const corners = shape['points'] as readonly Point[]
  const mid = (axis: 0 | 1) => {
    const values = corners.map((corner) => corner[axis])
    return (Math.min(...values) + Math.max(...values)) / 2
  }
  return [mid(0), mid(1)]
}

const SYMBOLS = 10
const symbolsOf = (figure: MapFigure, look: Look): Point[] => {
  const drawn = draw(figure, look).filter(
    ({ z, type }) => z === SYMBOLS && (type === 'circle' || type === 'rect' || type === 'polygon'),
  )
  return drawn.map(middle)
}

const MAPS: readonly (readonly [ScenarioId, string])[] = [
  ['demo', 'city-map-cluster.revenue'],
  ['main', 'public-map'],
  ['hostile', 'city-map-cluster.revenue'],
]

describe.each(MAPS)('the map of %s, %s', (id, figureId) => {
  const figure = mapOf(id, figureId)
  const looks = looksOf('map').filter((_, i) => i !== 2 && i !== 4)

  it('draws and labels all sixteen cities in every look', () => {
    for (const look of looks) {
      const marks = draw(figure, look)
      const areas = new Set(marks.filter(({ silent }) => silent === false).map(({ name }) => name))
      expect([...areas].sort()).toEqual([...CITIES].sort())
      const words = texts(draw(figure, look)).map(textOf)
      for (const { name } of figure.areas) expect(words).toContain(name)
    }
  })

  it('prints a city’s value or why there is none, with 7/9 behind a value of some of its brains', () => {
    const words = texts(draw(figure, looks[0]!)).map(textOf)
    const fractions = figure.areas.map(({ value, coverage }) => {
      const isPart = coverage && coverage.covered > 0 && coverage.covered < coverage.expected
      const fraction = isPart ? ` · ${coverage.covered}/${coverage.expected}` : ''
      if (value.value !== null || value.absent === 'notReported')
        expect(words).toContain(value.text + fraction)
      return fraction
    })
    expect(Boolean(figure.partialNote)).toBe(fractions.some(Boolean))
  })

  it('sets every symbol inside a city, and says how many found no room', () => {
    for (const look of looks) {
      const rings = ringsOf(look)
      const count = new Map<string, number>()
      for (const at of symbolsOf(figure, look)) {
        const home = [...rings].find(([, [ring]]) => ring && inRing(at, ring))
        expect(`${nameOf(look)} ${at.map(Math.round)}: ${home?.[0] ?? 'at sea'}`).not.toMatch(/sea/)
        if (home) count.set(home[0], (count.get(home[0]) ?? 0) + 1)
      }
      const more = texts(draw(figure, look))
        .map(textOf)
        .flatMap((text) => /^\+(\d+)$/.exec(text)?.[1] ?? [])
      const drawn = [...count.values()].reduce((a, b) => a + b, 0)
      expect(drawn + more.reduce((sum, n) => sum + Number(n), 0)).toBe(figure.markers.length)
    }
  })

  it('sets no symbol on a label', () => {
    const names = new Set(figure.areas.map(({ name }) => name))
    for (const look of looks) {
      const labels = texts(draw(figure, look)).filter((mark) => names.has(textOf(mark)))
      const boxes = labels.map(textExtent)
      for (const [x, y] of symbolsOf(figure, look))
        for (const { left, right, top, bottom } of boxes)
          expect(x > left && x < right && y > top && y < bottom).toBe(false)
    }
  })
})

describe('a map', () => {
  const wall = makeLook('wall', { width: 900, height: 600, u: 1 })
  const figure = mapOf('demo', 'city-map-cluster.revenue')
  const waterOf = (look: Look) =>
    draw(figure, look).filter(({ style }) => style?.['stroke'] === look.palette.water)

  it('has waterlines on the wall only', () => {
    expect(waterOf(wall)).toHaveLength(GEOMETRY.waterlines.length)
    expect(waterOf(makeLook('print', { width: 900, height: 600, u: 1 }))).toEqual([])
  })

  it('rings the focused city and no other', () => {
    const rings = (focus: string | null) =>
      draw(figure, wall, focus).filter(
        ({ style, type }) => type === 'polygon' && style?.['stroke'] === wall.palette.focus,
      )
    expect(rings(null)).toEqual([])
    expect(rings('370100').length).toBeGreaterThan(0)
    expect(rings('999999')).toEqual([])
  })

  it('is empty without geometry instead of throwing', () => {
    expect(chartMarks(figure, wall, { geometry: null })).toEqual([])
  })

  it('draws a missing report unlike a low value', () => {
    const silent = mapOf('absent', 'city-map-cluster.revenue')
    const fills = (of: MapFigure) =>
      new Set(
        draw(of, wall)
          .filter((mark) => mark.silent === false)
          .map(({ style }) => style?.['fill']),
      )
    for (const fill of fills(silent)) expect(wall.palette.sequential).not.toContain(fill)
    expect([...fills(figure)].some((fill) => wall.palette.sequential.includes(String(fill)))).toBe(
      true,
    )
  })

  it('prints counts by city instead of symbols when there are too many', () => {
    const marker = figure.markers[0]!
    const markers = Array.from({ length: MARKER_LIMIT + 1 }, (_, i): MapMarker => ({
      ...marker,
      id: `m${i}`,
    }))
    const crowded = { ...figure, markers }
    expect(symbolsOf(crowded, wall)).toEqual([])
    expect(texts(draw(crowded, wall)).map(textOf).join()).toContain(`${MARKER_LIMIT + 1}`)
  })
})

describe('symbols placed in an area', () => {
  const ring: Point[] = [
    [0, 0],
    [200, 0],
    [200, 160],
    [0, 160],
  ]
  const label: LabelBox = { area: 'a', x: 70, y: 60, width: 60, height: 40 }
  const marker = (i: number): MapMarker => ({
    ...{ id: `${i}`, name: '', area: 'a', symbol: i % 3 ? 'pilot' : 'rectification' },
    size: 400 - i,
  })
  const placeIn = (count: number) =>
    placeMarkers(
      {
        ...mapOf('demo', 'city-map-cluster.revenue'),
        markers: Array.from({ length: count }, (_, i) => marker(i)),
      },
      [label],
      new Map([['a', [ring]]]),
      1,
      1,
    )

  it('keep clear of the label and of each other, inside the area', () => {
    const { placed } = placeIn(12)
    expect(placed.length).toBeGreaterThan(6)
    for (const [i, { x, y, r }] of placed.entries()) {
      expect(inRing([x, y], ring)).toBe(true)
      expect(edgeDistance([x, y], ring)).toBeGreaterThan(r / 2)
      const dx = x - Math.max(label.x, Math.min(x, label.x + label.width))
      const dy = y - Math.max(label.y, Math.min(y, label.y + label.height))
      expect(Math.hypot(dx, dy)).toBeGreaterThan(r)
      for (const other of placed.slice(0, i))
        expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThan(other.r + r)
    }
  })

  it('are all accounted for: placed or left over', () => {
    const { placed, left } = placeIn(80)
    expect(placed.length + left.length).toBe(80)
    expect(left.length).toBeGreaterThan(0)
  })

  it('have an area that grows with revenue, and a smallest size', () => {
    const radius = (size: number | null) => markerRadius({ ...marker(1), size })
    expect(radius(null)).toBe(radius(0))
    expect(radius(-5)).toBe(radius(0))
    expect(radius(3600) / radius(900)).toBeCloseTo(2)
  })
})
