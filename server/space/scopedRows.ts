import type { BrainEntry, EventEntry } from '../../src/contract/index.ts'
import { ALL_REGIONS } from '../../src/domain/county.ts'
import { isInScope } from '../../src/domain/rights.ts'
import type { Scope } from '../../src/domain/rights.ts'
import { brainIndex } from './brainIndex.ts'
import type { IndexedSpace } from './brainIndex.ts'
import { regionCity } from './regionCity.ts'

export const WHOLE: Scope = { kind: 'all' }

/** Whether rows about an entity (brain or region) lie in a scope. */
export type RowFilter = (entity: string) => boolean

const EVERY: RowFilter = () => true
const NONE: RowFilter = () => false

/** What a scope holds of a space, by the places of its brains as they are now. */
export async function rowFilter(space: IndexedSpace, scope: Scope): Promise<RowFilter> {
  if (scope.kind !== 'some') return scope.kind === 'all' ? EVERY : NONE
  const { byId } = await brainIndex(space)
  return (entity) =>
    isInScope(scope, { entity, city: byId.get(entity)?.city ?? regionCity(entity) })
}

/** The brains and regions of a scope that is no whole space. */
export async function entitiesIn(space: IndexedSpace, scope: Scope): Promise<readonly string[]> {
  const { byId } = await brainIndex(space)
  return [...byId.keys(), ...ALL_REGIONS.map(({ id }) => id)].filter(await rowFilter(space, scope))
}

/** The parts of a registry that are about brains. */
interface Rows {
  readonly brains: readonly BrainEntry[]
  readonly events: readonly EventEntry[]
}

/** Brains and events in scope; what is published about the province belongs to everybody who reads. */
export const scopedRegistry = <T extends Rows>(registry: T, holds: RowFilter): T => ({
  ...registry,
  brains: registry.brains.filter(({ id }) => holds(id)),
  events: registry.events.filter(({ brain }) => holds(brain)),
})
