import type { OddFile } from './oddFile.ts'
import { FIRMS, HEAD, report, REVENUE, sheetOf, TITLES } from './corpusReport.ts'

const DONE = ['cluster.revenue 100']

/** Heads, columns and names in all layouts. */
export const tableCases: readonly OddFile[] = [
  {
    name: 'columns in any order, others named',
    file: () =>
      sheetOf([
        ...HEAD,
        ['本期值', '联系电话', '单位', '指标'],
        [100, '0531', '亿元', '集群营业收入'],
      ]),
    cells: DONE,
    ignored: ['联系电话'],
  },
  {
    name: 'English titles and names',
    file: () =>
      sheetOf([
        ['Brain ID', 'tyre'],
        ['Period', 'Oct 2026'],
        ['Indicator', 'Unit', 'Value'],
        ['Cluster revenue', 'CNY 100 m', 100],
      ]),
    cells: DONE,
  },
  {
    name: 'titles and names in full width and upper case',
    file: () =>
      sheetOf([
        ...HEAD,
        ['ＣＯＤＥ', '单　位', '本期值 *'],
        ['Ｃｌｕｓｔｅｒ．Ｒｅｖｅｎｕｅ', '亿元', 100],
      ]),
    cells: DONE,
  },
  {
    name: 'short names and 规上',
    file: () =>
      sheetOf([
        ...HEAD,
        ['项目', '计量单位', '数值'],
        ['营业收入', '亿元', 100],
        ['规上企业数', '户', 12],
        ['PUE', null, 1.3],
      ]),
    cells: ['cluster.revenue 100', 'cluster.aboveScaleFirms 12', 'compute.pue 1.3'],
  },
  {
    name: 'the unit in the name',
    file: () => sheetOf([...HEAD, ['指标', '本期值'], ['集群营业收入（万元）', 1_000_000]]),
    cells: DONE,
    note: '换算',
  },
  {
    name: 'the unit in the title',
    file: () => sheetOf([...HEAD, ['指标', '数值（亿元）'], ['集群营业收入', 100]]),
    cells: DONE,
  },
  {
    name: 'no unit at all',
    file: () => sheetOf([...HEAD, ['指标', '本期值'], ['集群营业收入', 100]]),
    cells: DONE,
    told: ['unitMissing 报送!B4?'],
  },
  {
    name: 'a wide table with units below the titles',
    file: () =>
      sheetOf([
        ['产业大脑', '报送期', '集群营业收入', '规模以上企业数'],
        [null, null, '万元', '户'],
        ['轮胎产业大脑', '2026-10', 1_000_000, 12],
      ]),
    note: '换算',
    cells: ['cluster.revenue 100', 'cluster.aboveScaleFirms 12'],
  },
  {
    name: 'a wide table of codes with names below',
    file: () =>
      sheetOf([
        ...HEAD,
        ['cluster.revenue', 'cluster.aboveScaleFirms'],
        ['集群营业收入', '规模以上企业数'],
        ['亿元', '家'],
        [100, 12],
      ]),
    cells: ['cluster.revenue 100', 'cluster.aboveScaleFirms 12'],
  },
  {
    name: 'months side by side',
    file: () =>
      sheetOf([
        HEAD[0] ?? [],
        ['指标', '单位', '2026年9月', '2026年10月'],
        ['规模以上企业数', '家', 11, 12],
      ]),
    expect: { brain: 'tyre', period: '2026-10' },
    cells: ['cluster.aboveScaleFirms 11 2026-09', 'cluster.aboveScaleFirms 12'],
  },
  {
    name: 'a column of periods',
    file: () =>
      sheetOf([
        HEAD[0] ?? [],
        ['指标', '单位', '期', '数值'],
        ['规模以上企业数', '家', 202609, 11],
        ['规模以上企业数', '家', '2026年10月', 12],
      ]),
    expect: { brain: 'tyre', period: '2026-10' },
    cells: ['cluster.aboveScaleFirms 11 2026-09', 'cluster.aboveScaleFirms 12'],
  },
  {
    name: 'titles in row 20',
    file: () =>
      sheetOf([...HEAD, ...Array.from({ length: 17 }, () => []), TITLES, [...REVENUE, 100]]),
    cells: DONE,
  },
  {
    name: 'titles in row 60',
    file: () =>
      sheetOf([
        ...HEAD,
        ...Array.from({ length: 57 }, (_, i) => [`说明 ${i}`]),
        TITLES,
        [...REVENUE, 100],
      ]),
    told: ['noTable'],
    ignored: ['报送'],
  },
  {
    name: 'sections, remarks and signatures',
    file: () =>
      report([
        ['一、集群规模'],
        [...REVENUE, 100],
        [],
        ['注：初步数'],
        ['填表人', null, null, '张三'],
        ['联系电话', null, null, 531],
      ]),
    cells: DONE,
  },
  {
    name: 'the head again on a second page',
    file: () => report([[...REVENUE, 100], TITLES, [...FIRMS, 12]]),
    cells: ['cluster.revenue 100', 'cluster.aboveScaleFirms 12'],
  },
  {
    name: 'an unknown indicator',
    file: () => report([[null, '集群营业收人', '亿元', 100]]),
    told: ['unknownIndicator 报送!B4'],
  },
  {
    name: 'a code of nothing',
    file: () => report([['cluster.revenu', null, '亿元', 100]]),
    told: ['unknownIndicator 报送!A4'],
  },
  {
    name: 'a code and a name that disagree',
    file: () => report([['cluster.profit', '集群营业收入', '亿元', 100]]),
    told: ['nameMismatch 报送!A4'],
  },
  {
    name: 'a figure without an indicator',
    file: () =>
      report([
        [...REVENUE, 100],
        [null, null, null, 5],
      ]),
    cells: DONE,
    told: ['noIndicator 报送!D5'],
  },
  {
    name: 'an indicator twice',
    file: () =>
      report([
        [...REVENUE, 100],
        [...REVENUE, 101],
      ]),
    cells: [...DONE, 'cluster.revenue 101'],
    told: ['repeated 报送!D5'],
  },
  {
    name: 'two columns of values',
    file: () =>
      sheetOf([...HEAD, ['指标', '单位', '本月', '累计'], ['集群营业收入', '亿元', 10, 100]]),
    told: ['doubleColumn 报送!D3'],
  },
  {
    name: 'two columns of units',
    file: () =>
      sheetOf([...HEAD, ['指标', '单位', '单位', '数值'], ['集群营业收入', '亿元', '万元', 10]]),
    told: ['doubleColumn 报送!C3'],
  },
  {
    name: 'something beyond column 200',
    file: () =>
      report([
        [...REVENUE, 100],
        [...FIRMS, 12, ...Array.from({ length: 197 }, () => null), 9],
      ]),
    cells: ['cluster.revenue 100', 'cluster.aboveScaleFirms 12'],
    told: ['tooManyColumns 报送!GT5?'],
  },
  {
    name: 'an indicator of regions',
    file: () => report([['statistics.salesRate', null, '%', 98]]),
    cells: ['statistics.salesRate 98'],
  },
]
