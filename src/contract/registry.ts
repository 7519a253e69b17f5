import * as z from 'zod/mini'

import { DOMAIN_IDS } from '../domain/brain.ts'
import { EVENT_KINDS, GRADES } from '../domain/event.ts'
import { Day, Id, Instant, Line, LocalText } from './common.ts'

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
  origin: z.enum(['public', 'simulated', 'registered']),
  confidence: z.nullable(z.enum(['A', 'B', 'C'])),
  sources: z.array(Id).check(z.maxLength(20)),
})
export type BrainEntry = z.infer<typeof BrainEntry>

/** Registers brains (operator, or the simulator in `demo`): all or none. */
export const BrainRegistration = z.strictObject({
  brains: z.array(BrainEntry).check(z.minLength(1), z.maxLength(10_000)),
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
  reason: z.optional(z.nullable(Line)),
  year: z.optional(z.nullable(z.int())),
  grade: z.optional(z.nullable(z.enum(GRADES))),
})
export type EventEntry = z.infer<typeof EventEntry>

/** Appends lifecycle events: all or none; the same id twice is refused unless it is the same event. */
export const EventSubmission = z.strictObject({
  events: z.array(EventEntry).check(z.minLength(1), z.maxLength(50_000)),
  /** As in ReportSubmission. */
  knownAt: z.optional(Instant),
})
export type EventSubmission = z.infer<typeof EventSubmission>
export const EventReceipt = z.object({ added: z.number(), unchanged: z.number() })

export const TargetEntry = z.object({
  id: z.string(),
  subject: z.string(),
  period: z.string(),
  value: z.number(),
  label: LocalText,
  source: z.string(),
})

export const SourceEntry = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  date: z.string(),
  confidence: z.enum(['A', 'B', 'C']),
})

export const CitedPointEntry = z.object({
  id: z.string(),
  subject: z.string(),
  date: z.string(),
  value: z.number(),
  label: LocalText,
  definition: LocalText,
  source: z.string(),
})

/** What is not public, why, and how it is brought in: said on screen instead of a guess. */
export const GapEntry = z.object({
  id: z.string(),
  what: LocalText,
  why: LocalText,
  bring: LocalText,
})

/** The registry of a space: everything that is not an observation. */
export const RegistryDocument = z.object({
  space: z.string(),
  version: z.number(),
  /** Fixed `today` of a space with a pinned date (demo), else null. */
  today: z.nullable(z.string()),
  /** Credit line of simulated data, e.g. 模拟数据（种子 20261122）; null in main. */
  credit: z.nullable(z.string()),
  brains: z.array(BrainEntry),
  events: z.array(EventEntry),
  targets: z.array(TargetEntry),
  sources: z.array(SourceEntry),
  cited: z.array(CitedPointEntry),
  gaps: z.array(GapEntry),
  /** Work-day calendar: days off on weekdays and work days on weekends, by year. */
  holidays: z.array(z.object({ date: z.string(), kind: z.enum(['off', 'work']) })),
})
export type RegistryDocument = z.infer<typeof RegistryDocument>
