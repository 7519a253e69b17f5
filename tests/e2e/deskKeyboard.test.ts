import { expect, type Page, test } from '@playwright/test'

import { facet, findings, queryOf } from './explorer.ts'
import { figure } from './figures.ts'
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

/** Walks a panel by a key until what is said begins with a name. */
async function walkTo(page: Page, title: string, key: string, name: RegExp): Promise<string> {
  const panel = figure(page, title)
  const said = panel.locator('[aria-live]')
  await panel.focus()
  for (let i = 0; i < 80; i += 1) {
    await page.keyboard.press(key)
    const words = await said.innerText()
    if (name.test(words)) return words
  }
  throw new Error(`${key} never reached ${name} in ${title}`)
}

test('a bar, a city, a point and a plot are picked by keys, and what is said names value and unit', async ({
  page,
}) => {
  await openDesk(page, 'demo')
  const bar = await walkTo(page, '大脑排名', 'ArrowDown', /^3 示例/)
  expect(bar).toMatch(/集群营业收入 [\d,.]+ 亿元.*2026年1—10月.*家报送/)
  await page.keyboard.press('Enter')
  await expect(page.locator('[role="row"].focused')).toHaveCount(1)
  expect(queryOf(page)['b']).toMatch(/^sim-/)

  const city = await walkTo(page, '各市集群营业收入', 'ArrowRight', /^烟台/)
  expect(city).toMatch(/集群营业收入 [\d,.]+ 亿元/)
  await page.keyboard.press('Enter')
  await expect.poll(() => queryOf(page)['city']).toBe('370600')
  await stands(page)

  const before = queryOf(page)['b']
  const point = await walkTo(page, '两项指标对照', 'ArrowRight', /^示例/)
  expect(point).toMatch(/建成标准机架数 [\d,]+ 架/)
  await page.keyboard.press('Enter')
  await expect.poll(() => queryOf(page)['b']).not.toBe(before)

  await walkTo(page, '各领域走势：集群营业收入', 'ArrowDown', /^轻工/)
  await page.keyboard.press('Enter')
  await expect.poll(() => queryOf(page)['domain']).toBe('light')
})

test('Escape leaves the cursor, and Enter then opens the figure, whose table picks and traces', async ({
  page,
}) => {
  await openDesk(page, 'demo')
  await walkTo(page, '各领域走势：集群营业收入', 'ArrowDown', /^化工/)
  await page.keyboard.press('Escape')
  await expect(page.locator('.readout')).toHaveCount(0)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('row').last().getByRole('link').nth(1).press('Enter')
  await expect(page).toHaveURL(/\/demo\/trace\/cluster\.revenue\/chemicals\/2026-10$/)
  await page.goBack()
  await stands(page)
  await figure(page, '各领域走势：集群营业收入').focus()
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: '纺织', exact: true }).press('Enter')
  await expect.poll(() => queryOf(page)['domain']).toBe('textiles')
})

test('a month of the trend, a row of the table and a number of a contribution are worked by keys', async ({
  page,
}) => {
  await openDesk(page, 'demo')
  await walkTo(page, '集群营业收入走势', 'ArrowLeft', /2026年1—8月/)
  await page.keyboard.press('Enter')
  await expect.poll(() => queryOf(page)['t']).toBe('2026-08')
  await stands(page)
  const row = page.getByRole('button', { name: /^聚焦示例/ }).first()
  await row.press('Enter')
  await expect(row).toHaveAttribute('aria-pressed', 'true')
  await page
    .locator('.change')
    .getByRole('link', { name: /数据溯源$/ })
    .first()
    .press('Enter')
  await expect(page).toHaveURL(/\/demo\/trace\/cluster\.revenue\/sim-\d+\/2026-08$/)
})

test('the pointer reads what the keys read', async ({ page }) => {
  await openDesk(page, 'demo')
  const ranking = figure(page, '大脑排名')
  const canvas = ranking.locator('canvas')
  const { height } = (await canvas.boundingBox())!
  await canvas.hover({ position: { x: 120, y: (0.5 * height) / 15 } })
  const readout = ranking.locator('.readout')
  await expect(readout).toContainText(/1 示例.*亿元.*2026年1—10月/)
  const words = (await readout.innerText()).split('\n')[0] ?? '?'
  await page.mouse.move(5, 5)
  await expect(readout).toHaveCount(0)
  expect((await walkTo(page, '大脑排名', 'ArrowDown', /^1 /)).startsWith(words)).toBe(true)
})
