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
import { SPACE_NAMES } from '../../src/domain/space.ts'
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
        answers: { 200: SpaceList, 304: null },
      },
      async (c) => documentResponse(c.req, await spaceList(deps)),
    ),
  )

  app.get(
    '/api/:space/registry',
    described(
      {
        summary: 'Brains, events, targets, sources, cited points and holidays',
        zh: '产业大脑、过程事件、目标、来源、引用点与节假日',
        group: 'documents',
        answers: { 200: RegistryDocument, 304: null },
        problems: [400, 404],
        query: ['asOf'],
      },
      async (c) =>
        documentResponse(c.req, await spaceOf(deps, c.req).registryDocument(asOfOf(c.req))),
    ),
  )

  app.get(
    '/api/:space/versions',
    described(
      {
        summary: 'Current version of the registry and of every slice',
        zh: '登记簿与各切片的当前版本',
        group: 'documents',
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
        answers: { 200: SliceDocument, 304: null },
        problems: [400, 404],
        query: ['asOf'],
      },
      (c) => {
        const space = spaceOf(deps, c.req)
        const document = sliceOf(space, c.req.param('indicator') ?? '', asOfOf(c.req))
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
        answers: { 200: ObservationHistory, 304: null },
        problems: [400, 404],
        query: ['indicator', 'entity', 'period', 'asOf'],
      },
      async (c) => documentResponse(c.req, await historyOf(spaceOf(deps, c.req), c.req)),
    ),
  )

  app.get(
    '/api/:space/reports/:id',
    described(
      {
        summary: 'Head of one report',
        zh: '一次报送的抬头',
        group: 'documents',
        answers: { 200: ReportEntry, 304: null },
        problems: [404],
      },
      async (c) =>
        documentResponse(c.req, await reportOf(spaceOf(deps, c.req), c.req.param('id') ?? '')),
    ),
  )
}

function spaceList({ spaces }: AppDeps): Promise<ServedDocument> {
  const list = [...spaces.values()].map((space) => {
    const { observations, lastKnownAt } = space.counts()
    const known = lastKnownAt === null ? null : new Date(lastKnownAt).toISOString()
    return { id: space.id, name: SPACE_NAMES[space.id], observations, lastKnownAt: known }
  })
  return jsonDocument({ spaces: list })
}

function sliceOf(space: Space, id: string, asOf: number | null) {
  const indicator = space.indicators.get(id)
  if (indicator) return space.sliceDocument(indicator, asOf)
  throw notFound({ zh: `没有指标“${id}”。`, en: `There is no indicator "${id}".` })
}

interface QueryRequest {
  query(name: string): string | undefined
  param(name: string): string | undefined
}

async function historyOf(space: Space, request: QueryRequest): Promise<ServedDocument> {
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
  return jsonDocument({ observations: await space.store.history(query) })
}

async function reportOf(space: Space, id: string): Promise<ServedDocument> {
  const report = await space.store.report(id)
  if (report) return jsonDocument(report)
  throw notFound({ zh: `没有报送“${id}”。`, en: `There is no report "${id}".` })
}
