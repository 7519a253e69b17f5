import type { Hono } from 'hono'

import {
  DraftPublication,
  DraftReceipt,
  DraftReturn,
  DraftSubmission,
  DraftWithdrawal,
  ReportReceipt,
  REPORT_LIMITS,
  ReportUndo,
  UndoPreview,
  UndoReceipt,
} from '../../src/contract/index.ts'
import type { Access } from '../auth/reach.ts'
import { described } from '../http/openapi.ts'
import type { IntakeContext } from '../intake/intakeContext.ts'
import { readJson } from '../intake/readJson.ts'
import { publishDraft, returnDraft, withdrawDraft } from '../intake/reviewDraft.ts'
import { requireSchema } from '../intake/schemaFindings.ts'
import { submitDraft } from '../intake/submitDraft.ts'
import { undoPreview, undoReport } from '../intake/undoReport.ts'
import { answer, bodyOf } from './answer.ts'
import type { AppDeps } from './deps.ts'
import { contextOf } from './intakeRoutes.ts'
import { noteBy } from './noteBy.ts'

type Take = (context: IntakeContext, id: string, value: unknown) => Promise<unknown>

interface Step {
  readonly path: string
  /** As the audit trail names it. */
  readonly action: string
  readonly summary: string
  readonly zh: string
  readonly access: Access
  readonly body: NonNullable<Parameters<typeof described>[0]['body']>
  readonly gives: NonNullable<Parameters<typeof described>[0]['body']>
  readonly take: Take
}

const STEPS: readonly Step[] = [
  {
    path: '/api/:space/intake/drafts/:id/submit',
    action: 'draft.submit',
    summary: 'Hand a draft in: every warning answered, revisions explained',
    zh: '提交草稿：提醒逐条说明，修订写明原因',
    access: 'report',
    body: DraftSubmission,
    gives: DraftReceipt,
    take: (context, id, value) => {
      const { version, base = null, answers, reason = null } = requireSchema(DraftSubmission, value)
      return submitDraft(context, id, { version, base, answers, reason })
    },
  },
  {
    path: '/api/:space/intake/drafts/:id/withdraw',
    action: 'draft.withdraw',
    summary: 'Take a draft back before it is published',
    zh: '发布之前撤回草稿',
    access: ['report', 'review'],
    body: DraftWithdrawal,
    gives: DraftReceipt,
    take: async (context, id, value) => {
      const { version, reason = null } = requireSchema(DraftWithdrawal, value)
      return { draft: await withdrawDraft(context, id, { version, reason }), known: false }
    },
  },
  {
    path: '/api/:space/intake/drafts/:id/return',
    action: 'draft.return',
    summary: 'Give a draft back to its reporter with a reason',
    zh: '退回草稿并写明原因',
    access: 'review',
    body: DraftReturn,
    gives: DraftReceipt,
    take: async (context, id, value) => ({
      draft: await returnDraft(context, id, requireSchema(DraftReturn, value)),
      known: false,
    }),
  },
  {
    path: '/api/:space/intake/drafts/:id/publish',
    action: 'draft.publish',
    summary: 'Publish a draft as preliminary or final',
    zh: '发布草稿，注明初步或最终',
    access: 'review',
    body: DraftPublication,
    gives: ReportReceipt,
    take: (context, id, value) => {
      const { version, status = null, reason = null } = requireSchema(DraftPublication, value)
      return publishDraft(context, id, { version, status, reason })
    },
  },
  {
    path: '/api/:space/reports/:id/undo',
    action: 'report.undo',
    summary: 'Take a report back by a counter-report; nothing is deleted',
    zh: '以冲正报送撤销一次报送，不删除任何数据',
    access: 'review',
    body: ReportUndo,
    gives: UndoReceipt,
    take: (context, id, value) => undoReport(context, id, requireSchema(ReportUndo, value).reason),
  },
]

/** What becomes of drafts and reports: each step a small JSON body, all or nothing. */
export function reviewRoutes(app: Hono, deps: AppDeps): void {
  previews(app, deps)
  const note = noteBy(deps)
  for (const { path, action, take, gives, ...step } of STEPS)
    app.post(
      path,
      described(
        {
          ...{ ...step, group: 'reports', answers: { 200: gives } },
          problems: [400, 404, 409, 413, 415, 422],
        },
        async (c, asker) => {
          const context = contextOf(deps, asker)
          const { value } = await readJson(bodyOf(c), REPORT_LIMITS.bytes)
          const id = c.req.param('id') ?? ''
          const done = await take(context, id, value)
          deps.log.info({ space: context.space.id, id, action }, 'intake step taken')
          note(asker.principal, action, { space: context.space.id, subject: id })
          return answer(done)
        },
      ),
    )
}

function previews(app: Hono, deps: AppDeps): void {
  app.get(
    '/api/:space/reports/:id/undo',
    described(
      {
        summary: 'What taking a report back would show again, cell by cell',
        zh: '撤销一次报送后各项将恢复为何值',
        group: 'reports',
        answers: { 200: UndoPreview },
        problems: [404],
        access: 'review',
      },
      async (c, asker) =>
        answer(await undoPreview(contextOf(deps, asker), c.req.param('id') ?? '')),
    ),
  )
}
