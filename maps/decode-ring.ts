import type { Position } from 'geojson'

const UNITS_PER_DEGREE = 1024

/**
 * A ring of the `UTF8Encoding` of Apache ECharts 4 map files: one character a coordinate, zig-zag
 * deltas offset by 64, in 1/1024 degree, counted from `offset` (same unit).
 */
export function decodeRing(encoded: string, offset: readonly [number, number]): Position[] {
  const ring: Position[] = []
  let [x, y] = offset
  for (let index = 0; index + 1 < encoded.length; index += 2) {
    x += zigZag(encoded.charCodeAt(index) - 64)
    y += zigZag(encoded.charCodeAt(index + 1) - 64)
    ring.push([x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE])
  }
  return ring
}

const zigZag = (code: number): number => (code >> 1) ^ -(code & 1)
