import { PROGRAMME_LIMITS } from '../../../src/contract/index.ts'
import type { RuleFile } from '../../../src/contract/index.ts'
import { HttpProblem } from '../../http/problem.ts'
import type { CellPlace, IntakeFinding } from '../../intake/intakeCell.ts'
import { parseJson } from '../../intake/readJson.ts'
import type { ListFile } from '../../intake/registryList/readList.ts'
import { wordKey } from '../../intake/table/columnWords.ts'
import { placeIn, rowsBelow } from '../../intake/table/tableView.ts'
import { fileKind } from '../../intake/workbook/fileKind.ts'
import { FileRefused, orRefused } from '../../intake/workbook/fileRefused.ts'
import { FILE_LIMITS } from '../../intake/workbook/limits.ts'
import { readCsv } from '../../intake/workbook/readCsv.ts'
import type { Table } from '../../intake/workbook/table.ts'
import { workbookTables } from '../../intake/workbook/workbookTables.ts'
import { cellTextIn } from './asWritten.ts'
import type { ReadEntry, ReadLine, RuleTable } from './ruleFile.ts'
import { RULE_FAULTS } from './ruleFaults.ts'

/** What a file of rules holds, and what is wrong with the file itself. */
export interface ReadRules {
  readonly entries: readonly ReadEntry[]
  readonly findings: readonly IntakeFinding[]
}

interface Head {
  readonly row: number
  readonly columns: ReadonlyMap<string, number>
}

/** Reads a file of rules (XLSX, CSV, JSON), columns by name in any order. Never throws for what a file holds. */
export function readRuleFile(
  { bytes, fileName, contentType }: ListFile,
  what: RuleFile,
  table: RuleTable<never>,
): ReadRules {
  const read = orRefused(() => {
    const isJson = fileKind(bytes, fileName, contentType) === 'json'
    const limit = isJson ? PROGRAMME_LIMITS.fileBytes : FILE_LIMITS.bytes
    if (bytes.length > limit) throw new FileRefused('tooLarge')
    return isJson
      ? readJsonRules(bytes, what)
      : readTables(tablesOf(bytes, fileName, contentType, table), table)
  })
  return read instanceof FileRefused ? { entries: [], findings: [read.finding] } : read
}

interface Tables {
  readonly tables: readonly { readonly table: Table; readonly header: Head }[]
  readonly findings: readonly IntakeFinding[]
}

function tablesOf(
  bytes: Uint8Array,
  fileName: string,
  contentType: string,
  table: RuleTable<never>,
): Tables {
  const findHead = (rows: Table['rows']): Head | null => headIn(rows, table)
  if (fileKind(bytes, fileName, contentType) === 'xlsx') return workbookTables(bytes, findHead)
  const csv = readCsv(bytes)
  const header = findHead(csv.rows)
  return { tables: header ? [{ table: csv, header }] : [], findings: csv.findings }
}

/** The first row near the top that names at least half of the columns (two at least). */
function headIn(rows: Table['rows'], { columns }: RuleTable<never>): Head | null {
  const keys = new Map(
    columns.flatMap(({ key, title }) =>
      [key, title.zh, title.en].map((word) => [wordKey(word), key] as const),
    ),
  )
  const enough = Math.max(2, Math.min(6, Math.floor(columns.length / 2)))
  for (const cells of rows) {
    const row = cells[0]?.row ?? 0
    if (row > FILE_LIMITS.headRows) return null
    const found = new Map<string, number>()
    for (const { column, text } of cells) {
      const key = keys.get(wordKey(text.trim()))
      if (key !== undefined && !found.has(key)) found.set(key, column)
    }
    if (found.size >= enough) return { row, columns: found }
  }
  return null
}

function readTables({ tables, findings }: Tables, rules: RuleTable<never>): ReadRules {
  if (tables.length === 0)
    return { entries: [], findings: [...findings, RULE_FAULTS.noTable(rules)] }
  const lines = tables.flatMap(({ table, header }) => linesOf(table, header))
  return {
    entries: rules.entries(lines),
    findings: [
      ...findings,
      ...tables.flatMap(({ table }) => table.findings),
      ...(lines.length === 0 ? [RULE_FAULTS.empty()] : []),
    ],
  }
}

function linesOf(table: Table, { row, columns }: Head): ReadLine[] {
  return rowsBelow(table, row).flatMap((view) => {
    const cells: Record<string, string> = {}
    for (const [key, column] of columns) {
      const text = cellTextIn(view.at(column)?.text ?? '')
      if (text !== '') cells[key] = text
    }
    if (Object.keys(cells).length === 0) return []
    const first = [...columns.values()][0] ?? 1
    const place = (key?: string): CellPlace =>
      placeIn(table, (key === undefined ? undefined : columns.get(key)) ?? first, view.row)
    return [{ cells, place }]
  })
}

/** `{ "ruleSets": [ … ] }` or the array itself. */
function readJsonRules(bytes: Uint8Array, what: RuleFile): ReadRules {
  const value = jsonIn(bytes)
  const list = Array.isArray(value) ? value : (value as Record<string, unknown> | null)?.[what]
  if (!Array.isArray(list)) return { entries: [], findings: [RULE_FAULTS.noList(what)] }
  const base = Array.isArray(value) ? '' : `/${what}`
  const entries = list.map((entry: unknown, i): ReadEntry => {
    const pointer = `${base}/${i}`
    return { value: entry, places: new Map([['', { sheet: null, cell: null, pointer }]]) }
  })
  return { entries, findings: entries.length === 0 ? [RULE_FAULTS.empty()] : [] }
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return parseJson(bytes)
  } catch (error) {
    if (error instanceof HttpProblem) throw new FileRefused('json')
    throw error
  }
}
