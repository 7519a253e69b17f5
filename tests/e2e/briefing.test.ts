import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { unzipSync } from 'fflate'

import { create, items, openBriefing } from './briefings.ts'
import { figure } from './figures.ts'
import { openDesk, openWall } from './openPage.ts'
import { watchPage } from './watchPage.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const rail = (page: Page) => page.getByRole('complementary', { name: '顺序' })
const titles = (page: Page): Promise<string[]> =>
  items(page).evaluateAll((all) => all.map((item) => item.querySelector('textarea')?.value ?? ''))

/** Comes back once the browser has kept everything. */
async function reload(page: Page): Promise<void> {
  await expect(page.locator('.sheet')).toHaveAttribute('aria-busy', 'false')
  await page.reload()
}

test('a monthly briefing is written, reordered, reworded, undone and there again after a reload', async ({
  page,
  baseURL,
}) => {
  const trouble = await watchPage(page, baseURL!)
  await openBriefing(page)
  await create(page, '月度运行简报')
  const count = await items(page).count()
  expect(count).toBeGreaterThan(15)
  await expect(page.locator('.since')).toContainText('各图数据未变')
  const [first, second, third] = await titles(page)
  await items(page).nth(1).getByRole('button', { name: /^下移/ }).click()
  expect(await titles(page)).toEqual([first, third, second, ...(await titles(page)).slice(3)])
  await expect(items(page).nth(2).getByRole('button', { name: /^下移/ })).toBeFocused()

  const title = page.getByRole('textbox', { name: '第 2 项标题' })
  await title.fill('营收再创新高')
  await title.press('Enter')
  const sentence = page.getByRole('textbox', { name: '第 2 项说明' })
  await sentence.fill('一句人写的话。')
  await sentence.blur()
  await page.getByRole('textbox', { name: '简报标题' }).fill('十月专报')
  await page.getByRole('textbox', { name: '简报标题' }).press('Enter')
  await items(page).nth(3).getByRole('button', { name: /^移除/ }).click()
  await expect(items(page)).toHaveCount(count - 1)
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(items(page)).toHaveCount(count)
  await expect(page.getByRole('link', { name: `简报，${count} 项` })).toBeVisible()

  await reload(page)
  await expect(items(page)).toHaveCount(count)
  expect((await titles(page)).slice(0, 3)).toEqual([first, '营收再创新高', second])
  await expect(page.getByRole('textbox', { name: '第 2 项说明' })).toHaveValue('一句人写的话。')
  await expect(page.getByRole('textbox', { name: '简报标题' })).toHaveValue('十月专报')
  expect(trouble).toEqual([])
})

test('changes made in the very moment of a reload are kept', async ({ page }) => {
  await openBriefing(page)
  await create(page, '整改专报')
  const count = await items(page).count()
  const addText = rail(page).getByRole('button', { name: '加入文字' })
  await Promise.all([
    page.waitForEvent('load'),
    addText.evaluate((button: HTMLElement) => {
      button.click()
      button.click()
      window.location.reload()
    }),
  ])
  await expect(items(page)).toHaveCount(count + 2)
  const left = await page.evaluate(() =>
    Object.keys(localStorage).filter((key) => key.startsWith('unsaved-briefings')),
  )
  expect(left).toEqual([])
})

test('figures are collected while browsing, from a wall and a desk', async ({ page }) => {
  const exporting = page.getByRole('dialog', { name: '导出', exact: true })
  for (const [open, at] of [
    [openWall, '分领域集群营业收入'],
    [openDesk, '明细'],
  ] as const) {
    await open(page, 'demo')
    const shown = open === openWall ? figure(page, at) : page.getByRole('figure').first()
    await shown.focus()
    await page.keyboard.press('Enter')
    await page
      .locator('dialog.detail')
      .getByRole('button', { name: /^导出：/ })
      .click()
    await exporting.getByRole('button', { name: '加入简报' }).click()
    await expect(exporting.getByRole('status')).toContainText('已加入简报')
  }
  await openBriefing(page)
  await expect(items(page)).toHaveCount(2)
  expect((await titles(page))[0]).toBe('分领域集群营业收入')
  await expect(page.locator('.since')).toContainText('各图数据未变')
  await expect(items(page).nth(1).getByRole('link')).toHaveAttribute('href', /\/demo\/desk/)
})

test('the main space has its own briefing, with a marking and a watermark; demo has neither', async ({
  page,
}) => {
  await openBriefing(page, 'main')
  await create(page, '月度运行简报')
  await expect(page.getByText('【演示】')).toHaveCount(0)
  await rail(page).getByRole('combobox', { name: '标识' }).selectOption('public')
  await rail(page).getByRole('textbox', { name: '水印' }).fill('征求意见')
  await rail(page).getByRole('textbox', { name: '水印' }).blur()
  await reload(page)
  await expect(rail(page).getByRole('combobox', { name: '标识' })).toHaveValue('public')
  await expect(rail(page).getByRole('textbox', { name: '水印' })).toHaveValue('征求意见')
  await expect(page.locator('.sheet')).not.toContainText(/演示|模拟|种子/)
  await openBriefing(page)
  await expect(items(page)).toHaveCount(0)
  await create(page, '整改专报')
  await expect(page.locator('.sheet')).toContainText('【演示】')
  await expect(page.getByRole('combobox', { name: '标识' })).toHaveCount(0)
})

