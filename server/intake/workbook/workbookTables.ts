import { TABLE_FAULTS } from '../table/tableFaults.ts'
import type { IntakeFinding } from '../intakeCell.ts'
import { FILE_LIMITS } from './limits.ts'
import { openWorkbook } from './openWorkbook.ts'
import { openZip } from './openZip.ts'
import { readSheet } from './readSheet.ts'
import type { Table } from './table.ts'

/** Sheets of our own templates that hold no figures. */
const EXPLAINING: ReadonlySet<string> = new Set(['说明', 'About'])

/** The sheets of a file that have a head, what was left aside, and what there is to say about that. */
export interface HeadedTables<Header> {
  readonly tables: readonly { readonly table: Table; readonly header: Header }[]
  readonly ignored: readonly string[]
  readonly findings: readonly IntakeFinding[]
}

/**
 * The sheets of a workbook (XLSX) that are reports, or whatever else `headerOf` knows the head of. The first rows
 * of every sheet are read, the rest only of those in which it finds one. Throws FileRefused.
 */
export function workbookTables<Header>(
  bytes: Uint8Array,
  headerOf: (rows: Table['rows']) => Header | null,
): HeadedTables<Header> {
  const book = openWorkbook(openZip(bytes, FILE_LIMITS))
  const tables: { table: Table; header: Header }[] = []
  const ignored: string[] = []
  const findings: IntakeFinding[] = book.hasExternalLinks ? [TABLE_FAULTS.externalLinks()] : []
  for (const { part, ...sheet } of book.sheets) {
    if (EXPLAINING.has(sheet.name)) continue
    const table = readSheet(
      book.read(part),
      sheet,
      book.context,
      (rows) => !sheet.hidden && headerOf(rows) !== null,
    )
    const header = headerOf(table.rows)
    if (header && !sheet.hidden) tables.push({ table, header })
    else ignored.push(sheet.name)
    if (header && sheet.hidden) findings.push(TABLE_FAULTS.hiddenSheet(sheet.name))
  }
  return { tables, ignored, findings }
}
