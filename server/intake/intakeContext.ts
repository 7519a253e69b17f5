import type { Principal } from '../auth/principal.ts'
import { actorOf } from '../auth/principal.ts'
import { notFound } from '../http/problem.ts'
import type { FileStore } from '../files/fileStore.ts'
import { brainIndex } from '../space/brainIndex.ts'
import type { IndexedBrain } from '../space/brainIndex.ts'
import type { Clock } from '../space/clock.ts'
import type { Space } from '../space/space.ts'
import { isInScope } from '../../src/domain/rights.ts'
import type { Scope } from '../../src/domain/rights.ts'

/** What every step of the intake needs: where, who, and which rows of it they reach. */
export interface IntakeContext {
  readonly space: Space
  readonly principal: Principal
  /** Of the action that the step is. */
  readonly scope: Scope
  readonly files: FileStore
  readonly clock: Clock
}

/** The brain, where it is in scope; throws 404, which does not tell whether it exists. */
export async function requireBrainInScope(
  { space, scope }: Pick<IntakeContext, 'space' | 'scope'>,
  id: string,
): Promise<IndexedBrain> {
  const brain = (await brainIndex(space)).byId.get(id)
  if (brain && isInScope(scope, { entity: id, city: brain.city })) return brain
  throw notFound({ zh: `没有产业大脑“${id}”。`, en: `There is no brain "${id}".` })
}

/** The brains in scope, null for all of them. */
export async function brainsInScope({
  space,
  scope,
}: Pick<IntakeContext, 'space' | 'scope'>): Promise<readonly string[] | null> {
  if (scope.kind === 'all') return null
  const { byId } = await brainIndex(space)
  return [...byId.values()].flatMap(({ id, city }) =>
    isInScope(scope, { entity: id, city }) ? [id] : [],
  )
}

/** Who takes a step, as drafts and reports name them. */
export const senderOf = ({ principal }: Pick<IntakeContext, 'principal'>): string =>
  actorOf(principal)
