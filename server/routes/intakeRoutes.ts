import type { Context, Hono } from 'hono'

import {
  DraftDocument,
  DraftList,
  DraftReceipt,
  DryRunAnswer,
  INTAKE_LIMITS,
  ReportSubmission,
} from '../../src/contract/index.ts'
import type { Asker } from '../auth/gate.ts'
import { attachment, XLSX } from '../http/attachment.ts'
import { described } from '../http/openapi.ts'
import { localeOf } from '../http/problem.ts'
import { dryRun } from '../intake/dryRun.ts'
import { fileNameOf } from '../intake/fileName.ts'
import { brainsInScope, requireBrainInScope } from '../intake/intakeContext.ts'
import type { IntakeContext } from '../intake/intakeContext.ts'
import { draftDocument } from '../intake/openDraft.ts'
import { readBody } from '../intake/readJson.ts'
import { annotateApart } from '../intake/readApart.ts'
import { readQuestion } from '../intake/readQuestion.ts'
import type { SentFile } from '../intake/readQuestion.ts'
import { saveDraft } from '../intake/submitDraft.ts'
import { templateOf } from '../intake/templateOf.ts'
import { brainIndex } from '../space/brainIndex.ts'
import { answer, bodyOf } from './answer.ts'
import type { AppDeps } from './deps.ts'
import { BRAIN, DRAFT_QUERY, DRY_RUN_QUERY, LIST_QUERY, PERIOD } from './intakeParameters.ts'
import {
  brainOf,
  cityOf,
  pageOf,
  periodParameter,
  queueOf,
  reasonOf,
  required,
  statesOf,
  statusOf,
} from './intakeQuery.ts'
import { noteDraft } from './noteDraft.ts'

/** The asker as every step of the intake takes it. */
export function contextOf({ files, clock }: AppDeps, asker: Asker): IntakeContext {
  const { space, principal, scope } = asker
  if (!space) throw new Error('the intake belongs to a space')
  return { space, principal, scope, files, clock }
}

/** Templates, dry runs and drafts: what is handed in before it is published. */
export function intakeRoutes(app: Hono, deps: AppDeps): void {
  template(app, deps)
  dryRuns(app, deps)
  drafts(app, deps)
  listings(app, deps)
}

function template(app: Hono, deps: AppDeps): void {
  app.get(
    '/api/:space/intake/template',
    described(
      {
        summary: 'Workbook of a brain for a period, to be filled in',
        zh: '一个产业大脑一期的填报模板（工作簿）',
        group: 'reports',
        answers: { 200: null },
        problems: [400, 404],
        query: [BRAIN, PERIOD],
        access: ['report', 'review'],
      },
      async (c, asker) => {
        const { bytes, name } = await templateOf(contextOf(deps, asker), {
          brain: required(brainOf(c.req), 'brain'),
          period: required(periodParameter(c.req), 'period'),
          locale: localeOf(c.req.header('accept-language')),
        })
        return attachment(bytes, name, XLSX)
      },
    ),
  )
}

function dryRuns(app: Hono, deps: AppDeps): void {
  app.post(
    '/api/:space/intake/dry-run',
    described(
      {
        summary: 'What a file would change, cell by cell; nothing is stored',
        zh: '试报：逐项列出一份文件会改动什么，不存入',
        group: 'reports',
        answers: { 200: DryRunAnswer },
        problems: [400, 404, 413, 422],
        query: DRY_RUN_QUERY,
        body: ReportSubmission,
        access: 'report',
      },
      async (c, asker) => {
        const context = contextOf(deps, asker)
        const sent = await sentFile(c, context)
        const seen = await dryRun(context.space, await readQuestion(context, sent))
        if (c.req.query('as') !== 'workbook') return answer(seen)
        const locale = localeOf(c.req.header('accept-language'))
        const bytes = await annotateApart(sent.bytes, seen.findings, locale)
        return attachment(bytes, `${sent.fileName.replace(/\.\w+$/, '')}-annotated.xlsx`, XLSX)
      },
    ),
  )
}

