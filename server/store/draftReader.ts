import type { Kysely, SelectQueryBuilder } from 'kysely'

import type { DraftHead, DraftStep, WarningAnswer } from '../../src/contract/index.ts'
import { padded } from './bulk.ts'
import type {
  DraftContent,
  DraftFilter,
  DraftStore,
  FileOwner,
  HandedIn,
  QueuePage,
  StoredDraft,
} from './draft.ts'
import { prepared } from './prepared.ts'
import { reportId } from './reportId.ts'
import type { CellPage } from './store.ts'
import type { DraftRow, DraftStateRow, DraftStepRow, Tables } from './tables.ts'

/** What a step keeps beside its note. */
export interface StepDetail {
  readonly answers?: readonly WarningAnswer[]
  readonly reason?: string | null
  readonly report?: string
  readonly replacedBy?: string
}

/** Public form of a draft's number: D12. */
export const draftId = (no: number): string => `D${no}`

/** The number of a draft id; null for anything else. */
export function draftNumber(id: string): number | null {
  const match = /^D([1-9]\d{0,14})$/.exec(id)
  return match ? Number(match[1]) : null
}

const iso = (instant: number): string => new Date(instant).toISOString()

const heads = (db: Kysely<Tables>) => withHeads(db.selectFrom('draft_state'))

const withHeads = (query: SelectQueryBuilder<Tables, 'draft_state', object>) =>
  query
    .innerJoin('draft', 'draft.no', 'draft_state.draft')
    .select(['no', 'version', 'state', 'draft.brain', 'draft.period', 'status', 'sender', 'at'])
    .select(['updated_at', 'file_name', 'file_bytes', 'sha256', 'cells', 'warnings', 'report'])
    .select((eb) =>
      eb
        .selectFrom('report as counter')
        .select(({ fn }) => fn.max('counter.no').as('no'))
        .whereRef('counter.brain', '=', 'draft_state.brain')
        .whereRef('counter.undoes', '=', 'draft_state.report')
        .as('undone_by'),
    )

type HeadRow = Omit<DraftRow, 'base' | 'content'> &
  Pick<DraftStateRow, 'version' | 'state' | 'updated_at' | 'report'> & {
    readonly undone_by: number | null
  }

const headOf = (row: HeadRow): DraftHead => ({
  id: draftId(row.no),
  version: row.version,
  state: row.state,
  brain: row.brain,
  period: row.period,
  status: row.status,
  by: row.sender,
  savedAt: iso(row.at),
  updatedAt: iso(row.updated_at),
  file: { name: row.file_name, sha256: row.sha256, bytes: row.file_bytes },
  cells: row.cells,
  warnings: row.warnings,
  report: row.report === null ? null : reportId(row.report),
  undoneBy: row.undone_by === null ? null : reportId(row.undone_by),
})

const headByNumber = prepared((db, { no }: { readonly no: number }) =>
  heads(db).where('no', '=', no),
)

/** The head of a draft by its number. */
export async function readDraftHead(db: Kysely<Tables>, no: number): Promise<DraftHead | null> {
  const [row] = await headByNumber(db, { no })
  return row ? headOf(row) : null
}

/** See Store.draft. */
export async function readDraft(db: Kysely<Tables>, id: string): Promise<StoredDraft | null> {
  const no = draftNumber(id)
  if (no === null) return null
  const row = await heads(db).select(['base', 'content']).where('no', '=', no).executeTakeFirst()
  if (!row) return null
  const steps = await db
    .selectFrom('draft_step')
    .selectAll()
    .where('draft', '=', no)
    .orderBy('n')
    .execute()
  // Written by this store from checked values.
  const content = JSON.parse(row.content) as DraftContent
  return { head: headOf(row), base: row.base, steps: steps.map(stepOf), content }
}

function stepOf({ kind, actor, at, note, detail }: DraftStepRow): DraftStep {
  const { answers = [], report = null, replacedBy = null } = JSON.parse(detail) as StepDetail
  return { kind, by: actor, at: iso(at), note, answers: [...answers], report, replacedBy }
}

const isEmpty = ({ states, brains }: DraftFilter): boolean =>
  states?.length === 0 || brains?.length === 0

