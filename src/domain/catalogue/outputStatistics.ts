import type { Indicator } from '../indicator.ts'

export const statisticsValueAddedGrowth: Indicator = {
  id: 'statistics.valueAddedGrowth',
  group: 'statistics',
  name: { zh: '规上工业增加值累计增速', en: 'Growth of above-scale industrial value added' },
  unit: 'percent',
  definition: {
    zh: '规模以上工业增加值同比增速，可比价，1月至本月累计，12月即全年。各地区公布数，不由下级加总。',
    en: 'Published year-on-year growth of above-scale industrial value added, comparable prices, cumulative from January, December being the year. As published for each region; never added up from its parts.',
  },
  kind: 'rate',
  aggregation: { how: 'none' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'region',
  basis: 'stated',
  sources: ['S26', 'S27', 'S28', 'S29', 'S17', 'S18', 'S21', 'S47'],
  decimals: 1,
  min: -100,
  max: 100,
}

export const statisticsManufacturingGrowth: Indicator = {
  id: 'statistics.manufacturingGrowth',
  group: 'statistics',
  name: { zh: '制造业增加值累计增速', en: 'Growth of manufacturing value added' },
  unit: 'percent',
  definition: {
    zh: '规模以上制造业增加值同比增速，可比价，1月至本月累计，12月即全年。各地区公布数，不由下级加总。',
    en: 'Published year-on-year growth of above-scale manufacturing value added, comparable prices, cumulative from January, December being the year. As published for each region; never added up from its parts.',
  },
  kind: 'rate',
  aggregation: { how: 'none' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'region',
  basis: 'stated',
  sources: ['S28'],
  decimals: 1,
  min: -100,
  max: 100,
}

export const statisticsEquipmentGrowth: Indicator = {
  id: 'statistics.equipmentGrowth',
  group: 'statistics',
  name: { zh: '装备制造业增加值累计增速', en: 'Growth of equipment value added' },
  unit: 'percent',
  definition: {
    zh: '规模以上装备制造业增加值同比增速，可比价，1月至本月累计，12月即全年。各地区公布数，不由下级加总。',
    en: 'Published year-on-year growth of above-scale equipment value added, comparable prices, cumulative from January, December being the year. As published for each region; never added up from its parts.',
  },
  kind: 'rate',
  aggregation: { how: 'none' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'region',
  basis: 'stated',
  sources: ['S28', 'S29'],
  decimals: 1,
  min: -100,
  max: 100,
}

export const statisticsHighTechGrowth: Indicator = {
  id: 'statistics.highTechGrowth',
  group: 'statistics',
  name: { zh: '高技术制造业增加值累计增速', en: 'Growth of high-tech value added' },
  unit: 'percent',
  definition: {
    zh: '规模以上高技术制造业增加值同比增速，可比价，1月至本月累计，12月即全年。各地区公布数，不由下级加总。',
    en: 'Published year-on-year growth of above-scale high-tech value added, comparable prices, cumulative from January, December being the year. As published for each region; never added up from its parts.',
  },
  kind: 'rate',
  aggregation: { how: 'none' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'region',
  basis: 'stated',
  sources: ['S29'],
  decimals: 1,
  min: -100,
  max: 100,
}

export const statisticsClassesGrowing: Indicator = {
  id: 'statistics.classesGrowing',
  group: 'statistics',
  name: { zh: '增长的工业行业大类数', en: 'Industry classes that grew' },
  unit: 'items',
  definition: {
    zh: '41个工业行业大类中增加值同比增长的大类数，1月至本月累计，12月即全年。各地区公布数，不由下级加总。',
    en: 'Classes among the 41 of industry whose value added grew, cumulative from January, December being the year. As published for each region; never added up from its parts.',
  },
  kind: 'stock',
  aggregation: { how: 'none' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'region',
  basis: 'stated',
  sources: ['S27', 'S28', 'S29'],
  decimals: 0,
  min: 0,
  max: 41,
}

export const statisticsValueAdded: Indicator = {
  id: 'statistics.valueAdded',
  group: 'statistics',
  name: { zh: '工业增加值', en: 'Industrial value added' },
  unit: 'yi',
  definition: {
    zh: '工业增加值，现价，1月至本月累计，12月即全年。各地区公布数，不由下级加总。',
    en: 'Industrial value added, current prices, cumulative from January, December being the year. As published for each region; never added up from its parts.',
  },
  kind: 'flow',
  aggregation: { how: 'none' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'region',
  basis: 'stated',
  sources: ['S60'],
  decimals: 1,
  min: 0,
  max: 60000,
}

/** Value added of industry and its growth, as published. */
export const OUTPUT_STATISTICS: readonly Indicator[] = [
  statisticsValueAddedGrowth,
  statisticsManufacturingGrowth,
  statisticsEquipmentGrowth,
  statisticsHighTechGrowth,
  statisticsClassesGrowing,
  statisticsValueAdded,
]
