import type { CompiledQuery, Kysely } from 'kysely'

import type { Tables } from './tables.ts'

/** Rows a statement, largest first: 50 rows go out as 32 + 16 + 2, each text compiled once. */
const SIZES = [64, 32, 16, 8, 4, 2, 1] as const

export type Compile = (rows: number) => CompiledQuery

/**
 * Runs one multi-row statement for many rows.
 * `compile(n)` builds the statement for n rows; `flatten` gives a row's parameters in its order.
 */
export function bulk<Row>(compile: Compile, flatten: (row: Row) => readonly unknown[]) {
  const compiled = new Map<number, CompiledQuery>()
  const statement = (rows: number): CompiledQuery => {
    const known = compiled.get(rows) ?? compile(rows)
    compiled.set(rows, known)
    return known
  }
  return async (db: Kysely<Tables>, rows: readonly Row[]): Promise<void> => {
    let from = 0
    for (const size of SIZES)
      while (rows.length - from >= size) {
        const parameters = rows.slice(from, from + size).flatMap(flatten)
        await db.executeQuery({ ...statement(size), parameters })
        from += size
      }
  }
}

/**
 * Pads a list to the next power of two by repeating its last item, so that
 * `in (…)` lists of any length need only a few statement texts.
 */
export function padded<T>(items: readonly T[]): readonly T[] {
  const last = items.at(-1)
  if (last === undefined) return items
  const length = 2 ** Math.ceil(Math.log2(items.length))
  return [...items, ...Array<T>(length - items.length).fill(last)]
}
