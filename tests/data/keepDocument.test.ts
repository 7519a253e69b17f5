import { describe, expect, it, vi } from 'vitest'

import { DataError } from '../../src/data/dataError.ts'
import type { DataErrorCode } from '../../src/data/dataError.ts'
import { keepDocument, NOTHING_KEPT } from '../../src/data/keepDocument.ts'
import type { Kept } from '../../src/data/keepDocument.ts'
import type { Recalled } from '../../src/data/lastGood.ts'
import { deferred } from './deferred.ts'
import type { Deferred } from './deferred.ts'

interface Doc {
  readonly version: number
}

const failure = (code: DataErrorCode): DataError =>
  new DataError(code, code, { url: '/x', status: null, problem: null, said: null, issues: [] })

/** A keeper whose answers are given by hand, one request after the other. */
function keeping(recalled: Recalled<Doc> | null = null) {
  const requests: Deferred<Doc>[] = []
  const seen: Kept<Doc>[] = []
  const save = vi.fn()
  const keeper = keepDocument<Doc>({
    ask: () => {
      const request = deferred<Doc>()
      requests.push(request)
      return request.promise
    },
    recall: () => Promise.resolve(recalled),
    save,
    onUpdate: (kept) => seen.push(kept),
  })
  const last = () => seen.at(-1) ?? NOTHING_KEPT
  return { keeper, requests, seen, save, last }
}

describe('keeping a document', () => {
  it('keeps the old one while the new one is loaded', async () => {
    const { keeper, requests, last, seen } = keeping()
    const first = keeper.follow()
    requests[0]?.resolve({ version: 1 })
    expect(await first).toBe(true)
    const second = keeper.follow(2)
    expect(last()).toMatchObject({ document: { version: 1 }, loading: true })
    requests[1]?.resolve({ version: 2 })
    await second
    expect(last()).toEqual({ document: { version: 2 }, savedAt: null, error: null, loading: false })
    expect(seen).toHaveLength(4)
  })

  it('keeps the old one with the error when the new one fails', async () => {
    const { keeper, requests, last } = keeping()
    const first = keeper.follow()
    requests[0]?.resolve({ version: 1 })
    await first
    const second = keeper.follow(2)
    requests[1]?.reject(failure('offline'))
    expect(await second).toBe(false)
    expect(last()).toMatchObject({ document: { version: 1 }, error: { code: 'offline' } })
  })

  it('does not ask for the version it has, but does after a failure', async () => {
    const { keeper, requests } = keeping()
    const first = keeper.follow()
    requests[0]?.resolve({ version: 1 })
    await first
    expect(await keeper.follow(1)).toBe(true)
    expect(await keeper.follow()).toBe(true)
    expect(requests).toHaveLength(1)
    const second = keeper.follow(2)
    requests[1]?.reject(failure('refused'))
    await second
    void keeper.follow(1)
    expect(requests).toHaveLength(3)
  })

  it('asks once more, not three times more, when three changes come during a request', async () => {
    const { keeper, requests, last } = keeping()
    const all = [keeper.follow(), keeper.follow(2), keeper.follow(3), keeper.follow(4)]
    requests[0]?.resolve({ version: 1 })
    await vi.waitFor(() => expect(requests).toHaveLength(2))
    requests[1]?.resolve({ version: 4 })
    await Promise.all(all)
    expect(requests).toHaveLength(2)
    expect(last().document).toEqual({ version: 4 })
  })

  it('keeps the same object when the same version comes again', async () => {
    const { keeper, requests, last } = keeping()
    const first = keeper.follow()
    const document = { version: 1 }
    requests[0]?.resolve(document)
    await first
    const second = keeper.follow(2)
    requests[1]?.resolve({ version: 1 })
    await second
    expect(last().document).toBe(document)
  })

  it('recalls the last good one when the service is away, and replaces it when it is back', async () => {
    const savedAt = '2026-11-21T08:00:00.000Z'
    const { keeper, requests, last, save } = keeping({ document: { version: 7 }, savedAt })
    const first = keeper.follow()
    requests[0]?.reject(failure('timeout'))
    expect(await first).toBe(false)
    expect(last()).toMatchObject({ document: { version: 7 }, savedAt, error: { code: 'timeout' } })
    expect(save).not.toHaveBeenCalled()
    const second = keeper.follow(7)
    requests[1]?.resolve({ version: 7 })
    expect(await second).toBe(true)
    expect(last()).toMatchObject({ document: { version: 7 }, savedAt: null, error: null })
    expect(save).toHaveBeenCalledExactlyOnceWith({ version: 7 })
  })

  it('does not cover up a refusal with an old document', async () => {
    const { keeper, requests, last } = keeping({ document: { version: 7 }, savedAt: 'x' })
    const first = keeper.follow()
    requests[0]?.reject(failure('malformed'))
    await first
    expect(last()).toMatchObject({ document: null, error: { code: 'malformed' } })
  })

  it('reports and saves nothing after it was stopped', async () => {
    const { keeper, requests, seen, save } = keeping()
    const first = keeper.follow()
    keeper.stop()
    requests[0]?.resolve({ version: 1 })
    await first
    expect(seen).toEqual([{ ...NOTHING_KEPT, loading: true }])
    expect(save).not.toHaveBeenCalled()
  })
})
