import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { backOffWithJitter, watchChanges } from '../../src/data/live.ts'
import type { ChangeStream, LiveState, PushedMessage, WatchOptions } from '../../src/data/live.ts'

interface FakeStream extends ChangeStream {
  readonly url: string
  readyState: number
  push: (data: string, lastEventId?: string) => void
}

function fakeStream(url: string): FakeStream {
  let listener: (event: PushedMessage) => void = () => undefined
  return {
    url,
    readyState: 0,
    onopen: null,
    onerror: null,
    addEventListener: (_type, added) => (listener = added),
    close() {
      this.readyState = 2
    },
    push: (data, lastEventId = '') => listener({ data, lastEventId }),
  }
}

/** A watch over fake streams, and everything it did. */
function watching(options: Partial<WatchOptions> = {}) {
  const streams: FakeStream[] = []
  const states: LiveState[] = []
  const onChange = vi.fn()
  const onCatchUp = vi.fn()
  const watch = watchChanges({
    url: '/api/demo/changes',
    onChange,
    onCatchUp,
    onState: (state) => states.push(state),
    backOff: backOffWithJitter(() => 0),
    open: (url) => {
      const stream = fakeStream(url)
      streams.push(stream)
      return stream
    },
    ...options,
  })
  const last = () => streams.at(-1) ?? fakeStream('none')
  const fail = (readyState: number) => {
    last().readyState = readyState
    last().onerror?.()
  }
  return { watch, streams, states, onChange, onCatchUp, last, fail }
}

const CONNECTING = 0
const CLOSED = 2

describe('watching the changes of a space', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-22T01:00:00Z') })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('hands on each change', () => {
    const { last, onChange } = watching()
    last().onopen?.()
    last().push('{"subject":"cluster.revenue","version":8}', '41')
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ subject: 'cluster.revenue', version: 8 })
  })

  it('is connecting, then live, and away from the first failure until it is open again', () => {
    const { states, last, fail } = watching()
    last().onopen?.()
    vi.advanceTimersByTime(60_000)
    fail(CONNECTING)
    vi.advanceTimersByTime(60_000)
    fail(CONNECTING)
    last().onopen?.()
    expect(states).toEqual([
      { state: 'connecting', since: '2026-11-22T01:00:00.000Z' },
      { state: 'live', since: '2026-11-22T01:00:00.000Z' },
      { state: 'away', since: '2026-11-22T01:01:00.000Z' },
      { state: 'live', since: '2026-11-22T01:02:00.000Z' },
    ])
  })

  it('asks to compare versions after every opening and after a message that it cannot read', () => {
    const { last, fail, onCatchUp, onChange } = watching()
    last().onopen?.()
    expect(onCatchUp).toHaveBeenCalledTimes(1)
    fail(CONNECTING)
    last().onopen?.()
    expect(onCatchUp).toHaveBeenCalledTimes(2)
    last().push('{"subject":')
    last().push('{"subject":"cluster.revenue"}')
    expect(onCatchUp).toHaveBeenCalledTimes(4)
    expect(onChange).not.toHaveBeenCalled()
  })

  it('leaves a broken stream to the browser, which resumes it by itself', () => {
    const { streams, fail } = watching()
    fail(CONNECTING)
    vi.advanceTimersByTime(120_000)
    expect(streams).toHaveLength(1)
  })

  it('reopens a stream that is closed for good, from the last change it saw', () => {
    const { streams, last, fail } = watching()
    last().onopen?.()
    last().push('{"subject":"registry","version":2}', '41')
    fail(CLOSED)
    vi.advanceTimersByTime(1_000)
    expect(streams.map(({ url }) => url)).toEqual([
      '/api/demo/changes',
      '/api/demo/changes?since=41',
    ])
  })

  it('waits twice as long after each failure, up to 30 seconds, and starts over once it is open', () => {
    const { streams, last, fail } = watching()
    const waits = [1, 2, 4, 8, 16, 30, 30].map((seconds) => {
      fail(CLOSED)
      const before = streams.length
      vi.advanceTimersByTime(seconds * 1_000 - 1)
      const early = streams.length - before
      vi.advanceTimersByTime(1)
      return [early, streams.length - before]
    })
    expect(waits).toEqual(Array.from({ length: 7 }, () => [0, 1]))
    last().onopen?.()
    fail(CLOSED)
    vi.advanceTimersByTime(1_000)
    expect(streams).toHaveLength(9)
  })

  it('shortens waits by chance, by a half at most', () => {
    expect(backOffWithJitter(() => 0.5)(0)).toBe(750)
    expect(backOffWithJitter(() => 1)(9)).toBe(15_000)
  })

  it('pauses and resumes', () => {
    const { watch, streams, last, fail } = watching()
    fail(CLOSED)
    watch.pause()
    expect(watch.isActive()).toBe(false)
    vi.advanceTimersByTime(60_000)
    watch.restart()
    expect(streams).toHaveLength(1)
    watch.resume()
    expect(watch.isActive()).toBe(true)
    expect(last().readyState).toBe(CONNECTING)
    expect(streams).toHaveLength(2)
  })

  it('restarts at once and closes the stream that hung', () => {
    const { watch, streams } = watching()
    watch.restart()
    expect(streams.map(({ readyState }) => readyState)).toEqual([CLOSED, CONNECTING])
  })
})
