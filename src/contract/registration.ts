import * as z from 'zod/mini'

import { BRAIN_ORIGINS, CONFIDENCES, DOMAIN_IDS } from '../domain/brain.ts'
import { EVENT_KINDS, GRADES } from '../domain/event.ts'
import { Day, Id, Instant, Line } from './common.ts'

const Adcode = z.string().check(z.regex(/^37\d{4}$/))

export const BrainEntry = z.strictObject({
  id: Id,
  name: Line,
  subIndustry: Line,
  domain: z.nullable(z.enum(DOMAIN_IDS)),
  city: Adcode,
  county: z.nullable(Adcode),
  place: Line,
  organiser: z.nullable(Line),
  leadUnit: z.nullable(Line),
  jointUnits: z.array(Line).check(z.maxLength(20)),
  batch: z.nullable(z.int().check(z.gte(2020), z.lte(2100))),
  honours: z.array(Line).check(z.maxLength(20)),
  origin: z.enum(BRAIN_ORIGINS),
  confidence: z.nullable(z.enum(CONFIDENCES)),
  sources: z.array(Id).check(z.maxLength(20)),
})
export type BrainEntry = z.infer<typeof BrainEntry>

/** Registers brains (operator, or the simulator in `demo`): all or none. */
export const BrainRegistration = z.strictObject({
  brains: z.array(BrainEntry).check(z.minLength(1), z.maxLength(10_000)),
  /** As in ReportSubmission. */
  knownAt: z.optional(Instant),
})
export type BrainRegistration = z.infer<typeof BrainRegistration>

/** A report token, shown this once; only its hash is kept. */
export const BrainToken = z.object({ brain: z.string(), token: z.string() })
export type BrainToken = z.infer<typeof BrainToken>
export const BrainRegistrationReceipt = z.object({ tokens: z.array(BrainToken) })

export const EventEntry = z.strictObject({
  id: Id,
  brain: Id,
  kind: z.enum(EVENT_KINDS),
  date: Day,
  document: z.nullable(Line),
  due: z.optional(z.nullable(Day)),
  owner: z.optional(z.nullable(Line)),
  order: z.optional(z.nullable(Id)),
  reason: z.optional(z.nullable(Line)),
  year: z.optional(z.nullable(z.int())),
  grade: z.optional(z.nullable(z.enum(GRADES))),
  actor: z.optional(z.nullable(Line)),
  /** Set by the service; what a sender says is not kept. */
  recordedBy: z.optional(z.nullable(Line)),
})
export type EventEntry = z.infer<typeof EventEntry>

/** An event as it is handed in: the term of an order may be given in work days instead of its day. */
export const EventWrite = z.strictObject({
  ...EventEntry.shape,
  dueWorkDays: z.optional(z.nullable(z.int().check(z.gte(1), z.lte(1000)))),
})
export type EventWrite = z.infer<typeof EventWrite>

/**
 * Appends lifecycle events: all or none; the same id twice is refused unless it is the same event. Who entered them is
 * filled in where it is not given.
 */
export const EventSubmission = z.strictObject({
  events: z.array(EventWrite).check(z.minLength(1), z.maxLength(50_000)),
  /** As in ReportSubmission. */
  knownAt: z.optional(Instant),
})
export type EventSubmission = z.infer<typeof EventSubmission>
export const EventReceipt = z.object({ added: z.number(), unchanged: z.number() })
