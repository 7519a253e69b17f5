import { periodInText } from '../../../src/domain/writtenPeriod.ts'
import type { Table, TableCell } from '../workbook/table.ts'
import { roleOf, wordKey } from './columnWords.ts'

/** What stands above a table: the cells that name its brain, period and status, and a period in its title. */
export interface HeadCells {
  readonly brain: TableCell | null
  readonly period: TableCell | null
  readonly status: TableCell | null
  readonly titled: { readonly period: string; readonly cell: TableCell } | null
}

type HeadRole = 'brain' | 'period' | 'status'

const isHeadRole = (role: string | undefined): role is HeadRole =>
  role === 'brain' || role === 'period' || role === 'status'

/** Words of a status, as wordKey gives them. */
const STATUSES: Readonly<Record<string, 'preliminary' | 'final'>> = {
  ...{ 初步: 'preliminary', 初步数: 'preliminary', preliminary: 'preliminary' },
  ...{ 最终: 'final', 最终数: 'final', final: 'final' },
}

export const statusOf = (text: string): 'preliminary' | 'final' | null =>
  STATUSES[wordKey(text)] ?? null

/** Reads the rows above `headerRow`: «报送期 | 2026年10月» in two cells, or «报送期：2026年10月» in one. */
export function headCells({ rows }: Table, headerRow: number): HeadCells {
  const found: { -readonly [Key in keyof HeadCells]: HeadCells[Key] } = {
    ...{ brain: null, period: null, status: null, titled: null },
  }
  for (const cells of rows) {
    if ((cells[0]?.row ?? headerRow) >= headerRow) break
    cells.forEach((cell, at) => {
      const head = headOf(cell, cells[at + 1])
      if (head) found[head.role] ??= head.cell
      const period = cell.kind === 'text' ? periodInText(cell.text) : null
      if (period !== null) found.titled ??= { period, cell }
    })
  }
  return found
}

function headOf(
  cell: TableCell,
  next: TableCell | undefined,
): { role: HeadRole; cell: TableCell } | null {
  if (cell.kind !== 'text') return null
  const [key = '', ...rest] = cell.text.normalize('NFKC').split(':')
  const role = roleOf(key)
  if (!isHeadRole(role)) return null
  const own = rest.join(':').trim()
  if (own !== '') return { role, cell: { ...cell, text: own } }
  return next ? { role, cell: next } : null
}
