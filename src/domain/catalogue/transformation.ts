import type { Indicator } from '../indicator.ts'

export const transformationChenxingFactories: Indicator = {
  id: 'transformation.chenxingFactories',
  group: 'transformation',
  name: { zh: '集群内晨星工厂数', en: 'Chenxing factories in the cluster' },
  unit: 'firms',
  definition: {
    zh: '期末集群内列入省级晨星工厂名单的工厂数，按工厂计；跨集群合计可能重复。与全省公布的晨星工厂数口径不同，不得相减或相比。',
    en: 'Factories of the cluster on the provincial Chenxing list at the end of the period, by factory; may overlap between clusters. Not comparable with the published provincial number.',
  },
  kind: 'stock',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'pilot',
  basis: 'ours',
  sources: ['S06', 'S10'],
  decimals: 0,
  min: 0,
  max: 5000,
}

export const transformationFirmsTransformed: Indicator = {
  id: 'transformation.firmsTransformed',
  group: 'transformation',
  name: { zh: '实施数字化转型规上企业数', en: 'Above-scale firms in digital transformation' },
  unit: 'firms',
  definition: {
    zh: '期末已实施数字化转型（至少一个关键业务环节完成改造并投用）的集群内规模以上工业企业数；跨集群合计可能重复。认定条件为本系统约定。',
    en: 'Above-scale industrial firms of the cluster with at least one key process rebuilt and in use at the end of the period; may overlap. The condition is ours.',
  },
  kind: 'stock',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'cluster',
  basis: 'stated',
  sources: ['S11'],
  decimals: 0,
  min: 0,
  max: 20000,
}

export const transformationCoverage: Indicator = {
  id: 'transformation.coverage',
  group: 'transformation',
  name: { zh: '数字化转型覆盖率', en: 'Digital-transformation coverage' },
  unit: 'percent',
  definition: {
    zh: '期末实施数字化转型的规上企业数÷规上工业企业数×100%；合计以规上工业企业数加权。',
    en: 'Above-scale firms in digital transformation over all above-scale firms at the end of the period; totals are weighted by above-scale firms.',
  },
  kind: 'rate',
  aggregation: { how: 'weighted', by: 'cluster.aboveScaleFirms' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'cluster',
  basis: 'stated',
  sources: ['S19'],
  decimals: 1,
  min: 0,
  max: 100,
}

export const transformationKeyProcessRate: Indicator = {
  id: 'transformation.keyProcessRate',
  group: 'transformation',
  name: { zh: '关键业务环节全面数字化率', en: 'Full digitalisation of key processes' },
  unit: 'percent',
  definition: {
    zh: '期末研发、采购、生产、销售、财务等关键业务环节均已数字化的规上企业数÷规上工业企业数×100%；合计以规上工业企业数加权。环节范围为本系统约定。',
    en: 'Above-scale firms whose key processes (development, purchase, production, sales, finance) are all digital over all above-scale firms at the end of the period; totals are weighted by above-scale firms. The list of processes is ours.',
  },
  kind: 'rate',
  aggregation: { how: 'weighted', by: 'cluster.aboveScaleFirms' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'cluster',
  basis: 'stated',
  sources: ['S11'],
  decimals: 1,
  min: 0,
  max: 100,
}

export const transformationSrdiRate: Indicator = {
  id: 'transformation.srdiRate',
  group: 'transformation',
  name: { zh: '专精特新企业数字化转型率', en: 'SRDI digital-transformation rate' },
  unit: 'percent',
  definition: {
    zh: '期末已实施数字化转型的专精特新企业数÷专精特新企业数×100%；合计以专精特新企业数加权。',
    en: 'Share of specialised and innovative firms in digital transformation at the end of the period; totals are weighted by SRDI firms.',
  },
  kind: 'rate',
  aggregation: { how: 'weighted', by: 'cluster.srdiFirms' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'cluster',
  basis: 'stated',
  sources: ['S11'],
  decimals: 1,
  min: 0,
  max: 100,
}

export const transformationSmartFactories: Indicator = {
  id: 'transformation.smartFactories',
  group: 'transformation',
  name: {
    zh: '智能工厂、数字化车间和优秀场景数',
    en: 'Smart factories, digital workshops and scenes',
  },
  unit: 'items',
  definition: {
    zh: '期末集群内经市级及以上认定的智能工厂、数字化车间、智能制造优秀场景数，按认定文件计；同一工厂不同级别只计最高一级。跨集群合计可能重复。',
    en: 'Smart factories, digital workshops and outstanding scenes recognised by a city or above at the end of the period, by document, each at its highest grade. May overlap between clusters.',
  },
  kind: 'stock',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'cluster',
  basis: 'stated',
  sources: ['S11', 'S13'],
  decimals: 0,
  min: 0,
  max: 5000,
}

export const transformationInvestment: Indicator = {
  id: 'transformation.investment',
  group: 'transformation',
  name: { zh: '数字化改造投资', en: 'Investment in digital upgrading' },
  unit: 'yi',
  definition: {
    zh: '集群内规模以上企业用于数字化、智能化改造的软硬件及服务完成投资，1月至本月累计，不含土建。合计可能重复。',
    en: 'Investment of the above-scale firms of the cluster in digital upgrading (hardware, software, services), cumulative from January, civil works excluded. May overlap.',
  },
  kind: 'flow',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'cluster',
  basis: 'ours',
  sources: [],
  decimals: 2,
  min: 0,
  max: 2000,
}

export const TRANSFORMATION_INDICATORS: readonly Indicator[] = [
  transformationChenxingFactories,
  transformationFirmsTransformed,
  transformationCoverage,
  transformationKeyProcessRate,
  transformationSrdiRate,
  transformationSmartFactories,
  transformationInvestment,
]
