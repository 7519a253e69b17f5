import { REGISTRY_LIMITS } from '../../../src/contract/index.ts'
import { HttpProblem } from '../../http/problem.ts'
import type { CellPlace, IntakeFinding } from '../intakeCell.ts'
import { parseJson } from '../readJson.ts'
import { placeIn, rowsBelow } from '../table/tableView.ts'
import { fileKind } from '../workbook/fileKind.ts'
import { FileRefused, orRefused } from '../workbook/fileRefused.ts'
import { FILE_LIMITS } from '../workbook/limits.ts'
import { readCsv } from '../workbook/readCsv.ts'
import type { Table } from '../workbook/table.ts'
import { workbookTables } from '../workbook/workbookTables.ts'
import { isNumbering, listRoleOf } from './listColumns.ts'
import type { ListRole } from './listColumns.ts'
import { LIST_FAULTS } from './listFaults.ts'

export interface ListCell {
  readonly text: string
  readonly place: CellPlace
}

/** A row of a list: its cells by what they hold; the place is that of its first cell. */
export interface ListRow {
  readonly place: CellPlace
  readonly cells: ReadonlyMap<ListRole, ListCell>
}

/** A list as it was read: rows, what is wrong with the file, what was left aside. */
export interface ReadList {
  readonly rows: readonly ListRow[]
  readonly findings: readonly IntakeFinding[]
  readonly ignored: readonly string[]
}

export interface ListFile {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly contentType: string
}

interface Head {
  readonly row: number
  readonly columns: ReadonlyMap<ListRole, { readonly column: number; readonly title: string }>
  readonly ignored: readonly string[]
  readonly doubled: readonly (readonly [column: number, title: string, first: string])[]
}

/** Rows below a list that name people, dates and remarks. */
const FOOT = /^(填表|填报|制表|审核|复核|联系|电话|备注|注\d*[:：]|说明|合计|note|remark)/iu
/** A formula that our CSV keeps from being one; see csvText. */
const GUARDED = /^'(?=[=+\-@])/

/** Reads a list of brains (XLSX, CSV, JSON), columns by name in any order. Never throws for what a file holds. */
export function readList(file: ListFile): ReadList {
  const read = orRefused(() => readFile(file))
  if (read instanceof FileRefused) return { rows: [], findings: [read.finding], ignored: [] }
  const { rows, findings, ignored } = read
  const isBlocked = findings.some(({ severity }) => severity === 'block')
  return {
    ignored,
    rows: rows.slice(0, REGISTRY_LIMITS.rows),
    findings: [
      ...findings,
      ...(rows.length === 0 && !isBlocked ? [LIST_FAULTS.noRows()] : []),
      ...(rows.length > REGISTRY_LIMITS.rows
        ? [LIST_FAULTS.tooManyRows(REGISTRY_LIMITS.rows)]
        : []),
    ],
  }
}

function readFile({ bytes, fileName, contentType }: ListFile): ReadList {
  if (bytes.length > FILE_LIMITS.bytes) throw new FileRefused('tooLarge')
  switch (fileKind(bytes, fileName, contentType)) {
    case 'xlsx': {
      const { tables, ignored, findings } = workbookTables(bytes, findHead)
      return joined(tables, ignored, findings)
    }
    case 'csv': {
      const table = readCsv(bytes)
      const header = findHead(table.rows)
      return joined(header ? [{ table, header }] : [], [], header ? [] : table.findings)
    }
    case 'json':
      return readJsonList(bytes)
  }
}

function joined(
  tables: readonly { readonly table: Table; readonly header: Head }[],
  ignored: readonly string[],
  findings: readonly IntakeFinding[],
): ReadList {
  if (tables.length === 0)
    return { rows: [], findings: [...findings, LIST_FAULTS.noList()], ignored }
  return {
    rows: tables.flatMap(({ table, header }) => rowsOf(table, header)),
    findings: [
      ...findings,
      ...tables.flatMap(({ table, header }) => [
        ...table.findings,
        ...header.doubled.map(([column, title, first]) =>
          LIST_FAULTS.doubleColumn(placeIn(table, column, header.row), title, first),
        ),
      ]),
    ],
    ignored: [...new Set([...ignored, ...tables.flatMap(({ header }) => header.ignored)])],
  }
}

/** The first row near the top that names brains and at least one thing of them. */
function findHead(rows: Table['rows']): Head | null {
  for (const cells of rows) {
    const row = cells[0]?.row ?? 0
    if (row > FILE_LIMITS.headRows) return null
    const head = headOf(row, cells)
    const { columns } = head
    if (columns.size > 1 && (columns.has('name') || columns.has('subIndustry'))) return head
  }
  return null
}

function headOf(row: number, cells: Table['rows'][number]): Head {
  const columns = new Map<ListRole, { column: number; title: string }>()
  const ignored: string[] = []
  const doubled: [number, string, string][] = []
  for (const { column, text } of cells) {
    const title = text.replace(/\s+/gu, ' ').trim()
    const role = listRoleOf(title)
    const first = role && columns.get(role)
    if (first) doubled.push([column, title, first.title])
    else if (role) columns.set(role, { column, title })
    else if (!isNumbering(title)) ignored.push(title.slice(0, 60))
  }
  return { row, columns, ignored, doubled }
}

function rowsOf(table: Table, head: Head): ListRow[] {
  return rowsBelow(table, head.row).flatMap((view) => {
    const first = [...view.cells.values()][0]
    if (first && view.cells.size < 3 && FOOT.test(first.text.trim())) return []
    const cells = new Map<ListRole, ListCell>()
    for (const [role, { column }] of head.columns) {
      const text = view.at(column)?.text.replace(GUARDED, '').trim() ?? ''
      if (text !== '') cells.set(role, { text, place: placeIn(table, column, view.row) })
    }
    return cells.size === 0 ? [] : [{ place: placeIn(table, first?.column ?? 1, view.row), cells }]
  })
}

/** `{ "brains": [ … ] }` or the array itself, each an object of columns. */
function readJsonList(bytes: Uint8Array): ReadList {
  const value = parsed(bytes)
  const list = Array.isArray(value) ? value : (value as { brains?: unknown } | null)?.brains
  if (!Array.isArray(list)) throw new FileRefused('json')
  const base = Array.isArray(value) ? '' : '/brains'
  const ignored = new Set<string>()
  const rows = list.slice(0, REGISTRY_LIMITS.rows + 1).map((item: unknown, i): ListRow => {
    const at = (pointer: string): CellPlace => ({ sheet: null, cell: null, pointer })
    const cells = new Map<ListRole, ListCell>()
    for (const [key, held] of Object.entries((item ?? {}) as Record<string, unknown>)) {
      const role = listRoleOf(key)
      if (!role) ignored.add(key.slice(0, 60))
      const text = textOf(held)
      if (role && text !== '') cells.set(role, { text, place: at(`${base}/${i}/${key}`) })
    }
    return { place: at(`${base}/${i}`), cells }
  })
  return { rows, findings: [], ignored: [...ignored] }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return parseJson(bytes)
  } catch (error) {
    if (error instanceof HttpProblem) throw new FileRefused('json')
    throw error
  }
}

const textOf = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(textOf).join('、')
    : typeof value === 'string' || typeof value === 'number'
      ? String(value).slice(0, FILE_LIMITS.text).trim()
      : ''
