import writeExcelFile from 'write-excel-file/universal'

import type { RuleFile } from '../../../src/contract/index.ts'
import { textOf } from '../../../src/domain/text.ts'
import type { Locale } from '../../../src/domain/text.ts'
import { lookFeature } from '../../../src/export/sheet/lookFeature.ts'
import { textCell } from '../../../src/export/sheet/textCell.ts'
import type { RuleTable } from './ruleFile.ts'

/** Entries as a workbook (XLSX) that `readRuleFile` reads back: all texts, one head, one sheet. */
export async function ruleWorkbook<Entry>(
  table: RuleTable<Entry>,
  entries: readonly Entry[],
  locale: Locale,
): Promise<Uint8Array> {
  const { columns, sheet } = table
  const head = columns.map(({ title }) => textCell(textOf(title, locale), { fontWeight: 'bold' }))
  const rows = table
    .lines(entries)
    .map((line) => columns.map(({ key }) => textCell(line[key] ?? '')))
  const book = writeExcelFile(
    [
      {
        ...{ sheet: textOf(sheet, locale), stickyRowsCount: 1, data: [head, ...rows] },
        columns: columns.map(({ width }) => ({ width: width ?? 14 })),
      },
    ],
    { features: [lookFeature] },
  )
  return new Uint8Array(await (await book.toBlob()).arrayBuffer())
}

/** Entries as JSON that `readRuleFile` reads back. */
export const ruleJson = (what: RuleFile, entries: readonly unknown[]): string =>
  `${JSON.stringify({ [what]: entries }, null, 2)}\n`
