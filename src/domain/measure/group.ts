import type { Brain, DomainId } from '../brain.ts'
import { DOMAIN_IDS } from '../brain.ts'
import type { Cube } from '../cube.ts'
import { countyOrZone } from '../zone.ts'

/** Entities that a query covers: every given condition must hold. */
export interface Scope {
  readonly brains?: readonly string[]
  readonly domains?: readonly DomainId[]
  readonly subIndustries?: readonly string[]
  readonly cities?: readonly string[]
  readonly counties?: readonly string[]
  readonly batches?: readonly number[]
}

/** `region` reads observations of the regions themselves (public statistics); the others group brains. */
export type GroupBy =
  'all' | 'domain' | 'subIndustry' | 'city' | 'county' | 'batch' | 'brain' | 'region'

export interface Group {
  readonly id: string
  /** Brains (or the one region) in the group. */
  readonly members: readonly string[]
}

/** Group of the brains whose domain, county (or zone) or batch no source states; it comes last. */
export const UNKNOWN_GROUP = 'unknown'

const KEY_OF: Readonly<Record<Exclude<GroupBy, 'region'>, (brain: Brain) => string>> = {
  all: () => 'all',
  domain: ({ domain }) => domain ?? UNKNOWN_GROUP,
  subIndustry: ({ subIndustry }) => subIndustry,
  city: ({ city }) => city,
  county: (brain) => countyOrZone(brain) ?? UNKNOWN_GROUP,
  batch: ({ batch }) => (batch === null ? UNKNOWN_GROUP : String(batch)),
  brain: ({ id }) => id,
}

/**
 * The groups that have members in the scope: domains in the order of DOMAIN_IDS, others by id. `all` is
 * there even when it is empty. For `region`, `cities` and `counties` name the regions themselves.
 */
export function groupsOf(cube: Cube, by: GroupBy, scope: Scope = {}): readonly Group[] {
  if (by === 'region') return regionGroups(cube, scope)
  const keyOf = KEY_OF[by]
  const groups = new Map<string, string[]>(by === 'all' ? [['all', []]] : [])
  for (const brain of cube.brains.filter(scopeTest(scope))) {
    const key = keyOf(brain)
    const members = groups.get(key)
    if (members) members.push(brain.id)
    else groups.set(key, [brain.id])
  }
  const list = Array.from(groups, ([id, members]) => ({ id, members }))
  return list.sort(by === 'domain' ? byDomain : byId)
}

function regionGroups(cube: Cube, { cities, counties }: Scope): readonly Group[] {
  const wanted = cities || counties ? new Set([...(cities ?? []), ...(counties ?? [])]) : null
  const regions = cube.regions.filter(({ id }) => !wanted || wanted.has(id))
  return regions.map(({ id }) => ({ id, members: [id] })).sort(byId)
}

/** Whether a brain lies in the scope. */
export function scopeTest(scope: Scope): (brain: Brain) => boolean {
  const tests = [
    test(scope.brains, ({ id }) => id),
    test(scope.domains, ({ domain }) => domain),
    test(scope.subIndustries, ({ subIndustry }) => subIndustry),
    test(scope.cities, ({ city }) => city),
    test(scope.counties, countyOrZone),
    test(scope.batches, ({ batch }) => batch),
  ].filter((one) => one !== null)
  return (brain) => tests.every((holds) => holds(brain))
}

function test<T>(wanted: readonly T[] | undefined, read: (brain: Brain) => T | null) {
  if (!wanted) return null
  const set = new Set(wanted)
  return (brain: Brain): boolean => {
    const value = read(brain)
    return value !== null && set.has(value)
  }
}

const byId = (a: Group, b: Group): number => {
  if (a.id === b.id) return 0
  if (a.id === UNKNOWN_GROUP) return 1
  if (b.id === UNKNOWN_GROUP) return -1
  return a.id < b.id ? -1 : 1
}

const domainOrder = ({ id }: Group): number => {
  const at = (DOMAIN_IDS as readonly string[]).indexOf(id)
  return at < 0 ? DOMAIN_IDS.length : at
}

const byDomain = (a: Group, b: Group): number => domainOrder(a) - domainOrder(b)
