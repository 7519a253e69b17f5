import type { Indicator } from '../indicator.ts'

export const statisticsTax: Indicator = {
  id: 'statistics.tax',
  group: 'statistics',
  name: { zh: '工业税收', en: 'Industrial tax' },
  unit: 'yi',
  definition: {
    zh: '工业税收，1月至本月累计，12月即全年。各地区公布数，不由下级加总。',
    en: 'Industrial tax, cumulative from January, December being the year. As published for each region; never added up from its parts.',
  },
  kind: 'flow',
  aggregation: { how: 'none' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'region',
  basis: 'stated',
  sources: ['S47'],
  decimals: 1,
  min: 0,
  max: 20000,
}

export const statisticsLoans: Indicator = {
  id: 'statistics.loans',
  group: 'statistics',
  name: { zh: '工业贷款余额', en: 'Industrial loans outstanding' },
  unit: 'yi',
  definition: {
    zh: '期末工业贷款余额。各地区公布数，不由下级加总。',
    en: 'Industrial loans outstanding at the end of the period. As published for each region; never added up from its parts.',
  },
  kind: 'stock',
  aggregation: { how: 'none' },
  overlaps: false,
  direction: 'neutral',
  cadence: 'month',
  reportedFrom: 'region',
  basis: 'stated',
  sources: ['S47'],
  decimals: 1,
  min: 0,
  max: 100000,
}

export const statisticsAboveScaleFirms: Indicator = {
  id: 'statistics.aboveScaleFirms',
  group: 'statistics',
  name: { zh: '规上工业企业数', en: 'Above-scale industrial firms' },
  unit: 'firms',
  definition: {
    zh: '期末规模以上工业企业数（年主营业务收入2000万元及以上）。各地区公布数，不由下级加总。',
    en: 'Above-scale industrial firms at the end of the period (yearly main-business revenue of CNY 20 m or more). As published for each region; never added up from its parts.',
  },
  kind: 'stock',
  aggregation: { how: 'none' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'region',
  basis: 'stated',
  sources: ['S22', 'S56'],
  decimals: 0,
  min: 0,
  max: 60000,
}

export const statisticsQualitySmes: Indicator = {
  id: 'statistics.qualitySmes',
  group: 'statistics',
  name: { zh: '省级以上优质中小企业数', en: 'Quality SMEs, provincial or above' },
  unit: 'firms',
  definition: {
    zh: '期末省级以上专精特新等优质企业数。各地区公布数，不由下级加总。',
    en: 'Quality small and medium firms of provincial grade or above at the end of the period. As published for each region; never added up from its parts.',
  },
  kind: 'stock',
  aggregation: { how: 'none' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'region',
  basis: 'stated',
  sources: ['S22'],
  decimals: 0,
  min: 0,
  max: 50000,
}

export const statisticsNationalChampions: Indicator = {
  id: 'statistics.nationalChampions',
  group: 'statistics',
  name: { zh: '国家级制造业单项冠军数', en: 'National single-product champions' },
  unit: 'firms',
  definition: {
    zh: '期末国家级制造业单项冠军企业数。各地区公布数，不由下级加总。',
    en: 'National manufacturing single-product champions at the end of the period. As published for each region; never added up from its parts.',
  },
  kind: 'stock',
  aggregation: { how: 'none' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'region',
  basis: 'stated',
  sources: ['S26', 'S30'],
  decimals: 0,
  min: 0,
  max: 5000,
}

export const statisticsLittleGiants: Indicator = {
  id: 'statistics.littleGiants',
  group: 'statistics',
  name: { zh: '国家级专精特新“小巨人”企业数', en: 'National little giants' },
  unit: 'firms',
  definition: {
    zh: '期末国家级专精特新“小巨人”企业数。各地区公布数，不由下级加总。',
    en: 'National specialised and innovative little giants at the end of the period. As published for each region; never added up from its parts.',
  },
  kind: 'stock',
  aggregation: { how: 'none' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'region',
  basis: 'stated',
  sources: ['S30'],
  decimals: 0,
  min: 0,
  max: 10000,
}

export const statisticsFeatureClusters: Indicator = {
  id: 'statistics.featureClusters',
  group: 'statistics',
  name: { zh: '新认定省级特色产业集群数', en: 'Provincial feature clusters named in the year' },
  unit: 'items',
  definition: {
    zh: '当年新认定的省级特色产业集群数；2020、2024年未查到，不作累计。各地区公布数，不由下级加总。',
    en: 'Provincial feature clusters newly named in the year; 2020 and 2024 were not found, so nothing is cumulated. As published for each region; never added up from its parts.',
  },
  kind: 'flow',
  aggregation: { how: 'none' },
  overlaps: false,
  direction: 'up',
  cadence: 'year',
  reportedFrom: 'region',
  basis: 'stated',
  sources: ['S32'],
  decimals: 0,
  min: 0,
  max: 500,
}

/** Taxes, loans and counts of firms and clusters, as published. */
export const FIRM_STATISTICS: readonly Indicator[] = [
  statisticsTax,
  statisticsLoans,
  statisticsAboveScaleFirms,
  statisticsQualitySmes,
  statisticsNationalChampions,
  statisticsLittleGiants,
  statisticsFeatureClusters,
]
