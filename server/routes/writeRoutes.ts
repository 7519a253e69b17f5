import type { Context, Hono } from 'hono'

import {
  BrainRegistration,
  BrainRegistrationReceipt,
  BrainToken,
  EventReceipt,
  EventSubmission,
  REPORT_LIMITS,
  ReportReceipt,
  ReportSubmission,
} from '../../src/contract/index.ts'
import { isSimulator, requireBrain, requireRegistrar } from '../auth/rights.ts'
import { described } from '../http/openapi.ts'
import { SECURITY_HEADERS } from '../http/securityHeaders.ts'
import { readJson } from '../intake/readJson.ts'
import { issueToken, registerBrains } from '../intake/registerBrains.ts'
import { submitEvents } from '../intake/submitEvents.ts'
import { submitReport } from '../intake/submitReport.ts'
import { spaceOf } from './deps.ts'
import type { AppDeps } from './deps.ts'

/** Longest body of a registry write: 10,000 brains or 50,000 events. */
const REGISTRY_BYTES = 12_000_000

/** Everything that is written. Rights are checked before a body is read. */
export function writeRoutes(app: Hono, deps: AppDeps): void {
  const { credentials, clock, spaces, log } = deps

  app.post(
    '/api/:space/reports',
    described(
      {
        summary: 'Report of one brain for one period, stored whole or not at all',
        zh: '一个产业大脑一期的报送，要么全部入库，要么不入库',
        group: 'reports',
        answers: { 201: ReportReceipt, 200: ReportReceipt },
        problems: [400, 401, 403, 404, 413, 415, 422, 503],
        body: ReportSubmission,
        rights: 'brain',
      },
      async (c) => {
        const space = spaceOf(deps, c.req)
        const brain = await requireBrain(c.req, space, spaces)
        const simulated = isSimulator(c.req, space, credentials)
        const read = await readJson(bodyOf(c), REPORT_LIMITS.bytes)
        const receipt = await submitReport(space, read, { brain, simulated, receivedAt: clock() })
        if (!simulated) log.info({ space: space.id, ...receipt }, 'report stored')
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
        answers: { 200: BrainRegistrationReceipt },
        problems: [400, 401, 403, 404, 413, 415, 422],
        body: BrainRegistration,
        rights: 'registrar',
      },
      async (c) => {
        const space = spaceOf(deps, c.req)
        const by = await requireRegistrar(c.req, space, credentials)
        const { value } = await readJson(bodyOf(c), REGISTRY_BYTES)
        const tokens = await registerBrains(space, value, clock())
        log.info({ space: space.id, by, registered: tokens.length }, 'brains registered')
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
        answers: { 201: BrainToken },
        problems: [401, 403, 404],
        rights: 'registrar',
      },
      async (c) => {
        const space = spaceOf(deps, c.req)
        const by = await requireRegistrar(c.req, space, credentials)
        const issued = await issueToken(space, c.req.param('id') ?? '', clock())
        log.info({ space: space.id, by, brain: issued.brain }, 'token issued')
        return answer(issued, 201)
      },
    ),
  )

  app.post(
    '/api/:space/events',
    described(
      {
        summary: 'Append lifecycle events, all or none',
        zh: '追加过程事件，要么全部，要么不追加',
        group: 'reports',
        answers: { 201: EventReceipt, 200: EventReceipt },
        problems: [400, 401, 403, 404, 409, 413, 415, 422],
        body: EventSubmission,
        rights: 'registrar',
      },
      async (c) => {
        const space = spaceOf(deps, c.req)
        const by = await requireRegistrar(c.req, space, credentials)
        const { value } = await readJson(bodyOf(c), REGISTRY_BYTES)
        const receipt = await submitEvents(space, value, by)
        log.info({ space: space.id, by, ...receipt }, 'events appended')
        return answer(receipt, receipt.added > 0 ? 201 : 200)
      },
    ),
  )
}

const bodyOf = (c: Context) => ({
  header: (name: string) => c.req.header(name),
  arrayBuffer: () => c.req.arrayBuffer(),
  get raw() {
    return c.req.raw
  },
})

const WRITE_HEADERS = {
  ...SECURITY_HEADERS,
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
}

const answer = (body: unknown, status: 200 | 201): Response =>
  new Response(JSON.stringify(body), { status, headers: WRITE_HEADERS })
