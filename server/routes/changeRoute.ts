import type { Hono } from 'hono'

import { actorOf } from '../auth/principal.ts'
import type { Principal } from '../auth/principal.ts'
import { described } from '../http/openapi.ts'
import { badQuery } from '../http/parseInstant.ts'
import { remoteAddress } from '../http/remoteAddress.ts'
import { SECURITY_HEADERS } from '../http/securityHeaders.ts'
import { spaceOf } from './deps.ts'
import type { AppDeps } from './deps.ts'

const STREAM_HEADERS = {
  ...SECURITY_HEADERS,
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
}

/** Server-sent events (WHATWG HTML, 9.2): a reader resumes with Last-Event-ID or ?since=. */
export function changeRoute(app: Hono, deps: AppDeps): void {
  app.get(
    '/api/:space/changes',
    described(
      {
        summary: 'Live changes: «slice X is now version N»; resumes from Last-Event-ID or ?since=',
        zh: '实时变更：“切片 X 现为第 N 版”；可从 Last-Event-ID 或 ?since= 续接',
        group: 'documents',
        access: 'read',
        answers: { 200: null },
        problems: [400, 404, 429, 503],
        query: ['since'],
      },
      async (c, { principal, stillMay }) => {
        const space = spaceOf(deps, c.req)
        const since = sinceOf(c.req.header('last-event-id') ?? c.req.query('since'))
        const missed = since === null ? [] : await missedSince(space, since)
        const holder = holderOf(principal, remoteAddress(c, deps.settings.publicOrigin !== null))
        const stream = space.hub.open(missed, { holder, stillMay })
        return new Response(stream, { headers: STREAM_HEADERS })
      },
    ),
  )
}

/** Whoever is known by name, else whoever shares an address. */
const holderOf = (principal: Principal, address: string): string =>
  principal.kind === 'anonymous' ? `address:${address}` : actorOf(principal)

function sinceOf(value: string | undefined): number | null {
  if (value === undefined || value === '') return null
  if (/^\d{1,15}$/.test(value)) return Number(value)
  throw badQuery('since', { zh: '给出变更序号。', en: 'Give the number of a change.' })
}

/** A number beyond our latest comes from another store: everything is news to that reader. */
async function missedSince(space: ReturnType<typeof spaceOf>, since: number) {
  const all = await space.store.changesSince(0)
  const latest = all.at(-1)?.version ?? 0
  return since > latest ? all : all.filter(({ version }) => version > since)
}
