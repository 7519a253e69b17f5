import type { IntakeCell, IntakeFinding } from '../intakeCell.ts'
import type { CellRange, Table } from '../workbook/table.ts'
import type { Entry } from './entry.ts'
import { readEntry } from './readEntry.ts'
import { TABLE_FAULTS } from './tableFaults.ts'
import { placeIn } from './tableView.ts'
import { VALUE_FAULTS } from './valueFaults.ts'

/** Units without a word need none to be stated. */
const WORDLESS: ReadonlySet<string> = new Set(['ratio', 'index'])

/** Reads the entries of a table: cells, faults, and what there is to ask about cells that were read. */
export function readEntries(
  table: Table,
  entries: readonly Entry[],
): { readonly cells: readonly IntakeCell[]; readonly findings: readonly IntakeFinding[] } {
  const cells: IntakeCell[] = []
  const findings: IntakeFinding[] = []
  const merged = mergedEntries(table.merges, entries)
  let unitless: Entry | null = null
  for (const entry of entries) {
    const place = placeIn(table, entry.column, entry.row)
    if (merged.get(entry) === 'several') {
      if (entry.cell) findings.push(VALUE_FAULTS.merged(place))
      continue
    }
    const read = readEntry(textOf(table, entry))
    if (read.kind === 'empty') continue
    if (read.kind === 'fault') {
      findings.push(read.finding)
      continue
    }
    const isPresent = read.kind === 'value'
    const { indicator, period } = entry
    cells.push({
      ...{ place, indicator: indicator.id, period },
      value: isPresent ? read.value : null,
      absent: isPresent ? null : read.reason,
      note: isPresent ? read.note : null,
    })
    if (!isPresent) continue
    findings.push(...questions(table, entry, merged.get(entry) === 'alone'))
    if (!entry.unit && !WORDLESS.has(indicator.unit)) unitless ??= entry
  }
  if (unitless)
    findings.push(TABLE_FAULTS.unitMissing(placeIn(table, unitless.column, unitless.row)))
  return { cells, findings }
}

function textOf(table: Table, { row, column, indicator, cell, reason, unit }: Entry) {
  const value = placeIn(table, column, row)
  return {
    ...{ indicator, cell, reason: reason?.text ?? '', unit: unit?.text.trim() ?? '' },
    places: {
      value,
      reason: reason ? placeIn(table, reason.column, row) : value,
      unit: unit ? placeIn(table, unit.column, unit.row) : value,
    },
  }
}

/** What the reporter is asked about a figure that was read. */
function questions(table: Table, entry: Entry, isMerged: boolean): IntakeFinding[] {
  const { row, column, cell } = entry
  const place = placeIn(table, column, row)
  return [
    ...(isMerged ? [VALUE_FAULTS.mergedAlone(place)] : []),
    ...(table.hiddenRows.has(row) || table.hiddenColumns.has(column)
      ? [VALUE_FAULTS.hidden(place)]
      : []),
    ...(cell?.formula === 'external' ? [VALUE_FAULTS.externalLink(place)] : []),
    ...(cell?.look === 'scaled' ? [VALUE_FAULTS.scaledFormat(place, cell.text)] : []),
  ]
}

/** Entries inside merged blocks: `several` where a block covers more than one of them. */
function mergedEntries(
  merges: readonly CellRange[],
  entries: readonly Entry[],
): ReadonlyMap<Entry, 'alone' | 'several'> {
  const found = new Map<Entry, 'alone' | 'several'>()
  for (const { top, left, bottom, right } of merges) {
    const inside = entries.filter(
      ({ row, column }) => row >= top && row <= bottom && column >= left && column <= right,
    )
    for (const entry of inside) found.set(entry, inside.length > 1 ? 'several' : 'alone')
  }
  return found
}
