import type { LocalText } from './text.ts'

/**
 * What one figure of a notice is set against: `lastYear` a cumulative flow of the year before the batch,
 * `latest` the last reading, `kinds` how many of several indicators are above zero.
 */
export type ThresholdBasis = 'lastYear' | 'latest' | 'kinds'

/** One figure that a notice asks for. It is data for a reader: whether a brain passes is judged elsewhere. */
export interface Threshold {
  readonly id: string
  readonly name: LocalText
  /** The clause in the words of the notice, shortened. */
  readonly clause: LocalText
  /** One indicator; for `kinds` those that are counted. */
  readonly indicators: readonly string[]
  readonly basis: ThresholdBasis
  /** In the indicator's unit (for `kinds` a count); null where the notice names no number. */
  readonly least: number | null
  /** 原则上: the notice allows exceptions. */
  readonly soft: boolean
  /** Clauses with the same key are alternatives: one of them is enough. */
  readonly oneOf: string | null
  readonly sources: readonly string[]
}

/** The figures of one batch year's notice, as far as they are public. */
export interface ThresholdSet {
  readonly batch: number
  readonly thresholds: readonly Threshold[]
  /** What the notice asks for without a figure, or what of it is not public. */
  readonly rest: LocalText
  readonly sources: readonly string[]
}

const outputValue = (source: string): Threshold => ({
  id: 'outputValue',
  name: { zh: '集群产值', en: 'Cluster output value' },
  clause: {
    zh: '上一年度集群产值原则上 100 亿元以上，可适当放宽',
    en: 'Output value of the year before in principle CNY 10 bn, may be relaxed',
  },
  indicators: ['cluster.outputValue'],
  basis: 'lastYear',
  least: 100,
  soft: true,
  oneOf: null,
  sources: [source],
})

const centre = (source: string): Threshold => ({
  id: 'centres',
  name: { zh: '省级工业大数据中心', en: 'Provincial industrial big-data centre' },
  clause: {
    zh: '获批省级工业大数据区域中心或行业中心至少 1 个',
    en: 'At least one approved provincial industrial big-data regional or industry centre',
  },
  indicators: ['compute.centres'],
  basis: 'latest',
  least: 1,
  soft: false,
  oneOf: 'data',
  sources: [source],
})

const NOTICE_2023: ThresholdSet = {
  batch: 2023,
  thresholds: [
    {
      id: 'revenue',
      name: { zh: '集群营业收入', en: 'Cluster revenue' },
      clause: {
        zh: '集群上一年度营业收入 100 亿元以上',
        en: 'Cluster revenue of the year before at least CNY 10 bn',
      },
      indicators: ['cluster.revenue'],
      basis: 'lastYear',
      least: 100,
      soft: false,
      oneOf: null,
      sources: ['S01'],
    },
    centre('S01'),
    {
      id: 'racks',
      name: { zh: '规划标准机架', en: 'Planned racks' },
      clause: {
        zh: '或规划建设 1,000 个以上机柜的数据中心',
        en: 'Or a planned data centre of at least 1,000 racks',
      },
      indicators: ['compute.racksPlanned'],
      basis: 'latest',
      least: 1000,
      soft: false,
      oneOf: 'data',
      sources: ['S01'],
    },
    {
      id: 'warehouses',
      name: { zh: '公共、行业、企业数据仓', en: 'Public, industry, enterprise warehouses' },
      clause: { zh: '建有公共、行业、企业三类数据仓', en: 'All three data warehouses' },
      indicators: [
        'warehouses.publicVolume',
        'warehouses.industryVolume',
        'warehouses.enterpriseVolume',
      ],
      basis: 'kinds',
      least: 3,
      soft: false,
      oneOf: null,
      sources: ['S01'],
    },
    {
      id: 'innovation',
      name: { zh: '省级以上创新平台', en: 'Innovation platforms' },
      clause: {
        zh: '省级及以上创新平台 2 个以上',
        en: 'At least two innovation platforms of provincial level or above',
      },
      indicators: ['innovation.platforms'],
      basis: 'latest',
      least: 2,
      soft: false,
      oneOf: null,
      sources: ['S01'],
    },
  ],
  rest: {
    zh: '产业链完整、知识产权与标准、近三年无重大违法等条款无数值门槛，不在此列',
    en: 'Clauses without a figure (complete chain, standards, no major violation in three years) are not listed',
  },
  sources: ['S01'],
}

const NOTICE_2024: ThresholdSet = {
  batch: 2024,
  thresholds: [
    outputValue('S03'),
    centre('S03'),
    {
      id: 'racks',
      name: { zh: '规划标准机架', en: 'Planned racks' },
      clause: {
        zh: '或规划建设满足存算需求的数据中心，未定机架数',
        en: 'Or a planned centre that meets the storage and compute need; no number of racks is set',
      },
      indicators: ['compute.racksPlanned'],
      basis: 'latest',
      least: null,
      soft: false,
      oneOf: 'data',
      sources: ['S03'],
    },
  ],
  rest: {
    zh: '特色产业集群、市场占有率、创新能力等条款无数值门槛，不在此列',
    en: 'Clauses without a figure (characteristic cluster, market share, innovation) are not listed',
  },
  sources: ['S03'],
}

const NOTICE_2025: ThresholdSet = {
  batch: 2025,
  thresholds: [outputValue('S08')],
  rest: {
    zh: '数据基础条款的公开文本不全，其余条款无数值门槛',
    en: 'The public text of the data clause is cut; other clauses carry no figure',
  },
  sources: ['S08'],
}

/** The notices of 2023, 2024 and 2025 (S01, S03, S08). Later amendments are new entries, never edits. */
export const THRESHOLD_SETS: readonly ThresholdSet[] = [NOTICE_2023, NOTICE_2024, NOTICE_2025]

/** The figures of a batch year; undefined for a year without a notice and for an unknown batch. */
export const thresholdsOf = (batch: number | null): ThresholdSet | undefined =>
  THRESHOLD_SETS.find((set) => set.batch === batch)

/** A pilot is built for two years, then accepted (notices of 2023 and 2024). */
export const PILOT_TERM = { years: 2, sources: ['S01', 'S03'] } as const

/** Last day of a pilot's two years: the same day two years later, 28 February after a leap day. */
export function pilotTermEnd(piloted: string): string {
  const year = Number(piloted.slice(0, 4)) + PILOT_TERM.years
  const day = piloted.slice(5)
  return `${year}-${day === '02-29' ? '02-28' : day}`
}
