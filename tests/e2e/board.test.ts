import { expect, test, type Page } from '@playwright/test'

import { openPath, settled } from './openPage.ts'
import { watchPage } from './watchPage.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const grid = (page: Page) => page.getByRole('grid', { name: /^月报台账/ })
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-at') ?? '')

test('the board opens, filters, is walked by keys, and its notice is downloaded', async ({
  page,
  baseURL,
}) => {
  const trouble = await watchPage(page, baseURL!)
  await openPath(page, '/demo/board')
  await expect(page.locator('.lead p')).toContainText(/^2026年10月应报 54 家，按时 \d+ 家/)
  const all = Number(await grid(page).getAttribute('aria-rowcount'))

  await page.getByLabel('2026年10月状态').selectOption('overdue')
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '4')
  await page.getByLabel('2026年10月状态').selectOption('')
  await expect(grid(page)).toHaveAttribute('aria-rowcount', `${all}`)

  await page.locator('[data-at][tabindex="0"]').focus()
  expect(await focused(page)).toBe('0:11')
  await page.keyboard.press('ArrowLeft')
  expect(await focused(page)).toBe('0:10')
  await page.keyboard.press('Control+End')
  await expect.poll(() => focused(page)).toBe(`${all - 2}:11`)
  await settled(page)
  const [seen, frame] = await Promise.all([
    page.locator(':focus').boundingBox(),
    grid(page).boundingBox(),
  ])
  expect(seen!.y + seen!.height).toBeLessThanOrEqual(frame!.y + frame!.height + 1)
  await page.keyboard.press('Control+Home')
  await expect.poll(() => focused(page)).toBe('0:-1')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/month=2026-09/)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '生成通报草稿' }).click()
  expect((await download).suggestedFilename()).toMatch(/^演示_关于2026年9月.*草稿.*\.docx$/)
  expect(trouble).toEqual([])
})

for (const [width, height] of [
  [1366, 768],
  [1920, 1080],
] as const)
  test(`36 months stand beside each other at ${width} × ${height}, in both languages`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height })
    for (const lang of ['zh-CN', 'en']) {
      await openPath(page, `/demo/board?span=36&lang=${lang}`)
      const over = await page.evaluate(() => {
        const scroller = document.querySelector('[role="grid"]')!
        const { scrollWidth, clientWidth } = document.documentElement
        return [scrollWidth - clientWidth, scroller.scrollWidth - scroller.clientWidth]
      })
      expect(over, lang).toEqual([0, 0])
    }
  })
