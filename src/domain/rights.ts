import type { SpaceId } from './space.ts'

/**
 * Who may do what. A role is a bundle of actions; a grant gives a role for a space, a city of it or one brain.
 * `administrator`, `security` and `auditor` are the three duties that a site may keep in different hands
 * (GB/T 22239-2019, 8.1.5: system, security and audit management).
 */
export const ROLES = [
  'viewer',
  'analyst',
  'reporter',
  'assessor',
  'office',
  'administrator',
  'security',
  'auditor',
] as const
export type Role = (typeof ROLES)[number]

export const ACTIONS = [
  /** See rows: pages, slices, open data, files of figures. */
  'read',
  /** Let others see one's views and briefings. */
  'share',
  /** Hand in a report of a brain. */
  'report',
  /** Return, publish and take back reports. */
  'review',
  /** Score a brain. */
  'assess',
  /** Add and change brains and their events. */
  'registry',
  /** Make, invite and close accounts. */
  'users',
  /** Give and take roles, tokens and wall links. */
  'grants',
  /** Read and verify the audit trail. */
  'audit',
] as const
export type Action = (typeof ACTIONS)[number]

export const ROLE_ACTIONS: Readonly<Record<Role, readonly Action[]>> = {
  viewer: ['read'],
  analyst: ['read', 'share'],
  reporter: ['read', 'report'],
  assessor: ['read', 'share', 'assess'],
  office: ['read', 'share', 'report', 'review', 'registry'],
  administrator: ['users'],
  security: ['grants'],
  auditor: ['audit'],
}

/** The duties that one person must not hold together where they are separated, nor beside a role over data. */
export const DUTIES = ['administrator', 'security', 'auditor'] as const satisfies readonly Role[]

/** One role for one space: whole, one city (adcode) of it, or one brain. A duty has no space. */
export interface Grant {
  readonly role: Role
  readonly space: SpaceId | null
  readonly city: string | null
  readonly brain: string | null
}

/** The rows that an action reaches: all of the space, those of some cities and brains, or none. */
export type Scope =
  | { readonly kind: 'all' }
  | {
      readonly kind: 'some'
      readonly cities: ReadonlySet<string>
      readonly brains: ReadonlySet<string>
    }
  | { readonly kind: 'none' }

const ALL: Scope = { kind: 'all' }
const NONE: Scope = { kind: 'none' }

/** What the grants allow of an action in a space. */
export function scopeOf(grants: readonly Grant[], action: Action, space: SpaceId): Scope {
  const fitting = grants.filter(
    (grant) => grant.space === space && ROLE_ACTIONS[grant.role].includes(action),
  )
  if (fitting.length === 0) return NONE
  if (fitting.some(({ city, brain }) => city === null && brain === null)) return ALL
  return {
    kind: 'some',
    cities: new Set(fitting.flatMap(({ city, brain }) => (brain === null && city ? [city] : []))),
    brains: new Set(fitting.flatMap(({ brain }) => (brain === null ? [] : [brain]))),
  }
}

/** Whether the grants allow an action that has no rows: accounts, roles, the trail. */
export const mayDo = (grants: readonly Grant[], action: Action): boolean =>
  grants.some(({ role }) => ROLE_ACTIONS[role].includes(action))

/** Whether a row lies in a scope. A city's scope holds its brains, the city itself and its counties. */
export function isInScope(
  scope: Scope,
  row: { readonly entity: string; readonly city: string | null },
): boolean {
  if (scope.kind !== 'some') return scope.kind === 'all'
  if (scope.brains.has(row.entity)) return true
  return row.city !== null && scope.cities.has(row.city)
}
