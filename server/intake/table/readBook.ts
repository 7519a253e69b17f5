import type { CellPlace, IntakeCell, IntakeFinding, ReadIntake } from '../intakeCell.ts'
import type { Upload } from '../upload.ts'
import type { Table } from '../workbook/table.ts'
import { readIdentity, type Identity } from './fileIdentity.ts'
import { findHeader, type Header } from './findHeader.ts'
import { indicatorNames } from './indicatorNames.ts'
import { readEntries } from './readEntries.ts'
import { readLong } from './readLong.ts'
import { readWide } from './readWide.ts'
import { TABLE_FAULTS } from './tableFaults.ts'
import { placeIn } from './tableView.ts'

/** A table in which the head of a report was found. */
export interface ReportTable {
  readonly table: Table
  readonly header: Header
}

/** The tables of a file that are reports, what was left aside, and what there is to say about that. */
export interface ReportBook {
  readonly tables: readonly ReportTable[]
  readonly ignored: readonly string[]
  readonly findings: readonly IntakeFinding[]
}

/** The head of a report among the rows of a table, if it has one. */
export const reportHeader = (rows: Table['rows'], upload: Upload): Header | null =>
  findHeader(rows, indicatorNames(upload.indicators))

/** Reads the report in a file's tables: whose it is, of when, its cells, and everything that is wrong with it. */
export function readBook({ tables, ignored, findings }: ReportBook, upload: Upload): ReadIntake {
  if (tables.length === 0) return nothing([...findings, TABLE_FAULTS.noTable()], ignored)
  const read = tables.map((one) => ({
    ...one,
    identity: readIdentity(one.table, one.header.row, upload),
  }))
  const first = <Key extends 'brain' | 'period' | 'status'>(key: Key): Identity[Key] | null =>
    read.map(({ identity }) => identity[key]).find((value) => value !== null) ?? null
  const filePeriod = upload.expect.period ?? first('period')
  const parts = read.map(({ table, header, identity }) =>
    readPart({ table, header }, upload, identity.period ?? filePeriod ?? ''),
  )
  const cells = parts.flatMap((part) => part.cells)
  const period = filePeriod ?? onlyPeriod(cells)
  const named = parts.flatMap((part) => part.named)
  const brain = upload.expect.brain ?? first('brain') ?? named[0]?.brain ?? null
  const all = [
    ...findings,
    ...read.flatMap(({ table, identity }) => [...table.findings, ...identity.findings]),
    ...parts.flatMap((part) => part.findings),
  ]
  return {
    ...{ brain, period, status: first('status') },
    ...{ cells: cells.filter((cell) => cell.period !== ''), ignored: titlesLeft(tables, ignored) },
    findings: [
      ...all,
      ...whole(all, cells, brain, period),
      ...otherRows(named, brain, upload),
      ...repeated(cells, upload),
    ],
  }
}

const nothing = (findings: readonly IntakeFinding[], ignored: readonly string[]): ReadIntake => ({
  brain: null,
  period: null,
  status: null,
  cells: [],
  findings,
  ignored,
})

function readPart({ table, header }: ReportTable, upload: Upload, period: string) {
  const names = indicatorNames(upload.indicators)
  const readLayout = header.layout === 'long' ? readLong : readWide
  const { entries, findings } = readLayout(table, header, upload, names, period)
  const read = readEntries(table, entries)
  const named = entries.flatMap(({ brain, column, row }) =>
    brain === null ? [] : [{ brain, place: placeIn(table, column, row) }],
  )
  return { cells: read.cells, findings: [...findings, ...read.findings], named }
}

/** The first row of another brain than the file's; where one is expected, it was told already. */
function otherRows(
  named: readonly { readonly brain: string; readonly place: CellPlace }[],
  brain: string | null,
  { brains, expect }: Upload,
): IntakeFinding[] {
  const other = expect.brain === null ? named.find((row) => row.brain !== brain) : undefined
  if (!other || brain === null) return []
  return [TABLE_FAULTS.otherBrain(other.place, other.brain, brains.get(brain) ?? brain)]
}

/** The one period of all figures, where each names its own. */
function onlyPeriod(cells: readonly IntakeCell[]): string | null {
  const periods = new Set(cells.map(({ period }) => period).filter(Boolean))
  const [only] = periods
  return periods.size === 1 ? (only ?? null) : null
}

function whole(
  findings: readonly IntakeFinding[],
  cells: readonly IntakeCell[],
  brain: string | null,
  period: string | null,
): IntakeFinding[] {
  const has = (...rules: string[]) => findings.some(({ rule }) => rules.includes(rule))
  const isBlocked = findings.some(({ severity }) => severity === 'block')
  return [
    ...(brain === null && !has('unknownBrain', 'otherBrain') ? [TABLE_FAULTS.brainMissing()] : []),
    ...(period === null && !has('period') ? [TABLE_FAULTS.periodMissing()] : []),
    ...(cells.length === 0 && !isBlocked ? [TABLE_FAULTS.noCells()] : []),
  ]
}

function repeated(cells: readonly IntakeCell[], { indicators }: Upload): IntakeFinding[] {
  const first = new Map<string, IntakeCell>()
  return cells.flatMap((cell) => {
    const key = `${cell.indicator}|${cell.period}`
    const earlier = first.get(key)
    const indicator = indicators.get(cell.indicator)
    if (!earlier || !indicator) {
      first.set(key, cell)
      return []
    }
    const { sheet, cell: reference } = earlier.place
    const where = sheet === null ? (reference ?? '') : `${sheet}!${reference}`
    return [TABLE_FAULTS.repeated(cell.place, indicator, cell.period, where)]
  })
}

/** Sheets and columns that were left aside, each once. */
const titlesLeft = (tables: readonly ReportTable[], sheets: readonly string[]): string[] => [
  ...new Set([
    ...sheets,
    ...tables.flatMap(({ header }) =>
      header.columns
        .filter(({ role }) => role === 'unknown')
        .map(({ title }) => title.slice(0, 60)),
    ),
  ]),
]
