import type { Browser, Page } from '@playwright/test'

import { openPage } from '../wall/openPage.ts'
import type { Repaint } from '../desk/repaint.ts'
import { watchFrames } from '../desk/watchFrames.ts'

const LOAD_MS = 120_000

/** What must follow the hand, by where it stands on the page. */
const PANELS = {
  map: '.desk > .map',
  counts: '.desk > .counts',
  list: '.desk > .changes',
  sentence: '.lead',
}

/** What a step changes where verdicts change: both charts, the list and the sentence. */
const FOLLOWING = ['map drawn', 'counts drawn', 'list text', 'sentence text'] as const

/** The handle of the first threshold: cluster revenue, 0 to 30 bn yuan. */
const HANDLE = '.handles input[type="range"]'
const MOST = 300

/** Values of the handle, in the order of a hand that draws it up and lets it go halfway down again. */
export const DRAG: readonly number[] = [
  ...Array.from({ length: 40 }, (_, i) => ((i + 1) * MOST) / 40 - 1),
  ...Array.from({ length: 20 }, (_, i) => MOST - ((i + 1) * MOST) / 40 - 3),
]

/** An open page of the what-if and how long it took from the last answer to its pictures, in milliseconds. */
export async function openWhatIf(
  browser: Browser,
  url: string,
  prepare: (page: Page) => Promise<unknown> = () => Promise.resolve(),
) {
  const opened = await openPage(browser)
  const { page } = opened
  await page.addInitScript(watchFrames)
  await page.addInitScript((panels) => (window.watchedPanels = panels), PANELS)
  await prepare(page)
  await page.goto(`${url}/demo/eligibility?tab=whatif&batch=2023`)
  await page.waitForFunction(
    (handle) =>
      document.querySelectorAll('.desk canvas').length === 2 && document.querySelector(handle),
    HANDLE,
    { timeout: LOAD_MS, polling: 'raf' },
  )
  const shown = await page.evaluate(shownAfter)
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined)
  return { ...opened, shown }
}

/** Runs in the page: from the last answer of the service until now. */
function shownAfter(): number {
  const answers = performance
    .getEntriesByType('resource')
    .filter(({ name }) => name.includes('/api/') || name.includes('/maps/'))
    .map((entry) => (entry as PerformanceResourceTiming).responseEnd)
  return performance.now() - Math.max(...answers)
}

/** Draws the handle to a value by the event that a hand would cause. */
export const drag = (page: Page, value: number): Promise<Repaint> =>
  page
    .evaluate(
      ([selector, to]) =>
        window.watchRepaint?.(() => {
          const handle = document.querySelector<HTMLInputElement>(selector)
          if (!handle) throw new Error('There is no handle.')
          handle.value = String(to)
          handle.dispatchEvent(new Event('input', { bubbles: true }))
        }) ?? Promise.reject(new Error('Nothing watches.')),
      [HANDLE, value] as const,
    )
    .then((repaint) => {
      if (Number.isNaN(repaint.painted)) throw new Error(`Nothing changed at ${value}.`)
      return repaint
    })

/** Whether all that changed did so in one frame. */
export const isAtOnce = ({ frames }: Repaint): boolean => frames.length === 1

/** Whether map, counts, list and sentence changed in one frame, all of them. */
export const isWhole = (repaint: Repaint): boolean =>
  isAtOnce(repaint) && FOLLOWING.every((part) => repaint.frames[0]?.includes(part))
