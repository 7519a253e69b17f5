import * as z from 'zod/mini'

import { ABSENCE_REASONS } from '../domain/reading.ts'
import { OBSERVATION_STATUS } from '../domain/slice.ts'
import { Line, LocalText } from './common.ts'

/** Bounds of what is handed in, in bytes and files. */
export const INTAKE_LIMITS = {
  /** One workbook, table or form. */
  bytes: 10_000_000,
  /** One archive of workbooks. */
  archiveBytes: 256_000_000,
  /** Drafts given in one answer. */
  page: 200,
} as const

/** 草稿, 已提交, 已退回, 已发布, 已撤回. */
export const DRAFT_STATES = ['draft', 'submitted', 'returned', 'published', 'withdrawn'] as const
export type DraftState = (typeof DRAFT_STATES)[number]

/** What happened to a draft, in order; `undone` leaves it published and names the counter-report. */
export const DRAFT_STEPS = [
  'saved',
  'submitted',
  'returned',
  'published',
  'withdrawn',
  'undone',
] as const
export type DraftStepKind = (typeof DRAFT_STEPS)[number]

const Reported = z.enum(['preliminary', 'final'])

/** Where a cell stands in its file: sheet and A1 reference, or a JSON pointer. */
export const CellPlaceEntry = z.object({
  sheet: z.nullable(z.string()),
  cell: z.nullable(z.string()),
  pointer: z.nullable(z.string()),
})

/** What is wrong with a file (`block`), or wants an explanation (`warn`). */
export const IntakeFindingEntry = z.object({
  /** What an answer names: stable while the file's cell and rule are the same. */
  id: z.string(),
  place: CellPlaceEntry,
  rule: z.string(),
  severity: z.enum(['block', 'warn']),
  indicator: z.nullable(z.string()),
  period: z.nullable(z.string()),
  text: LocalText,
  remedy: LocalText,
  /** Figures of the brain that it was drawn from. */
  related: z.optional(
    z.array(z.object({ indicator: z.string(), period: z.string(), value: z.number() })),
  ),
})
export type IntakeFindingEntry = z.infer<typeof IntakeFindingEntry>

/** One cell of a file beside what stands in the store: value or reason, never both. */
export const DryRunCell = z.object({
  place: CellPlaceEntry,
  indicator: z.string(),
  period: z.string(),
  value: z.nullable(z.number()),
  absent: z.nullable(z.enum(ABSENCE_REASONS)),
  /** What was done to the written value: 由 12345 万元换算. */
  note: z.nullable(LocalText),
  change: z.enum(['added', 'revised', 'unchanged', 'rejected']),
  /** What stands there now; null where nothing was reported. */
  before: z.nullable(
    z.object({
      value: z.nullable(z.number()),
      absent: z.nullable(z.enum(ABSENCE_REASONS)),
      status: z.enum(OBSERVATION_STATUS),
      report: z.string(),
    }),
  ),
})
export type DryRunCell = z.infer<typeof DryRunCell>

const Counts = z.object({
  added: z.number(),
  revised: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
})

export const IntakeFile = z.object({
  name: z.string(),
  sha256: z.string(),
  bytes: z.number(),
})
export type IntakeFile = z.infer<typeof IntakeFile>

/** A draft without its cells. `version` counts its steps and goes with every move. */
export const DraftHead = z.object({
  id: z.string(),
  version: z.number(),
  state: z.enum(DRAFT_STATES),
  brain: z.string(),
  period: z.string(),
  status: Reported,
  by: z.string(),
  savedAt: z.string(),
  updatedAt: z.string(),
  file: IntakeFile,
  cells: z.number(),
  /** Warnings that the reporter answers. */
  warnings: z.number(),
  /** The report that came of it. */
  report: z.nullable(z.string()),
  /** The counter-report that took that report back. */
  undoneBy: z.optional(z.nullable(z.string())),
})
export type DraftHead = z.infer<typeof DraftHead>

/** What a file would change, cell by cell; nothing is stored. */
export const DryRunAnswer = z.object({
  brain: z.string(),
  period: z.string(),
  status: Reported,
  file: IntakeFile,
  /** State of what others handed in for this brain and period; handed back with the draft. */
  base: z.string(),
  counts: Counts,
  cells: z.array(DryRunCell),
  findings: z.array(IntakeFindingEntry),
  /** Columns and sheets that were left aside, by name. */
  ignored: z.array(z.string()),
  /** Nothing blocks: the file can be handed in once warnings are answered and revisions explained. */
  acceptable: z.boolean(),
  /** Findings that want an answer, and whether revised cells want a reason. */
  needs: z.object({ answers: z.array(z.string()), reason: z.boolean() }),
  /** The draft that the same bytes made earlier. */
  known: z.nullable(DraftHead),
  /** The last draft that was handed in for this brain and period. */
  latest: z.nullable(DraftHead),
})
export type DryRunAnswer = z.infer<typeof DryRunAnswer>

