import { describe, expect, it } from 'vitest'

import { inFlight } from '../../mock/inFlight.ts'

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('work in flight', () => {
  it('never exceeds its limit and does everything', async () => {
    let [now, most, done] = [0, 0, 0]
    await inFlight(
      Array.from({ length: 40 }, (_, i) => i),
      5,
      String,
      async () => {
        most = Math.max(most, ++now)
        await turn()
        now--
        done++
      },
    )
    expect([most, done]).toEqual([5, 40])
  })

  it('keeps the order of one key', async () => {
    const seen: string[] = []
    const items = ['a1', 'a2', 'b1', 'a3', 'b2']
    await inFlight(
      items,
      4,
      (item) => item.charAt(0),
      async (item) => {
        if (item === 'a1') await turn()
        seen.push(item)
      },
    )
    expect(seen.filter((item) => item.startsWith('a'))).toEqual(['a1', 'a2', 'a3'])
    expect(seen.filter((item) => item.startsWith('b'))).toEqual(['b1', 'b2'])
  })

  it('starts nothing new after a failure and throws it', async () => {
    const seen: number[] = []
    const work = inFlight([1, 2, 3, 4, 5, 6], 1, String, (item) => {
      seen.push(item)
      return item === 2 ? Promise.reject(new Error('two')) : Promise.resolve()
    })
    await expect(work).rejects.toThrow('two')
    expect(seen).toEqual([1, 2])
  })
})