/** The body with what was said of it; rights over the brain are checked before the body is read. */
async function sentFile(c: Context, context: IntakeContext): Promise<SentFile> {
  const brain = brainOf(c.req)
  if (brain !== null) await requireBrainInScope(context, brain)
  const contentType = c.req.header('content-type') ?? ''
  const fileName = fileNameOf(c.req.header('x-file-name'), contentType)
  const said = { status: statusOf(c.req), reason: reasonOf(c.req) }
  const period = periodParameter(c.req)
  const bytes = await readBody(bodyOf(c), INTAKE_LIMITS.bytes)
  return { bytes, fileName, contentType, brain, period, ...said }
}

function drafts(app: Hono, deps: AppDeps): void {
  const noteKept = noteDraft(deps)
  app.post(
    '/api/:space/intake/drafts',
    described(
      {
        summary: 'Keep a file as a draft, whole or not at all; the same file twice is kept once',
        zh: '把一份文件存为草稿，要么全部存入，要么不存；同一文件只存一次',
        group: 'reports',
        answers: { 201: DraftReceipt, 200: DraftReceipt },
        problems: [400, 404, 409, 413, 422],
        query: DRAFT_QUERY,
        body: ReportSubmission,
        access: 'report',
      },
      async (c, asker) => {
        const context = contextOf(deps, asker)
        const base = c.req.query('base') ?? null
        const isSubmitted = c.req.query('submit') === '1'
        const sent = await sentFile(c, context)
        const receipt = await saveDraft(context, {
          ...{ question: await readQuestion(context, sent), bytes: sent.bytes, base },
          submit: isSubmitted ? { answers: [], reason: sent.reason } : null,
        })
        noteKept(asker.principal, context.space.id, receipt)
        return answer(receipt, receipt.known ? 200 : 201)
      },
    ),
  )
}

function listings(app: Hono, deps: AppDeps): void {
  app.get(
    '/api/:space/intake/drafts',
    described(
      {
        summary: 'Drafts by state, brain, city and period, the latest or the oldest first',
        zh: '按状态、产业大脑、市和期列出草稿，新的或旧的在前',
        group: 'reports',
        answers: { 200: DraftList },
        problems: [400, 404],
        query: LIST_QUERY,
        access: ['report', 'review'],
      },
      async (c, asker) => answer(await draftList(c, contextOf(deps, asker))),
    ),
  )

  app.get(
    '/api/:space/intake/drafts/:id',
    described(
      {
        summary: 'A draft, its history, and its cells set against what stands now',
        zh: '一份草稿、办理过程，及其各项与现有数据的对照',
        group: 'reports',
        answers: { 200: DraftDocument },
        problems: [404],
        access: ['report', 'review'],
      },
      async (c, asker) =>
        answer(await draftDocument(contextOf(deps, asker), c.req.param('id') ?? '')),
    ),
  )
}

async function draftList(c: Context, context: IntakeContext): Promise<DraftList> {
  const filter = {
    states: statesOf(c.req),
    brains: await brainsAsked(c, context),
    period: periodParameter(c.req),
  }
  const { page, ...rows } = pageOf(c.req)
  const { store } = context.space
  const head = { page, size: rows.limit, total: await store.countDrafts(filter) }
  const queue = queueOf(c.req)
  if (!queue) return { ...head, rows: [...(await store.findDrafts(filter, rows))] }
  const found = await store.draftQueue(filter, { ...queue, limit: rows.limit + 1 })
  const shown = found.slice(0, rows.limit)
  const last = shown.at(-1)
  return { ...head, rows: shown, ...(found.length > shown.length && last && { next: last.id }) }
}

/** Brains in scope that are asked about: one, those of a city, or all, which is null. */
async function brainsAsked(c: Context, context: IntakeContext): Promise<readonly string[] | null> {
  const [brain, city] = [brainOf(c.req), cityOf(c.req)]
  if (brain !== null) await requireBrainInScope(context, brain)
  const reach = brain === null ? await brainsInScope(context) : [brain]
  if (city === null) return reach
  const { byCity } = await brainIndex(context.space)
  const there = (byCity.get(city) ?? []).map(({ id }) => id)
  return reach === null ? there : reach.filter((id) => there.includes(id))
}
