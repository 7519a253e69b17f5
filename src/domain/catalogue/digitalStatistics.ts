import type { Indicator } from '../indicator.ts'

export const statisticsDigitalClusters: Indicator = {
  id: 'statistics.digitalClusters',
  group: 'statistics',
  name: { zh: '数字产业集群数', en: 'Digital-industry clusters' },
  unit: 'items',
  definition: {
    zh: '期末数字产业集群数。各地区公布数，不由下级加总。',
    en: 'Digital-industry clusters at the end of the period. As published for each region; never added up from its parts.',
  },
  kind: 'stock',
  aggregation: { how: 'none' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'region',
  basis: 'stated',
  sources: ['S31'],
  decimals: 0,
  min: 0,
  max: 500,
}

export const statisticsDigitalEntities: Indicator = {
  id: 'statistics.digitalEntities',
  group: 'statistics',
  name: { zh: '数字经济核心产业法人主体', en: 'Core digital-economy entities' },
  unit: 'wanFirms',
  definition: {
    zh: '期末数字经济核心产业法人主体数。各地区公布数，不由下级加总。',
    en: 'Legal entities of the core digital-economy industries at the end of the period. As published for each region; never added up from its parts.',
  },
  kind: 'stock',
  aggregation: { how: 'none' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'region',
  basis: 'stated',
  sources: ['S31'],
  decimals: 2,
  min: 0,
  max: 500,
}

export const statisticsCoverage: Indicator = {
  id: 'statistics.coverage',
  group: 'statistics',
  name: { zh: '规上工业数字化转型覆盖率', en: 'Digital-transformation coverage' },
  unit: 'percent',
  definition: {
    zh: '期末实施数字化转型的规模以上工业企业占比。各地区公布数，不由下级加总。',
    en: 'Share of above-scale industrial firms in digital transformation at the end of the period. As published for each region; never added up from its parts.',
  },
  kind: 'rate',
  aggregation: { how: 'none' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'region',
  basis: 'stated',
  sources: ['S19'],
  decimals: 1,
  min: 0,
  max: 100,
}

export const statisticsDataCentres: Indicator = {
  id: 'statistics.dataCentres',
  group: 'statistics',
  name: { zh: '在用数据中心数', en: 'Data centres in use' },
  unit: 'items',
  definition: {
    zh: '期末在用数据中心数，智库统计口径。各地区公布数，不由下级加总。',
    en: 'Data centres in use at the end of the period, as counted by a think tank. As published for each region; never added up from its parts.',
  },
  kind: 'stock',
  aggregation: { how: 'none' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'region',
  basis: 'stated',
  sources: ['S34'],
  decimals: 0,
  min: 0,
  max: 5000,
}

export const statisticsLargeDataCentres: Indicator = {
  id: 'statistics.largeDataCentres',
  group: 'statistics',
  name: { zh: '千架以上数据中心数', en: 'Data centres above 1,000 racks' },
  unit: 'items',
  definition: {
    zh: '期末标准机架1000个以上的数据中心数。各地区公布数，不由下级加总。',
    en: 'Data centres of more than 1,000 standard racks at the end of the period. As published for each region; never added up from its parts.',
  },
  kind: 'stock',
  aggregation: { how: 'none' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'region',
  basis: 'stated',
  sources: ['S33'],
  decimals: 0,
  min: 0,
  max: 1000,
}

export const statisticsRacksInUse: Indicator = {
  id: 'statistics.racksInUse',
  group: 'statistics',
  name: { zh: '在用标准机架数', en: 'Standard racks in use' },
  unit: 'racks',
  definition: {
    zh: '期末在用标准机架数。各地区公布数，不由下级加总。',
    en: 'Standard racks in use at the end of the period. As published for each region; never added up from its parts.',
  },
  kind: 'stock',
  aggregation: { how: 'none' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'region',
  basis: 'stated',
  sources: ['S35'],
  decimals: 0,
  min: 0,
  max: 2000000,
}

export const statisticsBaseStations: Indicator = {
  id: 'statistics.baseStations',
  group: 'statistics',
  name: { zh: '5G基站数', en: '5G base stations' },
  unit: 'wanItems',
  definition: {
    zh: '期末建成5G基站数。各地区公布数，不由下级加总。',
    en: '5G base stations at the end of the period. As published for each region; never added up from its parts.',
  },
  kind: 'stock',
  aggregation: { how: 'none' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'region',
  basis: 'stated',
  sources: ['S37'],
  decimals: 1,
  min: 0,
  max: 100,
}

/** Digital clusters and the base of data centres and networks, as published. */
export const DIGITAL_STATISTICS: readonly Indicator[] = [
  statisticsDigitalClusters,
  statisticsDigitalEntities,
  statisticsCoverage,
  statisticsDataCentres,
  statisticsLargeDataCentres,
  statisticsRacksInUse,
  statisticsBaseStations,
]
