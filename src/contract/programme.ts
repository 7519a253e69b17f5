import * as z from 'zod/mini'

import { STATEMENT_VERDICTS } from '../domain/eligibility/statement.ts'
import { SCORED_MEASURES } from '../domain/assessment/scoreCard.ts'
import { GRADES } from '../domain/event.ts'
import { DOMAIN_IDS } from '../domain/brain.ts'
import { CASE_STEP_KINDS } from '../domain/programme/caseFile.ts'
import { Day, Id, IndicatorId, Line, LocalText, PeriodId } from './common.ts'
import { Paragraph } from './paragraph.ts'

/** Bounds of what the programme keeps. */
export const PROGRAMME_LIMITS = {
  /** Of a body. */
  bytes: 2_000_000,
  /** Of a file of rules: 100,000 events as we write them. */
  fileBytes: 32_000_000,
  /** Of one file of evidence. */
  evidenceBytes: 20_000_000,
  clauses: 100,
  items: 200,
  statements: 50_000,
} as const

const BoundedText = z.object({ zh: Line, en: Line })
/** Longest texts of rules: a cell of a table is read up to 2,000 characters. */
const RuleText = Paragraph.check(z.maxLength(2_000))
const Sources = z.array(Line.check(z.maxLength(80))).check(z.maxLength(20))
const Batch = z.int().check(z.gte(2020), z.lte(2100))
const Weight = z.number().check(z.gte(0), z.lte(100))

const leaves = {
  reading: z.strictObject({
    kind: z.literal('reading'),
    id: Id,
    indicator: IndicatorId,
    basis: z.enum(['lastYear', 'latest']),
    least: z.nullable(z.number()),
    soft: z.boolean(),
    floor: z.nullable(z.number()),
  }),
  count: z.strictObject({
    kind: z.literal('count'),
    id: Id,
    indicators: z.array(IndicatorId).check(z.minLength(1), z.maxLength(20)),
    least: z.int().check(z.gte(1), z.lte(20)),
  }),
  statement: z.strictObject({
    kind: z.literal('statement'),
    id: Id,
    what: BoundedText,
    /** 原则上: stated not to be so, the clause passes softly. */
    soft: z.optional(z.boolean()),
  }),
}

const Leaf = z.discriminatedUnion('kind', [leaves.reading, leaves.count, leaves.statement])
const joined = <T extends z.ZodMiniType>(of: T) =>
  z.strictObject({
    kind: z.enum(['all', 'any']),
    id: Id,
    of: z.array(of).check(z.minLength(1), z.maxLength(20)),
  })
/** Needs may be joined twice: any of (all of …). */
const Inner = z.union([Leaf, joined(Leaf)])
export const NeedEntry = z.union([Leaf, joined(Inner)])

export const ClauseEntry = z.strictObject({
  id: Id,
  name: BoundedText,
  text: z.object({ zh: RuleText, en: RuleText }),
  need: NeedEntry,
  waivable: z.boolean(),
  sources: Sources,
})

/** A rule set as it is imported; what else it must keep is judged by checkRuleSet. */
export const RuleSetEntry = z.strictObject({
  batch: Batch,
  name: BoundedText,
  clauses: z.array(ClauseEntry).check(z.minLength(1), z.maxLength(PROGRAMME_LIMITS.clauses)),
  rest: z.object({ zh: RuleText, en: RuleText }),
  sources: Sources,
})
export type RuleSetEntry = z.infer<typeof RuleSetEntry>

const scored = z.strictObject({
  kind: z.literal('item'),
  id: Id,
  name: BoundedText,
  weight: Weight,
  indicator: IndicatorId,
  measure: z.enum(SCORED_MEASURES),
  zero: z.number(),
  full: z.number(),
})
const judged = z.strictObject({
  kind: z.literal('judged'),
  id: Id,
  name: BoundedText,
  weight: Weight,
  asks: z.object({ zh: RuleText, en: RuleText }),
})
const ScoreLeaf = z.discriminatedUnion('kind', [scored, judged])
const group = <T extends z.ZodMiniType>(child: T) =>
  z.strictObject({
    kind: z.literal('group'),
    id: Id,
    name: BoundedText,
    weight: Weight,
    children: z.array(child).check(z.minLength(1), z.maxLength(50)),
  })
