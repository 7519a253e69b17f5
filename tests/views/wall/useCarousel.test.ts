import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'

import { useCarousel } from '../../../src/views/wall/useCarousel.ts'

const CITIES = ['济南', '青岛', '淄博']
const HOLD = 8_000
const REST = 60_000

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function started(cities: readonly string[] = CITIES) {
  const scope = effectScope()
  const ids = ref(cities)
  const carousel = scope.run(() => useCarousel(ids))!
  return { scope, ids, carousel, now: () => carousel.current.value }
}

describe('the carousel of cities', () => {
  it('holds each city for eight seconds and begins again after the last', () => {
    const { now } = started()
    expect(now()).toBe('济南')
    vi.advanceTimersByTime(HOLD - 1)
    expect(now()).toBe('济南')
    vi.advanceTimersByTime(1)
    expect(now()).toBe('青岛')
    vi.advanceTimersByTime(2 * HOLD)
    expect(now()).toBe('济南')
  })

  it('rests a minute after a touch, then goes on by itself', () => {
    const { carousel, now } = started()
    carousel.next()
    expect(now()).toBe('青岛')
    vi.advanceTimersByTime(REST - 1)
    expect(now()).toBe('青岛')
    vi.advanceTimersByTime(1)
    expect(now()).toBe('淄博')
    vi.advanceTimersByTime(HOLD)
    expect(now()).toBe('济南')
  })

  it('wraps backwards from the first to the last', () => {
    const { carousel, now } = started()
    carousel.previous()
    expect(now()).toBe('淄博')
  })

  it('goes to the city that is picked and ignores an unknown one', () => {
    const { carousel, now } = started()
    carousel.pick('淄博')
    expect(now()).toBe('淄博')
    carousel.pick('nowhere')
    expect(now()).toBe('淄博')
  })

  it('stands still while paused and goes on when resumed', async () => {
    const { carousel, now } = started()
    carousel.toggle()
    await nextTick()
    expect(carousel.paused.value).toBe(true)
    vi.advanceTimersByTime(10 * REST)
    expect(now()).toBe('济南')
    carousel.next()
    expect(now()).toBe('青岛')
    vi.advanceTimersByTime(10 * REST)
    expect(now()).toBe('青岛')
    carousel.toggle()
    await nextTick()
    vi.advanceTimersByTime(HOLD)
    expect(now()).toBe('淄博')
  })

  it('has nobody in focus while there are no cities', () => {
    const { ids, now } = started([])
    expect(now()).toBeNull()
    vi.advanceTimersByTime(HOLD)
    ids.value = CITIES
    expect(CITIES).toContain(now())
  })

  it('leaves no timer behind', () => {
    const { scope } = started()
    scope.stop()
    expect(vi.getTimerCount()).toBe(0)
  })
})
