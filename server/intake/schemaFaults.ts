import type * as z from 'zod/mini'

import { HttpProblem } from '../http/problem.ts'
import type { Finding } from '../http/problem.ts'
import { requireSchema } from './schemaFindings.ts'

/** A value that follows a schema, or every fault of it with place, rule and remedy. */
export function schemaFaults<Schema extends z.core.$ZodType>(
  schema: Schema,
  value: unknown,
): { readonly value: z.core.output<Schema> | null; readonly faults: readonly Finding[] } {
  try {
    return { value: requireSchema(schema, value), faults: [] }
  } catch (error) {
    if (error instanceof HttpProblem) return { value: null, faults: error.findings }
    throw error
  }
}
