import type { Indicator } from '../indicator.ts'
import { serviceFirmsServed, serviceAboveScaleServed } from './headline.ts'

export const serviceSrdiServed: Indicator = {
  id: 'service.srdiServed',
  group: 'service',
  name: { zh: '其中：专精特新企业数', en: 'of which SRDI' },
  unit: 'firms',
  definition: {
    zh: '累计服务企业中的省级及以上专精特新企业数，期末。与规上企业有交叉，两项不得相加；合计可能重复。',
    en: 'Specialised and innovative firms (provincial or above) among the firms served, end of the period. Crosses with above-scale firms: never add the two; may overlap.',
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

export const serviceScenes: Indicator = {
  id: 'service.scenes',
  group: 'service',
  name: { zh: '落地应用场景数', en: 'Application scenes in use' },
  unit: 'items',
  definition: {
    zh: '期末已上线并有企业使用的场景数，分产业生态、新智造应用、共性技术三类，同一场景只计一次；联合建设的场景合计可能重复。',
    en: 'Scenes online and used by firms at the end of the period (industry ecology, smart manufacturing, common technology), each once; jointly built ones may count twice.',
  },
  kind: 'stock',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'pilot',
  basis: 'ours',
  sources: ['S42'],
  decimals: 0,
  min: 0,
  max: 5000,
}

export const serviceMatches: Indicator = {
  id: 'service.matches',
  group: 'service',
  name: { zh: '供需对接成功数', en: 'Supply-demand matches' },
  unit: 'times',
  definition: {
    zh: '通过大脑撮合并签订合同或订单的供需对接次数，1月至本月累计，按合同计，由首报大脑计，不重复。',
    en: 'Matches of supply and demand through the brain that ended in a contract or order, cumulative from January, by contract, counted by the brain that reports it first.',
  },
  kind: 'flow',
  aggregation: { how: 'sum' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'pilot',
  basis: 'ours',
  sources: ['S05'],
  decimals: 0,
  min: 0,
  max: 100000,
}

export const serviceFinancing: Indicator = {
  id: 'service.financing',
  group: 'service',
  name: { zh: '助企融资额', en: 'Financing arranged' },
  unit: 'yi',
  definition: {
    zh: '企业凭大脑数据增信或对接服务实际获得的贷款、保理、租赁资金，1月至本月累计，按到账计。多个大脑共同服务时合计可能重复。',
    en: 'Loans, factoring and leasing that firms actually received with the brain’s data or help, cumulative from January, by receipt. Jointly served firms may count twice.',
  },
  kind: 'flow',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'pilot',
  basis: 'ours',
  sources: [],
  decimals: 2,
  min: 0,
  max: 5000,
}

export const serviceRequests: Indicator = {
  id: 'service.requests',
  group: 'service',
  name: { zh: '企业诉求受理数', en: 'Requests received' },
  unit: 'cases',
  definition: {
    zh: '通过大脑受理的企业诉求件数，1月至本月累计，按受理编号计，不重复。',
    en: 'Requests of firms received through the brain, cumulative from January, by case number; counted once.',
  },
  kind: 'flow',
  aggregation: { how: 'sum' },
  overlaps: false,
  direction: 'neutral',
  cadence: 'month',
  reportedFrom: 'pilot',
  basis: 'ours',
  sources: [],
  decimals: 0,
  min: 0,
  max: 100000,
}

export const serviceOnTimeRate: Indicator = {
  id: 'service.onTimeRate',
  group: 'service',
  name: { zh: '企业诉求按时办结率', en: 'Requests closed on time' },
  unit: 'percent',
  definition: {
    zh: '1月至本月累计受理的诉求中在承诺时限内办结的比重；合计以企业诉求受理数加权。',
    en: 'Share of the requests received since January that were closed within the promised time; totals are weighted by requests received.',
  },
  kind: 'rate',
  aggregation: { how: 'weighted', by: 'service.requests' },
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

export const SERVICE_INDICATORS: readonly Indicator[] = [
  serviceFirmsServed,
  serviceAboveScaleServed,
  serviceSrdiServed,
  serviceScenes,
  serviceMatches,
  serviceFinancing,
  serviceRequests,
  serviceOnTimeRate,
]
