import { expect, type Page, test } from '@playwright/test'

import { mapFigure } from './figures.ts'
import { openWall } from './openPage.ts'

const HOLD = 8_000
const REST = 60_000

const city = (page: Page) => mapFigure(page).getByRole('heading', { level: 3 })

/** A wall whose time stands still until a test moves it. */
async function openStill(page: Page): Promise<void> {
  await page.clock.install({ time: '2026-11-22T01:00:00Z' })
  await openWall(page, 'demo')
  await page.clock.pauseAt('2026-11-22T01:10:00Z')
}

test('the cities follow each other by themselves, eight seconds each', async ({ page }) => {
  await openStill(page)
  const seen = [await city(page).innerText()]
  for (let i = 0; i < 16; i += 1) {
    await page.clock.runFor(HOLD)
    seen.push(await city(page).innerText())
  }
  expect(new Set(seen).size).toBe(16)
  expect(seen[16]).toBe(seen[0])
})

test('a touched city stays, and after a minute the carousel goes on', async ({ page }) => {
  await openStill(page)
  const map = mapFigure(page).locator('canvas')
  const { width, height } = (await map.boundingBox())!
  await map.click({ position: { x: width * 0.52, y: height * 0.55 } })
  await page.clock.runFor(100)
  const picked = await city(page).innerText()
  await page.clock.runFor(REST - HOLD)
  await expect(city(page)).toHaveText(picked)
  await page.clock.runFor(HOLD + 100)
  await expect(city(page)).not.toHaveText(picked)
})
