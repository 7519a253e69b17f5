import type { Indicator } from '../indicator.ts'

/*
 * The indicators that leadership reads first, in a module of their own: a page that shows no others
 * loads no others.
 */

export const clusterRevenue: Indicator = {
  id: 'cluster.revenue',
  group: 'cluster',
  name: { zh: '集群营业收入', en: 'Cluster revenue' },
  unit: 'yi',
  definition: {
    zh: '集群内规模以上工业（服务业领域为规模以上服务业）法人单位的营业收入，1月至本月累计，现价。企业同时属于两个集群时各集群分别计入，合计可能重复。申报门槛按上一年度计。不等于产值、增加值。',
    en: 'Operating revenue of the above-scale legal entities of the cluster (industry; services in the service domains), cumulative from January, current prices. A firm of two clusters counts in both. The eligibility threshold uses the last full year. Neither output value nor value added.',
  },
  kind: 'flow',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'cluster',
  basis: 'stated',
  sources: ['S01'],
  decimals: 2,
  min: 0,
  max: 50000,
}

export const computeRacksPlanned: Indicator = {
  id: 'compute.racksPlanned',
  group: 'compute',
  name: { zh: '规划标准机架数', en: 'Planned standard racks' },
  unit: 'racks',
  definition: {
    zh: '期末已立项或备案的数据中心的规划机架数（含已建成），按2.5千瓦折算标准机架。2023年申报条件为规划建设1000个以上机柜。共用数据中心时合计可能重复。',
    en: 'Racks of the approved or filed data-centre plans at the end of the period, built ones included, as standard racks of 2.5 kW. The 2023 rule asks for a plan of at least 1,000. Shared centres may count twice.',
  },
  kind: 'stock',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'pilot',
  basis: 'stated',
  sources: ['S01'],
  decimals: 0,
  min: 0,
  max: 200000,
}

export const computeRacksBuilt: Indicator = {
  id: 'compute.racksBuilt',
  group: 'compute',
  name: { zh: '建成标准机架数', en: 'Built standard racks' },
  unit: 'racks',
  definition: {
    zh: '期末已竣工、具备供电和制冷条件、可上架的标准机架数（2.5千瓦）。不大于规划数。共用数据中心时合计可能重复。',
    en: 'Standard racks (2.5 kW) completed, powered and cooled at the end of the period. Not more than planned. Shared centres may count twice.',
  },
  kind: 'stock',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'pilot',
  basis: 'stated',
  sources: ['S33'],
  decimals: 0,
  min: 0,
  max: 200000,
}

export const computeRacksInUse: Indicator = {
  id: 'compute.racksInUse',
  group: 'compute',
  name: { zh: '在用标准机架数', en: 'Standard racks in use' },
  unit: 'racks',
  definition: {
    zh: '期末已上架并加电运行的标准机架数（2.5千瓦）。不大于建成数。共用数据中心时合计可能重复。',
    en: 'Standard racks (2.5 kW) that carry running equipment at the end of the period. Not more than built. Shared centres may count twice.',
  },
  kind: 'stock',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'pilot',
  basis: 'stated',
  sources: ['S35'],
  decimals: 0,
  min: 0,
  max: 200000,
}

