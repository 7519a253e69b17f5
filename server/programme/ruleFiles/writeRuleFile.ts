import writeExcelFile from 'write-excel-file/universal'

import type { RuleFile } from '../../../src/contract/index.ts'
import { textOf } from '../../../src/domain/text.ts'
import type { Locale } from '../../../src/domain/text.ts'
import { lookFeature } from '../../../src/export/sheet/lookFeature.ts'
import { textCell } from '../../../src/export/sheet/textCell.ts'
import type { RuleLine, RuleTable } from './ruleFile.ts'

/** Lines of a sheet: well below what is read of one (FILE_LIMITS). */
const SHEET_LINES = 10_000

/**
 * Entries as a workbook (XLSX) that `readRuleFile` reads back: all texts, each sheet with its head; one sheet but for
 * a long list.
 */
export async function ruleWorkbook<Entry>(
  table: RuleTable<Entry>,
  entries: readonly Entry[],
  locale: Locale,
): Promise<Uint8Array> {
  const lines = table.lines(entries)
  const count = Math.max(1, Math.ceil(lines.length / SHEET_LINES))
  const sheets = Array.from({ length: count }, (_, i) =>
    sheetOf(table, lines.slice(i * SHEET_LINES, (i + 1) * SHEET_LINES), {
      ...{ locale, suffix: i === 0 ? '' : ` ${i + 1}` },
    }),
  )
  const book = writeExcelFile(sheets, { features: [lookFeature] })
  return new Uint8Array(await (await book.toBlob()).arrayBuffer())
}

function sheetOf<Entry>(
  { columns, sheet }: RuleTable<Entry>,
  lines: readonly RuleLine[],
  { locale, suffix }: { readonly locale: Locale; readonly suffix: string },
) {
  const head = columns.map(({ title }) => textCell(textOf(title, locale), { fontWeight: 'bold' }))
  const rows = lines.map((line) => columns.map(({ key }) => textCell(line[key] ?? '')))
  return {
    ...{ sheet: `${textOf(sheet, locale)}${suffix}`, stickyRowsCount: 1, data: [head, ...rows] },
    columns: columns.map(({ width }) => ({ width: width ?? 14 })),
  }
}

/** Entries as JSON that `readRuleFile` reads back. */
export const ruleJson = (what: RuleFile, entries: readonly unknown[]): string =>
  `${JSON.stringify({ [what]: entries }, null, 2)}\n`
