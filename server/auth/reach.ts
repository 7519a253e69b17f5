import { ROLE_ACTIONS, scopeOf } from '../../src/domain/rights.ts'
import type { Action, Grant, Scope } from '../../src/domain/rights.ts'
import type { SpaceId } from '../../src/domain/space.ts'
import type { Principal } from './principal.ts'

/**
 * What a route asks of those who use it: nothing; an account; or one of these actions, for a route of a
 * space within it.
 */
export type Access = 'open' | 'signedIn' | Action | readonly Action[]

/** Actions without rows: one may do them everywhere or, where the grant names a space, there. */
const ROWLESS: ReadonlySet<Action> = new Set(['users', 'grants', 'audit'])

/** What those who are no person may do at most, whatever role their grant borrows. */
const AT_MOST: Readonly<Partial<Record<Principal['kind'], readonly Action[]>>> = {
  anonymous: ['read'],
  wallLink: ['read'],
  brain: ['read', 'report'],
  operator: ['read', 'registry', 'grants'],
  simulator: ['read', 'registry', 'grants'],
}

const NONE: Scope = { kind: 'none' }
const ALL: Scope = { kind: 'all' }

/** Grants do not change once a principal is made, so neither does what they reach. */
const reached = new WeakMap<readonly Grant[], Map<string, Scope>>()

/** The rows that a principal reaches with any of the actions; without a space, all or none. */
export function reachOf(
  { kind, grants }: Principal,
  actions: Action | readonly Action[],
  space: SpaceId | null,
): Scope {
  const known = reached.get(grants) ?? new Map<string, Scope>()
  reached.set(grants, known)
  const key = `${kind} ${String(actions)} ${space ?? ''}`
  const scope =
    known.get(key) ?? union(allowed(kind, actions).map((one) => reach(grants, one, space)))
  known.set(key, scope)
  return scope
}

const allowed = (kind: Principal['kind'], actions: Action | readonly Action[]): readonly Action[] =>
  [actions].flat().filter((action) => AT_MOST[kind]?.includes(action) ?? true)

function reach(grants: readonly Grant[], action: Action, space: SpaceId | null): Scope {
  if (space !== null && !ROWLESS.has(action)) return scopeOf(grants, action, space)
  const fits = grants.some(
    (grant) =>
      ROLE_ACTIONS[grant.role].includes(action) &&
      (!ROWLESS.has(action) || grant.space === null || grant.space === space),
  )
  return fits ? ALL : NONE
}

function union(scopes: readonly Scope[]): Scope {
  if (scopes.some(({ kind }) => kind === 'all')) return ALL
  const some = scopes.flatMap((scope) => (scope.kind === 'some' ? [scope] : []))
  return some.length === 0
    ? NONE
    : {
        kind: 'some',
        cities: new Set(some.flatMap(({ cities }) => [...cities])),
        brains: new Set(some.flatMap(({ brains }) => [...brains])),
      }
}

const keys = new WeakMap<Scope, string>()

/** Tells scopes apart in keys of caches: empty for all of a space. */
export function scopeKey(scope: Scope): string {
  const known = keys.get(scope)
  if (known !== undefined) return known
  const key =
    scope.kind === 'some'
      ? `${[...scope.cities].sort().join(',')}|${[...scope.brains].sort().join(',')}`
      : scope.kind === 'all'
        ? ''
        : '-'
  keys.set(scope, key)
  return key
}
