import { expect, type Page, test } from '@playwright/test'

import { openDesk } from './openPage.ts'
import { watchPage } from './watchPage.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const table = (page: Page, caption: string) => page.getByRole('table', { name: caption })
const rowsOf = (page: Page, caption: string) => table(page, caption).getByRole('row').count()

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

for (const space of ['demo', 'main'] as const)
  test(`the desk of ${space} reads top to bottom, in silence and without sideways scrolling`, async ({
    page,
    baseURL,
  }) => {
    const trouble = await watchPage(page, baseURL!)
    await openDesk(page, space)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(trouble).toEqual([])
  })

test('every figure of the desk opens with a table or a reason, its definition and its source', async ({
  page,
}) => {
  await openDesk(page, 'demo')
  const dialog = page.getByRole('dialog')
  for (const figure of await page.getByRole('figure').all()) {
    await figure.focus()
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('heading')).toBeVisible()
    const rows = await dialog.getByRole('row').count()
    const text = await dialog.innerText()
    const isStated = rows > 1 && text.includes('统计口径') && text.includes('数据来源')
    expect(isStated || /未公开|没有|尚未/.test(text), text).toBe(true)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
})

test('the registry lists every brain, the dictionary every reported indicator', async ({
  page,
  request,
}) => {
  await openDesk(page, 'demo')
  const { brains } = (await (await request.get('/api/demo/registry')).json()) as {
    brains: unknown[]
  }
  expect(await rowsOf(page, '产业大脑')).toBe(brains.length + 1)
  const groups = /产业集群|数据中心与算力|四大平台|数据仓|创新|服务成效|数字化转型/
  const reported = table(page, '指标字典').getByRole('row').filter({ hasText: groups })
  expect(await reported.count()).toBeGreaterThanOrEqual(48)
})

test('the main registry lists the eight brains that are public', async ({ page }) => {
  await openDesk(page, 'main')
  expect(await rowsOf(page, '产业大脑')).toBe(9)
})

test('the desk speaks English as well', async ({ page }) => {
  await openDesk(page, 'demo', 'lang=en')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Industrial Economy Brain')
  const dictionary = table(page, 'Indicator dictionary')
  await expect(dictionary.getByRole('columnheader').first()).toHaveText('Indicator')
  expect(await dictionary.getByRole('row').count()).toBeGreaterThan(48)
  const text = await dictionary.innerText()
  expect(text.replace(/\(.*?\)/g, ''), 'Chinese only as a gloss').not.toMatch(/[\u4e00-\u9fff]/)
  expect(await overflow(page)).toBeLessThanOrEqual(0)
})

test.describe('at 200 % zoom', () => {
  // Zoom halves the page's own pixels and doubles those of the device.
  test.use({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 })

  test('the desk stays usable: no sideways scrolling of the page, everything reachable', async ({
    page,
  }) => {
    await openDesk(page, 'demo')
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    const link = page.getByRole('link', { name: '指标字典' })
    await expect(link).toBeInViewport()
    await link.click()
    await expect(table(page, '指标字典').getByRole('columnheader').first()).toBeInViewport()
  })
})
