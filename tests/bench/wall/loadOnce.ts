import { setTimeout as pause } from 'node:timers/promises'

import type { Browser } from '@playwright/test'

import { observePage, type Seen } from './observePage.ts'
import { openPage } from './openPage.ts'
import { watchTraffic, type Traffic } from './traffic.ts'

export interface Load extends Pick<Seen, 'fcp' | 'lcp' | 'painted' | 'charts'> {
  readonly traffic: Traffic
  readonly fonts: Traffic
}

export interface Target {
  readonly url: string
  /** Charts that the page has when it is complete. */
  readonly charts: number
}

/** A page is painted when for this long nothing was drawn and no task held the main thread. */
const QUIET_MS = 1_000
const POLL_MS = 100
const LIMIT_MS = 40_000

/** Loads a page with an empty cache, its CPU slowed down by `throttle`, until all charts are painted. */
export async function loadOnce(
  browser: Browser,
  { url, charts }: Target,
  throttle: number,
): Promise<Load> {
  const { page, cdp, close } = await openPage(browser)
  const trafficOf = await watchTraffic(cdp)
  await page.addInitScript(observePage)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle })
  await page.goto(url, { waitUntil: 'commit' })
  const limit = performance.now() + LIMIT_MS
  for (;;) {
    await pause(POLL_MS)
    const seen = await page.evaluate(() => window.seen?.())
    if (seen && isPainted(seen, charts)) {
      const load = { ...seen, traffic: trafficOf(false), fonts: trafficOf(true) }
      await close()
      return load
    }
    if (performance.now() > limit)
      throw new Error(`${url} was not painted: ${JSON.stringify(seen)}`)
  }
}

const isPainted = ({ painted, busyUntil, now, charts, empty }: Seen, expected: number): boolean =>
  charts >= expected && empty === 0 && now - Math.max(painted, busyUntil) > QUIET_MS
