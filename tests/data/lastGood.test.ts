import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { VersionsDocument } from '../../src/contract/slice.ts'
import { makeLastGood } from '../../src/data/lastGood.ts'
import { indexedDbShelf } from '../../src/data/shelf.ts'
import type { Shelf, ShelfEntry } from '../../src/data/shelf.ts'

const DOCUMENT = { registry: 4, slices: { 'cluster.revenue': 9 } }

/** A shelf in memory that counts its writes. */
function memoryShelf() {
  const kept = new Map<string, ShelfEntry>()
  const put = vi.fn((entries: readonly ShelfEntry[]) => {
    for (const entry of entries) kept.set(entry.key, entry)
    return Promise.resolve()
  })
  const shelf: Shelf = {
    get: (key) => Promise.resolve(kept.get(key) ?? null),
    put,
    clear: () => {
      kept.clear()
      return Promise.resolve()
    },
  }
  return { shelf, put }
}

describe('last good documents', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-22T01:00:00Z') })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('outlive the page, by space and subject', async () => {
    const { shelf } = memoryShelf()
    makeLastGood({ shelf, delay: 5_000 }).save('demo', 'registry', DOCUMENT)
    await vi.advanceTimersByTimeAsync(5_000)
    const next = makeLastGood({ shelf })
    expect(await next.recall('demo', 'registry', VersionsDocument)).toEqual({
      document: DOCUMENT,
      savedAt: '2026-11-22T01:00:00.000Z',
    })
    expect(await next.recall('main', 'registry', VersionsDocument)).toBeNull()
    expect(await next.recall('demo', 'cluster.revenue', VersionsDocument)).toBeNull()
  })

  it('are gone when the person leaves, also those on their way and those that still arrive', async () => {
    const { shelf } = memoryShelf()
    const lastGood = makeLastGood({ shelf, delay: 5_000 })
    lastGood.save('main', 'registry', DOCUMENT)
    await vi.advanceTimersByTimeAsync(5_000)
    lastGood.save('main', 'versions', DOCUMENT)
    await lastGood.clear()
    lastGood.save('main', 'registry', DOCUMENT)
    await vi.advanceTimersByTimeAsync(5_000)
    for (const subject of ['registry', 'versions'])
      expect(await makeLastGood({ shelf }).recall('main', subject, VersionsDocument)).toBeNull()
  })

  it('are written once for many updates, and are bounded', async () => {
    const { shelf, put } = memoryShelf()
    const lastGood = makeLastGood({ shelf, delay: 5_000, most: 30 })
    for (let second = 0; second < 5; second++) {
      lastGood.save('demo', 'registry', { ...DOCUMENT, registry: second })
      await vi.advanceTimersByTimeAsync(1_000)
    }
    expect(put).toHaveBeenCalledOnce()
    expect(put).toHaveBeenCalledWith([expect.objectContaining({ key: 'demo/registry' })], 30)
    const recalled = await lastGood.recall('demo', 'registry', VersionsDocument)
    expect(recalled?.document.registry).toBe(4)
  })

  it('are as old as the last moment at which the service confirmed them', async () => {
    const { shelf } = memoryShelf()
    const lastGood = makeLastGood({ shelf })
    lastGood.save('demo', 'registry', DOCUMENT)
    lastGood.save('demo', 'a.b', DOCUMENT)
    await vi.advanceTimersByTimeAsync(3_600_000)
    lastGood.confirm('demo', ['registry'])
    await vi.advanceTimersByTimeAsync(60_000)
    const ages = await Promise.all(
      ['registry', 'a.b'].map((subject) => lastGood.recall('demo', subject, VersionsDocument)),
    )
    expect(ages.map((recalled) => recalled?.savedAt)).toEqual([
      '2026-11-22T02:00:00.000Z',
      '2026-11-22T01:00:00.000Z',
    ])
  })

  it('are left out when they break the contract of the page that reads them', async () => {
    const { shelf } = memoryShelf()
    const lastGood = makeLastGood({ shelf })
    lastGood.save('demo', 'registry', { registry: 'four' })
    expect(await lastGood.recall('demo', 'registry', VersionsDocument)).toBeNull()
  })

  it('are simply missing where the browser refuses to store', async () => {
    const refusing = makeLastGood({
      shelf: indexedDbShelf('refused', () => {
        throw new Error('storage is switched off')
      }),
    })
    refusing.save('demo', 'registry', DOCUMENT)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await refusing.recall('demo', 'registry', VersionsDocument)).toBeNull()
  })
})