const Level2 = z.union([ScoreLeaf, group(ScoreLeaf)])
const Level1 = z.union([ScoreLeaf, group(Level2)])

/** A score card as it is imported, three levels deep; what else it must keep is judged by checkScoreCard. */
export const ScoreCardEntry = z.strictObject({
  id: Id,
  name: BoundedText,
  year: Batch,
  demonstration: z.boolean(),
  children: z.array(Level1).check(z.minLength(1), z.maxLength(50)),
  bands: z
    .array(z.strictObject({ grade: z.enum(GRADES), from: z.number(), passes: z.boolean() }))
    .check(z.minLength(1), z.maxLength(10)),
  leastCoverage: z.number().check(z.gte(0), z.lte(1)),
  sources: Sources,
})
export type ScoreCardEntry = z.infer<typeof ScoreCardEntry>

/** The list of a batch year: its sub-industries by name. */
export const ListEntry = z.strictObject({
  year: Batch,
  subIndustries: z
    .array(
      z.strictObject({
        name: Line,
        domain: z.nullable(z.enum(DOMAIN_IDS)),
        /** What else the sub-industry is called, in lists of other years or by brains. */
        aliases: z.optional(z.array(Line.check(z.maxLength(80))).check(z.maxLength(20))),
      }),
    )
    .check(z.minLength(1), z.maxLength(500)),
  document: Line,
})
export type ListEntry = z.infer<typeof ListEntry>

/** A weekday that is off, or a weekend day that is worked. */
export const HolidayEntry = z.strictObject({ date: Day, kind: z.enum(['off', 'work']) })
export type HolidayEntry = z.infer<typeof HolidayEntry>

/** A statement as it is handed in: who and when are the service's. */
export const StatementWrite = z.strictObject({
  brain: Id,
  batch: Batch,
  subject: Id,
  /** Of a clause: `waived`, and `notMet` where the waiver is taken back. */
  verdict: z.enum(STATEMENT_VERDICTS),
  document: Line,
  reason: z.nullable(Line),
  /** The version that was seen, 0 for the first. */
  version: z.int().check(z.gte(0)),
})
export type StatementWrite = z.infer<typeof StatementWrite>
export const StatementSubmission = z.strictObject({
  statements: z
    .array(StatementWrite)
    .check(z.minLength(1), z.maxLength(PROGRAMME_LIMITS.statements)),
})
export const StatementEntry = z.object({
  ...StatementWrite.shape,
  by: z.string(),
  date: z.string(),
})
export type StatementEntry = z.infer<typeof StatementEntry>

const Cell = z.object({ indicator: IndicatorId, entity: Id, period: PeriodId })

/** One item of a score: points and what they rest on. Null points: not known. */
export const ScoreItemEntry = z.strictObject({
  item: Id,
  points: z.nullable(z.number().check(z.gte(0), z.lte(100))),
  value: z.nullable(z.number()),
  cell: z.nullable(Cell),
  document: z.nullable(Line),
  note: z.nullable(Line),
})

/** A score of a brain and year as it is handed in; the service works out score and grade again. */
export const ScoreWrite = z.strictObject({
  brain: Id,
  year: Batch,
  card: Id,
  /** Readings up to this period. */
  period: PeriodId,
  /** Points that people gave, on a document. */
  judged: z
    .array(
      z.strictObject({
        item: Id,
        points: z.number().check(z.gte(0), z.lte(100)),
        document: Line,
        note: z.nullable(Line),
      }),
    )
    .check(z.maxLength(PROGRAMME_LIMITS.items)),
  /** Why; needed where the year was scored before. */
  reason: z.nullable(Line),
  /** The version that was seen, 0 for the first. */
  version: z.int().check(z.gte(0)),
  /** Also appends the event 年度考核评估 with the grade. */
  publish: z.boolean(),
  document: z.nullable(Line),
})
export type ScoreWrite = z.infer<typeof ScoreWrite>

