import type { Context } from 'hono'

import { SECURITY_HEADERS } from '../http/securityHeaders.ts'
import type { JsonRequest } from '../intake/readJson.ts'

/** What readJson needs of a request. */
export const bodyOf = (c: Context): JsonRequest => ({
  header: (name: string) => c.req.header(name),
  arrayBuffer: () => c.req.arrayBuffer(),
  get raw() {
    return c.req.raw
  },
})

const HEADERS = {
  ...SECURITY_HEADERS,
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
}

type Extra = Readonly<Record<string, string>>

/** JSON that nobody keeps. */
export const answer = (body: unknown, status: 200 | 201 | 202 = 200, extra: Extra = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { ...HEADERS, ...extra } })

/** It is done, and there is nothing to say. */
export const done = (extra: Extra = {}): Response =>
  new Response(null, {
    status: 204,
    headers: { ...SECURITY_HEADERS, 'cache-control': 'no-store', ...extra },
  })
