import * as z from 'zod/mini'

import { listOf } from './listOf.ts'

const Texts = listOf({
  is: (value): value is string => typeof value === 'string',
  expected: 'string',
  items: { type: 'string' },
})

const Numbers = listOf({
  is: (value): value is number => Number.isSafeInteger(value),
  expected: 'integer',
  items: { type: 'integer' },
})

/** Numbers that few cells have: positions (row × months + column) and what stands there. */
const Sparse = z.object({ at: Numbers, of: Numbers })

/** Wire form of the monthly board; see domain/board. */
export const BoardDocument = z.object({
  today: z.string(),
  months: z.array(z.string()),
  due: z.array(z.string()),
  expected: z.int(),
  brains: Texts,
  states: Texts,
  days: Sparse,
  missing: Sparse,
  corrections: Sparse,
  /** Public statistics: the last period that is published of each, and in what. */
  publications: z.array(
    z.object({
      indicator: z.string(),
      last: z.nullable(z.string()),
      source: z.nullable(z.string()),
    }),
  ),
})
export type BoardDocument = z.infer<typeof BoardDocument>

/** Months of one board at most: ten years. */
export const BOARD_MONTHS = 120