export const ScoreRecordEntry = z.object({
  brain: z.string(),
  year: z.number(),
  version: z.number(),
  card: z.string(),
  /** Version of the card; 0 for the built-in one. */
  cardVersion: z.number(),
  period: z.string(),
  items: z.array(ScoreItemEntry),
  score: z.nullable(z.number()),
  coverage: z.number(),
  grade: z.nullable(z.enum(GRADES)),
  published: z.boolean(),
  by: z.string(),
  /** ISO instant. */
  at: z.string(),
  reason: z.nullable(z.string()),
})
export type ScoreRecordEntry = z.infer<typeof ScoreRecordEntry>

/** A step of a case as it is handed in. Evidence is a document's title or a cell; a file is uploaded. */
export const CaseStepWrite = z.strictObject({
  kind: z.enum(CASE_STEP_KINDS),
  /** Steps that were seen. */
  seen: z.int().check(z.gte(0)),
  text: Paragraph,
  document: z.optional(z.nullable(Line)),
  cell: z.optional(z.nullable(z.strictObject(Cell.shape))),
  owner: z.optional(z.nullable(Line)),
  due: z.optional(z.nullable(Day)),
})
export type CaseStepWrite = z.infer<typeof CaseStepWrite>

export const CaseStepEntry = z.object({
  order: z.string(),
  n: z.number(),
  kind: z.enum(CASE_STEP_KINDS),
  by: z.string(),
  at: z.string(),
  text: z.string(),
  document: z.nullable(z.string()),
  file: z.nullable(z.object({ name: z.string(), sha256: z.string() })),
  cell: z.nullable(Cell),
  owner: z.nullable(z.string()),
  due: z.nullable(z.string()),
})
export type CaseStepEntry = z.infer<typeof CaseStepEntry>
export const CaseAnswer = z.object({ steps: z.array(CaseStepEntry) })

/** What the store keeps of the programme beside brains and events. */
export const RECORD_KINDS = [
  'ruleSet',
  'scoreCard',
  'list',
  'statement',
  'score',
  'caseStep',
] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

/**
 * The programme's rules and files of a space, within the reader's rows. Rule sets, cards and lists are those that
 * were imported: they take the place of the product's own of the same batch, id or year.
 */
export const ProgrammeDocument = z.object({
  version: z.number(),
  ruleSets: z.array(z.object({ version: z.number(), entry: RuleSetEntry })),
  scoreCards: z.array(z.object({ version: z.number(), entry: ScoreCardEntry })),
  lists: z.array(z.object({ version: z.number(), entry: ListEntry })),
  statements: z.array(StatementEntry),
  /** Every version, oldest first. */
  scores: z.array(ScoreRecordEntry),
  caseSteps: z.array(CaseStepEntry),
})
export type ProgrammeDocument = z.infer<typeof ProgrammeDocument>

export const StoredReceipt = z.object({ added: z.number(), unchanged: z.number() })

/** What can be taken out as a file and brought in again. */
export const RULE_FILES = ['ruleSets', 'scoreCards', 'lists', 'calendar', 'events'] as const
export type RuleFile = (typeof RULE_FILES)[number]

export const RuleFileFinding = z.object({
  /** Sheet and cell, or a JSON pointer. */
  place: z.string(),
  rule: z.string(),
  severity: z.enum(['block', 'warn']),
  text: LocalText,
  remedy: LocalText,
})
export type RuleFileFinding = z.infer<typeof RuleFileFinding>

/** What a file of rules would change; nothing is stored. */
export const RuleFileDryRun = z.object({
  what: z.enum(RULE_FILES),
  /**
   * One line an entry: what it is, and added, changed, unchanged or rejected; then one for each part of what stands
   * (a day, a sub-industry, a clause, a need, an item) that the file leaves out.
   */
  entries: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      change: z.enum(['added', 'changed', 'unchanged', 'removed', 'rejected']),
    }),
  ),
  findings: z.array(RuleFileFinding),
  acceptable: z.boolean(),
  /** The state that it was compared with: handed back with the import. */
  base: z.number(),
})
export type RuleFileDryRun = z.infer<typeof RuleFileDryRun>
export const RuleFileReceipt = z.object({
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  /** Keys of what is gone. */
  removed: z.array(z.string()),
})
export type RuleFileReceipt = z.infer<typeof RuleFileReceipt>
