import { expect, type Page, test } from '@playwright/test'

import { figure, mapFigure } from './figures.ts'
import { openWall } from './openPage.ts'

/** The city whose card is open on the map. */
const city = (page: Page) => mapFigure(page).getByRole('heading', { level: 3 })

test('arrows walk the cities, up and down change the indicator of the map', async ({ page }) => {
  await openWall(page, 'demo')
  const first = await city(page).innerText()
  await page.keyboard.press('ArrowRight')
  await expect(city(page)).not.toHaveText(first)
  await page.keyboard.press('ArrowLeft')
  await expect(city(page)).toHaveText(first)

  await expect(figure(page, '各市集群营业收入')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(figure(page, '各市在用标准机架数')).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await expect(figure(page, '各市集群营业收入')).toBeVisible()
})

test('space pauses the carousel and resumes it', async ({ page }) => {
  await openWall(page, 'demo')
  await page.keyboard.press('Space')
  await expect(city(page)).toContainText('已暂停')
  await page.keyboard.press('Space')
  await expect(city(page)).not.toContainText('已暂停')
})

test('? opens the help and Esc closes it', async ({ page }) => {
  await openWall(page, 'demo')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: '键盘' })).toContainText('F 全屏')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('L switches to English in the address, and back', async ({ page }) => {
  await openWall(page, 'demo')
  const title = page.getByRole('heading', { level: 1 })
  await page.keyboard.press('l')
  await expect(title).toHaveText('Shandong Industrial Economy Brain')
  await expect(page).toHaveURL(/lang=en/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(figure(page, 'Cluster revenue')).toBeVisible()
  await page.keyboard.press('l')
  await expect(title).toHaveText('山东工业经济大脑')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
})

test('Enter opens data, definition and source of the focused figure; Esc gives the focus back', async ({
  page,
}) => {
  await openWall(page, 'demo')
  const revenue = figure(page, '分领域集群营业收入')
  await revenue.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading')).toHaveText('分领域集群营业收入')
  await expect(dialog.getByRole('row')).toHaveCount(9)
  await expect(dialog.getByText('统计口径')).toBeVisible()
  await expect(dialog.getByText(/^模拟数据（种子 \d+）$/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(revenue).toBeFocused()
})

test('inside the dialog the keys belong to it: space presses its button', async ({ page }) => {
  await openWall(page, 'demo')
  await figure(page, '集群营业收入').focus()
  await page.keyboard.press('Enter')
  const button = page.getByRole('dialog').getByRole('button', { name: '关闭' })
  await button.focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(figure(page, '集群营业收入')).toBeFocused()
})

test('F asks for the full screen', async ({ page }) => {
  await page.addInitScript(() => {
    Element.prototype.requestFullscreen = function (this: Element) {
      document.documentElement.dataset['asked'] = this.tagName
      return Promise.resolve()
    }
  })
  await openWall(page, 'demo')
  await page.keyboard.press('f')
  await expect(page.locator('html')).toHaveAttribute('data-asked', /HTML|MAIN|BODY/)
})

test('Tab reaches every figure and shows where it is', async ({ page }) => {
  await openWall(page, 'demo')
  const reached = new Set<string>()
  for (let i = 0; i < 30; i += 1) {
    await page.keyboard.press('Tab')
    const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    if (name) reached.add(name)
    if (i === 0) await expect(page.locator(':focus')).toHaveCSS('outline-style', 'solid')
  }
  expect(reached.size).toBe(await page.getByRole('figure').count())
})
