import { describe, expect, it } from 'vitest'

import { useConnection } from '../../src/stores/connection.ts'
import { useRefusal } from '../../src/stores/refusal.ts'
import { useRegistry } from '../../src/stores/registry.ts'
import { useSlices } from '../../src/stores/slices.ts'
import { useSpace } from '../../src/stores/space.ts'
import { FakeService, memoryLastGood, openPage, refused } from './fakeService.ts'

const REVENUE = 'cluster.revenue'
const RACKS = 'compute.racksBuilt'

function opened(service = new FakeService(), lastGood = memoryLastGood(() => new Date())) {
  service.slices[REVENUE] ??= 1
  service.slices[RACKS] ??= 1
  const page = openPage(service, lastGood)
  const stores = page.run(() => ({
    connection: useConnection(),
    registry: useRegistry(),
    slices: useSlices(),
    place: useSpace(),
    refusal: useRefusal(),
  }))
  const load = async () => {
    void stores.registry.follow()
    void stores.slices.need([REVENUE, RACKS])
    await page.settle()
  }
  const stream = () => {
    const newest = page.streams.at(-1)
    if (!newest) throw new Error('no stream is open')
    return newest
  }
  return { service, page, load, stream, ...stores }
}

const LIVE = { state: 'live', since: '2026-11-22T01:00:00.000Z' } as const

describe('the connection of a page', () => {
  it('loads just the slice that a change names', async () => {
    const { service, page, load, stream, slices } = opened()
    await load()
    service.asked.length = 0
    service.slices[REVENUE] = 2
    stream().onChange({ subject: REVENUE, version: 2 })
    await page.settle()
    expect(service.asked).toEqual([`main/${REVENUE}`])
    expect(slices.slices.get(REVENUE)?.version).toBe(2)
  })

  it('loads the registry when that changes', async () => {
    const { service, page, load, stream, registry } = opened()
    await load()
    service.registry = 2
    stream().onChange({ subject: 'registry', version: 2 })
    await page.settle()
    expect(registry.document?.version).toBe(2)
  })

  it('compares versions after a new connection, and loads only what was missed', async () => {
    const { service, page, load, stream, slices } = opened()
    await load()
    service.asked.length = 0
    service.slices[RACKS] = 4
    stream().onState?.(LIVE)
    stream().onCatchUp?.()
    await page.settle()
    await page.settle()
    expect(service.asked).toEqual(['main/versions', `main/${RACKS}`])
    expect(slices.slices.get(RACKS)?.version).toBe(4)
  })

  it('tries again what failed, once a minute', async () => {
    const { service, page, load, slices } = opened()
    service.failing.set(RACKS, 'refused')
    await load()
    expect(slices.slices.has(RACKS)).toBe(false)
    service.failing.clear()
    page.minute()
    await page.settle()
    await page.settle()
    expect(slices.slices.get(RACKS)?.version).toBe(1)
    expect(slices.states.get(RACKS)?.error).toBeNull()
  })

  it('opens a new stream when the minute check finds the service away', async () => {
    const { service, page, load, stream, connection } = opened()
    await load()
    service.failing.set('versions', 'offline')
    page.minute()
    await page.settle()
    expect(connection.error?.code).toBe('offline')
    expect(stream().restarts).toBe(1)
  })

  it('says since when the service is away and when its data was last current', async () => {
    const { page, load, stream, connection } = opened()
    await load()
    stream().onCatchUp?.()
    await page.settle()
    expect(connection.lastGoodAt).toBe('2026-11-22T01:00:00.000Z')
    page.at.now = new Date('2026-11-22T03:00:00Z')
    stream().onState?.({ state: 'away', since: '2026-11-22T03:00:00.000Z' })
    expect(connection.live).toEqual({ state: 'away', since: '2026-11-22T03:00:00.000Z' })
    expect(connection.lastGoodAt).toBe('2026-11-22T01:00:00.000Z')
  })

  it('starts from the last good documents with their age while the service is away, and recovers', async () => {
    let now = new Date('2026-11-21T08:00:00Z')
    const lastGood = memoryLastGood(() => now)
    const before = opened(new FakeService(), lastGood)
    await before.load()

    now = new Date('2026-11-22T01:00:00Z')
    const service = new FakeService()
    service.failing.set('*', 'offline')
    const { page, load, stream, connection, registry, slices } = opened(service, lastGood)
    await load()
    await page.settle()
    expect(slices.slices.get(REVENUE)?.version).toBe(1)
    expect(registry.document?.version).toBe(1)
    expect(slices.states.get(REVENUE)).toMatchObject({
      savedAt: '2026-11-21T08:00:00.000Z',
      error: { code: 'offline' },
    })
    expect(connection.lastGoodAt).toBe('2026-11-21T08:00:00.000Z')

    service.failing.clear()
    service.slices[REVENUE] = 2
    stream().onCatchUp?.()
    await page.settle()
    await page.settle()
    expect(slices.slices.get(REVENUE)?.version).toBe(2)
    expect(slices.states.get(RACKS)).toMatchObject({ savedAt: null, error: null })
    expect(connection.lastGoodAt).toBe('2026-11-22T01:00:00.000Z')
  })

  it('retries at once when asked to', async () => {
    const { service, page, load, stream, connection, slices } = opened()
    service.failing.set('*', 'timeout')
    await load()
    stream().onState?.({ state: 'away', since: '2026-11-22T01:00:00.000Z' })
    service.failing.clear()
    void connection.retry()
    await page.settle()
    await page.settle()
    expect(stream().restarts).toBe(1)
    expect(slices.slices.size).toBe(2)
    expect(connection.error).toBeNull()
  })

  it('follows the space that the page looks at', async () => {
    const { page, load, place } = opened()
    await load()
    place.lookAt('demo')
    expect(page.streams.map(({ url, paused }) => [url, paused])).toEqual([
      ['/api/main/changes', true],
      ['/api/demo/changes', false],
    ])
  })

  it('does not follow changes while it asks as of an instant', async () => {
    const { service, page, load, stream, place } = opened()
    place.lookAt('main', '2026-05-01T00:00:00.000Z')
    await load()
    service.asked.length = 0
    stream().onChange({ subject: REVENUE, version: 9 })
    stream().onCatchUp?.()
    page.minute()
    await page.settle()
    expect(service.asked).toEqual([])
  })

  it('neither keeps nor takes last good documents while it asks as of an instant', async () => {
    const lastGood = memoryLastGood(() => new Date('2026-11-21T08:00:00Z'))
    const then = '2026-05-01T00:00:00.000Z'
    const past = opened(new FakeService(), lastGood)
    past.place.lookAt('main', then)
    await past.load()
    const away = new FakeService()
    away.failing.set('*', 'offline')
    const now = opened(away, lastGood)
    await now.load()
    expect(now.registry.document).toBeNull()

    await opened(new FakeService(), lastGood).load()
    const again = opened(away, lastGood)
    again.place.lookAt('main', then)
    await again.load()
    await again.page.settle()
    expect(again.registry.document).toBeNull()
    expect(again.slices.slices.size).toBe(0)
  })
})

