import { FIRMS, HEAD, REVENUE, sheetOf, TITLES } from './corpusReport.ts'
import type { OddFile } from './oddFile.ts'

const DONE = ['cluster.revenue 100']
const NONE = { brain: null, period: null }

/** Brains, months and states in all writings. */
export const identityCases: readonly OddFile[] = [
  {
    name: 'the report of another brain',
    file: () =>
      sheetOf([['产业大脑', '起重机产业大脑'], ['报送期', '2026-10'], TITLES, [...REVENUE, 100]]),
    cells: DONE,
    told: ['otherBrain 报送!B1'],
  },
  {
    name: 'a brain that nobody knows',
    file: () =>
      sheetOf([['产业大脑', '轮台产业大脑'], ['报送期', '2026-10'], TITLES, [...REVENUE, 100]]),
    expect: NONE,
    cells: DONE,
    told: ['unknownBrain 报送!B1'],
  },
  {
    name: 'a name that two brains have',
    file: () =>
      sheetOf([['产业大脑', '玻璃产业大脑'], ['报送期', '2026-10'], TITLES, [...REVENUE, 100]]),
    expect: NONE,
    cells: DONE,
    told: ['unknownBrain 报送!B1'],
  },
  {
    name: 'a brain and a month found in the file',
    file: () =>
      sheetOf([['产业大脑：轮胎产业大脑'], ['报送期：2026-10'], TITLES, [...REVENUE, 100]]),
    expect: NONE,
    cells: DONE,
  },
  {
    name: 'no brain anywhere',
    file: () => sheetOf([['报送期', '2026-10'], TITLES, [...REVENUE, 100]]),
    expect: NONE,
    cells: DONE,
    told: ['brainMissing'],
  },
  {
    name: 'no month anywhere',
    file: () => sheetOf([['产业大脑', 'tyre'], TITLES, [...REVENUE, 100]]),
    expect: NONE,
    told: ['periodMissing'],
  },
  {
    name: 'rows of two brains',
    file: () =>
      sheetOf([
        ['产业大脑', '指标', '单位', '数值'],
        ['tyre', '集群营业收入', '亿元', 100],
        ['crane', '规模以上企业数', '家', 12],
      ]),
    expect: { brain: null, period: '2026-10' },
    cells: ['cluster.revenue 100', 'cluster.aboveScaleFirms 12'],
    told: ['otherBrain 报送!D3'],
  },
  {
    name: 'the report of another month',
    file: () => sheetOf([['产业大脑', 'tyre'], ['报送期', '2026年9月'], TITLES, [...FIRMS, 12]]),
    cells: ['cluster.aboveScaleFirms 12 2026-09'],
    told: ['otherPeriod 报送!B2'],
  },
  {
    name: 'a month in the title',
    file: () => sheetOf([['轮胎产业大脑2026年1—10月报送表'], TITLES, [...REVENUE, 100]]),
    expect: { brain: 'tyre', period: null },
    cells: DONE,
  },
  {
    name: 'a month as a date serial',
    file: () =>
      sheetOf([
        ['产业大脑', 'tyre'],
        ['报送期', { v: 46_296, s: 'day' }],
        TITLES,
        [...REVENUE, 100],
      ]),
    cells: DONE,
  },
  {
    name: 'a month as a serial of 1904',
    file: () =>
      sheetOf(
        [['产业大脑', 'tyre'], ['报送期', { v: 44_834, s: 'day' }], TITLES, [...REVENUE, 100]],
        { date1904: true },
      ),
    cells: DONE,
  },
  {
    name: 'a month as a bare serial',
    file: () => sheetOf([['产业大脑', 'tyre'], ['报送期', 46_296], TITLES, [...REVENUE, 100]]),
    cells: DONE,
  },
  {
    name: 'a month as 202610',
    file: () => sheetOf([['产业大脑', 'tyre'], ['报送期', 202_610], TITLES, [...REVENUE, 100]]),
    cells: DONE,
  },
  {
    name: 'a month as the number 2026.1',
    file: () => sheetOf([['产业大脑', 'tyre'], ['报送期', 2026.1], TITLES, [...REVENUE, 100]]),
    cells: DONE,
    told: ['period 报送!B2'],
  },
  {
    name: 'a month without its year',
    file: () => sheetOf([['产业大脑', 'tyre'], ['报送期', '10月'], TITLES, [...REVENUE, 100]]),
    expect: { brain: 'tyre', period: null },
    cells: DONE,
    told: ['periodYear 报送!B2?'],
  },
  {
    name: 'a month that has not come yet this year',
    file: () => sheetOf([['产业大脑', 'tyre'], ['报送期', '12月'], TITLES, [...FIRMS, 12]]),
    expect: { brain: 'tyre', period: null },
    cells: ['cluster.aboveScaleFirms 12 2025-12'],
    told: ['periodYear 报送!B2?'],
  },
  {
    name: 'a month that is none',
    file: () => sheetOf([['产业大脑', 'tyre'], ['报送期', '国庆后'], TITLES, [...REVENUE, 100]]),
    cells: DONE,
    told: ['period 报送!B2'],
  },
  {
    name: 'a status',
    file: () => sheetOf([...HEAD, ['数据状态', '初步'], TITLES, [...REVENUE, 100]]),
    cells: DONE,
  },
  {
    name: 'a status that is none',
    file: () => sheetOf([...HEAD, ['数据状态', '草稿'], TITLES, [...REVENUE, 100]]),
    cells: DONE,
    told: ['status 报送!B3'],
  },
]
