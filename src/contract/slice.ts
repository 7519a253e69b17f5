import * as z from 'zod/mini'

import { ABSENCE_REASONS } from '../domain/reading.ts'
import { OBSERVATION_ORIGINS, OBSERVATION_STATUS } from '../domain/slice.ts'
import { listOf } from './listOf.ts'

const Cells = z.array(z.int())

const Values = listOf({
  is: (value): value is number | null => value === null || Number.isFinite(value),
  expected: 'number or null',
  items: { type: ['number', 'null'] },
})

/** Wire form of a slice; see domain/slice.ts. */
export const SliceDocument = z.object({
  indicator: z.string(),
  version: z.number(),
  entities: z.array(z.string()),
  periods: z.array(z.string()),
  values: Values,
  absent: z.partialRecord(z.enum(ABSENCE_REASONS), Cells),
  preliminary: Cells,
  revised: Cells,
  origins: z.array(z.enum(OBSERVATION_ORIGINS)),
  knownAt: z.nullable(z.string()),
  sources: z.optional(z.record(z.string(), Cells)),
})

/** Current version of every slice and of the registry: what a page checks after an absence. */
export const VersionsDocument = z.object({
  registry: z.number(),
  slices: z.record(z.string(), z.number()),
})
export type VersionsDocument = z.infer<typeof VersionsDocument>

/** One pushed change: «slice X is now version N», or the registry is. */
export const ChangeEvent = z.object({
  /** `registry` or an indicator id. */
  subject: z.string(),
  version: z.number(),
})
export type ChangeEvent = z.infer<typeof ChangeEvent>

/** The file that a report came in; null where it came as a message. */
const ReportFile = z.nullable(z.object({ name: z.string(), sha256: z.string() }))

/** One observation of a cell's history with the report it came from: newest first. */
export const ObservationEntry = z.object({
  seq: z.number(),
  indicator: z.string(),
  period: z.string(),
  entity: z.string(),
  value: z.nullable(z.number()),
  absent: z.nullable(z.enum(ABSENCE_REASONS)),
  status: z.enum(OBSERVATION_STATUS),
  origin: z.enum(OBSERVATION_ORIGINS),
  knownAt: z.string(),
  report: z.string(),
  /** Where the report's file states it, when it came in a file. */
  place: z.optional(z.nullable(z.object({ sheet: z.nullable(z.string()), cell: z.string() }))),
  file: z.optional(ReportFile),
  /** The report that this one takes back. */
  undoes: z.optional(z.nullable(z.string())),
})
export const ObservationHistory = z.object({ observations: z.array(ObservationEntry) })

/** A report's head: who, when, how many cells, its hash and why. */
export const ReportEntry = z.object({
  id: z.string(),
  brain: z.nullable(z.string()),
  period: z.nullable(z.string()),
  by: z.string(),
  reason: z.nullable(z.string()),
  receivedAt: z.string(),
  knownAt: z.string(),
  sha256: z.string(),
  cells: z.number(),
  source: z.nullable(z.string()),
  file: z.optional(ReportFile),
  /** The report that this one takes back, and the one that took this one back. */
  undoes: z.optional(z.nullable(z.string())),
  undoneBy: z.optional(z.nullable(z.string())),
})
