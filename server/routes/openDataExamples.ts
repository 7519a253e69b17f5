import type { BrainList, DataAnswer, DataPage, IndicatorList } from '../../src/contract/index.ts'
import {
  brainColumns,
  indicatorColumns,
  observationColumns,
  queryColumns,
} from '../openData/columns.ts'
import type { Column } from '../openData/csvText.ts'
import { csvText } from '../openData/csvText.ts'

const HEAD = {
  space: 'demo',
  asOf: '2026-11-20T09:12:44.000Z',
  simulated: true,
  credit: '模拟数据（种子 20261122）',
} as const

const observations: DataPage = {
  ...HEAD,
  page: 1,
  size: 1000,
  pages: 1,
  total: 2,
  rows: [
    {
      indicator: 'cluster.revenue',
      indicatorName: '集群营业收入',
      unit: '亿元',
      entity: 'demo-001',
      entityName: '示例·轴承',
      city: '371500',
      domain: 'machinery',
      period: '2026-09',
      value: 232.52,
      absent: null,
      status: 'final',
      origin: 'simulated',
      knownAt: '2026-10-14T02:30:00.000Z',
      report: 'R1204',
    },
    {
      indicator: 'cluster.revenue',
      indicatorName: '集群营业收入',
      unit: '亿元',
      entity: 'demo-001',
      entityName: '示例·轴承',
      city: '371500',
      domain: 'machinery',
      period: '2026-10',
      value: null,
      absent: 'withheld',
      status: 'final',
      origin: 'simulated',
      knownAt: '2026-11-14T02:30:00.000Z',
      report: 'R1290',
    },
  ],
}

const query: DataAnswer = {
  ...HEAD,
  groupBy: 'domain',
  measure: 'yearOnYear',
  total: 2,
  rows: [
    {
      indicator: 'cluster.revenue',
      indicatorName: '集群营业收入',
      measure: 'yearOnYear',
      unit: '%',
      group: 'machinery',
      groupName: '机械',
      period: '2026-10',
      value: 6.4,
      absent: null,
      covered: 14,
      expected: 15,
      origins: ['simulated'],
    },
    {
      indicator: 'cluster.revenue',
      indicatorName: '集群营业收入',
      measure: 'yearOnYear',
      unit: '%',
      group: 'textiles',
      groupName: '纺织',
      period: '2026-10',
      value: null,
      absent: 'noBase',
      covered: null,
      expected: 1,
      origins: ['simulated'],
    },
  ],
}

const indicators: IndicatorList = {
  space: 'demo',
  total: 1,
  rows: [
    {
      id: 'cluster.revenue',
      group: 'cluster',
      name: '集群营业收入',
      unit: '亿元',
      kind: 'flow',
      aggregation: 'sum',
      weight: null,
      overlaps: true,
      direction: 'up',
      cadence: 'month',
      reportedFrom: 'cluster',
      basis: 'stated',
      decimals: 2,
      definition: '产业大脑所在集群企业的营业收入，1—N 月累计',
    },
  ],
}

const brains: BrainList = {
  ...HEAD,
  total: 1,
  rows: [
    {
      id: 'demo-001',
      name: '示例·轴承',
      subIndustry: '轴承',
      domain: 'machinery',
      domainName: '机械',
      city: '371500',
      cityName: '聊城市',
      county: '371581',
      place: '聊城市临清市',
      organiser: null,
      leadUnit: null,
      batch: 2024,
      origin: 'simulated',
      stage: 'accepted',
      since: '2026-05-18',
    },
  ],
}

/** The rows of an example as CSV, without the byte order mark. */
const csv = <Row>(columns: readonly Column<Row>[], { rows }: { rows: readonly Row[] }): string =>
  csvText(columns, rows).slice(1)

/** Answers as they may look: for the description of the API only. */
export const EXAMPLES = {
  observations: { example: observations, csv: csv(observationColumns('zh-CN'), observations) },
  query: { example: query, csv: csv(queryColumns('zh-CN'), query) },
  indicators: { example: indicators, csv: csv(indicatorColumns('zh-CN'), indicators) },
  brains: { example: brains, csv: csv(brainColumns('zh-CN'), brains) },
} as const
