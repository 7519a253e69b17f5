import { expect, type Page, test } from '@playwright/test'

import { figure } from './figures.ts'
import { openWall } from './openPage.ts'

/** Everything the wall says but its clock's minutes. */
const words = async (page: Page): Promise<string> =>
  (await page.getByRole('main').innerText()).replace(/\d\d:\d\d/g, 'hh:mm')

test('a browser in another zone and language reads the same wall', async ({
  page,
  browser,
  baseURL,
}) => {
  await openWall(page, 'demo')
  const abroad = await browser.newContext({
    baseURL: baseURL!,
    locale: 'en-US',
    timezoneId: 'America/New_York',
    viewport: page.viewportSize(),
  })
  const other = await abroad.newPage()
  await openWall(other, 'demo')
  expect(await words(other)).toBe(await words(page))
  await abroad.close()
})

test.describe('in New York, late in the evening', () => {
  test.use({ timezoneId: 'America/New_York', locale: 'en-US' })

  test('the clock shows the time of the programme', async ({ page }) => {
    await page.clock.install({ time: '2026-11-22T17:30:00Z' })
    await openWall(page, 'demo')
    await expect(page.locator('.area-head')).toContainText('01:30')
    await expect(page.locator('.area-head')).toContainText('截至 2026-10-31 · 22 天前')
  })

  test('the instant at which a figure became known is the one of the programme', async ({
    page,
  }) => {
    await openWall(page, 'demo', 'asOf=2026-11-20T16:30:00Z')
    await expect(page.locator('.area-head')).toContainText('已知至 2026-11-21 00:30')
    await expect(figure(page, '集群营业收入')).toContainText('万亿元')
  })
})

test.describe('when less motion is asked for', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('nothing moves from one state to another', async ({ page }) => {
    await openWall(page, 'demo')
    const moving = await page.locator('body *').evaluateAll((elements) =>
      elements.flatMap((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element)
        const durations = `${transitionDuration}, ${animationDuration}`.split(', ')
        return durations.some((duration) => parseFloat(duration) > 0) ? [element.outerHTML] : []
      }),
    )
    expect(moving).toEqual([])
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
  })
})
