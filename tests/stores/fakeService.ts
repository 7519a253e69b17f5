import { createPinia } from 'pinia'
import { createApp } from 'vue'
import type { App } from 'vue'

import type { RegistryDocument } from '../../src/contract/registry.ts'
import type { AdminClient } from '../../src/data/adminClient.ts'
import type { BoardClient } from '../../src/data/boardClient.ts'
import type { Client } from '../../src/data/client.ts'
import { DataError } from '../../src/data/dataError.ts'
import type { DataErrorCode } from '../../src/data/dataError.ts'
import type { IntakeClient } from '../../src/data/intakeClient.ts'
import { makeLastGood } from '../../src/data/lastGood.ts'
import type { LastGood } from '../../src/data/lastGood.ts'
import type { WatchOptions } from '../../src/data/live.ts'
import type { OpenDataClient } from '../../src/data/openDataClient.ts'
import type { ProgrammeClient } from '../../src/data/programmeClient.ts'
import type { RegistrarClient } from '../../src/data/registrarClient.ts'
import type { SavedClient } from '../../src/data/savedClient.ts'
import type { SessionClient } from '../../src/data/sessionClient.ts'
import type { ReadOptions } from '../../src/data/request.ts'
import type { SliceDocument } from '../../src/domain/slice.ts'
import { PORTS } from '../../src/stores/ports.ts'
import type { Ports } from '../../src/stores/ports.ts'

export const registryOf = (version: number, space = 'main'): RegistryDocument => ({
  space,
  version,
  today: space === 'demo' ? '2026-11-22' : null,
  credit: null,
  brains: [],
  events: [],
  targets: [],
  sources: [],
  cited: [],
  holidays: [],
  gaps: [],
})

/** One brain, one month; the value is the version, so that a test sees which one is held. */
export const sliceOf = (indicator: string, version: number): SliceDocument => ({
  indicator,
  version,
  entities: ['brain'],
  periods: ['2026-10'],
  values: [version],
  absent: {},
  preliminary: [],
  revised: [],
  origins: ['reported'],
  knownAt: '2026-11-10T02:00:00.000Z',
})

export const failure = (code: DataErrorCode): DataError =>
  new DataError(code, code, { url: '/x', status: null, problem: null, said: null, issues: [] })

/** How the service refuses a read: 401 where nobody is signed in, 403 where the right is gone. */
export const refused = (status: 401 | 403): DataError =>
  new DataError('refused', 'refused', {
    ...{ url: '/x', status, said: null, issues: [] },
    problem: status === 401 ? 'unauthorised' : 'forbidden',
  })

/** Last good documents in memory: hand the same one to two pages to restart one. */
export function memoryLastGood(now: () => Date): LastGood {
  const none = () => Promise.resolve(null)
  return makeLastGood({
    shelf: { get: none, put: () => Promise.resolve(), clear: () => Promise.resolve() },
    now,
    delay: 86_400_000,
  })
}

/** The service as a test sees it: versions that it holds, what fails, and what it was asked. */
export class FakeService {
  registry = 1
  readonly slices: Record<string, number> = {}
  readonly failing = new Map<string, DataErrorCode | DataError>()
  readonly asked: string[] = []
  /** While set, answers wait for it. */
  gate: Promise<unknown> = Promise.resolve()

