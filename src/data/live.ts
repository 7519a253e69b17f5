import * as z from 'zod/mini'

import { ChangeEvent } from '../contract/slice.ts'

/** The part of EventSource that is used. */
export interface ChangeStream {
  readonly readyState: number
  onopen: (() => void) | null
  onerror: (() => void) | null
  addEventListener(type: 'change', listener: (event: PushedMessage) => void): void
  close(): void
}
export interface PushedMessage {
  readonly data: string
  readonly lastEventId: string
}

/** `away` lasts through every try until the stream is open again; `since` is the ISO instant it began. */
export interface LiveState {
  readonly state: 'connecting' | 'live' | 'away'
  readonly since: string
}

export interface WatchOptions {
  readonly url: string
  readonly onChange: (change: ChangeEvent) => void
  readonly onState?: (state: LiveState) => void
  /** Changes may have been missed (a new connection, an unreadable message): compare versions now. */
  readonly onCatchUp?: () => void
  /** Opens a stream; a browser's EventSource unless told. */
  readonly open?: (url: string) => ChangeStream
  readonly now?: () => Date
  /** Wait before try `n` (0, 1, …) after a stream that is closed for good, in milliseconds. */
  readonly backOff?: (tries: number) => number
}

export interface Watch {
  readonly isActive: () => boolean
  pause(): void
  resume(): void
  /** Opens a new stream at once, for one that may hang. */
  restart(): void
}

const CLOSED = 2

/** 1 s, 2 s, 4 s … 30 s, each shortened by up to a half so that many screens do not come back at once. */
export const backOffWithJitter =
  (random: () => number = Math.random, first = 1_000, most = 30_000) =>
  (tries: number): number =>
    Math.min(most, first * 2 ** tries) * (1 - random() / 2)

/**
 * Follows the pushed changes of a space. A broken stream is reopened by the browser with Last-Event-ID;
 * one that is closed for good (an error status, a gateway's page) is reopened here with `?since=`.
 * Hidden pages go on: a wall has nobody to come back to it.
 */
export function watchChanges(options: WatchOptions): Watch {
  const { url, onChange, onState, onCatchUp, now = () => new Date() } = options
  const { open = openEventSource, backOff = backOffWithJitter() } = options
  let stream: ChangeStream | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let state: LiveState['state'] | null = null
  let lastId = ''
  let tries = 0
  let active = false

  function enter(next: LiveState['state']): void {
    if (next === state) return
    state = next
    onState?.({ state, since: now().toISOString() })
  }

  function receive({ data, lastEventId }: PushedMessage): void {
    if (lastEventId) lastId = lastEventId
    const change = parseChange(data)
    if (change) onChange(change)
    else onCatchUp?.()
  }

  function connect(): void {
    disconnect()
    const opened = open(lastId ? `${url}?since=${encodeURIComponent(lastId)}` : url)
    opened.onopen = () => {
      tries = 0
      enter('live')
      onCatchUp?.()
    }
    opened.onerror = () => {
      enter('away')
      if (opened.readyState === CLOSED) timer = setTimeout(connect, backOff(tries++))
    }
    opened.addEventListener('change', receive)
    stream = opened
  }

  function disconnect(): void {
    clearTimeout(timer)
    if (!stream) return
    stream.onopen = stream.onerror = null
    stream.close()
    stream = null
  }

  function resume(): void {
    if (active) return
    active = true
    if (state !== 'away') enter('connecting')
    connect()
  }

  function pause(): void {
    active = false
    disconnect()
  }

  resume()
  return {
    isActive: () => active,
    pause,
    resume,
    restart: () => {
      if (active) connect()
    },
  }
}

const openEventSource = (url: string): ChangeStream => new EventSource(url) as ChangeStream

function parseChange(data: string): ChangeEvent | null {
  try {
    return z.parse(ChangeEvent, JSON.parse(data))
  } catch {
    return null
  }
}