export const computeRackUtilisation: Indicator = {
  id: 'compute.rackUtilisation',
  group: 'compute',
  name: { zh: '机架上架率', en: 'Rack utilisation' },
  unit: 'percent',
  definition: {
    zh: '期末在用标准机架数÷建成标准机架数×100%；合计以建成标准机架数加权。',
    en: 'Standard racks in use over racks built at the end of the period; totals are weighted by racks built.',
  },
  kind: 'rate',
  aggregation: { how: 'weighted', by: 'compute.racksBuilt' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'pilot',
  basis: 'ours',
  sources: [],
  decimals: 1,
  min: 0,
  max: 100,
}

export const platformsComputeScheduled: Indicator = {
  id: 'platforms.computeScheduled',
  group: 'platforms',
  name: { zh: '纳入调度的算力规模', en: 'Compute under scheduling' },
  unit: 'pflops',
  definition: {
    zh: '算力调度平台：期末已接入并可统一调度的算力，自有与租用合计，按半精度（FP16）峰值折算。同一算力接入多个大脑时合计可能重复。',
    en: 'Compute-scheduling platform: compute connected and schedulable at the end of the period, own and rented, as FP16 peak. Compute connected to several brains counts in each.',
  },
  kind: 'stock',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'pilot',
  basis: 'ours',
  sources: ['S01', 'S03'],
  decimals: 1,
  min: 0,
  max: 100000,
}

export const platformsDataAggregated: Indicator = {
  id: 'platforms.dataAggregated',
  group: 'platforms',
  name: { zh: '数据汇聚量', en: 'Data aggregated' },
  unit: 'pb',
  definition: {
    zh: '数据汇聚平台：期末在库数据量（压缩前、单副本）。公共数据被多个大脑汇聚时合计可能重复。',
    en: 'Data-aggregation platform: data held at the end of the period, before compression, one copy. Public data held by several brains counts in each.',
  },
  kind: 'stock',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'pilot',
  basis: 'ours',
  sources: ['S01', 'S03'],
  decimals: 3,
  min: 0,
  max: 10000,
}

export const platformsAlgorithms: Indicator = {
  id: 'platforms.algorithms',
  group: 'platforms',
  name: { zh: '算法模型数', en: 'Algorithms and models' },
  unit: 'items',
  definition: {
    zh: '算法开发平台：期末已上架且可调用的算法模型数，按模型计，同一模型的版本不重复计；同一模型在多个大脑上架时合计可能重复。',
    en: 'Algorithm-development platform: algorithms and models listed and callable at the end of the period, versions of one model counted once; a model listed by several brains counts in each.',
  },
  kind: 'stock',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'pilot',
  basis: 'ours',
  sources: ['S01', 'S03'],
  decimals: 0,
  min: 0,
  max: 50000,
}

export const platformsServices: Indicator = {
  id: 'platforms.services',
  group: 'platforms',
  name: { zh: '开放服务数', en: 'Open services' },
  unit: 'items',
  definition: {
    zh: '服务开放平台：期末已上线、面向企业开放的服务（应用、接口、解决方案）数，按服务计；同一服务在多个大脑上线时合计可能重复。',
    en: 'Service-opening platform: services (applications, interfaces, solutions) online and open to firms at the end of the period; a service online in several brains counts in each.',
  },
  kind: 'stock',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'pilot',
  basis: 'ours',
  sources: ['S01', 'S03'],
  decimals: 0,
  min: 0,
  max: 50000,
}

export const serviceFirmsServed: Indicator = {
  id: 'service.firmsServed',
  group: 'service',
  name: { zh: '累计服务企业数', en: 'Firms served' },
  unit: 'firms',
  definition: {
    zh: '自建设起至期末，通过大脑获得至少一次服务（签约、调用或办结）的企业数，同一大脑内同一企业只计一次；企业使用多个大脑时合计可能重复。',
    en: 'Firms that received at least one service through the brain from its start to the end of the period (contract, call or closed request), each once within a brain; a firm using several brains counts in each.',
  },
  kind: 'stock',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'pilot',
  basis: 'stated',
  sources: ['S09'],
  decimals: 0,
  min: 0,
  max: 500000,
}

export const serviceAboveScaleServed: Indicator = {
  id: 'service.aboveScaleServed',
  group: 'service',
  name: { zh: '其中：规上企业数', en: 'of which above-scale' },
  unit: 'firms',
  definition: {
    zh: '累计服务企业中的规模以上工业企业数，期末。不大于累计服务企业数；合计可能重复。',
    en: 'Above-scale industrial firms among the firms served, end of the period. Not more than firms served; may overlap.',
  },
  kind: 'stock',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'pilot',
  basis: 'stated',
  sources: ['S09'],
  decimals: 0,
  min: 0,
  max: 20000,
}
