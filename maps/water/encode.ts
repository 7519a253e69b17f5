import type { Waterline } from './waterlines.ts'

/**
 * Waterlines as small integers: a line is [level, x, y, dx, dy, …] in 1/scale degree, its first
 * point counted from `origin`, each later one from the point before. About a third of plain JSON.
 * `src/charts/geometry.ts` reads it.
 */
export interface WaterDocument {
  scale: number
  origin: [number, number]
  lines: number[][]
}

/** 1/1000 degree is about 100 m, near the tolerance of the lines. */
const SCALE = 1000

export function encodeWaterlines(lines: readonly Waterline[]): WaterDocument {
  const places = lines.flatMap(({ coords }) => coords)
  const originX = Math.floor(Math.min(...places.map(([x]) => x)))
  const originY = Math.floor(Math.min(...places.map(([, y]) => y)))
  const encode = ({ level, coords }: Waterline): number[] => {
    let x = originX * SCALE
    let y = originY * SCALE
    return [
      level,
      ...coords.flatMap((place) => {
        const [fromX, fromY] = [x, y]
        x = Math.round(place[0] * SCALE)
        y = Math.round(place[1] * SCALE)
        return [x - fromX, y - fromY]
      }),
    ]
  }
  return { scale: SCALE, origin: [originX, originY], lines: lines.map(encode) }
}
