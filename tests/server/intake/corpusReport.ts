import { madeWorkbook, type MadeBook, type MadeCell, type MadeSheet } from './madeWorkbook.ts'

export const HEAD: readonly (readonly MadeCell[])[] = [
  ['产业大脑', '轮胎产业大脑'],
  ['报送期', '2026年10月'],
]
export const TITLES: readonly MadeCell[] = ['指标编码', '指标', '单位', '本期值', '缺报原因']
export const REVENUE: readonly MadeCell[] = ['cluster.revenue', '集群营业收入', '亿元']
export const FIRMS: readonly MadeCell[] = ['cluster.aboveScaleFirms', '规模以上企业数', '家']

/** A workbook with one plain report: two head rows, titles in row 3, figures from row 4 in column D. */
export const report = (
  rows: readonly (readonly MadeCell[])[],
  sheet: Partial<MadeSheet> = {},
  book: Partial<MadeBook> = {},
): { bytes: Uint8Array; fileName: string } => ({
  bytes: madeWorkbook({ ...book, sheets: [{ rows: [...HEAD, TITLES, ...rows], ...sheet }] }),
  fileName: '报送.xlsx',
})

/** A workbook of a sheet with these rows and nothing else. */
export const sheetOf = (
  rows: readonly (readonly MadeCell[])[],
  book: Partial<MadeBook> = {},
): { bytes: Uint8Array; fileName: string } => ({
  bytes: madeWorkbook({ ...book, sheets: [{ rows }] }),
  fileName: '报送.xlsx',
})

/** A file as it is. */
export const raw = (
  content: string | Uint8Array,
  fileName: string,
): { bytes: Uint8Array; fileName: string } => ({
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  fileName,
})
