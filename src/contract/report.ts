import * as z from 'zod/mini'

import { ABSENCE_REASONS, REPORTED_REASONS } from '../domain/reading.ts'
import { Id, IndicatorId, Instant, Line, PeriodId } from './common.ts'

/** Largest body the intake reads, in bytes; deeper or longer requests are refused unread. */
export const REPORT_LIMITS = {
  bytes: 1_000_000,
  cells: 2_000,
  /** Earliest year that a brain reports, history included; statistics of regions may be older. */
  firstYear: 2015,
} as const

/**
 * One cell of a report: a finite value in the indicator's unit, or the reason why there is none.
 * January of a flow holds no value of its own: it is left out or absent as mergedJanuary.
 */
export const ReportCell = z.strictObject({
  indicator: IndicatorId,
  /** Defaults to the report's period; another one is a back-report or a revision. */
  period: z.optional(PeriodId),
  /** Must be the indicator's unit as the dictionary prints it (zh or its id); a check against 万元/亿元 slips. */
  unit: z.string().check(z.maxLength(20)),
  value: z.optional(z.number()),
  absent: z.optional(
    z
      .enum(ABSENCE_REASONS)
      .check(
        z.describe(
          `A reporter gives ${REPORTED_REASONS.join(', ')}; the others are derived and refused with 422. ` +
            'mergedJanuary: a flow in January, which is reported within January–February.',
        ),
      ),
  ),
})
export type ReportCell = z.infer<typeof ReportCell>

/** One submission of one brain for one period. Stored whole or not at all. */
export const ReportSubmission = z.strictObject({
  brain: Id,
  period: PeriodId,
  status: z._default(z.enum(['preliminary', 'final']), 'final'),
  /** Why earlier figures change; asked for when a stored value is revised. */
  reason: z.optional(Line),
  /** The person or system that reports. */
  by: Line,
  /** Only the simulator's grant in `demo` may set it; everyone else gets the service's clock. */
  knownAt: z.optional(Instant),
  cells: z.array(ReportCell).check(z.minLength(1), z.maxLength(REPORT_LIMITS.cells)),
})
export type ReportSubmission = z.input<typeof ReportSubmission>

export const ReportReceipt = z.object({
  report: z.string(),
  brain: z.string(),
  period: z.string(),
  knownAt: z.string(),
  added: z.number(),
  revised: z.number(),
  unchanged: z.number(),
})
export type ReportReceipt = z.infer<typeof ReportReceipt>