test('one brain makes a page of its own; what is not public is said', async ({ page }) => {
  await openBriefing(page)
  await page.getByRole('combobox', { name: '模板' }).selectOption('一脑一页')
  const name = await page
    .getByRole('combobox', { name: '产业大脑' })
    .locator('option')
    .nth(3)
    .textContent()
  await page.getByRole('combobox', { name: '产业大脑' }).selectOption({ index: 3 })
  await page.getByRole('button', { name: '新建' }).click()
  await expect(page.getByRole('textbox', { name: '简报标题' })).toHaveValue(
    new RegExp(`^${name?.trim()}`),
  )
  await openBriefing(page, 'main')
  await create(page, '一脑一页')
  await expect(page.getByRole('textbox', { name: '第 1 项文字' })).toHaveValue(/未公开/)
  await expect(page.locator('.sheet')).not.toContainText(/演示|模拟|种子|不再提供/)
})

test('two tabs lose nothing of each other', async ({ context }) => {
  const [a, b] = [await context.newPage(), await context.newPage()]
  await openBriefing(a)
  await create(a, '整改专报')
  const count = await items(a).count()
  await openBriefing(b)
  await expect(items(b)).toHaveCount(count)
  for (const page of [a, b]) await rail(page).getByRole('button', { name: '加入文字' }).click()
  for (const page of [a, b]) await expect(items(page)).toHaveCount(count + 2)
})

test('the keyboard alone reorders, removes and brings back', async ({ page }) => {
  await openBriefing(page)
  await create(page, '整改专报')
  const before = await titles(page)
  await rail(page).getByRole('button').first().focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => titles(page)).toEqual([before[1], before[0], ...before.slice(2)])
  await expect(page.getByText('已移到第 2 项')).toBeAttached()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => titles(page)).toEqual(before)
  await page.keyboard.press('Delete')
  await expect(items(page)).toHaveCount(before.length - 1)
  await page.getByRole('button', { name: '撤销' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => titles(page)).toEqual(before)
})

test('dragging moves an item', async ({ page }) => {
  await openBriefing(page)
  await create(page, '整改专报')
  const before = await titles(page)
  const rows = rail(page).getByRole('listitem')
  await rows.nth(0).dragTo(rows.nth(2))
  await expect
    .poll(async () => (await titles(page)).slice(0, 3))
    .toEqual([before[1], before[2], before[0]])
})

for (const [format, part] of [
  ['PPTX', 'ppt/presentation.xml'],
  ['DOCX', 'word/document.xml'],
  ['XLSX', 'xl/workbook.xml'],
] as const)
  test(`a briefing leaves as ${format}`, async ({ page }) => {
    test.slow()
    await openBriefing(page)
    await create(page, '月度运行简报')
    const saving = page.waitForEvent('download', { timeout: 90_000 })
    await page.getByRole('button', { name: format, exact: true }).click()
    const file = await saving
    expect(file.suggestedFilename()).toMatch(new RegExp(`^演示_.*\\.${format.toLowerCase()}$`))
    const entries = unzipSync(readFileSync(await file.path()))
    expect(Object.keys(entries)).toContain(part)
    await expect(page.getByRole('status').filter({ hasText: '已导出' })).toBeVisible()
  })

test('an export is cancelled', async ({ page }) => {
  await openBriefing(page)
  await create(page, '月度运行简报')
  await page.getByRole('button', { name: 'DOCX', exact: true }).click()
  await page.getByRole('button', { name: '取消' }).click()
  await expect(page.getByRole('button', { name: 'DOCX', exact: true })).toBeVisible()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
})

test('the page has no serious accessibility finding and fits three screens in both languages', async ({
  page,
}) => {
  test.slow()
  await openBriefing(page)
  await create(page, '月度运行简报')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations
      .filter(({ impact }) => ['serious', 'critical'].includes(impact ?? ''))
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
  ).toEqual([])
  for (const lang of ['zh-CN', 'en'])
    for (const [width, height] of [
      [1440, 900],
      [1920, 1080],
      [2560, 1440],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.goto(`/demo/briefing?lang=${lang}`)
      await expect(items(page).first()).toBeVisible()
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      )
      expect(over, `${lang} ${width}`).toBeLessThanOrEqual(0)
      const bar = await page.getByRole('banner').boundingBox()
      expect(bar?.height, `${lang} ${width}`).toBeLessThan(width >= 2400 ? 70 : 62)
    }
})

test('paper has the headings, page by page, and cuts no figure', async ({ page }) => {
  test.slow()
  await openBriefing(page)
  await create(page, '月度运行简报')
  const folder = mkdtempSync(join(tmpdir(), 'briefing-'))
  const path = join(folder, 'briefing.pdf')
  writeFileSync(path, await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
  for (const heading of [
    '产业大脑运行简报',
    '总体情况',
    '建设进展',
    '产业运行',
    '考核与整改',
    '数据来源',
  ])
    expect(text).toContain(heading)
  for (const screen of ['打开所在视图', '加入文字', '正文，一行一段', 'PPTX'])
    expect(text).not.toContain(screen)
  expect(execFileSync('pdfinfo', [path], { encoding: 'utf8' })).toMatch(/A4/)
  expect(readdirSync(folder)).toEqual(['briefing.pdf'])

  await page.emulateMedia({ media: 'print' })
  const height = ((297 - 34) / 25.4) * 96
  const tall = await items(page).evaluateAll(
    (all, most) =>
      all
        .filter((item) => item.classList.contains('whole') && item.clientHeight > most)
        .map((item) => item.ariaLabel),
    height,
  )
  expect(tall).toEqual([])
})
