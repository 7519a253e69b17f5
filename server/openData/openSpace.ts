import { unpackSlice } from '../../src/domain/cube.ts'
import type { Indicator } from '../../src/domain/indicator.ts'
import type { Slice } from '../../src/domain/slice.ts'
import { makeDocumentCache } from '../space/documentCache.ts'
import { sliceDocument } from '../space/sliceDocument.ts'
import type { Space } from '../space/space.ts'
import type { CellFilter } from '../store/store.ts'
import { makeRecent } from './recent.ts'
import { readRegistryView } from './registryView.ts'

/** Answers kept ready; one of 10,000 rows has about 3 MB. */
const KEPT_ANSWERS = 16

/** What the open data of one space read again and again, kept until something is written. */
export function makeOpenSpace(space: Space) {
  const views = makeRecent<ReturnType<typeof readRegistryView>>(4)
  const slices = makeRecent<Promise<Slice>>(64)
  const totals = makeRecent<Promise<number>>(256)

  /** Changes with every write. */
  const state = (): string => `${space.version()}@${space.counts().observations}`

  /** The instant to read at, null for all that is known: that needs no look at former observations. */
  const effective = (asOf: number | null): number | null => {
    const { lastKnownAt } = space.counts()
    return asOf !== null && lastKnownAt !== null && asOf < lastKnownAt ? asOf : null
  }

  return {
    space,
    state,
    effective,
    answers: makeDocumentCache(KEPT_ANSWERS),
    /** What an answer says of its instant: the one asked for, else that of the latest observation. */
    instant(asOf: number | null): string | null {
      const at = asOf ?? space.counts().lastKnownAt
      return at === null ? null : new Date(at).toISOString()
    },
    view: (asOf: number | null) =>
      views(`${state()}@${asOf ?? ''}`, () =>
        readRegistryView(space.store, asOf, space.id === 'demo'),
      ),
    slice: (indicator: Indicator, asOf: number | null) =>
      slices(`${state()}@${asOf ?? ''}@${indicator.id}`, async () =>
        unpackSlice(sliceDocument(indicator, 0, await space.store.sliceCells(indicator.id, asOf))),
      ),
    total: (filter: CellFilter) =>
      totals(`${state()}@${JSON.stringify(filter)}`, () => space.store.countCells(filter)),
  }
}

export type OpenSpace = ReturnType<typeof makeOpenSpace>
