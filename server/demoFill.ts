import * as z from 'zod/mini'

import { DEMO_SEED } from '../src/domain/space.ts'
import type { Space } from './space/space.ts'

const KEY = 'demo.fill'

/** What the store of demo keeps of its first fill. */
const Fill = z.object({ state: z.enum(['started', 'finished']), seed: z.number() })

/** Lets the simulated brains report; `again` when an earlier fill was broken off. True when all is in. */
export type Simulate = (seed: number, again: boolean) => Promise<boolean>

/**
 * Fills the demo space once. A fill that was begun and broken off goes on with its seed: what is known
 * already is not stored twice. A finished one is never repeated, and a space that holds figures
 * without a record of a fill is left as it is.
 */
export async function fillDemo(
  { store, counts }: Pick<Space, 'store' | 'counts'>,
  simulate: Simulate,
  seed: number = DEMO_SEED,
): Promise<'kept' | 'filled' | 'unfinished'> {
  const kept = await store.meta(KEY)
  const before = kept === null ? null : Fill.parse(JSON.parse(kept))
  if (before?.state === 'finished') return 'kept'
  if (!before && counts().observations > 0) return 'kept'
  const fill = before ?? { state: 'started', seed }
  if (!before) await store.setMeta(KEY, JSON.stringify(fill))
  if (!(await simulate(fill.seed, before !== null))) return 'unfinished'
  await store.setMeta(KEY, JSON.stringify({ ...fill, state: 'finished' }))
  return 'filled'
}
