import type { Indicator } from '../indicator.ts'
import {
  computeRacksPlanned,
  computeRacksBuilt,
  computeRacksInUse,
  computeRackUtilisation,
} from './headline.ts'

export const computeCentres: Indicator = {
  id: 'compute.centres',
  group: 'compute',
  name: { zh: '省级工业大数据中心数', en: 'Provincial industrial big-data centres' },
  unit: 'items',
  definition: {
    zh: '期末已获批的省级工业大数据区域中心、行业中心数，按批复计；一个中心服务多个大脑时合计可能重复。',
    en: 'Approved provincial industrial big-data regional and industry centres at the end of the period, by approval; one centre may serve several brains and then counts in each.',
  },
  kind: 'stock',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'pilot',
  basis: 'stated',
  sources: ['S01', 'S03'],
  decimals: 0,
  min: 0,
  max: 50,
}

export const computeAiCompute: Indicator = {
  id: 'compute.aiCompute',
  group: 'compute',
  name: { zh: '智能算力规模', en: 'AI compute' },
  unit: 'pflops',
  definition: {
    zh: '期末在线、可供大脑使用的智能算力，按半精度（FP16）峰值折算，1P=每秒10的15次方次浮点运算；不含通用算力。租用算力按合同计，合计可能重复。',
    en: 'AI compute online and available to the brain at the end of the period, as FP16 peak; 1 P = 10^15 floating-point operations a second; general compute excluded. Rented compute counts by contract and may count twice.',
  },
  kind: 'stock',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'pilot',
  basis: 'stated',
  sources: ['S36', 'S40'],
  decimals: 1,
  min: 0,
  max: 100000,
}

export const computeStorage: Indicator = {
  id: 'compute.storage',
  group: 'compute',
  name: { zh: '存力规模', en: 'Storage capacity' },
  unit: 'pb',
  definition: {
    zh: '期末可供大脑使用的数据中心存储总容量（可用容量，不含备份副本）。共用数据中心时合计可能重复。',
    en: 'Usable storage of the data centres available to the brain at the end of the period, backups excluded. Shared centres may count twice.',
  },
  kind: 'stock',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'pilot',
  basis: 'stated',
  sources: ['S38'],
  decimals: 1,
  min: 0,
  max: 100000,
}

export const computeItElectricity: Indicator = {
  id: 'compute.itElectricity',
  group: 'compute',
  name: { zh: '信息设备用电量', en: 'Electricity of IT equipment' },
  unit: 'wanKwh',
  definition: {
    zh: '数据中心内信息设备（服务器、存储、网络）用电量，1月至本月累计；不含制冷、照明和配电损耗。共用数据中心时合计可能重复。',
    en: 'Electricity used by servers, storage and network of the data centres, cumulative from January; without cooling, lighting and losses. Shared centres may count twice.',
  },
  kind: 'flow',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'neutral',
  cadence: 'month',
  reportedFrom: 'pilot',
  basis: 'ours',
  sources: [],
  decimals: 1,
  min: 0,
  max: 500000,
}

export const computePue: Indicator = {
  id: 'compute.pue',
  group: 'compute',
  name: { zh: '电能利用效率（PUE）', en: 'Power usage effectiveness (PUE)' },
  unit: 'ratio',
  definition: {
    zh: '数据中心总用电量÷信息设备用电量，1月至本月累计，不小于1，越低越好；合计以信息设备用电量加权。',
    en: 'Total electricity of the data centre over that of its IT equipment, cumulative from January; at least 1, lower is better; totals are weighted by IT electricity.',
  },
  kind: 'index',
  aggregation: { how: 'weighted', by: 'compute.itElectricity' },
  overlaps: false,
  direction: 'down',
  cadence: 'month',
  reportedFrom: 'pilot',
  basis: 'ours',
  sources: [],
  decimals: 3,
  min: 1,
  max: 3,
}

export const COMPUTE_INDICATORS: readonly Indicator[] = [
  computeCentres,
  computeRacksPlanned,
  computeRacksBuilt,
  computeRacksInUse,
  computeRackUtilisation,
  computeAiCompute,
  computeStorage,
  computeItElectricity,
  computePue,
]
