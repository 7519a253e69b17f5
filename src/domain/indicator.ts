import type { LocalText } from './text.ts'

/** The seven groups that a brain reports monthly, and the public statistics of regions beside them. */
export const INDICATOR_GROUPS = [
  'cluster',
  'compute',
  'platforms',
  'warehouses',
  'innovation',
  'service',
  'transformation',
  'statistics',
] as const

export type IndicatorGroup = (typeof INDICATOR_GROUPS)[number]

/** flow 累计量 (reported as the sum of months 1–N), stock 时点量, rate 比率 in percent, index 指数. */
export type IndicatorKind = 'flow' | 'stock' | 'rate' | 'index'

/** How the indicator adds up across entities. `by` names the indicator that weighs a rate. */
export type Aggregation =
  | { readonly how: 'sum' }
  | { readonly how: 'weighted'; readonly by: string }
  | { readonly how: 'none' }

/**
 * One indicator of the dictionary.
 * `definition` is the 口径. `basis` is `stated` when a source names the quantity (its monthly form
 * and scope are spelt out by us), `ours` when the indicator itself is ours.
 */
export interface Indicator {
  /** Stable, lower-case with dots: `cluster.revenue`. */
  readonly id: string
  readonly group: IndicatorGroup
  readonly name: LocalText
  /** Key of UNITS. */
  readonly unit: UnitId
  readonly definition: LocalText
  readonly kind: IndicatorKind
  readonly aggregation: Aggregation
  /** A total over brains may count one firm, centre or cluster twice; totals then print it. */
  readonly overlaps: boolean
  /** Which way is better. */
  readonly direction: 'up' | 'down' | 'neutral'
  readonly cadence: 'month' | 'quarter' | 'half' | 'year'
  /** cluster: history may be back-reported; pilot: starts with the brain's pilot; region: not reported by brains. */
  readonly reportedFrom: 'cluster' | 'pilot' | 'region'
  readonly basis: 'stated' | 'ours'
  /** Source ids of the fact files. */
  readonly sources: readonly string[]
  /** Decimals printed and stored at most. */
  readonly decimals: number
  /** Bounds of a valid value, in the unit. */
  readonly min?: number
  readonly max?: number
}

/** Units with both spellings. Values are stored in the unit named, never rescaled. */
export const UNITS = {
  yi: { zh: '亿元', en: 'CNY 100 m' },
  wan: { zh: '万元', en: 'CNY 10 k' },
  percent: { zh: '%', en: '%' },
  firms: { zh: '家', en: 'firms' },
  items: { zh: '个', en: 'items' },
  brains: { zh: '个', en: 'brains' },
  racks: { zh: '架', en: 'racks' },
  pflops: { zh: 'P', en: 'PFLOPS' },
  pb: { zh: 'PB', en: 'PB' },
  tb: { zh: 'TB', en: 'TB' },
  wanCalls: { zh: '万次', en: '×10 k calls' },
  wanHours: { zh: '万卡时', en: '×10 k GPU hours' },
  wanRecords: { zh: '万条', en: '×10 k records' },
  times: { zh: '次', en: 'times' },
  people: { zh: '人', en: 'people' },
  wanPeople: { zh: '万人', en: '×10 k people' },
  cases: { zh: '件', en: 'cases' },
  standards: { zh: '项', en: 'items' },
  ratio: { zh: '', en: '' },
  gwh: { zh: '亿千瓦时', en: '100 m kWh' },
  wanKwh: { zh: '万千瓦时', en: '×10 k kWh' },
  wanDevices: { zh: '万台（套）', en: '×10 k devices' },
  wanFirms: { zh: '万家', en: '×10 k firms' },
  wanItems: { zh: '万个', en: '×10 k items' },
  ms: { zh: '毫秒', en: 'ms' },
  days: { zh: '天', en: 'days' },
  index: { zh: '指数', en: 'index' },
} as const satisfies Record<string, LocalText>

export type UnitId = keyof typeof UNITS
