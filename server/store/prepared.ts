import type { CompiledQuery, Kysely } from 'kysely'

import type { Tables } from './tables.ts'

/** Stands in a statement for an argument that comes with each run. */
class Slot {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

interface Compilable<Row> {
  compile(): CompiledQuery<Row>
}

/**
 * A statement that runs often: the query builder makes its text once for each store, every run only fills in the
 * arguments. `build` may pass them on as values and nothing else: it never sees one, and a list cannot be one.
 */
export function prepared<Args extends object, Row = unknown>(
  build: (db: Kysely<Tables>, args: Args) => Compilable<Row>,
): (db: Kysely<Tables>, args: Args) => Promise<readonly Row[]> {
  const texts = new WeakMap<object, CompiledQuery<Row>>()
  return async (db, args) => {
    const { adapter } = db.getExecutor()
    const text = texts.get(adapter) ?? build(db, slots<Args>()).compile()
    texts.set(adapter, text)
    const parameters = text.parameters.map((part) =>
      part instanceof Slot ? args[part.name as keyof Args] : part,
    )
    return (await db.executeQuery<Row>({ ...text, parameters })).rows
  }
}

const slots = <Args extends object>(): Args =>
  new Proxy({}, { get: (_, name) => new Slot(String(name)) }) as Args
