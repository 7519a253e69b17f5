import { expect, type Page, test } from '@playwright/test'

import { figure } from './figures.ts'
import { openWall } from './openPage.ts'

const CREDIT = /模拟数据（种子 \d+）/

const header = (page: Page) => page.locator('.area-head')

async function openDetail(page: Page, title: string) {
  await figure(page, title).focus()
  await page.keyboard.press('Enter')
  return page.getByRole('dialog')
}

test('simulated figures are marked by a badge, a watermark and their source', async ({ page }) => {
  await openWall(page, 'demo')
  await expect(header(page).getByText('演示数据', { exact: true })).toBeVisible()
  await expect(page.locator('svg', { hasText: '演示数据' })).toBeVisible()
  const dialog = await openDetail(page, '集群营业收入')
  await expect(dialog.getByText(CREDIT)).toBeVisible()
})

test('every simulated brain is an example and credited to no office', async ({ page, request }) => {
  await openWall(page, 'demo')
  const { brains } = (await (await request.get('/api/demo/registry')).json()) as {
    brains: { name: string; organiser: string | null; leadUnit: string | null }[]
  }
  expect(brains.filter(({ name }) => !name.startsWith('示例·'))).toEqual([])
  const units = brains.flatMap(({ organiser, leadUnit }) => [organiser, leadUnit])
  expect(units.filter((unit) => unit !== null && !unit.startsWith('示例'))).toEqual([])
})

test('the main space shows nothing simulated and no watermark', async ({ page }) => {
  await openWall(page, 'main')
  const text = await page.locator('body').innerText()
  expect(text).not.toMatch(/演示|模拟|示例·|种子/)
  await expect(page.locator('svg', { hasText: '演示数据' })).toHaveCount(0)
  await expect(header(page).getByText('正式库', { exact: true })).toBeVisible()
})

test('published counts of different rules stand apart, marked as unverified, never added', async ({
  page,
}) => {
  await openWall(page, 'main')
  for (const [title, count] of [
    ['公布的建设试点', '32'],
    ['公布的入库培育', '18'],
    ['媒体报道累计', '112'],
  ] as const) {
    await expect(figure(page, title).getByText(count, { exact: true })).toBeVisible()
    await expect(figure(page, title)).toContainText('待核')
  }
  await expect(page.locator('body')).not.toContainText(/\b(50|144|162)\s*个/)
  await expect(header(page)).toContainText('不可相加')
})

test('a published figure opens with publisher and title, without any address', async ({ page }) => {
  await openWall(page, 'main')
  const dialog = await openDetail(page, '媒体报道累计')
  await expect(dialog.getByText(/《.+》/).first()).toBeVisible()
  await expect(dialog).toContainText('待核')
  await expect(dialog).not.toContainText(/https?:|www\./)
})

test('the main wall says what is not public and how to bring data in', async ({ page }) => {
  await openWall(page, 'main')
  await expect(figure(page, '尚未公开').getByRole('row').nth(1)).toBeVisible()
  await expect(figure(page, '如何接入')).toContainText('登记')
  await expect(figure(page, '如何接入')).toContainText('报送')
  await expect(
    figure(page, '公开可查的产业大脑').filter({ has: page.locator('canvas') }),
  ).toContainText('未公开')
})
