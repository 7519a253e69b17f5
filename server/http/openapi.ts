import type { Hono } from 'hono'
import type { Context } from 'hono'
import { generateSpecs, resolver, uniqueSymbol } from 'hono-openapi'

import { Problem } from '../../src/contract/index.ts'

type Schema = Parameters<typeof resolver>[0]
type Rights = 'none' | 'brain' | 'registrar'

export interface RouteDescription {
  readonly summary: string
  /** Schema of the answer under each status; null for an answer without a JSON body. */
  readonly answers: Readonly<Record<number, Schema | null>>
  readonly problems?: readonly number[]
  readonly body?: Schema
  readonly query?: readonly string[]
  readonly rights?: Rights
}

const json = (schema: Schema) => ({ 'application/json': { schema: resolver(schema) } })

const SECURITY: Readonly<Record<Rights, Record<string, string[]>[]>> = {
  none: [],
  brain: [{ brainToken: [] }],
  registrar: [{ operatorToken: [] }, { simulatorGrant: [] }],
}

type Answer = (c: Context) => Promise<Response>

/**
 * A handler with its description for /api/openapi.json; path parameters come from its path.
 * The description hangs on the handler itself: a middleware for it would cost every request.
 */
export const described = (
  route: RouteDescription,
  answer: (c: Context) => Response | Promise<Response>,
): Answer => Object.assign(answer as Answer, { [uniqueSymbol]: { spec: specOf(route) } })

function specOf(route: RouteDescription) {
  const { summary, answers, problems = [], body, query = [], rights = 'none' } = route
  return {
    summary,
    security: SECURITY[rights],
    parameters: query.map((name) => ({
      name,
      in: 'query' as const,
      required: false,
      schema: { type: 'string' as const },
    })),
    ...(body ? { requestBody: { required: true, content: json(body) } } : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, schema]) => [
          status,
          { description: summary, ...(schema ? { content: json(schema) } : {}) },
        ]),
      ),
      ...Object.fromEntries(
        problems.map((status) => [status, { description: 'Problem', content: json(Problem) }]),
      ),
    },
  }
}

/** The OpenAPI 3.1 document of every described route of an app. */
export const openApiOf = (app: Hono): Promise<unknown> =>
  generateSpecs(app, {
    excludeStaticFile: false,
    documentation: {
      openapi: '3.1.0',
      info: {
        title: '山东工业经济大脑',
        version: '1.0.0',
        description: 'Brains report indicators; readers fetch slices and follow changes.',
      },
      components: {
        securitySchemes: {
          brainToken: { type: 'http', scheme: 'bearer', description: 'Token of one brain' },
          operatorToken: { type: 'http', scheme: 'bearer', description: 'Printed at first start' },
          simulatorGrant: { type: 'apiKey', in: 'header', name: 'X-Simulator-Grant' },
        },
      },
    },
  })
