import { expect, type Page } from '@playwright/test'

import { figure, moneyIn } from './figures.ts'
import { openWall } from './openPage.ts'
import { largestReport, revise } from './revise.ts'
import { test } from './smallService.ts'
import { watchFlicker } from './watchFlicker.ts'

const AWAY = /服务中断，显示 \d\d:\d\d 的数据/

/** In the order of the file, in one worker: the service is ended and started again. */
test.describe.configure({ mode: 'default' })

/** How many documents the browser keeps for a start without the service; looks only, creates nothing. */
const keptDocuments = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve) => (request.onsuccess = () => resolve(request.result)))
    const [known] = await indexedDB.databases()
    if (!known?.name) return 0
    const database = await done(indexedDB.open(known.name))
    const [name = ''] = database.objectStoreNames
    const count = await done(database.transaction(name).objectStore(name).count())
    database.close()
    return count
  })

test('while the service is away the wall keeps its data, says since when, and recovers by itself', async ({
  page,
  service,
}) => {
  await openWall(page, 'demo')
  const revenue = figure(page, '集群营业收入')
  const old = await moneyIn(revenue)
  const seen = await watchFlicker(page)
  await expect(page.getByText(AWAY)).toBeHidden()

  await service.kill()
  await expect(page.getByText(AWAY)).toBeVisible()
  expect(await moneyIn(revenue)).toBe(old)

  await service.restart()
  await expect(page.getByText(AWAY)).toBeHidden({ timeout: 30_000 })
  const report = await largestReport(service.url)
  await revise(service, { ...report, value: report.value + 500 })
  await expect.poll(() => moneyIn(revenue)).toBe(old + 500)
  expect(await seen()).toEqual([])
})

test('a wall that is opened while the service is away shows the last good data and says so', async ({
  page,
}) => {
  await openWall(page, 'demo')
  const revenue = figure(page, '集群营业收入')
  const kept = await moneyIn(revenue)
  await expect.poll(() => keptDocuments(page)).toBeGreaterThan(10)
  await page.route('**/api/**', (route) => route.fulfill({ status: 503, body: 'away' }))

  await page.reload()
  await expect(page.getByText(AWAY)).toBeVisible()
  await expect.poll(() => moneyIn(revenue)).toBe(kept)
  await expect(page.locator('canvas').first()).toBeVisible()

  await page.unroute('**/api/**')
  await expect(page.getByText(AWAY)).toBeHidden({ timeout: 30_000 })
})

test('a wall that never had data says that it waits for the service', async ({ page }) => {
  await page.route('**/api/**', (route) => route.abort())
  await page.goto('/demo/wall')
  await expect(page.getByText('服务中断，正在重连')).toBeVisible()
  await page.unroute('**/api/**')
  await expect(figure(page, '集群营业收入')).toBeVisible({ timeout: 30_000 })
})
