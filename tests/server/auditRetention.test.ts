import { expect, it } from 'vitest'

import { purgeDaily } from '../../server/audit/purgeDaily.ts'
import { DAY_MS, RETENTION_DAYS } from '../../server/audit/retention.ts'
import { readConfig } from '../../server/config.ts'

it('is three years unless a site says otherwise, and six months at least', () => {
  const daysOf = (text: string) => readConfig({ AUDIT_RETENTION_DAYS: text }).auditRetentionDays
  expect(readConfig({}).auditRetentionDays).toBe(RETENTION_DAYS.usual)
  expect([daysOf('183'), daysOf('36500')]).toEqual([183, 36_500])
  for (const wrong of ['182', '0', '-200', '1e3', 'ever', '36501', ''])
    expect(() => daysOf(wrong), wrong).toThrow(/AUDIT_RETENTION_DAYS=.* 183 to 36500 days/)
})

it('is kept at the start and every day, and a purge that fails ends nothing', async () => {
  let now = 0
  let daily = (): void => undefined
  const [purged, logged]: [number[], string[]] = [[], []]
  const note = (_: unknown, text?: string) => void logged.push(text ?? '')
  const every = (task: () => void, ms: number) => {
    expect(ms).toBe(DAY_MS)
    daily = task
    return setTimeout(() => undefined, 0)
  }
  const purge = (at: number) => {
    purged.push(at)
    return at === 2 ? Promise.reject(new Error('disk')) : Promise.resolve(at)
  }
  const end = purgeDaily({ purge }, { clock: () => now, log: { info: note, error: note }, every })
  for (const day of [1, 2, 3]) {
    await end()
    now = day
    daily()
  }
  await end()
  expect(purged).toEqual([0, 1, 2, 3])
  expect(logged).toEqual([
    'old audit entries deleted',
    'old audit entries could not be deleted',
    'old audit entries deleted',
  ])
})