/** Drafts by their states, without what was handed in. */
const matching = (db: Kysely<Tables>, { states, brains, period }: DraftFilter) =>
  db
    .selectFrom('draft_state')
    .$if(states !== null, (query) => query.where('state', 'in', padded(states ?? [])))
    .$if(brains !== null, (query) => query.where('draft_state.brain', 'in', padded(brains ?? [])))
    .$if(period !== null, (query) => query.where('draft_state.period', '=', period ?? ''))

/** See Store.findDrafts. */
export async function findDrafts(
  db: Kysely<Tables>,
  filter: DraftFilter,
  { limit, offset }: CellPage,
): Promise<readonly DraftHead[]> {
  if (isEmpty(filter)) return []
  const rows = await withHeads(matching(db, filter))
    .orderBy('draft_state.draft', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(headOf)
}

/** See Store.draftQueue. */
export async function readDraftQueue(
  db: Kysely<Tables>,
  filter: DraftFilter,
  { limit, after }: QueuePage,
): Promise<readonly DraftHead[]> {
  if (isEmpty(filter)) return []
  const last = after === null ? 0 : (draftNumber(after) ?? 0)
  const rows = await withHeads(matching(db, filter))
    .where('draft_state.draft', '>', last)
    .orderBy('draft_state.draft')
    .limit(limit)
    .execute()
  return rows.map(headOf)
}

/** See Store.countDrafts. */
export async function countDrafts(db: Kysely<Tables>, filter: DraftFilter): Promise<number> {
  if (isEmpty(filter)) return 0
  const row = await matching(db, filter)
    .select((eb) => eb.fn.countAll().as('drafts'))
    .executeTakeFirstOrThrow()
  return Number(row.drafts)
}

interface FileOfMonth {
  readonly brain: string
  readonly period: string
  readonly sha256: string
}

const draftOfFile = prepared((db, { brain, period, sha256 }: FileOfMonth) =>
  heads(db)
    .where('sha256', '=', sha256)
    .where('draft.brain', '=', brain)
    .where('draft.period', '=', period)
    .where('state', 'in', ['draft', 'submitted', 'published'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('report')
            .select('report.no')
            .where('report.brain', '=', brain)
            .whereRef('report.undoes', '=', 'draft_state.report'),
        ),
      ),
    )
    .orderBy('no', 'desc')
    .limit(1),
)

/** See Store.draftOfFile. */
export async function readDraftOfFile(
  db: Kysely<Tables>,
  ...[brain, period, sha256]: Parameters<DraftStore['draftOfFile']>
): Promise<DraftHead | null> {
  const [row] = await draftOfFile(db, { brain, period, sha256 })
  return row ? headOf(row) : null
}

type Month = Omit<FileOfMonth, 'sha256'>

const lastStep = prepared((db, { brain, period }: Month) =>
  db
    .selectFrom('draft_step')
    .innerJoin('draft', 'draft.no', 'draft_step.draft')
    .select(['seq', 'draft'])
    .where('brain', '=', brain)
    .where('period', '=', period)
    .where('kind', '<>', 'saved')
    .orderBy('seq', 'desc')
    .limit(1),
)

const lastReport = prepared((db, { brain, period }: Month) =>
  db
    .selectFrom('report')
    .select((eb) => eb.fn.max('no').as('no'))
    .where('brain', '=', brain)
    .where('period', '=', period),
)

/** See Store.handedIn. */
export async function readHandedIn(
  db: Kysely<Tables>,
  brain: string,
  period: string,
): Promise<HandedIn> {
  const [step] = await lastStep(db, { brain, period })
  const [report] = await lastReport(db, { brain, period })
  const latest = step ? await readDraftHead(db, step.draft) : null
  return { base: `${step?.seq ?? 0}.${report?.no ?? 0}`, latest }
}

/** See Store.ownersOfFile. */
export async function readOwnersOfFile(
  db: Kysely<Tables>,
  sha256: string,
): Promise<readonly FileOwner[]> {
  return db
    .selectFrom('draft')
    .select(['brain', 'file_name as name'])
    .distinct()
    .where('sha256', '=', sha256)
    .execute()
}
