import type { Finding } from '../http/problem.ts'
import type { CellWrite } from '../store/store.ts'

/** In use ≤ built ≤ planned: each rack count with the one that bounds it. */
const BOUNDS = [
  ['compute.racksInUse', 'compute.racksBuilt'],
  ['compute.racksBuilt', 'compute.racksPlanned'],
] as const

/** Faults in the order of rack counts, period by period, among the cells of one report. */
export function rackFindings(cells: readonly CellWrite[]): Finding[] {
  const values = new Map(cells.map((cell) => [`${cell.indicator}|${cell.period}`, cell.value]))
  return cells.flatMap(({ indicator, period, value }, i) => {
    const upper = BOUNDS.find(([lower]) => lower === indicator)?.[1]
    const bound = upper === undefined ? undefined : values.get(`${upper}|${period}`)
    if (upper === undefined || bound == null || value === null || value <= bound) return []
    return [
      {
        place: `/cells/${i}/value`,
        rule: 'rackOrder',
        remedy: {
          zh: `${period}：${indicator}（${value}）不得大于 ${upper}（${bound}）。`,
          en: `${period}: ${indicator} (${value}) must not exceed ${upper} (${bound}).`,
        },
      },
    ]
  })
}
