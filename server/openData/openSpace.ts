import { unpackSlice } from '../../src/domain/cube.ts'
import type { Indicator } from '../../src/domain/indicator.ts'
import type { Scope } from '../../src/domain/rights.ts'
import type { Slice } from '../../src/domain/slice.ts'
import { scopeKey } from '../auth/reach.ts'
import { makeDocumentCache } from '../space/documentCache.ts'
import { makeRecent } from '../space/recent.ts'
import { sliceDocument } from '../space/sliceDocument.ts'
import type { Space } from '../space/space.ts'
import type { CellFilter } from '../store/store.ts'
import { readRegistryView } from './registryView.ts'

/** Answers kept ready; one of 10,000 rows has about 3 MB. */
const KEPT_ANSWERS = 16

/** What the open data of one space read again and again, kept until something is written. */
export function makeOpenSpace(space: Space) {
  const views = makeRecent<ReturnType<typeof readRegistryView>>(16)
  const slices = makeRecent<Promise<Slice>>(64)
  const answers = makeDocumentCache(KEPT_ANSWERS)
  const totals = makeRecent<Promise<number>>(256)

  /** Changes with every write. */
  const state = (): string => `${space.version()}@${space.counts().observations}`

  /** The instant to read at, null for all that is known: that needs no look at former observations. */
  const effective = (asOf: number | null): number | null => {
    const { lastKnownAt } = space.counts()
    return asOf !== null && lastKnownAt !== null && asOf < lastKnownAt ? asOf : null
  }

  /** What one who asks sees of the space. */
  const within = (scope: Scope) => {
    const key = scopeKey(scope)
    return {
      space,
      key,
      state,
      effective,
      answers,
      /** What an answer says of its instant: the one asked for, else that of the latest observation. */
      instant(asOf: number | null): string | null {
        const at = asOf ?? space.counts().lastKnownAt
        return at === null ? null : new Date(at).toISOString()
      },
      /** Whether rows about an entity are seen; null where all are. */
      rows: async () => (scope.kind === 'all' ? null : await space.rows(scope)),
      view: (asOf: number | null) =>
        views(`${state()}@${asOf ?? ''}@${key}`, async () =>
          readRegistryView(space.store, asOf, {
            isDemo: space.id === 'demo',
            holds: await space.rows(scope),
          }),
        ),
      slice: (indicator: Indicator, asOf: number | null) =>
        slices(`${state()}@${asOf ?? ''}@${indicator.id}@${key}`, async () => {
          const holds = await space.rows(scope)
          const cells = await space.store.sliceCells(indicator.id, asOf)
          const seen = cells.filter(({ entity }) => holds(entity))
          return unpackSlice(sliceDocument(indicator, 0, seen))
        }),
      total: (filter: CellFilter) =>
        totals(`${state()}@${JSON.stringify(filter)}`, () => space.store.countCells(filter)),
    }
  }
  return { within }
}

/** The open data of a space as one who asks sees them. */
export type OpenSpace = ReturnType<ReturnType<typeof makeOpenSpace>['within']>
