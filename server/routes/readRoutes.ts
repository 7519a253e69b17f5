import type { Hono } from 'hono'
import * as z from 'zod/mini'

import {
  IndicatorId,
  ObservationHistory,
  PeriodId,
  RegistryDocument,
  ReportEntry,
  SliceDocument,
  VersionsDocument,
} from '../../src/contract/index.ts'
import type { Scope } from '../../src/domain/rights.ts'
import { SPACE_NAMES } from '../../src/domain/space.ts'
import type { Principal } from '../auth/principal.ts'
import { reachOf } from '../auth/reach.ts'
import { described } from '../http/openapi.ts'
import { badQuery } from '../http/parseInstant.ts'
import { notFound } from '../http/problem.ts'
import { documentResponse, jsonDocument } from '../http/servedDocument.ts'
import type { ServedDocument } from '../http/servedDocument.ts'
import type { Space } from '../space/space.ts'
import { asOfOf, spaceOf } from './deps.ts'
import type { AppDeps } from './deps.ts'

/** Answer of GET /api/spaces. */
export const SpaceList = z.object({
  spaces: z.array(
    z.object({
      id: z.string(),
      name: z.object({ zh: z.string(), en: z.string() }),
      observations: z.number(),
      lastKnownAt: z.nullable(z.string()),
    }),
  ),
})

/** Observations of a cell's history given at most in one answer. */
const HISTORY_LIMIT = 1000

/** Everything that is read: each answer has a strong ETag and a brotli form. */
export function readRoutes(app: Hono, deps: AppDeps): void {
  app.get(
    '/api/spaces',
    described(
      {
        summary: 'Spaces and their size',
        zh: '各库及其规模',
        group: 'documents',
        access: 'open',
        answers: { 200: SpaceList, 304: null },
      },
      async (c, { principal }) => documentResponse(c.req, await spaceList(deps, principal)),
    ),
  )

  app.get(
    '/api/:space/registry',
    described(
      {
        summary: 'Brains, events, targets, sources, cited points and holidays',
        zh: '产业大脑、过程事件、目标、来源、引用点与节假日',
        group: 'documents',
        access: 'read',
        answers: { 200: RegistryDocument, 304: null },
        problems: [400, 404],
        query: ['asOf'],
      },
      async (c, { scope }) =>
        documentResponse(c.req, await spaceOf(deps, c.req).registryDocument(asOfOf(c.req), scope)),
    ),
  )

  app.get(
    '/api/:space/versions',
    described(
      {
        summary: 'Current version of the registry and of every slice',
        zh: '登记簿与各切片的当前版本',
        group: 'documents',
        access: 'read',
        answers: { 200: VersionsDocument, 304: null },
        problems: [404],
      },
      async (c) => documentResponse(c.req, await spaceOf(deps, c.req).versionsDocument()),
    ),
  )

  app.get(
    '/api/:space/slices/:indicator',
    described(
      {
        summary: 'One indicator: all entities, all periods',
        zh: '一个指标的切片：全部对象、全部期',
        group: 'documents',
        access: 'read',
        answers: { 200: SliceDocument, 304: null },
        problems: [400, 404],
        query: ['asOf'],
      },
      (c, { scope }) => {
        const space = spaceOf(deps, c.req)
        const document = sliceOf(space, c.req.param('indicator') ?? '', asOfOf(c.req), scope)
        return document instanceof Promise
          ? document.then((built) => documentResponse(c.req, built))
          : documentResponse(c.req, document)
      },
    ),
  )

  app.get(
    '/api/:space/observations',
    described(
      {
        summary: 'History of a cell, newest first',
        zh: '一个单元格的历史，新的在前',
        group: 'documents',
        access: 'read',
        answers: { 200: ObservationHistory, 304: null },
        problems: [400, 404],
        query: ['indicator', 'entity', 'period', 'asOf'],
      },
      async (c, { scope }) =>
        documentResponse(c.req, await historyOf(spaceOf(deps, c.req), c.req, scope)),
    ),
  )

  app.get(
    '/api/:space/reports/:id',
    described(
      {
        summary: 'Head of one report',
        zh: '一次报送的抬头',
        group: 'documents',
        access: 'read',
        answers: { 200: ReportEntry, 304: null },
        problems: [404],
      },
      async (c, { scope }) =>
        documentResponse(
          c.req,
          await reportOf(spaceOf(deps, c.req), c.req.param('id') ?? '', scope),
        ),
    ),
  )
}

/** Those of which one may read anything, with the size of what one may read. */
async function spaceList({ spaces }: AppDeps, principal: Principal): Promise<ServedDocument> {
  const seen = [...spaces.values()].flatMap((space) => {
    const scope = reachOf(principal, 'read', space.id)
    return scope.kind === 'none' ? [] : [{ space, scope }]
  })
  const list = seen.map(async ({ space, scope }) => {
    const { observations, lastKnownAt } = await space.countsWithin(scope)
    const known = lastKnownAt === null ? null : new Date(lastKnownAt).toISOString()
    return { id: space.id, name: SPACE_NAMES[space.id], observations, lastKnownAt: known }
  })
  return jsonDocument({ spaces: await Promise.all(list) })
}

function sliceOf(space: Space, id: string, asOf: number | null, scope: Scope) {
  const indicator = space.indicators.get(id)
  if (indicator) return space.sliceDocument(indicator, asOf, scope)
  throw notFound({ zh: `没有指标“${id}”。`, en: `There is no indicator "${id}".` })
}

interface QueryRequest {
  query(name: string): string | undefined
  param(name: string): string | undefined
}

async function historyOf(
  space: Space,
  request: QueryRequest,
  scope: Scope,
): Promise<ServedDocument> {
  const indicator = request.query('indicator') ?? ''
  const entity = request.query('entity') ?? ''
  const period = request.query('period') ?? null
  if (!IndicatorId.safeParse(indicator).success)
    throw badQuery('indicator', { zh: '给出指标编号。', en: 'Give an indicator id.' })
  if (entity === '' || entity.length > 80)
    throw badQuery('entity', { zh: '给出对象编号。', en: 'Give an entity id.' })
  if (period !== null && !PeriodId.safeParse(period).success)
    throw badQuery('period', { zh: '期写作 2026-10。', en: 'Write a period as 2026-10.' })
  const query = { indicator, entity, period, asOf: asOfOf(request), limit: HISTORY_LIMIT }
  const isSeen = (await space.rows(scope))(entity)
  const observations = isSeen ? await space.store.history(query) : []
  return jsonDocument({ observations }, space.isOpen)
}

/** What a brain handed in is its own; a publication (no brain) is for all who read the space. */
async function reportOf(space: Space, id: string, scope: Scope): Promise<ServedDocument> {
  const report = await space.store.report(id)
  const holds = await space.rows(scope)
  if (report && (report.brain === null || holds(report.brain)))
    return jsonDocument(report, space.isOpen)
  throw notFound({ zh: `没有报送“${id}”。`, en: `There is no report "${id}".` })
}
