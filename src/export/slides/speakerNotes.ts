import { printValues } from '../printValues.ts'
import { plainText } from '../plainText.ts'
import type { Exported } from '../exported.ts'
import { provenanceOf, type ExportWords } from '../words.ts'

/** Rows of the table that the notes hold: the workbook has all. */
const ROWS = 60

/** What the speaker has: the finding, the values, source and notes whole, and where it all comes from. */
export function speakerNotes(item: Exported, { sentence, facts, notes }: ExportWords): string {
  const { table, unit, rest } = printValues(item.figure)
  const rows = Array.from({ length: Math.min(ROWS, table.count) }, (_, i) =>
    table.columns.map(({ cells }) => cells[i] ?? '').join('\t'),
  )
  return plainText(
    [
      sentence,
      [table.columns.map(({ title }) => title).join('\t'), ...rows, unit, rest].filter(Boolean),
      facts.map(({ name, text }) => `${name}: ${text}`),
      notes.map((text, i) => `${i + 1}. ${text}`),
      provenanceOf(item).map(([name, text]) => `${name}: ${text}`),
    ]
      .flat()
      .join('\n'),
  )
}
