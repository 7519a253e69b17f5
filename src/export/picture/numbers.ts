import type { Mark } from '../../charts/marks.ts'

type Numbers<Names extends readonly string[]> = { -readonly [K in keyof Names]: number }

/** Numbers of a mark's shape, by name. */
export const numbers = <Names extends readonly string[]>(
  mark: Mark,
  ...names: Names
): Numbers<Names> => names.map((name) => finite(mark, name, mark.shape?.[name])) as Numbers<Names>

/** @throws RangeError with name and mark where it is none. */
export function finite(mark: Mark, name: string, value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new RangeError(`The ${name} of a ${mark.type} is no finite number: ${String(value)}`)
}
