import { expect, type Page } from '@playwright/test'

/** Frames in a row in which nothing may change before a page counts as painted. */
const STILL_FRAMES = 12

/** Resolves once fonts are there and neither words, figures nor charts change any more. */
async function waitUntilStill(frames: number): Promise<void> {
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const signature = (): string =>
    [
      document.fonts.status,
      document.body.textContent.replace(/\d\d:\d\d/, ''),
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

/** The pages of the desk that a reader may open by a link. */
export const openPath = async (page: Page, path: string): Promise<void> => {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await stands(page)
}

/** Waits until a page of the desk has all its slices and stands still. */
export async function stands(page: Page): Promise<void> {
  await expect(page.getByRole('main')).not.toContainText(/读取中|正在读取|[Ll]oading/)
  await expect(page.locator('[role="figure"][aria-label=""]')).toHaveCount(0)
  await settled(page)
}

/** Opens the explorer and waits until every panel is painted. `query` as in a URL: `domain=light`. */
export const openDesk = (page: Page, space: 'main' | 'demo', query = ''): Promise<void> =>
  openPath(page, `/${space}/desk${query && `?${query}`}`)
