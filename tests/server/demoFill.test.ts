import { afterEach, beforeEach, expect, it } from 'vitest'

import { fillDemo } from '../../server/demoFill.ts'
import { DEMO_SEED } from '../../src/domain/space.ts'
import { as, openFixture, reportOf } from './fixture.ts'
import type { Fixture } from './fixture.ts'

let fixture: Fixture
let calls: [seed: number, again: boolean][]
beforeEach(async () => {
  fixture = await openFixture()
  calls = []
})
afterEach(() => fixture.close())

/** A simulator that lets one brain report and says whether it came to its end. */
const simulator = (complete: boolean) => async (seed: number, again: boolean) => {
  calls.push([seed, again])
  await fixture.post('/api/demo/reports', reportOf(), as(fixture, 'a'))
  return complete
}
const fill = (complete: boolean, seed?: number) =>
  fillDemo(fixture.space('demo'), simulator(complete), seed)

it('an empty demo space is filled once and never again', async () => {
  expect(await fill(true)).toBe('filled')
  expect(await fill(true)).toBe('kept')
  expect(calls).toEqual([[DEMO_SEED, false]])
})

it('a fill that was broken off goes on with its seed until it is finished', async () => {
  expect(await fill(false, 7)).toBe('unfinished')
  expect(await fill(false, 8)).toBe('unfinished')
  expect(await fill(true)).toBe('filled')
  expect(await fill(true)).toBe('kept')
  expect(calls).toEqual([
    [7, false],
    [7, true],
    [7, true],
  ])
})

it('a simulator that could not be started leaves the fill to the next start', async () => {
  const broken = () => Promise.reject(new Error('spawn failed'))
  await expect(fillDemo(fixture.space('demo'), broken)).rejects.toThrow('spawn failed')
  expect(await fill(true)).toBe('filled')
  expect(calls).toEqual([[DEMO_SEED, true]])
})

it('a space that holds figures and no record of a fill is left as it is', async () => {
  await fixture.post('/api/demo/reports', reportOf(), as(fixture, 'a'))
  expect(await fill(true)).toBe('kept')
  expect(calls).toEqual([])
})
