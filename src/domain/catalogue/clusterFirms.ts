import type { Indicator } from '../indicator.ts'

export const clusterAboveScaleFirms: Indicator = {
  id: 'cluster.aboveScaleFirms',
  group: 'cluster',
  name: { zh: '规模以上企业数', en: 'Above-scale firms' },
  unit: 'firms',
  definition: {
    zh: '期末在库的集群内规模以上法人单位数（工业为年主营业务收入2000万元及以上）。企业跨集群时合计可能重复。',
    en: 'Above-scale legal entities of the cluster on the register at the end of the period (industry: yearly main-business revenue of CNY 20 m or more). May overlap between clusters.',
  },
  kind: 'stock',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'cluster',
  basis: 'stated',
  sources: ['S19', 'S22'],
  decimals: 0,
  min: 0,
  max: 20000,
}

export const clusterSrdiFirms: Indicator = {
  id: 'cluster.srdiFirms',
  group: 'cluster',
  name: { zh: '专精特新企业数', en: 'SRDI firms' },
  unit: 'firms',
  definition: {
    zh: '期末处于有效期内的省级及以上专精特新中小企业数，含国家级“小巨人”，同一企业只计一次。与瞪羚、单项冠军可能为同一企业，三项不得相加；跨集群合计可能重复。',
    en: 'Specialised and innovative (专精特新) small and medium firms of provincial grade or above that are valid at the end of the period, national little giants included, each once. May be the same firms as gazelles and champions: never add the three. May overlap between clusters.',
  },
  kind: 'stock',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'cluster',
  basis: 'stated',
  sources: ['S01'],
  decimals: 0,
  min: 0,
  max: 20000,
}

export const clusterGazelleFirms: Indicator = {
  id: 'cluster.gazelleFirms',
  group: 'cluster',
  name: { zh: '瞪羚企业数', en: 'Gazelle firms' },
  unit: 'firms',
  definition: {
    zh: '期末处于有效期内的省级瞪羚企业数，同一企业只计一次；跨集群合计可能重复。',
    en: 'Provincial gazelle firms that are valid at the end of the period, each once. May overlap between clusters.',
  },
  kind: 'stock',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'cluster',
  basis: 'stated',
  sources: ['S01'],
  decimals: 0,
  min: 0,
  max: 5000,
}

export const clusterChampionFirms: Indicator = {
  id: 'cluster.championFirms',
  group: 'cluster',
  name: { zh: '制造业单项冠军企业数', en: 'Single-product champions' },
  unit: 'firms',
  definition: {
    zh: '期末处于有效期内的省级及以上制造业单项冠军企业数，同一企业只计一次；跨集群合计可能重复。',
    en: 'Manufacturing single-product champions of provincial grade or above that are valid at the end of the period, each once. May overlap between clusters.',
  },
  kind: 'stock',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'cluster',
  basis: 'stated',
  sources: ['S01'],
  decimals: 0,
  min: 0,
  max: 2000,
}

/** How many firms a cluster has, and how many of them are distinguished. */
export const CLUSTER_FIRMS: readonly Indicator[] = [
  clusterAboveScaleFirms,
  clusterSrdiFirms,
  clusterGazelleFirms,
  clusterChampionFirms,
]
