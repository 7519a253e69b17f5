import type { ChangeEvent, RegistryDocument } from '../../src/contract/index.ts'
import type { Indicator } from '../../src/domain/indicator.ts'
import { DEMO_TODAY } from '../../src/domain/space.ts'
import type { SpaceId } from '../../src/domain/space.ts'
import { jsonDocument } from '../http/servedDocument.ts'
import { makeGroupCommit } from '../intake/groupCommit.ts'
import { REGISTRY } from '../store/changes.ts'
import type { ReportOutcome, ReportWrite, Store, StoreCounts, Written } from '../store/store.ts'
import { makeChangeHub } from './changeHub.ts'
import type { HubOptions } from './changeHub.ts'
import { makeSpaceClock } from './clock.ts'
import type { Clock } from './clock.ts'
import { makeDocumentCache } from './documentCache.ts'
import { sliceDocument } from './sliceDocument.ts'

export interface SpaceOptions {
  readonly id: SpaceId
  readonly store: Store
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly clock: Clock
  readonly hub?: Partial<HubOptions>
}

/**
 * One space at run time: its store, the versions of its documents, and who listens to them.
 * The service is the only writer, so versions and counts are kept in memory after each commit.
 */
export async function makeSpace({ id, store, indicators, clock, hub: hubOptions }: SpaceOptions) {
  const versions = new Map<string, number>()
  const hub = makeChangeHub(hubOptions)
  const documents = makeDocumentCache()
  let counts: StoreCounts = await store.counts()
  const spaceClock = makeSpaceClock(id, clock, counts.lastKnownAt)
  note(versions, await store.changesSince(0))

  /** Takes note of a commit: new versions are visible before anyone hears of them. */
  const written = <T>({ outcome, changes }: Written<T>): T => {
    note(versions, changes)
    hub.publish(changes)
    return outcome
  }

  const append = async (
    reports: readonly ReportWrite[],
  ): Promise<Written<readonly ReportOutcome[]>> => {
    const result = await store.appendReports(reports)
    counts = counted(counts, reports, result.outcome)
    written(result)
    return result
  }
  const intake = makeGroupCommit(append)

  const versionOf = (subject: string): number => versions.get(subject) ?? 0
  const key = (subject: string, asOf: number | null): string =>
    `${subject}@${versionOf(subject)}@${asOf ?? ''}`

  return {
    id,
    store,
    hub,
    clock: spaceClock,
    /** Durable when it resolves; reports that wait together share a commit. */
    submit: intake.submit,
    /** Takes the result of any other write to the store. */
    written,
    versions: () => ({
      registry: versionOf(REGISTRY),
      slices: Object.fromEntries(
        [...versions]
          .filter(([subject]) => subject !== REGISTRY)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
    }),
    /** Number of the latest change. */
    version: () => Math.max(0, ...versions.values()),
    versionsDocument() {
      return documents.get(`versions@${this.version()}`, () => jsonDocument(this.versions()))
    },
    counts: () => counts,
    registryDocument: (asOf: number | null) =>
      documents.get(key(REGISTRY, asOf), async () =>
        jsonDocument(await registryOf(id, store, versionOf(REGISTRY), asOf)),
      ),
    sliceDocument: (indicator: Indicator, asOf: number | null) =>
      documents.get(key(indicator.id, asOf), async () => {
        const version = versionOf(indicator.id)
        const cells = await store.sliceCells(indicator.id, asOf)
        return jsonDocument(sliceDocument(indicator, version, cells))
      }),
    indicators,
    /** Waits for commits under way, ends live streams, closes the store. */
    close: async () => {
      await intake.idle()
      hub.close()
      await store.close()
    },
  }
}

export type Space = Awaited<ReturnType<typeof makeSpace>>

function note(versions: Map<string, number>, changes: readonly ChangeEvent[]): void {
  for (const { subject, version } of changes) versions.set(subject, version)
}

function counted(
  before: StoreCounts,
  reports: readonly ReportWrite[],
  outcomes: readonly ReportOutcome[],
): StoreCounts {
  return outcomes.reduce((counts, outcome, i) => {
    const appended = outcome.kind === 'stored' ? outcome.added + outcome.revised : 0
    const knownAt = reports[i]?.knownAt ?? 0
    return appended === 0
      ? counts
      : {
          observations: counts.observations + appended,
          lastKnownAt: Math.max(counts.lastKnownAt ?? 0, knownAt),
        }
  }, before)
}

async function registryOf(
  id: SpaceId,
  store: Store,
  version: number,
  asOf: number | null,
): Promise<RegistryDocument> {
  const { brains, events, targets, sources, cited, gaps, holidays } = await store.registry(asOf)
  const demo = id === 'demo'
  return {
    space: id,
    version,
    today: demo ? DEMO_TODAY : null,
    credit: demo ? ((await store.simulatedBy()) ?? '模拟数据') : null,
    brains: [...brains],
    events: [...events],
    targets: [...targets],
    sources: [...sources],
    cited: [...cited],
    gaps: [...gaps],
    holidays: [...holidays],
  }
}
