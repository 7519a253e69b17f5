import { inject } from 'vue'
import type { InjectionKey } from 'vue'

import type { AdminClient } from '../data/adminClient.ts'
import type { BoardClient } from '../data/boardClient.ts'
import { makeClient } from '../data/client.ts'
import type { Client } from '../data/client.ts'
import type { IntakeClient } from '../data/intakeClient.ts'
import { makeLastGood } from '../data/lastGood.ts'
import type { LastGood } from '../data/lastGood.ts'
import { watchChanges } from '../data/live.ts'
import type { Watch, WatchOptions } from '../data/live.ts'
import { loadMap } from '../data/maps.ts'
import type { MapDocument } from '../data/maps.ts'
import type { OpenDataClient } from '../data/openDataClient.ts'
import type { ProgrammeClient } from '../data/programmeClient.ts'
import type { RegistrarClient } from '../data/registrarClient.ts'
import type { SavedClient } from '../data/savedClient.ts'
import type { SessionClient } from '../data/sessionClient.ts'
import { indexedDbShelf } from '../data/shelf.ts'

/** Everything outside the page that the stores touch. Tests and other hosts provide their own. */
export interface Ports {
  readonly client: Client
  /** Loaded by the page that shows the open data. */
  readonly openData: () => Promise<OpenDataClient>
  /** Loaded by the page that shows the monthly board. */
  readonly board: () => Promise<BoardClient>
  /** Loaded when somebody asks who is at the screen: a wall never does. */
  readonly session: () => Promise<SessionClient>
  readonly admin: () => Promise<AdminClient>
  /** Loaded by the pages where reports are handed in and reviewed. */
  readonly intake: () => Promise<IntakeClient>
  /** Loaded by the page of the registry. */
  readonly registrar: () => Promise<RegistrarClient>
  /** Loaded by the pages of the programme: lifecycle, eligibility, assessment. */
  readonly programme: () => Promise<ProgrammeClient>
  /** Loaded where somebody is signed in. */
  readonly saved: () => Promise<SavedClient>
  /** The map of an area, by its adcode. */
  readonly map: (adcode: string) => Promise<MapDocument>
  readonly lastGood: LastGood
  readonly watch: (options: WatchOptions) => Watch
  /** From now on tells of requests that the service refused because nobody is signed in. */
  readonly onUnauthorised: (run: () => void) => void
  /** Leaves the page for a path of the site, so that nothing that it holds in memory stays. */
  readonly startAnew: (path: string) => void
  readonly now: () => Date
  /** Runs soon, once, for all changes that arrive until then. */
  readonly soon: (run: () => void) => void
  /** Runs at the start of every minute until the returned function is called. */
  readonly everyMinute: (run: () => unknown) => () => void
}

export const PORTS: InjectionKey<Ports> = Symbol('ports')

/** The ports that the app provides under PORTS, else a browser's own. */
export const usePorts = (): Ports => inject(PORTS, browserPorts, true)

const unauthorised = new Set<() => void>()
const API = {
  baseURL: '/api',
  language: () => document.documentElement.lang,
  onUnauthorised: () => unauthorised.forEach((run) => run()),
}

let lastGood: LastGood | null = null
/** One for all stores: what one of them clears, no other writes afterwards. */
const lastGoodOfPage = (): LastGood =>
  (lastGood ??= makeLastGood({ shelf: indexedDbShelf('last-good') }))

/** One frame. Not requestAnimationFrame: that stands still in a hidden page, and a wall goes on. */
const FRAME = 16
const MINUTE = 60_000

/** Ports of a browser: the API beside the page, IndexedDB, EventSource, the machine's clock. */
export function browserPorts(): Ports {
  return {
    client: makeClient(API),
    openData: async () => (await import('../data/openDataClient.ts')).makeOpenDataClient(API),
    board: async () => (await import('../data/boardClient.ts')).makeBoardClient(API),
    session: async () => (await import('../data/sessionClient.ts')).makeSessionClient(API),
    admin: async () => (await import('../data/adminClient.ts')).makeAdminClient(API),
    intake: async () => (await import('../data/intakeClient.ts')).makeIntakeClient(API),
    registrar: async () => (await import('../data/registrarClient.ts')).makeRegistrarClient(API),
    programme: async () => (await import('../data/programmeClient.ts')).makeProgrammeClient(API),
    saved: async () => (await import('../data/savedClient.ts')).makeSavedClient(API),
    map: (adcode) => loadMap(adcode),
    lastGood: lastGoodOfPage(),
    watch: watchChanges,
    onUnauthorised: (run) => void unauthorised.add(run),
    startAnew: (path) => location.assign(path),
    now: () => new Date(),
    soon: (run) => void setTimeout(run, FRAME),
    everyMinute,
  }
}

function everyMinute(run: () => unknown): () => void {
  let timer: ReturnType<typeof setTimeout>
  const wait = (): void => {
    timer = setTimeout(
      () => {
        wait()
        run()
      },
      MINUTE - (Date.now() % MINUTE),
    )
  }
  wait()
  return () => clearTimeout(timer)
}
