import type { Browser } from '@playwright/test'

import { deskIndicators } from '../../../src/figures/desk/context.ts'
import { DEFAULT_SELECTION } from '../../../src/domain/selection.ts'
import { median } from '../harness.ts'
import { openPage } from '../wall/openPage.ts'
import { serveWorld } from './serveWorld.ts'
import { worldOf } from './world.ts'

const PASSES = 5

/** Runs in the page: milliseconds of every frame while the table scrolls by a screenful a frame, and back. */
async function scrollThrough(): Promise<number[]> {
  const scroller = document.querySelector('.rows .scroll')
  if (!scroller) throw new Error('There is no table.')
  const next = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
  const steps = Array.from({ length: 90 }, (_, i) => 330 * (i < 45 ? i : 90 - i))
  const frames: number[] = []
  let last = await next()
  for (const top of steps) {
    scroller.scrollTop = top
    const now = await next()
    frames.push(now - last)
    last = now
  }
  return frames
}

/**
 * The longest frame of a pass through the table, and how many rows it has. Every frame is the median of five
 * passes, so that what other programs hold up does not count, and what the table holds up always does.
 */
export async function scrollTable(browser: Browser, url: string, counted: number) {
  const { page, close } = await openPage(browser)
  await serveWorld(page, url, worldOf(counted, deskIndicators(DEFAULT_SELECTION)))
  await page.goto(`${url}/demo/desk`)
  const table = page.locator('.rows .scroll')
  await table.scrollIntoViewIfNeeded({ timeout: 60_000 })
  const rows = Number(await table.getAttribute('aria-rowcount')) - 1
  const passes: number[][] = []
  for (let pass = 0; pass <= PASSES; pass++) passes.push(await page.evaluate(scrollThrough))
  await close()
  const [first = [], ...measured] = passes
  const longest = Math.max(...first.map((_, i) => median(measured.map((pass) => pass[i] ?? NaN))))
  return { rows, longest }
}
