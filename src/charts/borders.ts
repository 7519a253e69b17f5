import type { AreaFeature } from '../domain/geometry.ts'

type Position = readonly number[]

/** Longitude and latitude of a line between two areas. */
export type Border = readonly (readonly [number, number])[]

/**
 * The lines between areas, each once: edges that two rings share. Drawn instead of whole outlines, so that
 * no border is stroked twice and none runs along the coast.
 */
export function bordersOf(areas: readonly AreaFeature[]): Border[] {
  const rings = areas.flatMap(ringsOf)
  const edges = sharedEdges(rings)
  return rings.flatMap((ring) => runsOf(ring, (a, b) => edges.take(a, b)))
}

const ringsOf = ({ geometry }: AreaFeature): (readonly Position[])[] =>
  (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flat()

/** Edges that occur twice; each is given out once. */
function sharedEdges(rings: readonly (readonly Position[])[]) {
  const points = new Map<string, number>()
  const idOf = (position: Position): number => {
    const key = position.join()
    const id = points.get(key) ?? points.size
    points.set(key, id)
    return id
  }
  const keyOf = (a: Position, b: Position): string => {
    const [from, to] = [idOf(a), idOf(b)]
    return from < to ? `${from}-${to}` : `${to}-${from}`
  }
  const seen = new Map<string, number>()
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const key = keyOf(ring[i - 1] ?? [], ring[i] ?? [])
      seen.set(key, (seen.get(key) ?? 0) + 1)
    }
  return {
    take(a: Position, b: Position): boolean {
      const key = keyOf(a, b)
      const isShared = (seen.get(key) ?? 0) > 1
      if (isShared) seen.set(key, 0)
      return isShared
    },
  }
}

/** Stretches of a ring whose edges are wanted. */
function runsOf(
  ring: readonly Position[],
  wanted: (a: Position, b: Position) => boolean,
): [number, number][][] {
  const runs: [number, number][][] = []
  let open: [number, number][] | null = null
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1] ?? [], ring[i] ?? []]
    if (!wanted(a, b)) {
      open = null
      continue
    }
    if (!open) runs.push((open = [[a[0] ?? 0, a[1] ?? 0]]))
    open.push([b[0] ?? 0, b[1] ?? 0])
  }
  return runs
}
