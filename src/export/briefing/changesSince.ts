import type { Figure } from '../../figures/figure.ts'
import { formatNumber } from '../../figures/text/number.ts'
import { say } from '../../figures/text/words.ts'
import { decimalsIn, valuesOf, type ValueCell, type ValueTable } from '../values.ts'
import { refusalOf } from './refusalOf.ts'

/** One cell that is another one now; null where the row or column was or is not there. */
export interface CellChange {
  readonly row: string
  readonly column: string
  readonly before: string | null
  readonly after: string | null
}

/** What became of a figure since it was frozen. */
export type FigureChanges =
  | { readonly kind: 'same' }
  | { readonly kind: 'changed'; readonly cells: readonly CellChange[] }
  /** The product no longer has it, or has nothing to show in it. */
  | { readonly kind: 'gone'; readonly reason: string }

/** Old → new by row and column, with what the figure says about itself; `now` is null where it no longer exists. */
export function changesSince(frozen: Figure, now: Figure | null): FigureChanges {
  const { locale } = frozen
  if (!now)
    return {
      kind: 'gone',
      reason: say(locale, '系统已不再提供此图', 'The product no longer has this figure'),
    }
  const refusal = refusalOf(now)
  if (refusal) return { kind: 'gone', reason: refusal }
  const cells = [...wordChanges(frozen, now), ...valueChanges(valuesOf(frozen), valuesOf(now))]
  return cells.length > 0 ? { kind: 'changed', cells } : { kind: 'same' }
}

/** Names of what a figure says about itself. Its sentence follows from the values and is not compared. */
function wordChanges(frozen: Figure, now: Figure): CellChange[] {
  const { locale } = frozen
  const names = {
    title: say(locale, '标题', 'Title'),
    unit: say(locale, '单位', 'Unit'),
    period: say(locale, '期间', 'Period'),
    scope: say(locale, '范围', 'Scope'),
    definition: say(locale, '统计口径', 'Definition'),
    source: say(locale, '数据来源', 'Source'),
    asOf: say(locale, '截至', 'As of'),
  } as const
  return (Object.keys(names) as (keyof typeof names)[]).flatMap((key) =>
    frozen[key] === now[key]
      ? []
      : [{ row: names[key], column: '', before: frozen[key] || null, after: now[key] || null }],
  )
}

interface Cell {
  readonly row: string
  readonly column: string
  readonly value: ValueCell
  /** Decimals that it is printed with. */
  readonly decimals: number
}

function valueChanges(before: ValueTable, after: ValueTable): CellChange[] {
  const [old, fresh] = [cellsOf(before), cellsOf(after)]
  const keys = new Set([...old.keys(), ...fresh.keys()])
  return [...keys].flatMap((key) => {
    const [was, is] = [old.get(key), fresh.get(key)]
    const cell = was ?? is
    if (!cell || (was && is && isSame(was.value, is.value))) return []
    const [printedBefore, printedAfter] = printedPair(was, is)
    return [{ row: cell.row, column: cell.column, before: printedBefore, after: printedAfter }]
  })
}

/** Cells by name of row and column; what has the same name again is told apart by its place among them. */
function cellsOf({ columns, rows }: ValueTable): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>()
  const rowKeys = counted(rows.map((row) => textOf(row[0] ?? '')))
  const columnKeys = counted(columns.map(({ title }) => title))
  for (const [r, row] of rows.entries())
    for (const [c, of] of columns.entries()) {
      if (c === 0) continue
      const [rowKey, columnKey] = [rowKeys[r] ?? '', columnKeys[c] ?? '']
      cells.set(JSON.stringify([rowKey, columnKey]), {
        ...{ row: textOf(row[0] ?? ''), column: of.title },
        ...{ value: row[c] ?? '', decimals: decimalsIn(of, r) },
      })
    }
  return cells
}

function counted(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return JSON.stringify([name, times])
  })
}

const textOf = (cell: ValueCell): string => {
  if (typeof cell === 'object') return cell.absent
  return String(cell)
}

const isSame = (a: ValueCell, b: ValueCell): boolean =>
  typeof a === typeof b && textOf(a) === textOf(b)

/** Both as they are printed; with all digits where those would read the same. */
function printedPair(was: Cell | undefined, is: Cell | undefined): [string | null, string | null] {
  const print = (cell: Cell | undefined): string | null => (cell ? printed(cell) : null)
  const pair: [string | null, string | null] = [print(was), print(is)]
  if (was && is && pair[0] === pair[1]) return [textOf(was.value), textOf(is.value)]
  return pair
}

const printed = ({ value, decimals }: Cell): string =>
  typeof value === 'number' ? formatNumber(value, decimals) : textOf(value)
