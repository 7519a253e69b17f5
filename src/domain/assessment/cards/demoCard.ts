import type { LocalText } from '../../text.ts'
import type { ScoreCard, ScoredItem, ScoredMeasure } from '../scoreCard.ts'

const item = (
  [id, indicator, measure]: readonly [string, string, ScoredMeasure],
  name: LocalText,
  weight: number,
  [zero, full]: readonly [number, number],
): ScoredItem => ({ kind: 'item', id, name, weight, indicator, measure, zero, full })

const PROGRESS: readonly ScoredItem[] = [
  item(
    ['racks', 'compute.racksInUse', 'latest'],
    { zh: '在用标准机架', en: 'Racks in use' },
    20,
    [0, 1200],
  ),
  item(
    ['utilisation', 'compute.rackUtilisation', 'latest'],
    { zh: '机架上架率', en: 'Rack utilisation' },
    10,
    [40, 85],
  ),
  item(
    ['pue', 'compute.pue', 'latest'],
    { zh: '数据中心电能利用效率', en: 'Power usage effectiveness' },
    5,
    [1.5, 1.2],
  ),
  item(
    ['data', 'platforms.dataAggregated', 'latest'],
    { zh: '数据汇聚平台', en: 'Data-aggregation platform' },
    15,
    [0, 3],
  ),
  item(
    ['algorithms', 'platforms.algorithms', 'latest'],
    { zh: '算法开发平台', en: 'Algorithm-development platform' },
    15,
    [0, 50],
  ),
  item(
    ['models', 'platforms.industryModels', 'latest'],
    { zh: '行业大模型', en: 'Industry models' },
    15,
    [0, 2],
  ),
  item(
    ['datasets', 'warehouses.datasets', 'latest'],
    { zh: '数据仓数据集', en: 'Data sets of the warehouses' },
    15,
    [0, 500],
  ),
  item(
    ['timely', 'warehouses.timelyRate', 'latest'],
    { zh: '数据更新及时率', en: 'Data updated on time' },
    5,
    [75, 98],
  ),
]

const EFFECT: readonly ScoredItem[] = [
  item(
    ['growth', 'cluster.revenue', 'yoy'],
    { zh: '集群营业收入增速', en: 'Growth of cluster revenue' },
    25,
    [-5, 10],
  ),
  item(
    ['firms', 'service.firmsServed', 'latest'],
    { zh: '累计服务企业', en: 'Firms served' },
    20,
    [0, 2000],
  ),
  item(
    ['matches', 'service.matches', 'cumulative'],
    { zh: '供需对接成功', en: 'Supply-demand matches' },
    10,
    [0, 250],
  ),
  item(
    ['financing', 'service.financing', 'cumulative'],
    { zh: '助企融资', en: 'Financing arranged' },
    10,
    [0, 8],
  ),
  item(
    ['coverage', 'transformation.coverage', 'latest'],
    { zh: '数字化转型覆盖率', en: 'Transformation coverage' },
    20,
    [40, 85],
  ),
  item(
    ['chenxing', 'transformation.chenxingFactories', 'latest'],
    { zh: '晨星工厂', en: 'Chenxing factories' },
    15,
    [0, 40],
  ),
]

/**
 * The product's own card (演示权重): what is scored follows 建设进度 and 建设成效 of the notices, weights and goals are
 * invented, for the office's own are not public. An imported card of the same id or of a later year takes its place.
 */
export const demoCard: ScoreCard = {
  id: 'demo',
  name: {
    zh: '年度考核评分卡（演示权重）',
    en: 'Score card of the yearly assessment (demo weights)',
  },
  year: 2023,
  demonstration: true,
  children: [
    {
      ...{ kind: 'group', id: 'progress', weight: 50, children: PROGRESS },
      name: { zh: '建设进度', en: 'Progress' },
    },
    {
      ...{ kind: 'group', id: 'effect', weight: 40, children: EFFECT },
      name: { zh: '建设成效', en: 'Effect' },
    },
    {
      ...{ kind: 'judged', id: 'organisation', weight: 10 },
      name: { zh: '组织推进', en: 'Organisation' },
      asks: {
        zh: '组织单位、揭榜单位职责和经费落实，年度任务按计划完成，有会议纪要、验收单等材料佐证。',
        en: 'Duties and funds of organiser and lead unit are settled, the year’s tasks are done as planned, with minutes and receipts as evidence.',
      },
    },
  ],
  bands: [
    { grade: 'lead', from: 80, passes: true },
    { grade: 'onTime', from: 60, passes: true },
    { grade: 'remind', from: 45, passes: true },
    { grade: 'warn', from: 0, passes: false },
  ],
  leastCoverage: 0.7,
  sources: [],
}
