import { expect, type Page, test } from '@playwright/test'

import { facet, findings, queryOf } from './explorer.ts'
import { openDesk, openPath, stands } from './openPage.ts'

test.use({ viewport: { width: 1440, height: 900 } })

/** What has the focus: its role or tag, and whether one sees that it has. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    const isOutlined = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0
    const isSeen = isOutlined || boxShadow !== 'none'
    const tag = element.getAttribute('role') ?? element.tagName.toLowerCase()
    return { tag, isSeen, html: element.outerHTML.slice(0, 90) }
  })

/** Presses Tab until the focus is on what is wanted. */
async function tabTo(page: Page, isThere: string, most = 120): Promise<void> {
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), isThere))
      return
  }
  throw new Error(`Tab never reached ${isThere}`)
}

for (const path of ['/demo/desk', '/demo/brain/sim-001'])
  test(`Tab goes through ${path}, and the focus is always seen`, async ({ page }) => {
    await openPath(page, path)
    const unseen: string[] = []
    const tags = new Set<string>()
    for (let i = 0; i < 70; i += 1) {
      await page.keyboard.press('Tab')
      const { tag, isSeen, html } = await focused(page)
      tags.add(tag)
      // Inside a date field the browser marks its parts itself.
      if (!isSeen && !html.includes('type="date"')) unseen.push(html)
    }
    expect(unseen).toEqual([])
    expect([...tags]).toContain('a')
  })

test('the explorer is worked by keys alone: filter, indicator, month, figure, table, profile, trace', async ({
  page,
}) => {
  await openDesk(page, 'demo')
  await tabTo(page, 'aside input[type="checkbox"]')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect.poll(() => queryOf(page)).toEqual({ domain: 'chemicals' })
  await expect(facet(page, '化工')).toBeFocused()

  await tabTo(page, '.choose select')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => queryOf(page)['i']).toBe('cluster.outputValue')
  await tabTo(page, 'input[type="range"]')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => queryOf(page)['t']).toMatch(/^20\d\d-\d\d$/)
  await stands(page)

  await tabTo(page, '[role="figure"]')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('row').nth(1)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  expect(await focused(page)).toMatchObject({ tag: 'figure' })

  await tabTo(page, '[role="columnheader"]:nth-child(5) button')
  await page.keyboard.press('Enter')
  await expect(page.locator('[aria-sort="descending"]')).toHaveCount(1)
  await tabTo(page, '[role="cell"] a')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/demo\/brain\/sim-\d+/)
  await stands(page)
  await tabTo(page, '.kpis a')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '观测与修订' })).toBeVisible()
  await page.goBack()
  await page.goBack()
  await expect(page).toHaveURL(/\/demo\/desk\?domain=chemicals/)
})

test('the search box is reached by /, moved in by arrows, left by Esc', async ({ page }) => {
  await openDesk(page, 'demo')
  const before = await findings(page)
  await page.keyboard.press('/')
  await page.keyboard.type('jn')
  const options = page.getByRole('option')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Escape')
  await expect(options.first()).toBeHidden()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('combobox', { name: /^搜索/ })).not.toBeFocused()
  expect(await findings(page)).toEqual(before)
})
