import * as z from 'zod/mini'

import { BRAIN_ORIGINS, CONFIDENCES, DOMAIN_IDS } from '../domain/brain.ts'
import { EVENT_KINDS, GRADES } from '../domain/event.ts'
import { LocalText } from './common.ts'
import { listOf } from './listOf.ts'

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
  confidence: z.enum(CONFIDENCES),
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

/** A brain as it is read: what registration has checked is not checked again, and fields may be added. */
const BrainRecord = z.object({
  id: z.string(),
  name: z.string(),
  subIndustry: z.string(),
  domain: z.nullable(z.enum(DOMAIN_IDS)),
  city: z.string(),
  county: z.nullable(z.string()),
  place: z.string(),
  organiser: z.nullable(z.string()),
  leadUnit: z.nullable(z.string()),
  jointUnits: z.array(z.string()),
  batch: z.nullable(z.number()),
  honours: z.array(z.string()),
  origin: z.enum(BRAIN_ORIGINS),
  confidence: z.nullable(z.enum(CONFIDENCES)),
  sources: z.array(z.string()),
})

/** A lifecycle event as it is read. */
const EventRecord = z.object({
  id: z.string(),
  brain: z.string(),
  kind: z.enum(EVENT_KINDS),
  date: z.string(),
  document: z.nullable(z.string()),
  due: z.optional(z.nullable(z.string())),
  owner: z.optional(z.nullable(z.string())),
  order: z.optional(z.nullable(z.string())),
  reason: z.optional(z.nullable(z.string())),
  year: z.optional(z.nullable(z.number())),
  grade: z.optional(z.nullable(z.enum(GRADES))),
  actor: z.optional(z.nullable(z.string())),
  recordedBy: z.optional(z.nullable(z.string())),
})

/** The registry of a space: everything that is not an observation. */
export const RegistryDocument = z.object({
  space: z.string(),
  version: z.number(),
  /** Fixed `today` of a space with a pinned date (demo), else null. */
  today: z.nullable(z.string()),
  /** Credit line of simulated data, e.g. 模拟数据（种子 20261122）; null in main. */
  credit: z.nullable(z.string()),
  brains: z.array(BrainRecord),
  events: z.array(EventRecord),
  targets: z.array(TargetEntry),
  sources: z.array(SourceEntry),
  cited: z.array(CitedPointEntry),
  gaps: z.array(GapEntry),
  /** Work-day calendar: days off on weekdays and work days on weekends, by year. */
  holidays: z.array(z.object({ date: z.string(), kind: z.enum(['off', 'work']) })),
})
export type RegistryDocument = z.infer<typeof RegistryDocument>

type Entry<K extends 'brains' | 'events'> = RegistryDocument[K][number]

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
const areStrings = (...values: readonly unknown[]): boolean =>
  values.every((value) => typeof value === 'string')
const isOneOf = (values: readonly string[], value: unknown): boolean =>
  values.includes(value as string)

const isBrain = (value: unknown): value is Entry<'brains'> =>
  isRecord(value) &&
  areStrings(value['id'], value['name'], value['subIndustry'], value['city'], value['place']) &&
  [value['jointUnits'], value['honours'], value['sources']].every(Array.isArray) &&
  (value['domain'] === null || isOneOf(DOMAIN_IDS, value['domain'])) &&
  isOneOf(BRAIN_ORIGINS, value['origin'])

const isEvent = (value: unknown): value is Entry<'events'> =>
  isRecord(value) &&
  areStrings(value['id'], value['brain'], value['date']) &&
  isOneOf(EVENT_KINDS, value['kind']) &&
  (value['grade'] == null || isOneOf(GRADES, value['grade']))

/**
 * The registry as a page checks it: brains and events, of which there are many, in one pass each. The
 * service's description stays RegistryDocument.
 */
export const RegistryAnswer = z.object({
  ...RegistryDocument.shape,
  brains: listOf({ is: isBrain, expected: 'brain', items: {} }),
  events: listOf({ is: isEvent, expected: 'event', items: {} }),
})
