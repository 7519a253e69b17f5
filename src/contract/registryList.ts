import * as z from 'zod/mini'

import { Line, LocalText } from './common.ts'
import { BrainEntry } from './registration.ts'
import { CellPlaceEntry, IntakeFile } from './intake.ts'

/** Bounds of a list of brains, in bytes and rows. */
export const REGISTRY_LIMITS = { bytes: 10_000_000, rows: 10_000 } as const

/** Changes or adds one brain: `version` is the one that was seen, 0 for a new brain. */
export const BrainChange = z.strictObject({
  entry: BrainEntry,
  version: z.int().check(z.gte(0)),
  reason: z.nullable(Line),
})
export type BrainChange = z.infer<typeof BrainChange>

export const BrainVersionEntry = z.object({
  version: z.number(),
  knownAt: z.string(),
  by: z.string(),
  reason: z.nullable(z.string()),
  entry: BrainEntry,
})
export type BrainVersionEntry = z.infer<typeof BrainVersionEntry>

/** Every version of an entry, newest first. */
export const BrainHistory = z.object({ brain: z.string(), versions: z.array(BrainVersionEntry) })
export type BrainHistory = z.infer<typeof BrainHistory>

/** The columns of a list of brains that the registry keeps. */
export const REGISTRY_FIELDS = [
  'name',
  'batch',
  'domain',
  'subIndustry',
  'leadUnit',
  'jointUnits',
  'city',
  'county',
  'place',
  'organiser',
  'honours',
  'origin',
  'stage',
] as const
export type RegistryField = (typeof REGISTRY_FIELDS)[number]

export const LIST_CHANGES = ['added', 'changed', 'unchanged', 'rejected'] as const
export type ListChange = (typeof LIST_CHANGES)[number]

/** One row of a list beside the entry that it meets. Values are ids where the registry keeps ids. */
export const ListRowEntry = z.object({
  place: CellPlaceEntry,
  /** Null where the row does not say which brain it means. */
  brain: z.nullable(z.string()),
  name: z.string(),
  change: z.enum(LIST_CHANGES),
  fields: z.array(
    z.object({
      field: z.enum(REGISTRY_FIELDS),
      before: z.nullable(z.string()),
      after: z.nullable(z.string()),
    }),
  ),
})
export type ListRowEntry = z.infer<typeof ListRowEntry>

export const ListFinding = z.object({
  place: CellPlaceEntry,
  rule: z.string(),
  /** `block` keeps the whole list out. */
  severity: z.enum(['block', 'warn']),
  text: LocalText,
  remedy: LocalText,
})
export type ListFinding = z.infer<typeof ListFinding>

/** What a list would change, row by row; nothing is stored. */
export const RegistryDryRun = z.object({
  file: IntakeFile,
  /** The registry that was compared with: handed back with the import. */
  base: z.number(),
  counts: z.object({
    added: z.number(),
    changed: z.number(),
    unchanged: z.number(),
    rejected: z.number(),
    /** Lifecycle events that the stages of the list add. */
    events: z.number(),
  }),
  rows: z.array(ListRowEntry),
  findings: z.array(ListFinding),
  /** Columns and sheets that were left aside, by name. */
  ignored: z.array(z.string()),
  acceptable: z.boolean(),
})
export type RegistryDryRun = z.infer<typeof RegistryDryRun>

export const RegistryReceipt = z.object({
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  events: z.number(),
})
export type RegistryReceipt = z.infer<typeof RegistryReceipt>

/** A figure or briefing of a space that left the screen as a file. */
export const ExportNote = z.strictObject({
  figure: z.string().check(z.minLength(1), z.maxLength(200)),
  format: z.enum(['copy', 'png', 'svg', 'pptx', 'xlsx', 'csv', 'docx', 'print']),
  asOf: z.nullable(z.string().check(z.maxLength(40))),
})
export type ExportNote = z.infer<typeof ExportNote>
