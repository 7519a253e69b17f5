import type { Context } from 'hono'

import type { Scope } from '../../src/domain/rights.ts'
import type { SpaceId } from '../../src/domain/space.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Space } from '../space/space.ts'
import type { Identify } from './identify.ts'
import type { NoteHourly } from './noteHourly.ts'
import type { Principal } from './principal.ts'
import { reachOf } from './reach.ts'
import type { Access } from './reach.ts'
import { foreignOrigin, noRight, noSuchSpace, notSignedIn } from './rights.ts'

/** Who asks, what they may see of it, and the space that the path names. */
export interface Asker {
  readonly principal: Principal
  /** The rows that the route's action reaches; all where the route has no space. */
  readonly scope: Scope
  readonly space: Space | null
  /** Asks anew, after a while: whether they still may. */
  readonly stillMay: () => Promise<boolean>
}

export interface GateOptions {
  readonly spaces: ReadonlyMap<SpaceId, Space>
  readonly identify: Identify
  /** Whether a page of this origin is ours. */
  readonly isOurOrigin: (origin: string, host: string) => boolean
  /** Takes note of reads of main and of what somebody known was refused. */
  readonly note: NoteHourly
}

/** The one place where a route's rule is kept. */
export interface Gate {
  /** Lets a request through; throws 401, 403, or 404 for a space that does not exist. */
  admit(c: Context, access: Access): Asker | Promise<Asker>
}

const ALL: Scope = { kind: 'all' }
const READING: ReadonlySet<string> = new Set(['GET', 'HEAD'])

/** Keeps the rule of every route before its body is read. */
export function makeGate(options: GateOptions): Gate {
  const { identify, note } = options

  const allowed = (
    c: Context,
    access: Access,
    space: Space | null,
    principal: Principal,
  ): Scope => {
    const { method, path } = c.req
    try {
      requireOurPage(options, c, principal)
      return requireAccess(principal, access, space)
    } catch (error) {
      const subject = `${method} ${path}`
      if (principal.kind !== 'anonymous')
        note(principal, 'request.refused', {
          space: space?.id ?? null,
          subject,
          outcome: 'refused',
        })
      throw error
    }
  }

  const admitted = (c: Context, access: Access, space: Space | null, principal: Principal) => {
    const scope = allowed(c, access, space, principal)
    const { method, path } = c.req
    if (READING.has(method) && space?.id === 'main')
      note(principal, 'document.read', { space: space.id, subject: path })
    const request = c.req
    const stillMay = async (): Promise<boolean> => {
      try {
        return reached(await identify(request, space, false), access, space).kind !== 'none'
      } catch (error) {
        if (error instanceof HttpProblem) return false
        throw error
      }
    }
    return { principal, scope, space, stillMay }
  }

  return {
    admit: (c, access) => {
      const space = namedSpace(options, c)
      const found = identify(c.req, space)
      return found instanceof Promise
        ? found.then((principal) => admitted(c, access, space, principal))
        : admitted(c, access, space, found)
    },
  }
}

function namedSpace({ spaces }: GateOptions, c: Context): Space | null {
  const id = c.req.param('space')
  if (id === undefined) return null
  const space = spaces.get(id as SpaceId)
  if (space) return space
  throw noSuchSpace(id)
}

/** What a principal reaches of a route: `none` where its rule is not met. */
function reached(principal: Principal, access: Access, space: Space | null): Scope {
  if (access === 'open') return ALL
  if (access === 'signedIn') return principal.kind === 'user' ? ALL : { kind: 'none' }
  return reachOf(principal, access, space?.id ?? null)
}

function requireAccess(principal: Principal, access: Access, space: Space | null): Scope {
  const scope = reached(principal, access, space)
  if (scope.kind !== 'none') return scope
  if (principal.kind === 'anonymous') throw notSignedIn()
  throw noRight(principal, typeof access === 'string' ? [access] : access, space?.id ?? null)
}

/**
 * A browser sends its cookie with whatever page asks it to: a write by cookie must come from a page of
 * ours, and so must a sign-in that says where it comes from (OWASP, Cross-Site Request Forgery).
 */
function requireOurPage({ isOurOrigin }: GateOptions, c: Context, principal: Principal): void {
  if (READING.has(c.req.method)) return
  const origin = c.req.header('origin')
  const byCookie = principal.kind === 'user' || principal.kind === 'wallLink'
  if (origin === undefined && !byCookie) return
  const host = c.req.header('host') ?? new URL(c.req.url).host
  if (origin === undefined || !isOurOrigin(origin, host)) throw foreignOrigin()
}
