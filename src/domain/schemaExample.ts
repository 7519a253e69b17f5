/** Depth at which an example stops: deeper parts read as null. */
const DEEPEST = 6

const OF_FORMAT: Readonly<Record<string, string>> = { 'date-time': '2026-11-16T08:00:00.000Z' }

/** What the sample patterns stand for, tried in order where a text must follow one. */
const SAMPLES = ['2026-10', '2026-11-16', '370200', 'cluster.revenue', 'sim-001'] as const

/**
 * A value that a JSON schema allows, as an example for readers: the default, the first of a choice, one entry
 * of a list, every property of an object. Texts follow the pattern where one of our samples does.
 */
export function schemaExample(schema: unknown, depth = 0): unknown {
  if (!isRecord(schema) || depth > DEEPEST) return null
  if ('default' in schema) return schema['default']
  if ('const' in schema) return schema['const']
  if (Array.isArray(schema['enum'])) return first(schema['enum'])
  const choice = schema['anyOf'] ?? schema['oneOf']
  if (Array.isArray(choice)) return schemaExample(first(choice), depth)
  switch (first(schema['type'])) {
    case 'object':
      return objectExample(schema, depth)
    case 'array':
      return [schemaExample(schema['items'], depth + 1)]
    case 'number':
    case 'integer':
      return typeof schema['minimum'] === 'number' && schema['minimum'] > 0 ? schema['minimum'] : 1
    case 'boolean':
      return false
    case 'string':
      return textExample(schema)
    default:
      return null
  }
}

function objectExample(schema: Record<string, unknown>, depth: number): unknown {
  const { properties, additionalProperties, propertyNames } = schema
  if (isRecord(properties))
    return Object.fromEntries(
      Object.entries(properties).map(([key, part]) => [key, schemaExample(part, depth + 1)]),
    )
  if (!isRecord(additionalProperties)) return {}
  const name = schemaExample(propertyNames, depth + 1)
  return {
    [typeof name === 'string' ? name : 'id']: schemaExample(additionalProperties, depth + 1),
  }
}

function textExample({ format, pattern }: Record<string, unknown>): string {
  const known = typeof format === 'string' ? OF_FORMAT[format] : undefined
  if (known !== undefined) return known
  if (typeof pattern !== 'string') return '…'
  const allowed = new RegExp(pattern, 'u')
  return SAMPLES.find((sample) => allowed.test(sample)) ?? '…'
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const first = (value: unknown): unknown =>
  Array.isArray(value) ? (value as readonly unknown[])[0] : value
