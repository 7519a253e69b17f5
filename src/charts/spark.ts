/** Paths of a sparkline in a box: the line breaks at gaps, the area lies under it. */
export interface Spark {
  readonly line: string
  readonly area: string
  readonly goal: number | null
  readonly end: readonly [number, number] | null
}

/** Scales values to a box of `width` × `height` with room for the end dot. Absent values leave gaps. */
export function sparkPath(
  values: readonly (number | null)[],
  goal: number | null,
  width: number,
  height: number,
): Spark {
  const known = values.flatMap((value) => value ?? [])
  if (known.length === 0) return { line: '', area: '', goal: null, end: null }
  const all = goal === null ? known : [...known, goal]
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const x = (i: number): number => 2 + (i * (width - 6)) / Math.max(1, values.length - 1)
  const y = (value: number): number =>
    height - 3 - ((value - low) / (high - low || 1)) * (height - 6)
  const runs = runsOf(
    values.map((value, i) => (value === null ? null : ([x(i), y(value)] as const))),
  )
  const line = runs.map((run) => `M${run.map(join).join('L')}`).join('')
  const area = runs
    .filter((run) => run.length > 1)
    .map(
      (run) => `M${run[0]?.[0]} ${height}L${run.map(join).join('L')}L${run.at(-1)?.[0]} ${height}Z`,
    )
    .join('')
  return { line, area, goal: goal === null ? null : y(goal), end: runs.at(-1)?.at(-1) ?? null }
}

type Point = readonly [number, number]

const join = ([x, y]: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`

/** Points between gaps. */
function runsOf(points: readonly (Point | null)[]): Point[][] {
  const runs: Point[][] = []
  let run: Point[] = []
  for (const point of [...points, null]) {
    if (point) run.push(point)
    else if (run.length > 0) {
      runs.push(run)
      run = []
    }
  }
  return runs
}
