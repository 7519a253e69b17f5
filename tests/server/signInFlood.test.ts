import { expect, it } from 'vitest'

import { atMost } from '../../server/accounts/atMost.ts'
import { makeBackOff } from '../../server/accounts/backOff.ts'
import { makePeople } from '../../server/accounts/people.ts'
import { siteOf } from '../../server/http/remoteAddress.ts'
import { openFixture } from './fixture.ts'

it('runs so many tasks at once, lets others wait in turn, and refuses the rest', async () => {
  const inTurn = atMost({ running: 2, waiting: 3 }, () => new Error('full'))
  const [begun, ends]: [number[], (() => void)[]] = [[], []]
  const task = (id: number) => () => {
    begun.push(id)
    return new Promise<number>((resolve) => ends.push(() => resolve(id)))
  }
  const all = [0, 1, 2, 3, 4, 5].map((id) => inTurn(task(id)))
  await expect(all[5]).rejects.toThrow('full')
  expect(begun).toEqual([0, 1])
  for (let ended = 0; ended < 5; ended++) {
    ends[ended]?.()
    await all[ended]
    await Promise.resolve()
  }
  expect(begun).toEqual([0, 1, 2, 3, 4])
  const again = inTurn(() => Promise.reject(new Error('its own')))
  await expect(again).rejects.toThrow('its own')
  expect(await inTurn(() => Promise.resolve('free'))).toBe('free')
})

it('answers 503 to those who sign in beyond the bound, and works on the others', async () => {
  const fixture = await openFixture()
  const { accounts } = fixture
  const clock = () => fixture.clock.now
  const people = makePeople({ accounts, backOff: makeBackOff(clock), clock, separateDuties: false })
  const tries = Array.from({ length: 80 }, (_, i) =>
    people
      .signIn('nobody', 'x', `10.0.0.${i}`)
      .catch((error: unknown) => (error as { status: number }).status),
  )
  const count = (wanted: number, of: readonly unknown[]) => of.filter((s) => s === wanted).length
  const statuses = await Promise.all(tries)
  expect(count(503, statuses)).toBe(80 - 66)
  // Two at once are under way when the fifth failure is counted.
  expect(count(401, statuses)).toBe(5)
  expect(count(429, statuses)).toBe(61)
  await fixture.close()
})

it.each([
  ['203.0.113.9', '203.0.113.9'],
  ['203.0.113.9:51234', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['[2001:db8:0:1::9]:443', '2001:db8:0:1'],
  ['2001:0db8:0000:0001:aaaa:bbbb:cccc:dddd', '2001:db8:0:1'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['local', 'local'],
])('takes %s as %s: another port or suffix makes nobody new', (address, site) =>
  expect(siteOf(address)).toBe(site),
)
