import type { Indicator } from '../indicator.ts'

export const innovationPlatforms: Indicator = {
  id: 'innovation.platforms',
  group: 'innovation',
  name: { zh: '省级以上创新平台数', en: 'Innovation platforms, provincial or above' },
  unit: 'items',
  definition: {
    zh: '期末集群内省级及以上创新平台数：重点实验室、工程技术研究中心、技术创新中心、企业技术中心、产业创新中心、制造业创新中心、“一企一技术”研发中心等，按批复计。跨集群合计可能重复。',
    en: 'Innovation platforms of provincial grade or above in the cluster at the end of the period (key laboratories, engineering, technology and enterprise technology centres, industry and manufacturing innovation centres), by approval. May overlap.',
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
  max: 500,
}

export const innovationDigitalIp: Indicator = {
  id: 'innovation.digitalIp',
  group: 'innovation',
  name: { zh: '数字经济领域知识产权数', en: 'Digital-economy intellectual property' },
  unit: 'cases',
  definition: {
    zh: '期末链主企业及揭榜、联合单位拥有的数字经济领域有效专利、软件著作权和数据知识产权登记数。共有权利合计可能重复。',
    en: 'Valid patents, software copyrights and data-property registrations of the digital economy held by chain leaders, lead and joint units at the end of the period. Shared rights may count twice.',
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
  max: 100000,
}

export const innovationStandards: Indicator = {
  id: 'innovation.standards',
  group: 'innovation',
  name: { zh: '牵头或参与制定标准数', en: 'Standards led or joined' },
  unit: 'standards',
  definition: {
    zh: '期末集群内单位牵头或参与制定并已发布的国际、国家、行业、地方、团体标准数，不含企业标准。多家参与同一标准时合计可能重复。',
    en: 'Published international, national, industry, local and group standards led or joined by units of the cluster at the end of the period, company standards excluded. A standard joined by several may count twice.',
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
  max: 5000,
}

export const innovationTalent: Indicator = {
  id: 'innovation.talent',
  group: 'innovation',
  name: { zh: '数字经济高层次人才数', en: 'High-level digital talent' },
  unit: 'people',
  definition: {
    zh: '期末集群内在岗的省级及以上人才工程入选者和数字经济领域正高级职称人员数，同一人只计一次。合计可能重复。来源未给出门槛，认定范围为本系统约定。',
    en: 'People in the cluster at the end of the period who are in a talent programme of provincial grade or above or hold a senior professional title in the digital economy, each once. May overlap. The source gives no threshold; the range is ours.',
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
  max: 50000,
}

export const innovationRdExpense: Indicator = {
  id: 'innovation.rdExpense',
  group: 'innovation',
  name: { zh: '研发费用', en: 'R&D expense' },
  unit: 'yi',
  definition: {
    zh: '集群内规模以上法人单位利润表“研发费用”，1月至本月累计，不含资本化开发支出。合计可能重复。',
    en: 'Research and development expense in the income statements of the above-scale entities of the cluster, cumulative from January, capitalised development excluded. May overlap.',
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

export const innovationRdIntensity: Indicator = {
  id: 'innovation.rdIntensity',
  group: 'innovation',
  name: { zh: '研发费用占营业收入比重', en: 'R&D expense to revenue' },
  unit: 'percent',
  definition: {
    zh: '研发费用÷营业收入×100%，1月至本月累计；合计以集群营业收入加权。',
    en: 'R&D expense over revenue, cumulative from January; totals are weighted by cluster revenue.',
  },
  kind: 'rate',
  aggregation: { how: 'weighted', by: 'cluster.revenue' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'cluster',
  basis: 'ours',
  sources: [],
  decimals: 2,
  min: 0,
  max: 100,
}

export const INNOVATION_INDICATORS: readonly Indicator[] = [
  innovationPlatforms,
  innovationDigitalIp,
  innovationStandards,
  innovationTalent,
  innovationRdExpense,
  innovationRdIntensity,
]
