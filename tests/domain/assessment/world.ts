import { makeCube, type Cube } from '../../../src/domain/cube.ts'
import type { GradeBand, ScoreCard, ScoredItem } from '../../../src/domain/assessment/scoreCard.ts'
import type { JudgedPoints } from '../../../src/domain/assessment/scoreRecord.ts'
import { periodRange } from '../../../src/domain/period.ts'
import type { Cell } from '../tables.ts'
import { brain, event, indicator, RATE, slice, STOCK } from '../tables.ts'

export const INDICATORS = [
  indicator('racks', { ...STOCK, unit: 'racks', reportedFrom: 'pilot', max: 5000 }),
  indicator('revenue'),
  indicator('coverage', { ...RATE, min: 0, max: 100 }),
  indicator('pue', {
    kind: 'rate',
    unit: 'ratio',
    direction: 'down',
    aggregation: { how: 'none' },
  }),
]
export const BY_ID = new Map(INDICATORS.map((entry) => [entry.id, entry]))

export const item = (id: string, more: Partial<ScoredItem> = {}): ScoredItem => ({
  ...{ kind: 'item', id, name: { zh: `项${id}`, en: id }, weight: 100, indicator: 'racks' },
  ...{ measure: 'latest', zero: 0, full: 1000 },
  ...more,
})

export const BANDS: readonly GradeBand[] = [
  { grade: 'lead', from: 80, passes: true },
  { grade: 'onTime', from: 60, passes: true },
  { grade: 'remind', from: 40, passes: true },
  { grade: 'warn', from: 0, passes: false },
]

/** 60 % progress (racks 50, PUE 20, coverage 30), 30 % effect (growth), 10 % judged. */
export const CARD: ScoreCard = {
  ...{ id: 'card', name: { zh: '卡', en: 'card' }, year: 2024, demonstration: true },
  children: [
    {
      ...{ kind: 'group', id: 'progress', name: { zh: '进度', en: 'progress' }, weight: 60 },
      children: [
        item('racks', { weight: 50 }),
        item('pue', { weight: 20, indicator: 'pue', zero: 1.6, full: 1.2 }),
        item('coverage', { weight: 30, indicator: 'coverage', zero: 20, full: 80 }),
      ],
    },
    item('growth', { weight: 30, indicator: 'revenue', measure: 'yoy', zero: -10, full: 10 }),
    {
      ...{ kind: 'judged', id: 'visit', name: { zh: '核查', en: 'visit' }, weight: 10 },
      asks: { zh: '有佐证', en: 'evidence' },
    },
  ],
  ...{ bands: BANDS, leastCoverage: 0.7, sources: [] },
}

export const VISIT: JudgedPoints = { item: 'visit', points: 90, document: '核查单1', note: null }

/** Readings of one brain or many in 2025-10 and, of revenue, 2024-10. */
export interface Row {
  readonly racks?: Cell
  readonly pue?: Cell
  readonly coverage?: Cell
  readonly revenue?: Cell
  readonly before?: Cell
}

export const PERIOD = '2025-10'

export function cubeOf(rows: Readonly<Record<string, Row>>): Cube {
  const ids = Object.keys(rows)
  const periods = periodRange('2024-10', PERIOD)
  const table = (key: keyof Row) =>
    slice(
      key,
      periods,
      Object.fromEntries(
        ids.map((id) => [
          id,
          periods.map((_, p) => {
            if (p === periods.length - 1) return rows[id]?.[key] ?? 'notReported'
            return p === 0 && key === 'revenue'
              ? (rows[id]?.before ?? 'notReported')
              : 'notReported'
          }),
        ]),
      ),
    )
  return makeCube({
    ...{ brains: ids.map((id) => brain(id)), regions: [], indicators: INDICATORS },
    events: ids.map((id) => event(id, 'piloted', '2024-01-05')),
    slices: [table('racks'), table('pue'), table('coverage'), table('revenue')],
  })
}
