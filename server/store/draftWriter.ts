import type { Kysely } from 'kysely'

import type { DraftHead, DraftState, DraftStepKind } from '../../src/contract/index.ts'
import type {
  DraftMove,
  DraftOutcome,
  DraftPublished,
  DraftRefusal,
  DraftWrite,
  MoveOutcome,
} from './draft.ts'
import {
  draftId,
  draftNumber,
  readDraftHead,
  readDraftOfFile,
  readHandedIn,
} from './draftReader.ts'
import type { StepDetail } from './draftReader.ts'
import { prepared } from './prepared.ts'
import type { DraftRow, DraftStateRow, DraftStepRow, Tables } from './tables.ts'

type Taken = Exclude<DraftStepKind, 'saved' | 'undone'>

/** From which states each step may be taken. */
export const ALLOWED: Readonly<Record<Taken, readonly DraftState[]>> = {
  submitted: ['draft', 'returned'],
  returned: ['submitted'],
  published: ['submitted'],
  withdrawn: ['draft', 'submitted', 'returned'],
}

/** See Store.saveDrafts. */
export const writeDrafts = (
  db: Kysely<Tables>,
  drafts: readonly DraftWrite[],
): Promise<readonly DraftOutcome[]> =>
  db.transaction().execute(async (trx) => {
    const outcomes: DraftOutcome[] = []
    for (const draft of drafts) outcomes.push(await writeDraft(trx, draft))
    return outcomes
  })

async function writeDraft(trx: Kysely<Tables>, draft: DraftWrite): Promise<DraftOutcome> {
  const { brain, period, by, at, submit } = draft
  const known = await readDraftOfFile(trx, brain, period, draft.sha256)
  if (known) return { kind: 'known', draft: known }
  const { base, latest } = await readHandedIn(trx, brain, period)
  if (draft.base !== null && draft.base !== base) return { kind: 'handedInSince', latest }
  const no = await insertDraft(trx, { ...draft, base })
  await addState(trx, { no, brain, period, at })
  await takeStep(trx, no, { kind: 'saved', by, at, note: null, detail: {} })
  if (submit) {
    await replaceOthers(trx, { no, brain, period, by, at })
    const { reason, answers } = submit
    await takeStep(trx, no, { kind: 'submitted', by, at, note: reason, detail: { answers } })
  }
  return { kind: 'saved', draft: await requireHead(trx, no) }
}

const lastDraft = prepared((db) => db.selectFrom('draft').select((eb) => eb.fn.max('no').as('no')))

const addDraft = prepared((db, row: DraftRow) =>
  db.insertInto('draft').values({
    ...{ no: row.no, brain: row.brain, period: row.period, status: row.status },
    ...{ sender: row.sender, at: row.at, sha256: row.sha256, base: row.base },
    ...{ file_name: row.file_name, file_bytes: row.file_bytes },
    ...{ cells: row.cells, warnings: row.warnings, content: row.content },
  }),
)

const addState = prepared(
  (db, row: { readonly no: number } & Pick<DraftWrite, 'brain' | 'period' | 'at'>) =>
    db.insertInto('draft_state').values({
      ...{ draft: row.no, brain: row.brain, period: row.period, updated_at: row.at },
      ...{ state: 'draft', version: 0, report: null },
    }),
)

async function insertDraft(
  trx: Kysely<Tables>,
  draft: DraftWrite & { readonly base: string },
): Promise<number> {
  const [last] = await lastDraft(trx, {})
  const no = Number(last?.no ?? 0) + 1
  await addDraft(trx, {
    ...{ no, brain: draft.brain, period: draft.period, status: draft.status },
    ...{ sender: draft.by, at: draft.at, sha256: draft.sha256, base: draft.base },
    ...{ file_name: draft.fileName, file_bytes: draft.fileBytes },
    ...{ cells: draft.content.cells.length, warnings: draft.warnings },
    content: JSON.stringify(draft.content),
  })
  return no
}

async function requireHead(trx: Kysely<Tables>, no: number): Promise<DraftHead> {
  const head = await readDraftHead(trx, no)
  if (!head) throw new Error(`draft ${no} is not there`)
  return head
}

const STATE_AFTER: Readonly<Partial<Record<DraftStepKind, DraftState>>> = {
  saved: 'draft',
  undone: 'published',
}

interface Step {
  readonly kind: DraftStepKind
  readonly by: string
  readonly at: number
  readonly note: string | null
  readonly detail: StepDetail
}

