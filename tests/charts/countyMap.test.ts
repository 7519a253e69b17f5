import { describe, expect, it } from 'vitest'

import { drawMap } from '../../maps/draw-maps.ts'
import { chartMarks } from '../../src/charts/chartMarks.ts'
import { makeGeometry, type MapGeometry } from '../../src/charts/geometry.ts'
import { makeLook, type Look } from '../../src/charts/look.ts'
import { arrange } from '../../src/charts/mapArrange.ts'
import { inRing, makeProjection, projectRings } from '../../src/charts/mapProjection.ts'
import { CITIES } from '../../src/domain/region.ts'
import { COUNTY_INDICATORS, countyMap } from '../../src/figures/countyMap.ts'
import type { MapFigure } from '../../src/figures/kinds/mapFigure.ts'
import { scenario, type ScenarioId } from '../figures/scenarios.ts'
import { leaving, textOf, texts, tooSmall } from './drawn.ts'

const [REVENUE] = COUNTY_INDICATORS
const geometryOf = (city: string): MapGeometry =>
  makeGeometry(drawMap(city) as unknown as Parameters<typeof makeGeometry>[0], [])

function mapOf(city: string, id: ScenarioId = 'demo', locale: 'zh-CN' | 'en' = 'zh-CN'): MapFigure {
  const figure = countyMap({ city, ...REVENUE! }).build(scenario(id, locale))
  if (figure.kind !== 'map') throw new Error(`${figure.id} is ${figure.kind}`)
  return figure
}

/** Boxes of the wall at 16:9, 8:3 and 32:9, in the middle of what its page lays over the map. */
const INSET = { left: 190, right: 250, top: 24, bottom: 96, align: 'center' } as const
const LOOKS: readonly Look[] = [
  makeLook('wall', { width: 948, height: 654, u: 1 }),
  makeLook('wall', { width: 2600, height: 1800, u: 2, t: 1.06 }),
  makeLook('wall', { width: 1240, height: 840, u: 1, t: 1.16 }),
]

describe.each(CITIES)('the counties of %s on the wall', (city) => {
  const geometry = geometryOf(city)

  it('are all named, inside the box, never too small', () => {
    for (const locale of ['zh-CN', 'en'] as const)
      for (const look of LOOKS) {
        const figure = mapOf(city, 'demo', locale)
        const marks = chartMarks(figure, look, { geometry, inset: INSET })
        const words = texts(marks).map(textOf)
        for (const { name } of figure.areas) expect(words).toContain(name)
        expect(leaving(marks, look)).toEqual([])
        expect(tooSmall(marks, look)).toEqual([])
      }
  })

  it('have labels that keep clear of each other, and every symbol has a place', () => {
    const figure = mapOf(city)
    for (const look of LOOKS) {
      const { labels, placed, left } = arranged(figure, look, geometry)
      for (const [i, a] of labels.entries())
        for (const b of labels.slice(i + 1))
          expect(
            a.x + a.width <= b.x ||
              b.x + b.width <= a.x ||
              a.y + a.height <= b.y ||
              b.y + b.height <= a.y,
            `${a.area} on ${b.area} at ${look.width}`,
          ).toBe(true)
      expect(placed.length + left.length).toBe(figure.markers.length)
      expect(left.map(({ id }) => id)).toEqual([])
    }
  })

  it('hold their symbols inside or under their own label', () => {
    const figure = mapOf(city)
    const look = LOOKS[0]!
    const { labels, placed, rings } = arranged(figure, look, geometry)
    for (const { marker, x, y } of placed) {
      const label = labels.find(({ area }) => area === marker.area)!
      const under = x > label.x && x < label.x + label.width && y < label.y + label.height
      const inside = inRing([x, y], rings.get(marker.area)![0]!)
      expect(label.row ? under && y > label.y : inside).toBe(true)
    }
  })
})

describe('a map of counties', () => {
  const look = LOOKS[0]!

  it.each(['370100', '370200', '370600'])(
    'of %s has neither waterlines nor names of seas',
    (city) => {
      const marks = chartMarks(mapOf(city), look, { geometry: geometryOf(city) })
      expect(texts(marks).map(textOf).join()).not.toMatch(/[渤黄]　海/)
      const water = marks.filter(({ style }) => style?.['stroke'] === look.palette.water)
      expect(water).toEqual([])
    },
  )

  it('draws a line from a label that had to move to its county', () => {
    const { labels } = arranged(mapOf('370200'), look, geometryOf('370200'))
    const away = labels.filter(({ at }) => at)
    expect(away.map(({ area }) => area)).toContain('370202')
    const drawn = chartMarks(mapOf('370200'), look, {
      geometry: geometryOf('370200'),
      inset: INSET,
    })
    const ends = drawn.filter(({ type }) => type === 'line').map(({ shape }) => shape?.['x1'])
    expect(away.some(({ at }) => ends.includes(at?.[0]))).toBe(true)
  })

  it('draws no symbol for a brain without a county on the map', () => {
    const figure = mapOf('370100', 'main')
    const { placed } = arranged(figure, look, geometryOf('370100'))
    expect(placed).toHaveLength(3)
    expect(figure.beside?.flatMap(({ markers }) => markers)).toHaveLength(1)
  })
})

/** Where labels and symbols come to stand. */
function arranged(figure: MapFigure, look: Look, geometry: MapGeometry) {
  const { width, height, u } = look
  const box = {
    left: INSET.left * u,
    top: INSET.top * u,
    width: width - (INSET.left + INSET.right) * u,
    height: height - (INSET.top + INSET.bottom) * u,
  }
  const project = makeProjection(geometry, box)
  const rings = new Map(
    geometry.areas.map((area) => [area.properties.adcode, projectRings(area, project)]),
  )
  return { rings, ...arrange(figure, look, geometry, project, rings) }
}
