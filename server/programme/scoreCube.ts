import type { ScoreCard } from '../../src/domain/assessment/scoreCard.ts'
import { leavesOf } from '../../src/domain/assessment/scoreLeaf.ts'
import { makeCube, unpackSlice } from '../../src/domain/cube.ts'
import type { Cube } from '../../src/domain/cube.ts'
import type { LifecycleEvent } from '../../src/domain/event.ts'
import { sliceDocument } from '../space/sliceDocument.ts'
import type { Space } from '../space/space.ts'
import type { StoredRegistry } from '../store/store.ts'

/** The readings of one brain by which a card scores it, as they are known now. */
export async function scoreCube(
  { store, indicators, versionOf }: Pick<Space, 'store' | 'indicators' | 'versionOf'>,
  registry: Pick<StoredRegistry, 'brains' | 'events'>,
  card: ScoreCard,
  brain: string,
): Promise<Cube> {
  const scored = leavesOf(card).flatMap(({ item }) =>
    item.kind === 'item' ? (indicators.get(item.indicator) ?? []) : [],
  )
  const slices = []
  for (const indicator of new Set(scored)) {
    const cells = await store.sliceCells(indicator.id, null)
    const own = cells.filter(({ entity }) => entity === brain)
    slices.push(unpackSlice(sliceDocument(indicator, versionOf(indicator.id), own)))
  }
  const isOwn = (event: { readonly brain: string }): boolean => event.brain === brain
  return makeCube({
    brains: registry.brains.filter(({ id }) => id === brain),
    events: registry.events.filter(isOwn) as readonly LifecycleEvent[],
    ...{ regions: [], slices, indicators },
  })
}
