import type { Hono } from 'hono'

import {
  BrainRegistration,
  BrainRegistrationReceipt,
  BrainToken,
  DraftReceipt,
  EventReceipt,
  EventSubmission,
  REPORT_LIMITS,
  ReportReceipt,
  ReportSubmission,
} from '../../src/contract/index.ts'
import { actorOf } from '../auth/principal.ts'
import { brainTokenOnly, isSimulator } from '../auth/rights.ts'
import { described } from '../http/openapi.ts'
import { handInReport } from '../intake/handInReport.ts'
import { readJson } from '../intake/readJson.ts'
import { issueToken, registerBrains } from '../intake/registerBrains.ts'
import { submitEvents } from '../intake/submitEvents.ts'
import { submitReport } from '../intake/submitReport.ts'
import { answer, bodyOf } from './answer.ts'
import { spaceOf } from './deps.ts'
import type { AppDeps } from './deps.ts'
import { contextOf } from './intakeRoutes.ts'
import { noteBy } from './noteBy.ts'
import { noteDraft } from './noteDraft.ts'

/** Longest body of a registry write: 10,000 brains or 50,000 events. */
const REGISTRY_BYTES = 12_000_000

/** Everything that is written. Rights are checked before a body is read. */
export function writeRoutes(app: Hono, deps: AppDeps): void {
  const { credentials, clock, log } = deps
  const note = noteBy(deps)
  const noteKept = noteDraft(deps)

  app.post(
    '/api/:space/reports',
    described(
      {
        summary:
          'Report of one brain for one period, stored whole or not at all; with a token for drafts it waits for the office (202)',
        zh: '一个产业大脑一期的报送，要么全部入库，要么不入库；凭草稿令牌则提交待审（202）',
        group: 'reports',
        access: 'report',
        answers: { 201: ReportReceipt, 200: ReportReceipt, 202: DraftReceipt },
        problems: [400, 401, 403, 404, 409, 413, 415, 422, 503],
        body: ReportSubmission,
      },
      async (c, asker) => {
        const { principal } = asker
        const space = spaceOf(deps, c.req)
        if (principal.kind !== 'brain') throw brainTokenOnly()
        const { brain, may } = principal
        const read = await readJson(bodyOf(c), REPORT_LIMITS.bytes)
        if (may === 'draft') {
          const draft = await handInReport(contextOf(deps, asker), brain, read)
          noteKept(principal, space.id, draft)
          return answer(draft, 202)
        }
        const simulated = isSimulator(c.req, space, credentials)
        const receipt = await submitReport(space, read, { brain, simulated, receivedAt: clock() })
        if (!simulated) {
          log.info({ space: space.id, ...receipt }, 'report stored')
          const { added, revised, unchanged } = receipt
          const detail = { added, revised, unchanged }
          note(principal, 'report.store', { space: space.id, subject: receipt.report, detail })
        }
        return answer(receipt, receipt.added + receipt.revised > 0 ? 201 : 200)
      },
    ),
  )

  app.post(
    '/api/:space/brains',
    described(
      {
        summary: 'Register brains, all or none; tokens only for those that are new',
        zh: '登记产业大脑，要么全部，要么不登记；只给新登记者发令牌',
        group: 'reports',
        access: 'registry',
        answers: { 200: BrainRegistrationReceipt },
        problems: [400, 401, 403, 404, 413, 415, 422],
        body: BrainRegistration,
      },
      async (c, { principal, scope }) => {
        const space = spaceOf(deps, c.req)
        const by = actorOf(principal)
        const { value } = await readJson(bodyOf(c), REGISTRY_BYTES)
        const knowsWhen = principal.kind === 'simulator'
        const tokens = await registerBrains(space, value, { by, at: clock(), scope, knowsWhen })
        log.info({ space: space.id, by, registered: tokens.length }, 'brains registered')
        const detail = { registered: tokens.length }
        note(principal, 'registry.brains', { space: space.id, subject: 'brains', detail })
        return answer({ tokens }, 200)
      },
    ),
  )

  app.post(
    '/api/:space/brains/:id/tokens',
    described(
      {
        summary: 'Issue a new token to a brain; its older ones are revoked',
        zh: '给一个产业大脑发新令牌，旧令牌作废',
        group: 'reports',
        access: 'grants',
        answers: { 201: BrainToken },
        problems: [401, 403, 404],
      },
      async (c, { principal }) => {
        const space = spaceOf(deps, c.req)
        const by = actorOf(principal)
        const issued = await issueToken(space, c.req.param('id') ?? '', clock())
        log.info({ space: space.id, by, brain: issued.brain }, 'token issued')
        note(principal, 'token.issue', { space: space.id, subject: issued.brain })
        return answer(issued, 201)
      },
    ),
  )

  app.post(
    '/api/:space/events',
    described(
      {
        summary:
          'Append lifecycle events, all or none; refused where the history of a brain would not be legal',
        zh: '追加过程事件，要么全部，要么不追加；使建设过程不合规则的不追加',
        group: 'reports',
        access: 'registry',
        answers: { 201: EventReceipt, 200: EventReceipt },
        problems: [400, 401, 403, 404, 409, 413, 415, 422],
        body: EventSubmission,
      },
      async (c, { principal, scope }) => {
        const space = spaceOf(deps, c.req)
        const by = actorOf(principal)
        const { value } = await readJson(bodyOf(c), REGISTRY_BYTES)
        const sender = { knowsWhen: principal.kind === 'simulator', scope, by }
        const receipt = await submitEvents(space, value, sender)
        log.info({ space: space.id, by, ...receipt }, 'events appended')
        const detail = { added: receipt.added }
        note(principal, 'registry.events', { space: space.id, subject: 'events', detail })
        return answer(receipt, receipt.added > 0 ? 201 : 200)
      },
    ),
  )
}