/** An answer to a warning, in the reporter's words. */
export const WarningAnswer = z.strictObject({
  finding: z.string().check(z.maxLength(200)),
  text: Line,
})
export type WarningAnswer = z.infer<typeof WarningAnswer>

export const DraftStep = z.object({
  kind: z.enum(DRAFT_STEPS),
  by: z.string(),
  at: z.string(),
  note: z.nullable(z.string()),
  answers: z.array(z.object({ finding: z.string(), text: z.string() })),
  report: z.nullable(z.string()),
  /** The draft that took its place. */
  replacedBy: z.nullable(z.string()),
})
export type DraftStep = z.infer<typeof DraftStep>

/** A draft with its cells judged by what stands now, and everything that happened to it. */
export const DraftDocument = z.object({
  head: DraftHead,
  steps: z.array(DraftStep),
  /** Why earlier figures change, in the reporter's words. */
  reason: z.nullable(z.string()),
  now: DryRunAnswer,
})
export type DraftDocument = z.infer<typeof DraftDocument>

/** One page of drafts; of those from the oldest on, `next` is what `after` takes where more follow. */
export const DraftList = z.object({
  page: z.number(),
  size: z.number(),
  total: z.number(),
  rows: z.array(DraftHead),
  next: z.optional(z.string()),
})
export type DraftList = z.infer<typeof DraftList>

/** `known` is true where the same file was there already and nothing was stored. */
export const DraftReceipt = z.object({ draft: DraftHead, known: z.boolean() })
export type DraftReceipt = z.infer<typeof DraftReceipt>

const Version = z.int().check(z.gte(1))

/** Hands a draft in: every warning answered, revised cells explained. */
export const DraftSubmission = z.strictObject({
  version: Version,
  /** Of the dry run that the reporter saw; without it the draft's own. */
  base: z.optional(z.string().check(z.maxLength(64))),
  answers: z._default(z.array(WarningAnswer).check(z.maxLength(2_000)), []),
  reason: z.optional(Line),
})
export type DraftSubmission = z.input<typeof DraftSubmission>

export const DraftReturn = z.strictObject({ version: Version, reason: Line })
export type DraftReturn = z.infer<typeof DraftReturn>

/** Publishes as 初步 or 最终; the reporter's reason counts for revisions where none is given. */
export const DraftPublication = z.strictObject({
  version: Version,
  status: z.optional(Reported),
  reason: z.optional(Line),
})
export type DraftPublication = z.infer<typeof DraftPublication>

export const DraftWithdrawal = z.strictObject({ version: Version, reason: z.optional(Line) })
export type DraftWithdrawal = z.infer<typeof DraftWithdrawal>

export const ReportUndo = z.strictObject({ reason: Line })
export type ReportUndo = z.infer<typeof ReportUndo>

const Standing = z.object({
  value: z.nullable(z.number()),
  absent: z.nullable(z.enum(ABSENCE_REASONS)),
})

/** What taking a report back would show again, by the history of its cells; `later` names a report that forbids it. */
export const UndoPreview = z.object({
  report: z.string(),
  cells: z.array(
    z.object({
      indicator: z.string(),
      period: z.string(),
      now: Standing,
      before: z.nullable(Standing),
      later: z.nullable(z.string()),
    }),
  ),
})
export type UndoPreview = z.infer<typeof UndoPreview>

/** The counter-report: cells that show again what stood before, and cells that are absent again. */
export const UndoReceipt = z.object({
  report: z.string(),
  undoes: z.string(),
  knownAt: z.string(),
  restored: z.number(),
  emptied: z.number(),
})
export type UndoReceipt = z.infer<typeof UndoReceipt>

/** One line of an archive's progress: what became of one file of it; the last line sums up. */
export const ArchiveLine = z.union([
  z.object({
    kind: z.literal('file'),
    file: z.string(),
    brain: z.nullable(z.string()),
    period: z.nullable(z.string()),
    outcome: z.enum(['published', 'submitted', 'draft', 'known', 'rejected']),
    draft: z.nullable(z.string()),
    report: z.nullable(z.string()),
    observations: z.number(),
    findings: z.array(IntakeFindingEntry),
  }),
  z.object({
    kind: z.literal('end'),
    files: z.number(),
    observations: z.number(),
    rejected: z.number(),
    /** Why the archive was not read to its end; null when it was. */
    problem: z.nullable(LocalText),
  }),
])
export type ArchiveLine = z.infer<typeof ArchiveLine>
