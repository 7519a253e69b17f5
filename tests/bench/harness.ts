/** One measured value against its limit. */
export interface Budget {
  readonly name: string
  readonly value: number
  readonly limit: number
  readonly better: 'lower' | 'higher'
  readonly ok: boolean
}

/**
 * What the calibration loop takes, in milliseconds, on the machine for which the limits in milliseconds were
 * set (two cores of a shared server, Node 24). Change it only together with them.
 */
export const REFERENCE_MS = 9

/** Rounds of every absolute time; the median counts. */
const ROUNDS = 5

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}

/** Milliseconds of one run: the median of five rounds of `repeat` runs, after one round to warm up. */
export function time(run: () => unknown, repeat = 1): number {
  const round = (): number => {
    const start = performance.now()
    for (let i = 0; i < repeat; i++) run()
    return (performance.now() - start) / repeat
  }
  round()
  return median(Array.from({ length: ROUNDS }, round))
}

/**
 * Factor that turns milliseconds measured in this process now into those of the reference machine: above 1 on a
 * faster machine, below 1 on a slower or busy one. A fixed loop of integer and float work over 64 kB.
 */
export const calibrate = (): number => REFERENCE_MS / time(loop)

function loop(): number {
  const cells = new Float64Array(8_192)
  let state = 1
  for (let i = 0; i < 6_000_000; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    const at = state & 8_191
    cells[at] = (cells[at] ?? 0) * 0.5 + i
  }
  return cells[0] ?? 0
}

/** A value and whether it keeps its limit; NaN never does. */
export const budget = (
  name: string,
  value: number,
  limit: number,
  better: Budget['better'] = 'lower',
): Budget => ({
  name,
  value,
  limit,
  better,
  ok: better === 'lower' ? value <= limit : value >= limit,
})

const shown = (value: number): string => Number(value.toPrecision(4)).toString()

/**
 * Prints a table and, as the last line, the result as one JSON object. The exit code is 1 when a budget is not
 * kept.
 */
export function report(bench: string, budgets: readonly Budget[]): void {
  const width = Math.max(...budgets.map(({ name }) => name.length))
  for (const { name, value, limit, better, ok } of budgets) {
    const sign = better === 'lower' ? '≤' : '≥'
    const measured = shown(value).padStart(10)
    console.log(`${ok ? 'ok  ' : 'OVER'} ${name.padEnd(width)} ${measured} ${sign} ${shown(limit)}`)
  }
  console.log(JSON.stringify({ bench, budgets }))
  if (budgets.some(({ ok }) => !ok)) process.exitCode = 1
}
