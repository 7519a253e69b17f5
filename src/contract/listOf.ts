import * as z from 'zod/mini'

/** What the elements of a list are: the check, its name in an issue, and its JSON Schema. */
interface Element<T> {
  readonly is: (value: unknown) => value is T
  readonly expected: string
  readonly items: object
}

/**
 * A long list of plain values, checked in one pass and kept as it came: one schema run per element
 * costs a page of many thousand readings several frames. An issue names the first wrong element.
 */
export function listOf<T>({ is, expected, items }: Element<T>) {
  const schema = z.custom<T[]>().check((list) => {
    const { value } = list
    const wrong = Array.isArray(value) ? value.findIndex((element) => !is(element)) : null
    if (wrong === -1) return
    list.issues.push({
      ...{ code: 'custom', input: value, expected: wrong === null ? 'array' : expected },
      path: wrong === null ? [] : [wrong],
    })
  })
  // A schema made by `check` points at the one before it, which has no JSON Schema.
  delete schema._zod.parent
  schema._zod.toJSONSchema = () => ({ type: 'array', items })
  return schema
}
