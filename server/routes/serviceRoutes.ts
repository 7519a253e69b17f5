import type { Hono } from 'hono'
import * as z from 'zod/mini'

import { Problem } from '../../src/contract/index.ts'
import { described, openApiOf } from '../http/openapi.ts'
import { HttpProblem } from '../http/problem.ts'
import { SECURITY_HEADERS } from '../http/securityHeaders.ts'
import { documentResponse, jsonDocument } from '../http/servedDocument.ts'
import type { ServedDocument } from '../http/servedDocument.ts'
import type { AppDeps } from './deps.ts'

export const StatusAnswer = z.object({ status: z.string() })

const HEADERS = {
  ...SECURITY_HEADERS,
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
}

const status = (text: string): Response =>
  new Response(JSON.stringify({ status: text }), { headers: HEADERS })

/** Health (the process answers), readiness (its stores answer), and the description of the API. */
export function serviceRoutes(app: Hono, deps: AppDeps): void {
  let openApi: Promise<ServedDocument> | null = null

  app.get(
    '/api/health',
    described(
      {
        summary: 'The process is up',
        zh: '进程在运行',
        group: 'service',
        access: 'open',
        answers: { 200: StatusAnswer },
      },
      () => status('up'),
    ),
  )

  app.get(
    '/api/ready',
    described(
      {
        summary: 'The stores answer',
        zh: '各库可用',
        group: 'service',
        access: 'open',
        answers: { 200: StatusAnswer, 503: Problem },
      },
      async () => {
        await Promise.all([...deps.spaces.values()].map(storeAnswers))
        return status('ready')
      },
    ),
  )

  app.get(
    '/api/openapi.json',
    described(
      {
        summary: 'This description, OpenAPI 3.1',
        zh: '本说明，OpenAPI 3.1',
        group: 'service',
        access: 'open',
        answers: { 200: null, 304: null },
      },
      async (c) => {
        openApi ??= openApiOf(app).then((document) => jsonDocument(document, true))
        return documentResponse(c.req, await openApi)
      },
    ),
  )
}

async function storeAnswers({
  id,
  store,
}: {
  id: string
  store: { meta(key: string): Promise<unknown> }
}) {
  try {
    await store.meta('space')
  } catch (cause) {
    throw Object.assign(
      new HttpProblem(503, 'storeAway', {
        zh: `库 ${id} 不可用。`,
        en: `The store of ${id} does not answer.`,
      }),
      { cause },
    )
  }
}
