import { expect, type Page } from '@playwright/test'

/** Frames in a row in which nothing may change before a page counts as painted. */
const STILL_FRAMES = 12

/** Resolves once fonts are there and neither words, figures nor charts change any more. */
async function waitUntilStill(frames: number): Promise<void> {
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const signature = (): string =>
    [
      document.fonts.status,
      document.body.innerText.replace(/\d\d:\d\d/, ''),
      ...[...document.querySelectorAll('[role="figure"]')].map((f) => f.getAttribute('aria-label')),
      ...[...document.querySelectorAll('canvas')].map((c) => `${c.width}×${c.height}`),
    ].join('|')
  let before = ''
  for (let still = 0; still < frames;) {
    await nextFrame()
    const now = signature()
    still = now === before && document.fonts.status === 'loaded' ? still + 1 : 0
    before = now
  }
}

/** Waits until the page shows everything it has and stands still. */
export const settled = (page: Page): Promise<void> => page.evaluate(waitUntilStill, STILL_FRAMES)

/** Opens a wall and waits until every figure is there and painted. `query` as in a URL: `lang=en`. */
export async function openWall(page: Page, space: 'main' | 'demo', query = ''): Promise<void> {
  await page.goto(`/${space}/wall${query && `?${query}`}`)
  const figures = page.getByRole('figure')
  await expect(figures.first()).toBeVisible()
  await expect(page.locator('[role="figure"][aria-label=""]')).toHaveCount(0)
  await settled(page)
}

/** Opens a desk and waits until every figure is there and painted. */
export async function openDesk(page: Page, space: 'main' | 'demo', query = ''): Promise<void> {
  await page.goto(`/${space}/desk${query && `?${query}`}`)
  await expect(page.getByRole('figure').first()).toBeVisible()
  await expect(page.getByRole('row').nth(60)).toBeAttached()
  await settled(page)
}
