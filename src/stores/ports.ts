import { inject } from 'vue'
import type { InjectionKey } from 'vue'

import { makeClient } from '../data/client.ts'
import type { Client } from '../data/client.ts'
import { makeLastGood } from '../data/lastGood.ts'
import type { LastGood } from '../data/lastGood.ts'
import { watchChanges } from '../data/live.ts'
import type { Watch, WatchOptions } from '../data/live.ts'
import type { OpenDataClient } from '../data/openDataClient.ts'
import { indexedDbShelf } from '../data/shelf.ts'

/** Everything outside the page that the stores touch. Tests and other hosts provide their own. */
export interface Ports {
  readonly client: Client
  /** Loaded by the page that shows the open data. */
  readonly openData: () => Promise<OpenDataClient>
  readonly lastGood: LastGood
  readonly watch: (options: WatchOptions) => Watch
  readonly now: () => Date
  /** Runs soon, once, for all changes that arrive until then. */
  readonly soon: (run: () => void) => void
  /** Runs at the start of every minute until the returned function is called. */
  readonly everyMinute: (run: () => unknown) => () => void
}

export const PORTS: InjectionKey<Ports> = Symbol('ports')

/** The ports that the app provides under PORTS, else a browser's own. */
export const usePorts = (): Ports => inject(PORTS, browserPorts, true)

const API = { baseURL: '/api' }

/** One frame. Not requestAnimationFrame: that stands still in a hidden page, and a wall goes on. */
const FRAME = 16
const MINUTE = 60_000

/** Ports of a browser: the API beside the page, IndexedDB, EventSource, the machine's clock. */
export function browserPorts(): Ports {
  return {
    client: makeClient(API),
    openData: async () => (await import('../data/openDataClient.ts')).makeOpenDataClient(API),
    lastGood: makeLastGood({ shelf: indexedDbShelf('last-good') }),
    watch: watchChanges,
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
