import type { Browser, Page } from '@playwright/test'

import { openPage } from '../wall/openPage.ts'
import { actOn, installActs } from './act.ts'
import { ASKED, STEPS } from './steps.ts'
import type { Repaint } from './repaint.ts'
import { watchFrames } from './watchFrames.ts'

/** All charts of the bare page are redrawn: the desk has five and its small multiples, eight plots more. */
const AREAS = ['map', 'ranks', 'lines', 'years', 'every', 'pairs', 'shares', 'gauge', 'areas']

/** Thousands of brains are read and drawn. */
const LOAD_MS = 120_000

export interface Pair {
  readonly desk: Repaint
  readonly bare: Repaint
}

export const redraw = (page: Page, turn: number): Promise<Repaint> =>
  page.evaluate(
    ([turn, areas]) =>
      window.watchRepaint?.(() => window.redraw?.(turn, areas)) ??
      Promise.reject(new Error('Nothing watches.')),
    [turn, AREAS] as const,
  )

/** A desk that has painted its six charts, with the readings of every indicator that is `asked` for. */
export async function openDesk(
  browser: Browser,
  url: string,
  asked: readonly string[] = ASKED,
  prepare: (page: Page) => Promise<unknown> = () => Promise.resolve(),
) {
  const opened = await openPage(browser)
  const { page } = opened
  await prepare(page)
  await page.addInitScript(watchFrames)
  await page.addInitScript(installActs)
  await page.goto(url)
  await page.waitForFunction(() => document.querySelectorAll('.panels canvas').length === 6, null, {
    timeout: LOAD_MS,
  })
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await unfold(page)
  for (const indicator of [...asked, ...asked.slice(0, 1)])
    await actOn(page, { do: 'indicator', to: indicator }).catch(() => undefined)
  return opened
}

/** Opens the folded filters, all but the long list of sub-industries, that no step asks for. */
async function unfold(page: Page): Promise<void> {
  const folded = page.locator('.rail details:not([open]) summary')
  while ((await folded.count()) > 1) await folded.first().click()
}

export async function openBare(browser: Browser, url: string) {
  const opened = await openPage(browser)
  await opened.page.addInitScript(watchFrames)
  await opened.page.goto(url)
  await opened.page.waitForFunction(() => window.redraw !== undefined)
  await redraw(opened.page, 0)
  return opened
}

/** Sixty interactions with the desk, after each of them one redraw of the bare page. */
export async function repaints(browser: Browser, desk: string, bare: string): Promise<Pair[]> {
  const [ours, theirs] = [await openDesk(browser, desk), await openBare(browser, bare)]
  const pairs: Pair[] = []
  for (const [turn, step] of STEPS.entries())
    pairs.push({ desk: await actOn(ours.page, step), bare: await redraw(theirs.page, turn) })
  await ours.close()
  await theirs.close()
  return pairs
}
