import { describe, expect, it } from 'vitest'

import { useClock } from '../../src/stores/clock.ts'
import { useRegistry } from '../../src/stores/registry.ts'
import { useSpace } from '../../src/stores/space.ts'
import { FakeService, openPage } from './fakeService.ts'

function opened() {
  const page = openPage(new FakeService())
  return {
    page,
    ...page.run(() => ({ clock: useClock(), place: useSpace(), registry: useRegistry() })),
  }
}

describe('the clock of a page', () => {
  it('moves on once a minute', () => {
    const { page, clock } = opened()
    page.at.now = new Date('2026-11-22T01:01:00Z')
    expect(clock.now).toBe('2026-11-22T01:00:00.000Z')
    page.minute()
    expect(clock.now).toBe('2026-11-22T01:01:00.000Z')
  })

  it('takes the day from Shandong, not from the machine', () => {
    const { page, clock } = opened()
    page.at.now = new Date('2026-12-31T16:00:00Z')
    page.minute()
    expect(clock.today).toBe('2027-01-01')
  })

  it('stands still on the pinned day of the demo', async () => {
    const { page, clock, place, registry } = opened()
    place.lookAt('demo')
    page.at.now = new Date('2027-03-01T00:00:00Z')
    page.minute()
    void registry.follow()
    await page.settle()
    expect(clock.today).toBe('2026-11-22')
  })

  it('goes back to the day of the instant that the page asks as of', async () => {
    const { page, clock, place, registry } = opened()
    place.lookAt('demo', '2026-04-30T17:00:00.000Z')
    void registry.follow()
    await page.settle()
    expect(clock.today).toBe('2026-05-01')
  })
})
