import * as z from 'zod/mini'

import { BOARD_STATES } from '../domain/board/boardState.ts'
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
  warned: Sparse,
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

const Counts = z.object({
  ...{ onTime: z.int(), late: z.int(), partial: z.int(), inReview: z.int() },
  ...{ returned: z.int(), overdue: z.int(), pending: z.int(), notExpected: z.int() },
})

/** How the monthly reports stand, without the brains one by one; see domain/board/boardSummary. */
export const BoardSummaryDocument = z.object({
  today: z.string(),
  months: z.array(z.string()),
  counts: z.array(Counts),
  column: z.int(),
  behind: z.object({
    total: z.int(),
    worst: z.array(
      z.object({
        brain: z.string(),
        state: z.enum(BOARD_STATES),
        ...{ days: z.int(), missing: z.int(), corrections: z.int(), warned: z.int() },
      }),
    ),
  }),
  freshness: z.object({
    counts: z.object({ fresh: z.int(), due: z.int(), stale: z.int() }),
    behind: z.array(
      z.object({
        kind: z.enum(['brain', 'publication']),
        id: z.string(),
        state: z.enum(['fresh', 'due', 'stale']),
        last: z.nullable(z.string()),
        wanted: z.nullable(z.string()),
        ...{ behind: z.int(), days: z.int() },
      }),
    ),
  }),
})
export type BoardSummaryDocument = z.infer<typeof BoardSummaryDocument>

/** Sources behind their cadence that a summary names. */
export const SUMMARY_SOURCES = 8

/** Months of one board at most: ten years. */
export const BOARD_MONTHS = 120
