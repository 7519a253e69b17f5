import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'

import type { PrintedColumn, PrintedTable } from '../printValues.ts'
import { tableLayout, WHOLE, type ColumnGroup, type TableRoom } from './columnWidths.ts'

/** Native tables of Word: the head repeats on every page, no row is broken between two pages. */
export function dataTables({ columns, count }: PrintedTable, room: TableRoom = WHOLE): Table[] {
  const { groups, isSmall } = tableLayout(columns, room)
  return groups.map((group) => tableOf(columns, count, group, isSmall ? SMALL : NORMAL))
}

const NORMAL = { head: 'TableHead', text: 'TableText', number: 'TableNumber' } as const
const SMALL = {
  ...{ head: 'TableHeadSmall', text: 'TableTextSmall', number: 'TableNumberSmall' },
} as const

/** Tables up to this are not broken between pages; of longer ones a few rows stay with the head, the last ones together. */
const UNBROKEN = 6
const AT_ENDS = 3

/** The last row stays with what follows: its source does not stand alone on the next page. */
const isKept = (row: number, count: number): boolean =>
  count <= UNBROKEN || row < AT_ENDS - 1 || row >= count - AT_ENDS + 1

/** A row is kept with the next one by its first paragraph. */
function tableOf(
  columns: readonly PrintedColumn[],
  count: number,
  { columns: places, widths }: ColumnGroup,
  styles: typeof NORMAL | typeof SMALL,
): Table {
  const shown = places.flatMap((at) => columns[at] ?? [])
  const head = new TableRow({
    ...{ tableHeader: true, cantSplit: true },
    children: shown.map(({ title }) => cell(styles.head, title, false)),
  })
  const rows = Array.from(
    { length: count },
    (_, row) =>
      new TableRow({
        cantSplit: true,
        children: shown.map(({ cells, isNumber }, at) =>
          cell(
            isNumber ? styles.number : styles.text,
            cells[row] ?? '',
            at === 0 && isKept(row, count),
          ),
        ),
      }),
  )
  return new Table({
    ...{ style: 'TableGrid', layout: TableLayoutType.FIXED, alignment: AlignmentType.CENTER },
    width: { size: widths.reduce((all, width) => all + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    rows: [head, ...rows],
  })
}

const cell = (style: string, text: string, kept: boolean): TableCell =>
  new TableCell({
    children: [
      new Paragraph({
        style,
        ...(kept ? { keepNext: true } : {}),
        children: [new TextRun(text)],
      }),
    ],
  })