describe('a page that may see its space no longer', () => {
  const AWAY = { state: 'away', since: '2026-11-22T01:00:00.000Z' } as const
  type Opened = ReturnType<typeof opened>
  const WAYS: readonly (readonly [string, (page: Opened) => void])[] = [
    ['its stream ends', ({ stream }) => stream().onState?.(AWAY)],
    ['any request finds nobody signed in', ({ page }) => page.unauthorised()],
    ['a minute begins', ({ page }) => page.minute()],
  ]

  it.each(WAYS)('learns it when %s', async (_, happen) => {
    const all = opened()
    await all.load()
    all.service.failing.set('*', refused(401))
    happen(all)
    await all.page.settle()
    expect(all.refusal.error?.details.status).toBe(401)
  })

  it('learns it of a space that it looks at as of an instant', async () => {
    const { service, page, load, stream, place, refusal } = opened()
    place.lookAt('main', '2026-05-01T00:00:00.000Z')
    await load()
    service.failing.set('*', refused(403))
    stream().onState?.(AWAY)
    await page.settle()
    expect(refusal.error?.details.status).toBe(403)
  })

  it('asks once, not once for every refused request', async () => {
    const { service, page, load } = opened()
    await load()
    service.failing.set('*', refused(401))
    service.asked.length = 0
    page.unauthorised()
    page.unauthorised()
    await page.settle()
    page.unauthorised()
    await page.settle()
    expect(service.asked).toEqual(['main/versions'])
  })

  it('is not one whose service is away, nor one that only an account’s request was refused to', async () => {
    const { service, page, load, stream, place, refusal } = opened()
    place.lookAt('demo')
    await load()
    page.unauthorised()
    await page.settle()
    service.failing.set('*', 'offline')
    stream().onState?.(AWAY)
    await page.settle()
    expect(refusal.error).toBeNull()
  })

  it('may see it again when the service says so, or in another space', async () => {
    const { service, page, load, place, refusal } = opened()
    await load()
    service.failing.set('*', refused(401))
    page.minute()
    await page.settle()
    service.failing.clear()
    page.minute()
    await page.settle()
    expect(refusal.error).toBeNull()
    refusal.tell(refused(403))
    place.lookAt('demo')
    expect(refusal.error).toBeNull()
  })
})
