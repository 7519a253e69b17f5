import { FIRMS, HEAD, raw, report, REVENUE, sheetOf, TITLES } from './corpusReport.ts'
import { madeWorkbook } from './madeWorkbook.ts'
import type { OddFile } from './oddFile.ts'

const DONE = ['cluster.revenue 100']

/** Several sheets, what is hidden and what is merged. */
export const layoutCases: readonly OddFile[] = [
  {
    name: 'a report on a hidden sheet',
    file: () =>
      raw(
        madeWorkbook({
          sheets: [
            { rows: [...HEAD, TITLES, [...REVENUE, 100]] },
            { name: '上月', state: 'hidden', rows: [TITLES, [...REVENUE, 90]] },
          ],
        }),
        '报送.xlsx',
      ),
    cells: DONE,
    told: ['hiddenSheet 上月?'],
    ignored: ['上月'],
  },
  {
    name: 'nothing but a hidden sheet',
    file: () => report([[...REVENUE, 100]], { state: 'veryHidden' }),
    told: ['hiddenSheet 报送?', 'noTable'],
    ignored: ['报送'],
  },
  {
    name: 'two sheets of the same report',
    file: () =>
      raw(
        madeWorkbook({
          sheets: [
            { rows: [...HEAD, TITLES, [...REVENUE, 100]] },
            { rows: [...HEAD, TITLES, [...REVENUE, 100]] },
          ],
        }),
        '报送.xlsx',
      ),
    cells: [...DONE, ...DONE],
    told: ['repeated 报送2!D4'],
  },
  {
    name: 'a report split over two sheets',
    file: () =>
      raw(
        madeWorkbook({
          sheets: [
            { rows: [...HEAD, TITLES, [...REVENUE, 100]] },
            { rows: [TITLES, [...FIRMS, 12]] },
          ],
        }),
        '报送.xlsx',
      ),
    cells: ['cluster.revenue 100', 'cluster.aboveScaleFirms 12'],
  },
  { name: 'nothing filled in', file: () => report([REVENUE, FIRMS]), told: ['noCells'] },
  {
    name: 'a figure in a hidden row',
    file: () =>
      report(
        [
          [...REVENUE, 100],
          [...FIRMS, 12],
        ],
        { hiddenRows: [5] },
      ),
    cells: ['cluster.revenue 100', 'cluster.aboveScaleFirms 12'],
    told: ['hidden 报送!D5?'],
  },
  {
    name: 'figures in a hidden column',
    file: () => report([[...REVENUE, 100]], { hiddenColumns: [4] }),
    cells: DONE,
    told: ['hidden 报送!D4?'],
  },
  {
    name: 'a hidden column that is not read',
    file: () => report([[...REVENUE, 100]], { hiddenColumns: [2] }),
    cells: DONE,
  },
  {
    name: 'a merged title and group names',
    file: () =>
      sheetOf(
        [
          ['2026年10月报送表'],
          ...HEAD,
          ['组', ...TITLES],
          ['集群', ...REVENUE, 100],
          [null, ...FIRMS, 12],
        ],
        { parts: {} },
      ),
    cells: ['cluster.revenue 100', 'cluster.aboveScaleFirms 12'],
    ignored: ['组'],
  },
  {
    name: 'a period merged over its rows',
    file: () =>
      raw(
        madeWorkbook({
          sheets: [
            {
              rows: [
                ['期', '指标', '单位', '数值'],
                ['2026-10', '集群营业收入', '亿元', 100],
                [null, '规模以上企业数', '家', 12],
              ],
              merges: ['A2:A3'],
            },
          ],
        }),
        '报送.xlsx',
      ),
    expect: { brain: 'tyre', period: null },
    cells: ['cluster.revenue 100', 'cluster.aboveScaleFirms 12'],
  },
  {
    name: 'a value merged over two indicators',
    file: () => report([[...REVENUE, 100], FIRMS], { merges: ['D4:D5'] }),
    told: ['merged 报送!D4'],
  },
  {
    name: 'a value merged with the cell beside it',
    file: () => report([[...REVENUE, 100]], { merges: ['D4:F4'] }),
    cells: DONE,
    told: ['mergedAlone 报送!D4?'],
  },
]
