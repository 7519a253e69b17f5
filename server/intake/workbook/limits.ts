/**
 * What is read of a file at most. A month's report is 60 cells in some 20 kB; the limits leave room for a workbook
 * with years of history beside it and bound memory and time for anything else.
 */
export const FILE_LIMITS = {
  bytes: 10_000_000,
  /** Files inside a workbook. */
  entries: 2_000,
  /** Bytes of all files inside a workbook, unpacked. */
  inflated: 100_000_000,
  /** Unpacked bytes over packed ones, for files above `ratioFrom`: Excel's own stay below 100. */
  ratio: 200,
  ratioFrom: 1_000_000,
  sheets: 64,
  /** Rows in which the head of the table is looked for. */
  headRows: 50,
  rows: 20_000,
  columns: 200,
  /** Cells of a sheet that hold something. */
  cells: 200_000,
  /** Elements of a sheet's part, empty cells included. */
  elements: 1_000_000,
  merges: 2_000,
  /** Findings told of one file. */
  findings: 500,
  /** Characters kept of one cell. */
  text: 2_000,
} as const

/** What is read of an archive of reports: one file at a time, so that memory stays that of one. */
export const ARCHIVE_LIMITS = {
  bytes: 500_000_000,
  entries: 20_000,
  inflated: 2_000_000_000,
  ratio: 1_100,
  ratioFrom: 1_000_000,
} as const
