import { expect, type Locator, type Page, test } from '@playwright/test'

import { auditLayout } from './auditLayout.ts'
import { mapFigure } from './figures.ts'
import { openWall, settled } from './openPage.ts'
import { watchPage } from './watchPage.ts'

const HOLD = 8_000
const REST = 60_000

/** The map while it shows the counties of a city. */
const countyFigure = (page: Page): Locator => page.getByRole('figure', { name: /^.+市各区县.*。/ })
const placeOf = (map: Locator): Locator => map.getByRole('heading', { level: 3 })

test('Enter opens the counties of the city in focus, the breadcrumb leads back', async ({
  page,
  baseURL,
}) => {
  const trouble = await watchPage(page, baseURL!)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await openWall(page, 'demo')
  expect(asked.filter((path) => /\/county(Map|Areas)?[.-]/.test(path))).toEqual([])
  const city = await placeOf(mapFigure(page)).innerText()

  await mapFigure(page).focus()
  await page.keyboard.press('Enter')
  await expect(countyFigure(page)).toHaveAccessibleName(
    new RegExp(`^${city}市各区县集群营业收入。`),
  )
  await expect(page).toHaveURL(/city=37\d{4}/)
  const trail = countyFigure(page).getByRole('navigation', { name: '地图所在位置' })
  await expect(trail).toHaveText(new RegExp(`全省\\s*›\\s*${city}市`))
  await settled(page)
  expect(await auditLayout(page)).toEqual([])

  await trail.getByRole('button', { name: '全省' }).click()
  await expect(placeOf(mapFigure(page))).toHaveText(city)
  await expect(page).not.toHaveURL(/city=/)
  expect(trouble).toEqual([])
})

test('a click on a city focuses it, a second one opens it, Backspace leads back', async ({
  page,
}) => {
  await openWall(page, 'demo')
  const map = mapFigure(page).locator('canvas')
  const { width, height } = (await map.boundingBox())!
  const middle = { position: { x: width * 0.52, y: height * 0.55 } }
  await map.click(middle)
  await page.keyboard.press('Space')
  await map.click(middle)
  await expect(countyFigure(page)).toBeVisible()
  await page.keyboard.press('Backspace')
  await expect(mapFigure(page)).toBeVisible()
})

test('an untouched city gives way to the province after a minute, and the carousel goes on', async ({
  page,
}) => {
  await page.clock.install({ time: '2026-11-22T01:00:00Z' })
  await openWall(page, 'demo', 'city=370100')
  await expect(countyFigure(page)).toHaveAccessibleName(/^济南市/)
  await page.clock.pauseAt('2026-11-22T01:00:30Z')
  await page.keyboard.press('ArrowRight')
  await page.clock.runFor(REST - 100)
  await expect(countyFigure(page)).toBeVisible()
  await page.clock.runFor(200)
  await expect(placeOf(mapFigure(page))).toHaveText('济南')
  await page.clock.runFor(REST + HOLD)
  await expect(placeOf(mapFigure(page))).not.toHaveText('济南')
})

test('a city’s map that cannot be read says why, and the way back works', async ({ page }) => {
  await page.route('**/maps/370100.json', (route) => route.fulfill({ status: 503, body: '' }))
  await openWall(page, 'demo', 'city=370100')
  await expect(countyFigure(page).getByRole('status')).toContainText('地图数据未能读取')
  await page.keyboard.press('Escape')
  await expect(mapFigure(page).getByRole('status')).toHaveCount(0)
})

/** Every size once, each with one of three cities: many small districts, a coast, large counties. */
const CASES = [
  [1920, 1080, '370100'],
  [1366, 768, '370200'],
  [5760, 2160, '370100'],
  [3840, 1080, '370200'],
  [7680, 2160, '371700'],
  [6656, 1792, '370100'],
  [1080, 1920, '370200'],
] as const

for (const [width, height, city] of CASES)
  test.describe(`an open city at ${width}×${height}`, () => {
    test.use({ viewport: { width, height } })

    test('lays itself out whole: nothing cut, overlapping, too small or empty', async ({
      page,
    }) => {
      await openWall(page, 'demo', `city=${city}`)
      await expect(countyFigure(page)).toBeVisible()
      await settled(page)
      await page.screenshot({ path: `test-results/county/${city}-${width}x${height}.png` })
      expect(await auditLayout(page)).toEqual([])
    })
  })
