import { REPORTED_INDICATORS } from '../../src/domain/catalogue/index.ts'
import { periodRange } from '../../src/domain/period.ts'
import { judge } from '../../src/domain/quality/judge.ts'
import type { PastReading, QualityInput } from '../../src/domain/quality/judge.ts'
import { budget, calibrate, report, time } from './harness.ts'

const MONTHS = periodRange('2023-10', '2026-10')
const INDICATORS = new Map(REPORTED_INDICATORS.map((entry) => [entry.id, entry]))

/** 36 months and the month that is reported, growing by 1% a month with a ripple; flows cumulate. */
function readings(id: string, seed: number): PastReading[] {
  const { kind = 'stock', min = 0, max = 100 } = INDICATORS.get(id) ?? {}
  const middle = kind === 'rate' || kind === 'index' ? (min + max) / 2 : 100 + seed
  let sum = 0
  return MONTHS.map((period, i) => {
    const amount = middle * 1.01 ** (i / 12) * (1 + 0.02 * Math.sin(i * seed + 1))
    sum = period.endsWith('-01') ? amount : sum + amount
    const isMerged = kind === 'flow' && period.endsWith('-01')
    return { period, value: isMerged ? null : kind === 'flow' ? sum : amount, status: 'final' }
  })
}

const series = new Map([...INDICATORS.keys()].map((id, i) => [id, readings(id, i)]))
const past = new Map(Array.from(series, ([id, row]) => [id, row.slice(0, -1)]))

const input: QualityInput = {
  ...{ brain: 'own', period: '2026-10', status: 'final', reason: null, others: [] },
  cells: Array.from(series, ([indicator, row]) => ({
    ...{ indicator, period: '2026-10', value: row.at(-1)?.value ?? null, absent: null },
  })),
  history: (id) => past.get(id) ?? [],
  indicators: INDICATORS,
}

const scale = calibrate()
const budgets = [
  budget(
    `${input.cells.length} cells against 36 months, ms`,
    time(() => judge(input), 50) * scale,
    2,
  ),
]

report('quality', budgets)
