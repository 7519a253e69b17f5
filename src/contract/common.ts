import * as z from 'zod/mini'

import { SPACES } from '../domain/space.ts'

/** An id as the product writes them: no spaces, no markup, bounded. */
export const Id = z.string().check(z.regex(/^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,79}$/u))

/** An indicator id: `cluster.revenue`. */
export const IndicatorId = z
  .string()
  .check(z.regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)+$/), z.maxLength(64))

/** A period id: 2026-10, 2026-Q3, 2026-H1, 2026. */
export const PeriodId = z.string().check(z.regex(/^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4]|-H[12])?$/))

/** A day, ISO 8601, Asia/Shanghai. */
export const Day = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))

/** An instant, ISO 8601 in UTC. */
export const Instant = z.iso.datetime()

/**
 * One line as it prints: something to read, and no control character, line break, lone surrogate or
 * invisible format character (bidirectional overrides among them), which make a name look like another.
 */
export const PRINTABLE_LINE = /^(?=.*\S)[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u

/** Free text of one line, bounded. */
export const Line = z.string().check(z.minLength(1), z.maxLength(200), z.regex(PRINTABLE_LINE))

export const SpaceId = z.enum(SPACES)

export const LocalText = z.object({ zh: z.string(), en: z.string() })

/** One thing that is wrong with a request: where, which rule, what to do. */
export const Issue = z.object({
  /** JSON pointer into the request, or the header's name. */
  place: z.string(),
  rule: z.string(),
  remedy: z.string(),
})
export type Issue = z.infer<typeof Issue>

/** The body of every answer outside 2xx and 304. */
export const Problem = z.object({
  code: z.string(),
  message: z.string(),
  issues: z.array(Issue),
})
export type Problem = z.infer<typeof Problem>