  readonly openData: Partial<OpenDataClient> = {}
  readonly admin: Partial<AdminClient> = {}
  readonly board: Partial<BoardClient> = { summary: () => Promise.reject(failure('offline')) }
  readonly intake: Partial<IntakeClient> = {}
  readonly registrar: Partial<RegistrarClient> = {}
  readonly programme: Partial<ProgrammeClient> = {}
  /** Nothing is kept with anybody's account; notes of exports are taken. */
  readonly saved: Partial<SavedClient> = {
    list: () => Promise.resolve({ entries: [] }),
    noteExport: () => Promise.resolve(null),
  }
  /** Nobody is signed in, unless a test says otherwise. */
  readonly session: Partial<SessionClient> = {
    session: () =>
      Promise.resolve({ kind: 'anonymous', user: null, grants: [], separateDuties: false }),
  }
  readonly client: Pick<Client, 'registry' | 'versions' | 'slice' | 'changesUrl'> = {
    registry: (space, options) =>
      this.#answer(space, 'registry', () => registryOf(this.registry, space), options),
    versions: (space) =>
      this.#answer(space, 'versions', () => ({ registry: this.registry, slices: this.slices })),
    slice: async (space, indicator, options) => {
      const answer = () => sliceOf(indicator, this.slices[indicator] ?? 0)
      return (await this.#answer(space, indicator, answer, options)) as Awaited<
        ReturnType<Client['slice']>
      >
    },
    changesUrl: (space) => `/api/${space}/changes`,
  }

  async #answer<T>(
    space: string,
    subject: string,
    answer: () => T,
    { asOf }: ReadOptions = {},
  ): Promise<T> {
    this.asked.push(`${space}/${subject}${asOf ? `@${asOf}` : ''}`)
    await this.gate
    const why = this.failing.get(subject) ?? this.failing.get('*')
    if (why) throw typeof why === 'string' ? failure(why) : why
    return answer()
  }
}

/** A page on a fake service: the app that holds its stores, and the strings a test can pull. */
export interface FakePage {
  readonly app: App
  readonly run: <T>(use: () => T) => T
  /** Streams opened so far, the newest last. */
  readonly streams: (WatchOptions & { paused: boolean; restarts: number })[]
  readonly at: { now: Date }
  /** Where the page was left for, to begin anew. */
  readonly left: readonly string[]
  /** A request of the page found nobody signed in. */
  unauthorised(): void
  /** Lets a minute begin. */
  minute(): void
  /** Lets all answers arrive and be committed. */
  settle(): Promise<void>
}

export function openPage(service: FakeService, lastGood?: LastGood): FakePage {
  const at = { now: new Date('2026-11-22T01:00:00Z') }
  const now = () => at.now
  const streams: FakePage['streams'] = []
  const minutes = new Set<() => unknown>()
  const soon: (() => void)[] = []
  const left: string[] = []
  const unauthorised = new Set<() => void>()
  const ports: Ports = {
    client: service.client as Client,
    openData: () => Promise.resolve(service.openData as OpenDataClient),
    board: () => Promise.resolve(service.board as BoardClient),
    session: () => Promise.resolve(service.session as SessionClient),
    admin: () => Promise.resolve(service.admin as AdminClient),
    intake: () => Promise.resolve(service.intake as IntakeClient),
    registrar: () => Promise.resolve(service.registrar as RegistrarClient),
    programme: () => Promise.resolve(service.programme as ProgrammeClient),
    saved: () => Promise.resolve(service.saved as SavedClient),
    map: () => Promise.reject(failure('offline')),
    lastGood: lastGood ?? memoryLastGood(now),
    watch: (options) => {
      const stream = { ...options, paused: false, restarts: 0 }
      streams.push(stream)
      return {
        isActive: () => !stream.paused,
        pause: () => void (stream.paused = true),
        resume: () => void (stream.paused = false),
        restart: () => void (stream.restarts += 1),
      }
    },
    onUnauthorised: (run) => void unauthorised.add(run),
    startAnew: (path) => void left.push(path),
    now,
    soon: (run) => soon.push(run),
    everyMinute: (run) => {
      minutes.add(run)
      return () => minutes.delete(run)
    },
  }
  const app = createApp({}).provide(PORTS, ports).use(createPinia())
  return {
    app,
    run: (use) => app.runWithContext(use),
    ...{ streams, at, left },
    unauthorised: () => unauthorised.forEach((run) => run()),
    minute: () => [...minutes].forEach((run) => void run()),
    async settle() {
      await new Promise((resolve) => setTimeout(resolve))
      for (const run of soon.splice(0)) run()
    },
  }
}