const lastStep = prepared((db) =>
  db.selectFrom('draft_step').select((eb) => eb.fn.max('seq').as('seq')),
)

type NextState = Pick<DraftStateRow, 'draft' | 'state' | 'updated_at' | 'report'>

/** A report that is not given leaves the one that is there. */
const moveState = prepared((db, next: NextState) =>
  db
    .updateTable('draft_state')
    .set((eb) => ({
      version: eb('version', '+', 1),
      state: next.state,
      updated_at: next.updated_at,
      report: eb.fn.coalesce(eb.val(next.report), eb.ref('report')),
    }))
    .where('draft', '=', next.draft)
    .returning('version'),
)

const addStep = prepared((db, row: DraftStepRow) =>
  db.insertInto('draft_step').values({
    ...{ seq: row.seq, draft: row.draft, n: row.n, kind: row.kind },
    ...{ actor: row.actor, at: row.at, note: row.note, detail: row.detail },
  }),
)

/** Appends a step and moves the state with it; `report` is the number of the report that was published. */
export async function takeStep(
  trx: Kysely<Tables>,
  draft: number,
  { kind, by, at, note, detail }: Step,
  report: number | null = null,
): Promise<void> {
  const [last] = await lastStep(trx, {})
  const state = STATE_AFTER[kind] ?? (kind as DraftState)
  const [moved] = await moveState(trx, { draft, state, updated_at: at, report })
  if (!moved) throw new Error(`draft ${draft} has no state`)
  await addStep(trx, {
    seq: Number(last?.seq ?? 0) + 1,
    ...{ draft, n: moved.version, kind, actor: by, at, note },
    detail: JSON.stringify(detail),
  })
}

type Replacing = { readonly no: number } & Pick<DraftWrite, 'brain' | 'period' | 'by' | 'at'>

const othersOpen = prepared((db, { no, brain, period }: Omit<Replacing, 'by' | 'at'>) =>
  db
    .selectFrom('draft_state')
    .innerJoin('draft', 'draft.no', 'draft_state.draft')
    .select('no')
    .where('draft.brain', '=', brain)
    .where('draft.period', '=', period)
    .where('state', 'in', ['submitted', 'returned'])
    .where('no', '<>', no),
)

/** What was handed in earlier for a brain and period and is still open gives way to a new submission. */
async function replaceOthers(
  trx: Kysely<Tables>,
  { no, brain, period, by, at }: Replacing,
): Promise<void> {
  const open = await othersOpen(trx, { no, brain, period })
  const detail = { replacedBy: draftId(no) }
  for (const other of open)
    await takeStep(trx, other.no, { kind: 'withdrawn', by, at, note: null, detail })
}

/** See Store.moveDraft. */
export const writeMove = (db: Kysely<Tables>, move: DraftMove): Promise<MoveOutcome> =>
  db.transaction().execute(async (trx): Promise<MoveOutcome> => {
    const checked = await movable(trx, move, move.kind)
    if ('kind' in checked) return checked
    const { no, head } = checked
    const { by, at } = move
    if (move.kind !== 'submitted') {
      await takeStep(trx, no, { kind: move.kind, by, at, note: move.note, detail: {} })
      return { kind: 'moved', draft: await requireHead(trx, no) }
    }
    const { base, latest } = await readHandedIn(trx, head.brain, head.period)
    if (move.base !== null && move.base !== base) return { kind: 'handedInSince', latest }
    await replaceOthers(trx, { no, brain: head.brain, period: head.period, by, at })
    const { answers, reason } = move.words
    await takeStep(trx, no, { kind: 'submitted', by, at, note: reason, detail: { answers } })
    return { kind: 'moved', draft: await requireHead(trx, no) }
  })

/** The draft, where the step may be taken from the version that was seen. */
export async function movable(
  trx: Kysely<Tables>,
  { id, version }: Pick<DraftPublished, 'id' | 'version'>,
  kind: Taken,
): Promise<{ readonly no: number; readonly head: DraftHead } | DraftRefusal> {
  const no = draftNumber(id)
  const head = no === null ? null : await readDraftHead(trx, no)
  if (no === null || head === null) return { kind: 'missing' }
  if (head.version !== version) return { kind: 'changedSince', draft: head }
  if (!ALLOWED[kind].includes(head.state)) return { kind: 'notAllowed', draft: head }
  return { no, head }
}
