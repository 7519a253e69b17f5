import type { ChangeEvent } from '../../src/contract/index.ts'
import { HttpProblem } from '../http/problem.ts'

export interface HubOptions {
  /** Changes within this time go out together, the latest of each subject. */
  readonly gatherMs: number
  readonly heartbeatMs: number
  readonly maxClients: number
  /** Of these, streams of one holder: a person, a link, or whoever shares an address. */
  readonly maxOfHolder: number
}

const DEFAULTS: HubOptions = {
  ...{ gatherMs: 100, heartbeatMs: 15_000, maxClients: 256, maxOfHolder: 48 },
}

interface Client {
  /** Latest change of each subject that has not been written yet: bounded by the subjects there are. */
  readonly pending: Map<string, ChangeEvent>
  wake: (() => void) | null
  closed: boolean
  readonly holder: string
  /** Asked before anything is sent. */
  readonly stillMay: () => Promise<boolean>
}

/** Who reads a stream. */
export interface Reader {
  readonly holder: string
  /** Asked before anything is sent. */
  readonly stillMay: () => Promise<boolean>
}

const ANYBODY: Reader = { holder: 'anybody', stillMay: () => Promise.resolve(true) }

/**
 * Pushes changes to the readers of a space as server-sent events.
 * A slow reader holds at most one pending change a subject; nothing else is buffered.
 */
export function makeChangeHub(options: Partial<HubOptions> = {}) {
  const { gatherMs, heartbeatMs, maxClients, maxOfHolder } = { ...DEFAULTS, ...options }
  const clients = new Set<Client>()
  let gathering: NodeJS.Timeout | null = null
  let closed = false

  const wakeAll = () => {
    gathering = null
    for (const client of clients) wake(client)
  }
  const heldBy = (holder: string): number =>
    [...clients].filter((client) => client.holder === holder).length
  const leave = (client: Client) => {
    client.closed = true
    clients.delete(client)
    wake(client)
  }
  return {
    /** Adds changes to what every reader still has to get. */
    publish: (changes: readonly ChangeEvent[]) => {
      for (const client of clients) remember(client, changes)
      if (changes.length > 0 && clients.size > 0) gathering ??= setTimeout(wakeAll, gatherMs)
    },
    /**
     * A new reader's stream, beginning with what it `missed`; it ends when the reader may read no more.
     * Throws 429 when its holder has too many, 503 when there are too many of all.
     */
    open: (
      missed: readonly ChangeEvent[],
      { holder, stillMay }: Reader = ANYBODY,
    ): ReadableStream<Uint8Array> => {
      if (heldBy(holder) >= maxOfHolder) throw tooManyOfHolder(maxOfHolder)
      if (closed || clients.size >= maxClients) throw tooManyReaders()
      const client: Client = { pending: new Map(), wake: null, closed: false, holder, stillMay }
      remember(client, missed)
      clients.add(client)
      return streamOf(client, heartbeatMs, () => leave(client))
    },
    /** Asks of every reader whether they still may read. */
    recheck: () => {
      for (const client of clients) wake(client)
    },
    /** Ends every stream. */
    close: () => {
      closed = true
      if (gathering) clearTimeout(gathering)
      for (const client of clients) leave(client)
    },
    size: () => clients.size,
  }
}

export type ChangeHub = ReturnType<typeof makeChangeHub>

function wake(client: Client): void {
  const resume = client.wake
  client.wake = null
  resume?.()
}

function remember(client: Client, changes: readonly ChangeEvent[]): void {
  for (const change of changes) {
    client.pending.delete(change.subject)
    client.pending.set(change.subject, change)
  }
}

const encoder = new TextEncoder()

/** Pulled, not pushed: while the socket is full nothing is taken from `pending`. */
function streamOf(
  client: Client,
  heartbeatMs: number,
  leave: () => void,
): ReadableStream<Uint8Array> {
  const opening = encoder.encode('retry: 2000\n\n')
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(opening),
      pull: async (controller) => {
        if (client.pending.size === 0 && !client.closed) await woken(client, heartbeatMs)
        if (!client.closed && !(await client.stillMay())) leave()
        if (client.closed) controller.close()
        else controller.enqueue(encoder.encode(take(client)))
      },
      cancel: leave,
    },
    { highWaterMark: 1 },
  )
}

/** Resolves when the client has something to send, is closed, or a heartbeat is due. */
function woken(client: Client, heartbeatMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => wake(client), heartbeatMs)
    client.wake = () => {
      clearTimeout(timer)
      resolve()
    }
  })
}

function take(client: Client): string {
  if (client.pending.size === 0) return ': heartbeat\n\n'
  const text = [...client.pending.values()].map(
    (change) => `id: ${change.version}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`,
  )
  client.pending.clear()
  return text.join('')
}

const tooManyOfHolder = (most: number): HttpProblem =>
  new HttpProblem(
    429,
    'tooManyStreams',
    {
      zh: `同一账号、链接或网络地址的实时连接至多 ${most} 个；关闭不用的页面后重试。`,
      en: `One account, link or address has at most ${most} live connections: close pages that are not used.`,
    },
    [],
    { 'retry-after': '60' },
  )

const tooManyReaders = (): HttpProblem =>
  new HttpProblem(
    503,
    'tooManyReaders',
    { zh: '实时连接过多，请稍后重试。', en: 'Too many live connections: try again shortly.' },
    [],
    { 'retry-after': '5' },
  )
