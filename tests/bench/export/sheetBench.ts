import writeExcelFile, { type Row } from 'write-excel-file/universal'

import type { Exported } from '../../../src/export/exported.ts'
import { writeSheet } from '../../../src/export/sheet.ts'
import type { TableFigure } from '../../../src/figures/kinds/tableFigure.ts'
import { formatChange, formatNumber } from '../../../src/figures/text/number.ts'
import { budget, median, type Budget } from '../harness.ts'

const ROWS = 50_000
const ROUNDS = 3
const LIMIT = 1.3

/** One brain in one month, as the explorer's table has it: five words, five numbers. */
interface Line {
  readonly words: readonly string[]
  readonly value: number
  readonly change: number
  readonly onMonth: number
  readonly share: number
  readonly rank: number
}

const LINES: readonly Line[] = Array.from({ length: ROWS }, (_, at) => ({
  words: [`示例·细分行业 ${at % 900}`, '机械', '济南', at % 7 === 0 ? '挂牌' : '建设试点', '已报'],
  value: 100 + ((at * 7919) % 90_000) / 10,
  change: ((at * 31) % 400) / 10 - 15,
  onMonth: ((at * 17) % 120) / 10 - 6,
  share: ((at * 13) % 1000) / 100,
  rank: at + 1,
}))

const TITLES = [
  '产业大脑',
  '领域',
  '市',
  '状态',
  '报送',
  '集群营业收入',
  '同比 %',
  '环比 %',
  '占比 %',
  '位次',
]

/** The same rows as the figure prints them. */
const FIGURE: TableFigure = {
  ...{ kind: 'table', id: 'bench', locale: 'zh-CN', title: '明细', unit: '亿元' },
  ...{ period: '2026年1—10月', scope: '全省', definition: '合成数据', source: '合成数据' },
  ...{ citations: [], asOf: '2026-10-31', knownAt: null, notes: [], finding: '', simulated: false },
  columns: TITLES.map((title, at) => ({
    ...{ id: at === 5 ? 'value' : `column${at}`, title },
    align: at < 5 ? 'start' : 'end',
  })),
  rows: LINES.map(({ words, value, change, onMonth, share, rank }) => [
    ...words,
    formatNumber(value, 1),
    formatChange(change, 'zh-CN'),
    formatChange(onMonth, 'zh-CN'),
    formatNumber(share, 2),
    String(rank),
  ]),
}

const ITEM: Exported = {
  figure: FIGURE,
  context: { geometry: null, focus: null },
  origin: {
    ...{ space: 'demo', query: 'desk', link: 'https://example.invalid/demo/desk', asOf: null },
    ...{ madeAt: '2026-11-22T08:00:00Z', marking: null, watermark: '' },
  },
}

/** What somebody would write who has the numbers at hand and wants nothing but the cells. */
async function bareLoop(): Promise<Uint8Array> {
  const number = (value: number, format: string) => ({ value, type: Number, format })
  const data: Row[] = [TITLES.map((value) => ({ value, fontWeight: 'bold' as const }))]
  for (const { words, value, change, onMonth, share, rank } of LINES)
    data.push([
      ...words,
      number(value, '#,##0.0'),
      number(change, '#,##0.0'),
      number(onMonth, '#,##0.0'),
      number(share, '#,##0.00'),
      number(rank, '#,##0'),
    ])
  const book = await writeExcelFile(data, { columns: TITLES.map(() => ({ width: 16 })) }).toBlob()
  return new Uint8Array(await book.arrayBuffer())
}

/** Processor time of all threads of this process, in microseconds: other programs on the machine do not count. */
async function costOf(run: () => Promise<Uint8Array>): Promise<number> {
  const before = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

/**
 * A workbook of 50,000 rows by `writeSheet`, from the printed figure to the bytes, against a bare loop over the
 * library that writes the same cells: the median ratio of three interleaved rounds, after one to warm up.
 */
export async function sheetBench(): Promise<Budget> {
  const ours = (): Promise<Uint8Array> => writeSheet([ITEM])
  await costOf(bareLoop)
  await costOf(ours)
  const ratios: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const bare = await costOf(bareLoop)
    ratios.push((await costOf(ours)) / bare)
  }
  return budget('XLSX of 50,000 rows, times a bare loop', median(ratios), LIMIT)
}
