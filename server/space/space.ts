import type { ChangeEvent, RegistryDocument } from '../../src/contract/index.ts'
import type { Indicator } from '../../src/domain/indicator.ts'
import type { Scope } from '../../src/domain/rights.ts'
import { DEMO_TODAY } from '../../src/domain/space.ts'
import type { SpaceId } from '../../src/domain/space.ts'
import { oneAtATime } from '../accounts/oneAtATime.ts'
import { scopeKey } from '../auth/reach.ts'
import { jsonDocument } from '../http/servedDocument.ts'
import type { ServedDocument } from '../http/servedDocument.ts'
import { makeGroupCommit } from '../intake/groupCommit.ts'
import { REGISTRY } from '../store/changes.ts'
import type { UndoOutcome, UndoWrite } from '../store/draft.ts'
import type { ReportOutcome, ReportWrite, Store, StoreCounts, Written } from '../store/store.ts'
import { makeChangeHub } from './changeHub.ts'
import type { HubOptions } from './changeHub.ts'
import { makeSpaceClock } from './clock.ts'
import type { Clock } from './clock.ts'
import { makeDocumentCache } from './documentCache.ts'
import { makeRecent } from './recent.ts'
import { entitiesIn, rowFilter, scopedRegistry } from './scopedRows.ts'
import { sliceDocument } from './sliceDocument.ts'

/** Scopes whose counts are remembered. */
const KEPT_COUNTS = 64

export interface SpaceOptions {
  readonly id: SpaceId
  readonly store: Store
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly clock: Clock
  readonly hub?: Partial<HubOptions>
  /** Everybody may read it all, so that its answers are the same for all who ask. */
  readonly isOpen?: boolean
}

/**
 * One space at run time: its store, the versions of its documents, and who listens to them.
 * The service is the only writer, so versions and counts are kept in memory after each commit.
 */
export async function makeSpace(options: SpaceOptions) {
  const { id, store, indicators, clock, hub: hubOptions, isOpen = false } = options
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

  const undo = async (write: UndoWrite): Promise<UndoOutcome> => {
    const result = await store.undoReport(write)
    if (result.outcome.kind === 'stored') {
      const { restored, emptied } = result.outcome
      counts = grown(counts, restored + emptied, write.knownAt)
    }
    return written(result)
  }

  const versionOf = (subject: string): number => versions.get(subject) ?? 0
  const key = (subject: string, asOf: number | null, scope: Scope): string =>
    `${subject}@${versionOf(subject)}@${asOf ?? ''}@${scopeKey(scope)}`
  /** Where a brain stands decides who sees its rows: a change of the registry makes their documents anew. */
  const scopedKey = (subject: string, asOf: number | null, scope: Scope): string =>
    scope.kind === 'all'
      ? key(subject, asOf, scope)
      : `${key(subject, asOf, scope)}@${versionOf(REGISTRY)}`
  const document = (value: unknown): Promise<ServedDocument> => jsonDocument(value, isOpen)
  const indexed = { store, versionOf }
  const recentCounts = makeRecent<Promise<StoreCounts>>(KEPT_COUNTS)
  const partCounts = (scope: Scope): Promise<StoreCounts> =>
    recentCounts(`${counts.observations}@${versionOf(REGISTRY)}@${scopeKey(scope)}`, async () =>
      store.counts(await entitiesIn(indexed, scope)),
    )

  return {
    id,
    store,
    hub,
    isOpen,
    clock: spaceClock,
    /** Durable when it resolves; reports that wait together share a commit. */
    submit: intake.submit,
    /** Appends a counter-report. */
    undo,
    /** Runs writes that are judged by what the registry holds one after the other. */
    inTurn: oneAtATime(),
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
    /** Number of the latest change of a subject, 0 where it never changed. */
    versionOf,
    versionsDocument() {
      return documents.get(`versions@${this.version()}`, () => document(this.versions()))
    },
    counts: () => counts,
    /** Counts of the rows in a scope. */
    countsWithin: async (scope: Scope): Promise<StoreCounts> =>
      scope.kind === 'all' ? counts : partCounts(scope),
    registryDocument: (asOf: number | null, scope: Scope) =>
      documents.get(key(REGISTRY, asOf, scope), async () => {
        const registry = await registryOf(id, store, versionOf(REGISTRY), asOf)
        return document(scopedRegistry(registry, await rowFilter(indexed, scope)))
      }),
    sliceDocument: (indicator: Indicator, asOf: number | null, scope: Scope) =>
      documents.get(scopedKey(indicator.id, asOf, scope), async () => {
        const version = versionOf(indicator.id)
        const cells = await store.sliceCells(indicator.id, asOf)
        const holds = await rowFilter(indexed, scope)
        const seen = cells.filter(({ entity }) => holds(entity))
        return document(sliceDocument(indicator, version, seen))
      }),
    /** A document that others work out; `known` names everything that it depends on. */
    cachedDocument: (known: string, build: () => Promise<unknown>) =>
      documents.get(known, async () => document(await build())),
    /** Whether rows about an entity lie in a scope. */
    rows: (scope: Scope) => rowFilter(indexed, scope),
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
    return grown(counts, appended, reports[i]?.knownAt ?? 0)
  }, before)
}

const grown = (counts: StoreCounts, appended: number, knownAt: number): StoreCounts =>
  appended === 0
    ? counts
    : {
        observations: counts.observations + appended,
        lastKnownAt: Math.max(counts.lastKnownAt ?? 0, knownAt),
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
