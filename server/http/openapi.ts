import type { Hono } from 'hono'
import type { Context } from 'hono'
import { generateSpecs, resolver, uniqueSymbol } from 'hono-openapi'

import { Problem } from '../../src/contract/index.ts'
import type { Asker, Gate } from '../auth/gate.ts'
import type { Access } from '../auth/reach.ts'
import type { LocalText } from '../../src/domain/text.ts'

type Schema = Parameters<typeof resolver>[0]

/** Groups of routes, in the order in which a reader wants them. */
export const ROUTE_GROUPS = {
  openData: { zh: '开放数据', en: 'Open data' },
  documents: { zh: '页面所读', en: 'What the pages read' },
  reports: { zh: '报送与登记', en: 'Reports and registry' },
  accounts: { zh: '账号与权限', en: 'Accounts and rights' },
  service: { zh: '服务', en: 'Service' },
} as const satisfies Record<string, LocalText>
export type RouteGroup = keyof typeof ROUTE_GROUPS

export interface QueryParameter {
  readonly name: string
  readonly text: LocalText
  readonly example?: string
  readonly values?: readonly string[]
  readonly fallback?: string
  readonly required?: boolean
}

export interface RouteDescription {
  readonly summary: string
  /** The summary in Chinese. */
  readonly zh: string
  readonly group: RouteGroup
  /** Schema of the answer under each status; null for an answer without a JSON body. */
  readonly answers: Readonly<Record<number, Schema | null>>
  readonly problems?: readonly number[]
  readonly body?: Schema
  readonly query?: readonly (string | QueryParameter)[]
  /** Who may use it; the gate keeps it before a body is read. */
  readonly access: Access
  /** An answer of status 200 as it may look. */
  readonly example?: unknown
  /** The same rows as CSV, as they may look. */
  readonly csv?: string
}

const json = (schema: Schema, example?: unknown) => ({
  'application/json': {
    schema: resolver(schema),
    ...(example === undefined ? {} : { example }),
  },
})

/** The ways to prove a right that a route can be asked with. */
function securityOf(access: Access): Record<string, string[]>[] {
  if (access === 'open') return []
  const actions: readonly string[] = [access].flat()
  const machine = ['read', 'registry', 'grants'].some((action) => actions.includes(action))
  const brain = ['read', 'report'].some((action) => actions.includes(action))
  return [
    { session: [] },
    ...(brain ? [{ brainToken: [] }] : []),
    ...(machine ? [{ operatorToken: [] }] : []),
    ...(machine && !brain ? [{ simulatorGrant: [] }] : []),
  ]
}

/** What the app gives every request along; see makeApp. */
export interface Bindings {
  readonly gate: Gate
}

type Answer = (c: Context) => Response | Promise<Response>

/**
 * A handler behind its rule, with its description for /api/openapi.json; path parameters come from its path.
 * The handler gets who asks and the rows they may see; 401 and 403 never reach it.
 * The description hangs on the handler itself: a middleware for it would cost every request.
 * Chinese texts stand beside the English ones as `x-zh`.
 */
export function described(
  route: RouteDescription,
  answer: (c: Context, asker: Asker) => Response | Promise<Response>,
): Answer {
  const { access } = route
  const guarded: Answer = (c) => {
    const asker = (c.env as Bindings).gate.admit(c, access)
    return asker instanceof Promise ? asker.then((one) => answer(c, one)) : answer(c, asker)
  }
  return Object.assign(guarded, { [uniqueSymbol]: { spec: specOf(route) } })
}

function specOf(route: RouteDescription) {
  const { summary, zh, group, body, query = [], access } = route
  const problems = [...new Set([...(route.problems ?? []), ...refusalsOf(access)])].sort()
  return {
    summary,
    'x-zh': zh,
    tags: [group],
    'x-access': access,
    security: securityOf(access),
    parameters: query.map(parameterOf),
    ...(body ? { requestBody: { required: true, content: json(body) } } : {}),
    responses: {
      ...answersOf(route),
      ...Object.fromEntries(
        problems.map((status) => [status, { description: 'Problem', content: json(Problem) }]),
      ),
    },
  }
}

const refusalsOf = (access: Access): readonly number[] => (access === 'open' ? [] : [401, 403])

const answersOf = ({ summary, answers, example, csv }: RouteDescription) =>
  Object.fromEntries(
    Object.entries(answers).map(([status, schema]) => {
      const isFull = status === '200'
      const content = {
        ...(schema ? json(schema, isFull ? example : undefined) : {}),
        ...(isFull && csv !== undefined
          ? { 'text/csv': { schema: { type: 'string' as const }, example: csv } }
          : {}),
      }
      const has = Object.keys(content).length > 0
      return [status, { description: summary, ...(has ? { content } : {}) }]
    }),
  )

function parameterOf(given: string | QueryParameter) {
  const parameter: Partial<QueryParameter> & { readonly name: string } =
    typeof given === 'string' ? { name: given } : given
  const { name, text, example, values, fallback, required = false } = parameter
  return {
    name,
    in: 'query' as const,
    required,
    ...(text ? { description: text.en, 'x-zh': text.zh } : {}),
    ...(example === undefined ? {} : { example }),
    schema: {
      type: 'string' as const,
      ...(values ? { enum: [...values] } : {}),
      ...(fallback === undefined ? {} : { default: fallback }),
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
      tags: Object.entries(ROUTE_GROUPS).map(([name, { zh, en }]) => ({
        name,
        description: en,
        'x-zh': zh,
      })),
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'session' },
          brainToken: { type: 'http', scheme: 'bearer', description: 'Token of one brain' },
          operatorToken: { type: 'http', scheme: 'bearer', description: 'Printed at first start' },
          simulatorGrant: { type: 'apiKey', in: 'header', name: 'X-Simulator-Grant' },
        },
      },
    },
  })
