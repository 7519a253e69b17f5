import { describe, expect, it } from 'vitest'
import { isReactive, watch } from 'vue'

import { useSlices } from '../../src/stores/slices.ts'
import { useSpace } from '../../src/stores/space.ts'
import { deferred } from '../data/deferred.ts'
import { FakeService, openPage } from './fakeService.ts'

const REVENUE = 'cluster.revenue'
const RACKS = 'compute.racksBuilt'

function opened() {
  const service = new FakeService()
  Object.assign(service.slices, { [REVENUE]: 1, [RACKS]: 1 })
  const page = openPage(service)
  const slices = page.run(() => useSlices())
  const place = page.run(() => useSpace())
  const valueOf = (indicator: string) => slices.slices.get(indicator)?.values[0]
  return { service, page, slices, place, valueOf }
}

describe('the slices of a page', () => {
  it('are loaded side by side, each once', async () => {
    const { service, page, slices, valueOf } = opened()
    void slices.need([REVENUE, RACKS])
    void slices.need([RACKS])
    expect(service.asked).toEqual([`main/${REVENUE}`, `main/${RACKS}`])
    await page.settle()
    await slices.need([REVENUE])
    expect([valueOf(REVENUE), valueOf(RACKS)]).toEqual([1, 1])
    expect(service.asked).toHaveLength(2)
  })

  it('stay as they are while a newer version is loaded', async () => {
    const { service, page, slices, valueOf } = opened()
    void slices.need([REVENUE])
    await page.settle()
    const gate = deferred<unknown>()
    service.gate = gate.promise
    service.slices[REVENUE] = 2
    void slices.follow(REVENUE, 2)
    await page.settle()
    expect(valueOf(REVENUE)).toBe(1)
    expect(slices.states.get(REVENUE)?.loading).toBe(true)
    gate.resolve(null)
    await page.settle()
    expect(valueOf(REVENUE)).toBe(2)
    expect(slices.states.get(REVENUE)?.loading).toBe(false)
  })

  it('fail one by one, with the reason; the others are there', async () => {
    const { service, page, slices, valueOf } = opened()
    service.failing.set(RACKS, 'refused')
    void slices.need([REVENUE, RACKS])
    await page.settle()
    expect(valueOf(REVENUE)).toBe(1)
    expect(slices.states.get(REVENUE)?.error).toBeNull()
    expect(slices.slices.has(RACKS)).toBe(false)
    expect(slices.states.get(RACKS)?.error?.reason.zh).toBe('服务拒绝了请求')
  })

  it('change together, once, however many arrive in one moment', async () => {
    const { service, page, slices } = opened()
    void slices.need([REVENUE, RACKS])
    await page.settle()
    let recomputed = 0
    page.run(() =>
      watch(
        () => slices.slices,
        () => (recomputed += 1),
        { flush: 'sync' },
      ),
    )
    Object.assign(service.slices, { [REVENUE]: 2, [RACKS]: 2 })
    void slices.follow(REVENUE, 2)
    void slices.follow(RACKS, 2)
    await page.settle()
    expect(recomputed).toBe(1)
  })

  it('leave figures alone when nothing but their state changes', async () => {
    const { service, page, slices } = opened()
    void slices.need([REVENUE])
    await page.settle()
    const before = slices.slices
    service.failing.set(REVENUE, 'offline')
    void slices.follow(REVENUE, 2)
    await page.settle()
    expect(slices.states.get(REVENUE)?.error?.code).toBe('offline')
    expect(slices.slices).toBe(before)
  })

  it('are not followed when nobody needs them', async () => {
    const { service, page, slices } = opened()
    void slices.follow(REVENUE, 2)
    await page.settle()
    expect(service.asked).toEqual([])
  })

  it('are those of the new place alone when the page looks elsewhere', async () => {
    const { service, page, slices, place, valueOf } = opened()
    void slices.need([REVENUE])
    await page.settle()
    const gate = deferred<unknown>()
    service.gate = gate.promise
    void slices.follow(REVENUE, 2)
    service.slices[REVENUE] = 5
    place.lookAt('demo')
    expect(slices.slices.size).toBe(0)
    gate.resolve(null)
    await page.settle()
    expect(valueOf(REVENUE)).toBe(5)
    expect(service.asked.at(-1)).toBe(`demo/${REVENUE}`)
  })

  it('are asked as of the instant that the page looks at', async () => {
    const { service, page, slices, place } = opened()
    place.lookAt('demo', '2026-05-01T00:00:00.000Z')
    void slices.need([REVENUE])
    await page.settle()
    expect(service.asked).toEqual([`demo/${REVENUE}@2026-05-01T00:00:00.000Z`])
  })

  it('are not made deeply reactive', async () => {
    const { page, slices } = opened()
    void slices.need([REVENUE])
    await page.settle()
    const slice = slices.slices.get(REVENUE)
    expect(slice).toBeDefined()
    expect(isReactive(slice)).toBe(false)
    expect(isReactive(slices.slices)).toBe(false)
  })
})
